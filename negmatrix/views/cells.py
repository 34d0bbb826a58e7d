"""A party's cell in the matrix."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.entries import Account, Entry
from negmatrix.document import Bare, Cell, Line, Look, Ramp, Sign, Tone
from negmatrix.model.positions import State

ABSENT = {"not stated": Sign.NOT_STATED, State.NOT_APPLICABLE.value: Sign.NOT_APPLICABLE}
"""States that a sign alone tells."""


class CellStyle(NamedTuple):
    """How the cells of one issue are filled: `shows` is says, stance, both or links; `unit` follows a stance.

    `scaled` tells that the issue has a scale, on which words alone are not measured; `differs` that the stances beneath
    words are told, since they are not all the same or some cell shows its own anyway; `cite` turns sources into numbers of footnotes; `title_of`
    an issue's id into its title.
    """

    shows: str
    unit: str | None
    scaled: bool
    differs: bool
    cite: Callable[[Sequence[str]], tuple[int, ...]]
    titles: Mapping[str, str]


def show_entry(entry: Entry, style: CellStyle) -> Cell:
    """A party's words and stance on an issue, with the signs of how firm and how fresh they are."""
    notes = style.cite(entry.source) if entry.source else ()
    if entry.state in ABSENT and entry.says is None:
        value = None if entry.state == "not stated" else entry.state
        return Cell((Line("", lead=ABSENT[entry.state], tone=Tone.MUTED),), value, Tone.MUTED, notes)
    if not entry.stated:
        lead = ABSENT.get(entry.state, Sign.WITHDRAWN)
        return Cell((Line(entry.says or entry.state, lead=lead, tone=Tone.MUTED),), entry.state, Tone.MUTED, notes)
    if style.shows == "links":
        return _show_links(entry, style, notes)
    lines = _statement(entry, style)
    if entry.claims:
        lines = (*lines, *(_rival(account, style.unit) for account in entry.claims[1:]))
    signs = (*((Sign.WORDS_ONLY,) if style.scaled and entry.stance is None else ()), *find_entry_signs(entry))
    if signs:
        lines = (*lines[:-1], Line(lines[-1].text, lines[-1].lead, signs, lines[-1].tone))
    return Cell(lines, _value(entry, style.shows), _look(entry.place), notes)


def shows_stance(entry: Entry) -> bool:
    """Whether a cell shows its stance for want of other words, or tells one in a rival account."""
    told = entry.stance is not None and (entry.says is None or _is_same(entry.says, entry.stance))
    return entry.stated and (told or any(account.stance is not None for account in entry.claims[1:]))


def find_entry_signs(entry: Entry) -> tuple[Sign, ...]:
    """The signs that follow a cell's words."""
    told = (
        (entry.fixed, Sign.FIXED),
        (entry.unsure, Sign.UNSURE),
        (entry.stale, Sign.STALE),
        (entry.carried_from is not None and not entry.stale, Sign.CARRIED),
        (entry.disputed, Sign.DISPUTED),
    )
    return tuple([sign for holds, sign in told if holds])


def show_stance(stance: str, unit: str | None) -> str:
    """A stance with its unit."""
    return stance if not unit else f"{stance}{unit}" if unit == "%" else f"{stance} {unit}"


def _statement(entry: Entry, style: CellStyle) -> tuple[Line, ...]:
    stance = None if entry.stance is None else show_stance(entry.stance, style.unit)
    if stance is None or entry.says is None:
        muted = stance is None and style.shows == "stance"
        return (Line(stance or entry.says or "", tone=Tone.MUTED if muted else Tone.PLAIN),)
    if style.shows == "stance":
        return (Line(stance),)
    beneath = style.shows == "both" or style.differs
    same = _is_same(entry.says, entry.stance or "") or _is_same(entry.says, stance)
    return (Line(entry.says),) if same or not beneath else (Line(entry.says), Line(stance, tone=Tone.MUTED))


def _is_same(says: str, stance: str) -> bool:
    return says.casefold() == stance.casefold()


def _rival(account: Account, unit: str | None) -> Line:
    stance = "" if account.stance is None else show_stance(account.stance, unit)
    words = f"{account.says} ({stance})" if account.says and stance else account.says or stance
    return Line(f"or: {words}", tone=Tone.MUTED)


def _value(entry: Entry, shows: str) -> Bare:
    if shows == "both" and entry.stance is not None and entry.says is not None and entry.stance != entry.says:
        return f"{entry.stance}: {entry.says}"
    return (entry.stance or entry.says) if shows == "stance" else (entry.says or entry.stance)


def _look(place: Fraction | None) -> Look:
    return Tone.PLAIN if place is None else Ramp(place)


def _show_links(entry: Entry, style: CellStyle, notes: tuple[int, ...]) -> Cell:
    lines = tuple(Line(style.titles.get(issue, issue)) for issue in entry.depends_on)
    return Cell(lines or (Line(""),), ", ".join(entry.depends_on) or None, Tone.PLAIN, notes)
