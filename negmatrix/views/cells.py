"""A party's cell in the matrix."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.entries import Account, Entry
from negmatrix.document import Bare, Cell, Line, Look, Ramp, Sign, Tone
from negmatrix.model.positions import State

ABSENT = {"not stated": Sign.NOT_STATED, State.NOT_APPLICABLE.value: Sign.NOT_APPLICABLE}
"""States that a sign alone tells."""

_PLAIN = Tone.PLAIN


class ToldStance(NamedTuple):
    """A stance in words, as a line beneath others, which say the same where they are `alike`, and how it looks."""

    words: str
    beneath: Line
    alike: tuple[str, str]
    look: Look


class Stances:
    """The stances of one issue, each put into words once: of many parties, many hold the same. A `unit` follows them."""

    def __init__(self, unit: str | None) -> None:
        self.unit = unit
        self._told: dict[str, ToldStance] = {}

    def tell(self, stance: str, place: Fraction | None) -> ToldStance:
        """A stance, and its place on the issue's scale."""
        told = self._told.get(stance)
        if told is None:
            words = show_stance(stance, self.unit)
            beneath, look = Line(words, tone=Tone.MUTED), _PLAIN if place is None else Ramp(place)
            told = self._told[stance] = ToldStance(words, beneath, (stance.casefold(), words.casefold()), look)
        return told


class CellStyle(NamedTuple):
    """How the cells of one issue are filled: `shows` is says, stance, both or links; `stances` puts these into words.

    `scaled` tells that the issue has a scale, on which words alone are not measured; `differs` that the stances beneath
    words are told, since they are not all the same or some cell shows its own anyway; `cite` turns sources into numbers of footnotes; `title_of`
    an issue's id into its title.
    """

    shows: str
    stances: Stances
    scaled: bool
    differs: bool
    cite: Callable[[Sequence[str]], tuple[int, ...]]
    titles: Mapping[str, str]


def show_entry(entry: Entry, style: CellStyle) -> Cell:
    """A party's words and stance on an issue, with the signs of how firm and how fresh they are."""
    notes = style.cite(entry.source) if entry.source else ()
    if not entry.stated:
        return _show_absent(entry, notes)
    if style.shows == "links":
        return _show_links(entry, style, notes)
    told = None if entry.stance is None else style.stances.tell(entry.stance, entry.place)
    lines = _statement(entry, told, style)
    if entry.claims:
        lines = (*lines, *(_rival(account, style.stances.unit) for account in entry.claims[1:]))
    signs = find_entry_signs(entry)
    if told is None and style.scaled:
        signs = (Sign.WORDS_ONLY, *signs)
    if signs:
        lines = (*lines[:-1], Line(lines[-1].text, lines[-1].lead, signs, lines[-1].tone))
    return Cell(lines, _value(entry, style.shows), told.look if told else _PLAIN, notes)


def show_whole(entry: Entry, cell: Cell) -> Cell:
    """The cell of an entry, of words with the stance beneath, with both of them as its value."""
    return Cell(cell.lines, _value(entry, "both"), cell.look, cell.notes) if entry.stated else cell


def _show_absent(entry: Entry, notes: tuple[int, ...]) -> Cell:
    """A sign, and words where it does not tell all."""
    lead = ABSENT.get(entry.state, Sign.WITHDRAWN)
    if entry.state in ABSENT and entry.says is None:
        value = None if entry.state == "not stated" else entry.state
        return Cell((Line("", lead=lead, tone=Tone.MUTED),), value, Tone.MUTED, notes)
    return Cell((Line(entry.says or entry.state, lead=lead, tone=Tone.MUTED),), entry.state, Tone.MUTED, notes)


def shows_stance(entry: Entry) -> bool:
    """Whether a cell shows its stance for want of other words, or tells one in a rival account."""
    told = entry.stance is not None and (entry.says is None or _is_same(entry.says, entry.stance))
    return entry.stated and (told or any(account.stance is not None for account in entry.claims[1:]))


def find_entry_signs(entry: Entry) -> tuple[Sign, ...]:
    """The signs that follow a cell's words: most have none."""
    if not (entry.fixed or entry.unsure or entry.stale or entry.disputed) and entry.carried_from is None:
        return ()
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


def _statement(entry: Entry, told: ToldStance | None, style: CellStyle) -> tuple[Line, ...]:
    if told is None:
        return (Line(entry.says or "", tone=Tone.MUTED if style.shows == "stance" else _PLAIN),)
    if entry.says is None or style.shows == "stance":
        return (Line(told.words),)
    beneath = (style.differs or style.shows == "both") and entry.says.casefold() not in told.alike
    return (Line(entry.says), told.beneath) if beneath else (Line(entry.says),)


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


def _show_links(entry: Entry, style: CellStyle, notes: tuple[int, ...]) -> Cell:
    lines = tuple(Line(style.titles.get(issue, issue)) for issue in entry.depends_on)
    return Cell(lines or (Line(""),), ", ".join(entry.depends_on) or None, Tone.PLAIN, notes)
