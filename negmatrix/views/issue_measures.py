"""What is measured of an issue, each number with what it rests on and how to read it."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from negmatrix.analysis.issue_report import IssueReport
from negmatrix.document import Align, Bare, Cell, Column, Line, Row, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.issue_style import IssueStyle, is_dropped, is_settled
from negmatrix.views.percent import count_of, show_measure, show_percent
from negmatrix.views.scale_words import show_centre
from negmatrix.views.verdicts import show_verdict

_COLUMNS = (
    Column("Measure", fixed=True),
    Column("Value", fixed=True),
    Column("Rests on", Align.LEFT, fixed=True, tone=Tone.MUTED),
    Column("How to read it", fixed=True, tone=Tone.MUTED),
)


def show_measures(report: IssueReport, style: IssueStyle) -> Table:
    """The numbers that the kind of scale allows for, n/a where there is too little to measure; none of a dropped issue."""
    last = ", of the last stances" if is_settled(report) else ""
    measured = report.scale.kind != "text" and not is_dropped(report)
    rows = (
        Row((_text("Verdict"), show_verdict(report.row, style), _text(""), _text(""))),
        *(_show_agreement(report, style) if measured or report.row.alignment is not None else ()),
        *(_show_centre(report, last) if measured and report.scale.kind != "options" else ()),
        *(_show_camps(report, last) if measured else ()),
        _show_coverage(report),
    )
    return Table("Measures", _COLUMNS, rows, "columns")


def _row(name: str, words: str, value: Bare, base: str, reading: str) -> Row:
    return Row((_text(name), Cell((Line(words),), value), _text(base), _text(reading)))


def _text(words: str) -> Cell:
    return Cell((Line(words),), words or None)


def _show_agreement(report: IssueReport, style: IssueStyle) -> Iterator[Row]:
    row = report.row
    settled = row.judged is Word.SETTLED and row.n
    base = "the settlement" if settled else f"{row.n} of {count_of(row.of, 'party', plural='parties')}"
    yield _row("Agreement", show_measure(row.alignment, row.span), row.alignment, base, "100%: no pair differs")
    yield _row("Divergence", show_percent(row.divergence), row.divergence, base, "mean distance of pairs")
    if row.widest_gap is not None and row.widest_gap.distance:
        gap = row.widest_gap
        names = f"{style.names[gap.left]} – {style.names[gap.right]}"
        reading = "100%: two options" if report.scale.kind == "options" else "share of the scale"
        yield _row("Widest gap", show_percent(gap.distance), gap.distance, names, reading)


def _show_centre(report: IssueReport, last: str) -> Iterator[Row]:
    """The centre is described: what it rests on is told, and that it foretells nothing."""
    centre = report.numbers.centre
    base = count_of(centre.n, "party", len(report.numbers.voices), "parties")
    weights = "by power × salience" if centre.weighed else "by power (no salience is known)"
    weights = "each counts alike" if report.public else weights
    for name, value, levels in (
        ("mean", centre.mean, centre.mean_levels),
        ("median", centre.median, centre.median_levels),
    ):
        words = "n/a" if value is None else show_centre(value, levels, report.scale)
        yield _row(f"Centre, weighted {name}{last}", words, value, base, f"{weights}; no forecast")


def _show_camps(report: IssueReport, last: str) -> Iterator[Row]:
    numbers = report.numbers
    base = _count(len(numbers.voices))
    ends = "" if report.scale.kind == "options" else " at the ends"
    reading = f"0: one camp; 1: two equal camps{ends}"
    yield _row(f"Polarization{last}", show_decimal(numbers.polarization), numbers.polarization, base, reading)
    if report.scale.kind == "levels" and len(report.scale.steps) > 2:
        reading = "1: one level; 0: even spread; -1: the two ends"
        value = numbers.van_der_eijk
        yield _row(f"Van der Eijk's agreement{last}", show_decimal(value), value, base, reading)


def _show_coverage(report: IssueReport) -> Row:
    coverage = report.numbers.coverage
    base = f"{coverage.stated} of {count_of(coverage.of, 'party', plural='parties')}"
    return _row("Coverage", show_percent(coverage.share), coverage.share, base, "with words or a stance")


def _count(number: int) -> str:
    return count_of(number, "party", plural="parties")


def show_decimal(value: Fraction | None) -> str:
    """A number of -1 to 1 with two digits behind the point, half up; 1, 0 and -1 only when exact; n/a without any."""
    if value is None:
        return "n/a"
    if value.denominator == 1:
        return str(value.numerator)
    size = abs(value)
    cents = min(99, max(1, floor(size * 100 + Fraction(1, 2))))
    return f"{'-' if value < 0 else ''}0.{cents:02d}"
