"""What stands from round to round, for checks that compare what is written with what stood before."""

from collections.abc import Iterator
from typing import NamedTuple

from negmatrix.model.positions import Position
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing, all_standing, follow
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class Step(NamedTuple):
    """A position written over what stood before it, on an issue with a scale."""

    before: Cell
    written: Position
    scale: Scale
    standing: Standing


def find_steps(talks: Talks, issues: frozenset[Text]) -> Iterator[Step]:
    """What was written over something that stood, in the order of rounds, on some issues."""
    if not issues:
        return
    before: Standing | None = None
    for standing in all_standing(narrow(talks, issues)):
        for name, row in standing.round.positions.items():
            issue = talks.issues.get(name)
            if issue is None or issue.scale is None:
                continue
            for party, position in row.items():
                stood = before.cell(name, party) if before is not None and talks.carry_forward else None
                for written in (*position.earlier, position):
                    if stood is not None:
                        yield Step(stood, written, issue.scale, standing)
                    stood = follow(stood, written, standing.turn, issue.scale)
        before = standing


def narrow(talks: Talks, issues: frozenset[Text]) -> Talks:
    """The talks with some issues' positions and verdicts only, so that nothing else is carried for nothing."""
    rounds = {
        name: round_._replace(
            positions={issue: row for issue, row in round_.positions.items() if issue in issues},
            verdicts={issue: verdicts for issue, verdicts in round_.verdicts.items() if issue in issues},
        )
        for name, round_ in talks.rounds.items()
    }
    return talks._replace(rounds=rounds)
