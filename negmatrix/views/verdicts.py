"""The columns that say how near the parties of an issue are."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Protocol

from negmatrix.analysis.rows import IssueRow
from negmatrix.analysis.rulings import RuledWord
from negmatrix.analysis.spans import Interval
from negmatrix.document import Cell, Line, Sign, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.cells import show_stance
from negmatrix.views.percent import show_measure
from negmatrix.views.sheet import Cite

TONES = {Word.ALIGNED: Tone.GOOD, Word.SETTLED: Tone.GOOD, Word.PARTIAL: Tone.FAIR, Word.DIVERGENT: Tone.BAD}
VERDICT_SIGNS = tuple(Sign(word.value) for word in Word)
OPINIONS = (Word.ALIGNED, Word.PARTIAL, Word.DIVERGENT, Word.UNCLEAR, Word.OPEN)


class Naming(Protocol):
    """What words about an issue need to know: names of parties, and how sources are cited."""

    @property
    def names(self) -> Mapping[str, str]:
        """Names of parties by id."""

    @property
    def cite(self) -> Cite:
        """Turns cited words into numbers of footnotes."""


class Summed(Protocol):
    """Numbers of several issues: a topic's or those of all."""

    @property
    def alignment(self) -> Fraction | None:
        """0 to 1, or None."""

    @property
    def span(self) -> Interval | None:
        """What rival accounts leave open."""

    @property
    def n(self) -> int:
        """How many issues it rests on."""

    @property
    def of(self) -> int:
        """Of how many."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Issues by verdict."""


def show_verdict(row: IssueRow, sheet: Naming) -> Cell:
    """An issue's word with its sign, and beneath what else was judged or agreed."""
    tone = TONES.get(row.verdict, Tone.MUTED)
    signs = (Sign.DISPUTED,) if any(ruled.rival for ruled in row.verdicts) else ()
    word = Line(row.verdict.value, lead=_find_lead(row), signs=signs, tone=tone)
    more = (Line(text, tone=Tone.MUTED) for text in _remarks(row, sheet.names))
    notes = sheet.cite([source for ruled in row.verdicts for source in ruled.source])
    return Cell((word, *more), row.verdict.value, tone, notes)


def _find_lead(row: IssueRow) -> Sign:
    """An issue that is open because nobody has said anything has the sign of that."""
    silent = row.verdict is Word.OPEN and row.judged is None and not row.stated
    return Sign.NOT_STATED if silent else Sign(row.verdict.value)


def _remarks(row: IssueRow, names: Mapping[str, str]) -> Iterator[str]:
    if row.judged is None and row.settled_pairs:
        yield f"settled {row.settled_pairs} of {row.pairs} pairs"
    yield from dict.fromkeys(text for ruled in row.verdicts for text in _rulings(ruled, row, names))
    if row.judged in OPINIONS and row.n and row.judged is not row.computed:
        yield f"judged; stances alone: {row.computed.value}"
    if row.weight == 0:
        yield "not counted"


def _rulings(ruled: RuledWord, row: IssueRow, names: Mapping[str, str]) -> Iterator[str]:
    """One fact a line; what is not of the issue's own word says of which word it is."""
    of = "" if ruled.verdict is row.verdict else f"{ruled.verdict.value} "
    if ruled.rival:
        yield f"or: {ruled.verdict.value}"
    elif row.judged is None and ruled.verdict not in (Word.SETTLED, row.verdict):
        yield f"{ruled.verdict.value}: {_names(ruled.between, names)}"
    if ruled.label is not None and ruled.label.casefold() != ruled.verdict.value:
        yield ruled.label
    if ruled.at is not None:
        yield f"{of}at {show_stance(ruled.at, row.unit)}"
    if ruled.over:
        yield f"{of}over {_names(ruled.over, names)}"
    if ruled.to is not None:
        yield f"{of}to {ruled.to}"


def _names(parties: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(party, party) for party in parties)


def show_alignment(row: IssueRow) -> Cell:
    """An issue's agreement; left empty where nothing was said to compare, n/a where a verdict stands without it."""
    silent = row.alignment is None and row.verdict is Word.OPEN
    return Cell((Line("" if silent else show_measure(row.alignment, row.span)),), row.alignment)


def show_base(row: IssueRow) -> Cell:
    """On how many parties an issue's agreement rests, of those that it applies to."""
    return Cell((Line(f"{row.n} of {row.of}", tone=Tone.MUTED),), row.n, Tone.MUTED)


def show_sum(total: Summed) -> str:
    """The agreement over several issues with what it rests on, as 56% of 3 in 6."""
    base = f" of {total.n}" if total.n == total.of else f" of {total.n} in {total.of}"
    return show_measure(total.alignment, total.span) + (base if total.n else "")


def count_uncounted(rows: Iterable[IssueRow]) -> int:
    """How many issues have weight 0: they are shown, and in no count."""
    return sum(not row.weight for row in rows)


def show_counts(counts: Mapping[str, int], uncounted: int = 0) -> str:
    """How many issues have each verdict, as 1 aligned · 3 open, and how many are not counted."""
    told = [f"{count} {word}" for word, count in counts.items() if count]
    return " · ".join((*told, f"{uncounted} not counted") if uncounted else told)
