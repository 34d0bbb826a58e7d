"""How a report's numbers come about."""

from collections.abc import Iterator
from fractions import Fraction

from negmatrix.analysis.report import Report
from negmatrix.document import Block, Heading, Items, Line
from negmatrix.views.percent import count_of, show_percent


def show_method(report: Report) -> Iterator[Block]:
    """The formulas, with the thresholds of this talks and the counts that the numbers rest on."""
    yield Heading("Method")
    yield Items(tuple((Line(sentence),) for sentence in _tell_method(report)))


def _tell_method(report: Report) -> Iterator[str]:
    aligned = show_percent(Fraction(report.thresholds.aligned))
    partial = show_percent(Fraction(report.thresholds.partial))
    yield (
        "A stance has a place from 0 to 1 on its issue's scale. The distance of two stances is |x − y|; on options it is 0 "
        "for the same option and 1 for two. Agreement is 1 − distance. Text without a scale is shown and never measured."
    )
    yield (
        f"An issue's agreement is the mean over all pairs of parties that are compared and both have a stance. Two parties "
        f"are aligned from {aligned} on and partial from {partial} on. An issue is divergent below {partial} or where two "
        f"fifths of its pairs are divergent, aligned from {aligned} on where none is, else partial. A judged or agreed "
        f"verdict stands before the computed one."
    )
    yield (
        f"Agreement over several issues is weighted by their weights: Σ w·a / Σ w. Here it rests on "
        f"{report.matrix.overall.n} of {report.matrix.overall.of} issues and on {count_of(report.matrix.pairs, 'pair')} of parties. "
        f"Pairs are compared over the issues on which both have a stance; each number says over how many."
    )
    yield "A settled issue counts 100% between those who settled it, whatever they said last."
    yield (
        "A parked issue counts between two parties, who have said where they stand, but not in its topic and over all "
        "issues; a dropped one counts nowhere."
    )
    yield "What nobody stated takes no part in any number: silence is neither agreement nor disagreement."
    yield "Percentages are rounded half up; 100% and 0% stand only where they are exact."
