"""All others as they stand to one party: allies, opponents, and those who may be moved."""

from collections.abc import Iterator
from fractions import Fraction

from negmatrix.analysis.nearness import LIGHT, Movable, Nearness, Other
from negmatrix.document import Align, Block, Cell, Column, Line, Paragraph, Rank, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.pairs_style import NET, SUMS, PairsStyle, show_amount
from negmatrix.views.percent import count_of, show_measure, show_percent
from negmatrix.views.verdicts import TONES

_HEADS = {Word.ALIGNED: "Allies", Word.PARTIAL: "Between", Word.DIVERGENT: "Opponents", None: "Too little in common"}
_RIGHT = Align.RIGHT


def show_nearness(nearness: Nearness, style: PairsStyle) -> Iterator[Block]:
    """The ranking, then the movable."""
    name = style.names[nearness.party]
    columns = (
        Column("Party", fixed=True),
        Column("Agreement", _RIGHT, wraps=False, fixed=True),
        Column("n", _RIGHT, wraps=False, fixed=True),
        Column("Coverage", _RIGHT, wraps=False, fixed=True),
        Column("Congruence", _RIGHT, wraps=False),
        Column("Conflict", _RIGHT, wraps=False),
        Column("Net", _RIGHT, wraps=False),
    )
    if not nearness.others:
        yield Paragraph(f"Nobody is compared with {name}.")
        return
    aligned, partial = (show_percent(Fraction(limit)) for limit in style.result.thresholds)
    yield Paragraph(f"Seen from {name}: allies agree {aligned} or more with it, opponents less than {partial}.")
    yield Table(f"As they stand to {name}", columns, tuple(_show_groups(nearness, style)), "measures")
    yield Paragraph(f"{SUMS} {NET}", Tone.MUTED)
    yield from _show_movable(nearness, style)


def _show_groups(nearness: Nearness, style: PairsStyle) -> Iterator[Row]:
    for word, head in _HEADS.items():
        others = [other for other in nearness.others if other.word is word]
        if others:
            yield Row((Cell((Line(f"{head}: {len(others)}"),), head, span=7),), Rank.GROUP)
        yield from (_show_other(other, style) for other in others)


def _show_other(other: Other, style: PairsStyle) -> Row:
    sign = None if other.word is None else Sign(other.word.value)
    tone = Tone.MUTED if other.word is None else TONES[other.word]
    lent = (Sign.IMPUTED,) if other.imputed else ()
    numbers = ((other.congruence, False), (other.conflict, False), (other.net, True))
    return Row(
        (
            Cell((Line(style.names[other.party]),), style.names[other.party]),
            Cell((Line(show_measure(other.agreement, other.span), sign, lent, tone),), other.agreement, tone),
            Cell((Line(f"{other.n} of {other.of}"),), other.n),
            Cell((Line(show_percent(other.coverage)),), other.coverage),
            *(
                Cell((Line("n/a" if value is None else show_amount(value, signed)),), value)
                for value, signed in numbers
            ),
        )
    )


def _show_movable(nearness: Nearness, style: PairsStyle) -> Iterator[Block]:
    name = style.names[nearness.party]
    why = (
        f"A party is movable toward {name} on an issue where the two are not aligned, stand at most half the scale apart, "
        f"and it matters little to that party ({LIGHT} of 100 or less) or the coder is unsure."
    )
    if not nearness.movable:
        yield Paragraph(f"{why} Nobody is.", Tone.MUTED)
        return
    columns = (
        Column("Party", fixed=True),
        Column("Issue", fixed=True),
        Column("Its stance"),
        Column(f"{name}'s", field="Own stance"),
        Column("Apart", _RIGHT, wraps=False),
        Column("Salience", _RIGHT, wraps=False),
        Column("Confidence", wraps=False),
    )
    count = count_of(len(nearness.movable), "stance")
    yield Table(f"Movable, {count}", columns, tuple(_show_one(one, style) for one in nearness.movable), "details")
    yield Paragraph(why, Tone.MUTED)


def _show_one(one: Movable, style: PairsStyle) -> Row:
    salience = "" if one.salience is None else f"{one.salience:f}"
    texts = ((one.title, str(one.title)), (one.stance or "", one.stance), (one.own or "", one.own))
    return Row(
        (
            Cell((Line(style.names[one.party]),), style.names[one.party]),
            *(Cell((Line(text),), None if value is None else str(value)) for text, value in texts),
            Cell((Line(show_percent(one.distance)),), one.distance),
            Cell((Line(salience),), salience or None),
            Cell((Line(one.confidence or ""),), one.confidence),
        )
    )
