"""What a party accepts and rejects, before and after, in words."""

from negmatrix.analysis.changes import Change, Kind
from negmatrix.views.diff_style import DiffStyle


def tell_red_line(change: Change, style: DiffStyle) -> tuple[str, ...]:
    """What a party said before of the stance that it took."""
    before = "rejected this" if change.before is None else f"accepted {show_stretch(change, change.before, style)}"
    return (f"red line crossed: {before} before",)


def tell_bounds(change: Change, style: DiffStyle) -> tuple[str, ...]:
    """As in: now accepts 10 to 20%, was 10 to 15%."""
    verb = "accepts" if change.kind is Kind.ACCEPTS else "rejects"
    before, after = (show_stretch(change, stretch, style) for stretch in (change.before, change.after))
    if change.before is None:
        return (f"{verb} {after}, not said before",)
    return (f"now {verb} {after}, was {before}" if change.after else f"no longer says what it {verb}, was {before}",)


def show_stretch(change: Change, stretch: object, style: DiffStyle) -> str:
    """What a party accepts or rejects: two ends, options, or one stance only."""
    if not isinstance(stretch, tuple):
        return "unknown"
    if len(stretch) == 1:
        return f"only {style.stance(change.issue, stretch[0])}"
    known = style.issues.get(change.issue or "")
    join = ", " if known is not None and known.scale == "options" else " to "
    *first, last = stretch
    return join.join((*map(str, first), style.stance(change.issue, last)))
