"""Stances within a sentence."""

from negmatrix.views.cells import show_stance


def quote_stance(stance: str, kind: str, unit: str | None) -> str:
    """A level or an option in quotes, a number with its unit, a date; `kind` is what the scale is."""
    if kind in ("levels", "options"):
        return f"“{stance}”"
    return show_stance(stance, unit if kind == "range" else None)
