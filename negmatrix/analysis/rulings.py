"""The verdicts in force on an issue, for people to read."""

from collections.abc import Sequence
from typing import NamedTuple

from negmatrix.analysis.pairing import Pairing, take_pairs
from negmatrix.model.standing import Ruling, Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Verdict, Word
from negmatrix.source import Text


class RuledWord(NamedTuple):
    """A verdict that holds for some counted pair, or a rival of such a one from the same round.

    `at` is the stance agreed, `over` who objected, `to` where the issue was parked; `rival` is one that contradicts
    another before it and so holds for nobody.
    """

    verdict: Word
    label: Text | None
    at: Text | None
    says: Text | None
    between: tuple[Text, ...]
    over: tuple[Text, ...]
    to: Text | None
    by: Text | None
    date: Text | None
    confidence: Text | None
    source: tuple[Text, ...]
    carried_from: Text | None
    rival: bool


def find_rulings(talks: Talks, standing: Standing, issue: str, pairing: Pairing) -> tuple[RuledWord, ...]:
    """The verdicts that hold for some counted pair on an issue, and their rivals, in order of force.

    Where there is no counted pair, the first.
    """
    rulings = standing.rulings.get(issue, ())
    holding = [(ruling, any(taken)) for ruling, taken in take_pairs(pairing, rulings)]
    if holding and not any(pairing.partners):
        holding[0] = (holding[0][0], True)
    return tuple(
        _word(talks, standing, ruling, rival=not holds)
        for number, (ruling, holds) in enumerate(holding)
        if holds or _is_rival(ruling, [before for before, held in holding[:number] if held])
    )


def _is_rival(ruling: Ruling, holding: Sequence[Ruling]) -> bool:
    """Whether a verdict that holds for nobody contradicts one of the same round between the same parties."""
    return any(
        ruling.turn == other.turn
        and _shares(ruling.verdict, other.verdict)
        and (ruling.verdict.word, ruling.verdict.agreed) != (other.verdict.word, other.verdict.agreed)
        for other in holding
    )


def _shares(one: Verdict, other: Verdict) -> bool:
    return not one.between or not other.between or len({*one.between} & {*other.between}) > 1


def _word(talks: Talks, standing: Standing, ruling: Ruling, rival: bool) -> RuledWord:
    verdict = ruling.verdict
    return RuledWord(
        verdict=verdict.word,
        label=verdict.label,
        at=verdict.agreed,
        says=verdict.says,
        between=verdict.between,
        over=verdict.over,
        to=verdict.to,
        by=verdict.by,
        date=verdict.date,
        confidence=verdict.confidence,
        source=verdict.sources or talks.rounds[verdict.round].sources,
        carried_from=list(talks.rounds.values())[ruling.turn].id if ruling.turn < standing.turn else None,
        rival=rival,
    )
