"""Columns of rounds, and rows of bars that draw what they tell."""

from collections.abc import Sequence
from fractions import Fraction

from negmatrix.analysis.history_records import History
from negmatrix.document import Align, Block, Cell, Column, Items, Line, Spark


def list_rounds(history: History) -> tuple[Column, ...]:
    """A column for each round."""
    return tuple(Column(round_.id, Align.RIGHT, wraps=False) for round_ in history.rounds)


def head_trend(history: History) -> tuple[Column, ...]:
    """The column of bars, where there are several rounds."""
    return (Column("", wraps=False, fixed=True, field="Trend", drawn=True),) if len(history.rounds) > 1 else ()


def draw_trend(shares: Sequence[Fraction | None], history: History) -> tuple[Cell, ...]:
    """A row of bars, where there are several rounds; numbers stand beside it, so that machines need none."""
    if len(history.rounds) == 1:
        return ()
    return (Cell((Line("", spark=Spark(tuple(shares), tuple(round_.id for round_ in history.rounds))),), None),)


def explain_sparks(history: History) -> tuple[Block, ...]:
    """How to read the rows of bars, drawn as each writer draws them; nothing where one round leaves none."""
    if len(history.rounds) == 1:
        return ()
    steps = tuple(Fraction(step, 7) for step in range(8))
    key = Spark(steps, ("bar",) * len(steps))
    entries = (
        (Line("agreement from low to high; a bar for each round, the first on the left", spark=key),),
        (Line("no number in that round", spark=Spark((None,), ("round",))),),
    )
    return (Items(entries),)


def show_text(words: str) -> Cell:
    """Words that stand for themselves."""
    return Cell((Line(words),), words or None)
