"""What became of issues, in words."""

from negmatrix.analysis.changes import Change, Kind
from negmatrix.views.diff_details import tell_plainly
from negmatrix.views.diff_sentences import pack
from negmatrix.views.diff_style import DiffStyle

VERDICTS = frozenset({Kind.SETTLED, Kind.PARKED, Kind.REOPENED, Kind.VERDICT})
OF_ISSUE = {
    Kind.ADDED: "issue added",
    Kind.DROPPED: "issue no longer in the file",
    Kind.RAISED: "raised for the first time",
}


def tell_issue_change(change: Change, style: DiffStyle) -> tuple[str, ...]:
    """A change of an issue or its verdict."""
    if change.kind in VERDICTS:
        return _tell_verdict(change, style)
    if change.kind is Kind.RENAMED:
        return (f"id {change.before} → {change.after}" + (" (a guess)" if change.guess else ""),)
    if change.kind is Kind.RESCALED:
        return pack("rescaled, no number is compared:", f"{change.before} → {change.after}")
    if change.kind in OF_ISSUE:
        return (OF_ISSUE[change.kind],)
    return (tell_plainly(change),)


def _tell_verdict(change: Change, style: DiffStyle) -> tuple[str, ...]:
    """As in: settled at 13%: Guild 16.9%, Studios 9.3% before; partial → divergent; parked between A and B."""
    told = _tell_word(change) + tell_terms(change, style)
    ground = tell_ground(change, style)
    return pack(f"{told}:", *(f"{part}," for part in ground[:-1]), ground[-1]) if ground else (told,)


def tell_terms(change: Change, style: DiffStyle) -> str:
    """All of a verdict behind its word."""
    told = ""
    if change.at is not None:
        told += f" at {style.quote(change.issue, change.at)}"
    if change.between:
        told += f" between {style.list_names(change.between)}"
    if change.to is not None:
        told += f", to {change.to}"
    if change.over:
        told += f", over {style.list_names(change.over)}"
    if change.words_after is not None and change.at is None:
        told += f": “{change.words_after}”"
    return told


def tell_new_word(change: Change) -> str:
    """A verdict's word, with its published label where that is another; how it is new where it was there before."""
    label = f" (“{change.label}”)" if change.label is not None and change.label != change.after else ""
    if change.before == change.after:
        terms = change.after in (Kind.SETTLED.value, Kind.PARKED.value)
        return f"{change.after}{label}, on other terms" if terms else f"judged {change.after}{label}"
    return f"{change.after}{label}"


def _tell_word(change: Change) -> str:
    told = tell_new_word(change)
    alone = change.before in (None, change.after) or change.kind in (Kind.SETTLED, Kind.PARKED)
    return told if alone else f"{change.before} → {told}"


def tell_ground(change: Change, style: DiffStyle) -> list[str]:
    """Who stood where before, with those first whose stance it is."""
    there = [style.name(ground.party) for ground in change.ground if ground.stance == change.at or ground.share == 0]
    from_ = [
        f"{style.name(ground.party)} from {style.quote(change.issue, ground.stance, unit=False)}"
        for ground in change.ground
        if ground.stance != change.at and ground.share != 0
    ]
    return ([f"{' and '.join(there)} stood there"] if there else []) + from_
