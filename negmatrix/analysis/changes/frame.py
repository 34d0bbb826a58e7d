"""The two sides of a comparison brought into one frame: the same names, the later side's weights, roles and tables."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.changes.matching import match_issues, match_parties
from negmatrix.analysis.changes.renames import Match
from negmatrix.analysis.changes.rescaling import Rescaling, compare_scales
from negmatrix.analysis.changes.roll import Roll
from negmatrix.analysis.changes.translating import Translation, make_translation, translate
from negmatrix.analysis.pairing import Pairing, pair_up
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Standing, all_standing
from negmatrix.model.talks import Talks


class Moment(NamedTuple):
    """A talks and what stands in one of its rounds."""

    talks: Talks
    standing: Standing


class Matched(NamedTuple):
    """An issue under its later id, as it was and as it is; None where it is not there. Without `comparable` scales no
    number is compared.
    """

    id: str
    before: Issue | None
    after: Issue | None
    comparable: bool
    guess: bool

    @property
    def known(self) -> Issue:
        """The later record or, when the issue is gone, the earlier one."""
        return next(issue for issue in (self.after, self.before) if issue is not None)


class Frame(NamedTuple):
    """`before` and `after` are the talks as written. `earlier` and `later` can be measured side by side: both speak in
    later names, and `earlier.talks` holds the issues as they were with the weights that they have now.
    """

    before: Moment
    after: Moment
    earlier: Moment
    later: Moment
    issues: tuple[Matched, ...]
    parties: Match
    pairing: Pairing
    roll: Roll
    translation: Translation


def stand_in(talks: Talks, *rounds: str | None) -> list[Moment]:
    """What stands in some rounds, by their ids; None is the latest. KeyError when there is no such round."""
    wanted = [talks.latest.id if round_id is None else round_id for round_id in rounds]
    standing: dict[str, Standing] = {standing.round.id: standing for standing in all_standing(talks)}
    return [Moment(talks, standing[round_id]) for round_id in wanted]


def frame(before: Moment, after: Moment, guess: bool) -> Frame:
    """The frame of two moments, of one talks or of two."""
    cells = before.standing.cells, after.standing.cells
    parties = match_parties(before.talks.parties, after.talks.parties, cells, guess)
    found = match_issues(before.talks.issues, after.talks.issues, cells, parties, guess)
    scales = {new: _compare_scales(before, after, old, new) for old, new in found.later.items()}
    translation = make_translation(found.later, parties.later, {name: scale.names for name, scale in scales.items()})
    issues = tuple(_matched(before.talks, after.talks, found, scales))
    earlier = Moment(_earlier_talks(before.talks, after.talks, issues), translate(before.standing, translation))
    pairing = pair_up(after.talks)
    return Frame(before, after, earlier, after, issues, parties, pairing, Roll(pairing.ids), translation)


def _compare_scales(before: Moment, after: Moment, old: str, new: str) -> Rescaling:
    first, last = before.talks.issues[old].scale, after.talks.issues[new].scale
    if first is last or first == last:
        return compare_scales(None, None, (), ())
    return compare_scales(first, last, set(_stances(before, old)), set(_stances(after, new)))


def _stances(moment: Moment, issue: str) -> Iterator[str]:
    scale = moment.talks.issues[issue].scale
    found = (stance_of(cell, scale) for cell in moment.standing.cells.get(issue, {}).values())
    return (stance for stance in found if stance is not None)


def _matched(before: Talks, after: Talks, found: Match, scales: Mapping[str, Rescaling]) -> Iterator[Matched]:
    """In the order of the later file, then those that are gone."""
    earlier = {new: old for old, new in found.later.items()}
    for name, issue in after.issues.items():
        old = before.issues[earlier[name]] if name in earlier else None
        yield Matched(name, old, issue, old is None or scales[name].comparable, name in found.guessed)
    for name, issue in before.issues.items():
        if name not in found.later:
            yield Matched(name, issue, None, True, False)


def _earlier_talks(before: Talks, after: Talks, issues: tuple[Matched, ...]) -> Talks:
    if before is after:
        return after
    held = {}
    for issue in issues:
        if issue.before is not None:
            known = issue.after or issue.before
            held[issue.id] = known if issue.comparable else known._replace(scale=issue.before.scale)
    return after._replace(issues=held)
