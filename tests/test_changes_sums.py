"""Moves, gains and pairs between any two rounds, against plain sums over real and generated talks."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given

from negmatrix.analysis.agreement import measure_agreement, stance_of
from negmatrix.analysis.changes import Kind
from negmatrix.model.counting import counted_pairs
from negmatrix.model.standing import Standing, standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from tests.generated import generated_talks
from tests.stepping import diff, ends, steps_of_data


def plain_distances(talks: Talks, before: Standing, issue: str, party: str, stance: str) -> dict[str, Fraction]:
    """From a stance to the former ones of the party's partners."""
    scale = talks.issues[issue].scale
    partners = {right if left == party else left for left, right in counted_pairs(talks) if party in (left, right)}
    former = {other: stance_of(before.cell(issue, other), scale) for other in partners}
    return {other: scale.distance(stance, held) for other, held in former.items() if scale and held is not None}


def check_moves(talks: Talks, before: str, after: str) -> None:
    changes, earlier = diff(talks, before, after), standing_in(talks, before)
    later = standing_in(talks, after)
    for change in changes.changes:
        if change.kind in (Kind.MOVED, Kind.SWITCHED):
            old, new = (
                plain_distances(talks, earlier, change.issue or "", change.party or "", str(stance))
                for stance in (change.before, change.after)
            )
            assert change.toward == tuple(sorted(party for party in old if new[party] < old[party]))
            assert change.away_from == tuple(sorted(party for party in old if new[party] > old[party]))
            mean = sum((old[party] - new[party] for party in old), Fraction()) / len(old) if old else None
            assert change.approach == mean
    for concession in changes.concessions:
        found = [
            Fraction(talks.issues[issue].weight) * gain
            for issue in talks.issues
            if talks.issues[issue].weight
            for gain in plain_gains(talks, earlier, later, issue, concession.party)
        ]
        assert concession.n == len(found)
        assert concession.amount == (sum(found, Fraction()) if found else None)


def plain_gains(talks: Talks, earlier: Standing, later: Standing, issue: str, party: str) -> Iterator[Fraction]:
    scale = talks.issues[issue].scale
    old, new = (stance_of(standing.cell(issue, party), scale) for standing in (earlier, later))
    if old is not None and new is not None:
        before = plain_distances(talks, earlier, issue, party, old)
        after = plain_distances(talks, earlier, issue, party, new)
        if before:
            yield (sum(before.values(), Fraction()) - sum(after.values(), Fraction())) / len(before)


@given(generated_talks())
def test_moves_against_plain_sums(talks: Talks) -> None:
    check_moves(talks, *ends(talks))


def test_moves_against_plain_sums_in_real_talks() -> None:
    for talks, before, after in steps_of_data():
        check_moves(talks, before, after)


def plain_alike(
    talks: Talks, standings: list[Standing], left: str, right: str
) -> list[list[tuple[Fraction, Fraction]]]:
    """Weights and agreements then and now, on issues on which both had a stance both times and that neither dropped."""
    found: list[list[tuple[Fraction, Fraction]]] = []
    for issue in talks.issues.values():
        stances = [
            stance_of(standing.cell(issue.id, party), issue.scale) for standing in standings for party in (left, right)
        ]
        rulings = [standing.ruling(issue.id, left, right) for standing in standings]
        dropped = any(ruling and ruling.verdict.word is Word.DROPPED for ruling in rulings)
        if issue.weight and None not in stances and not dropped:
            agreements = [measure_agreement(talks, standing, issue.id, left, right) for standing in standings]
            found.append([(Fraction(issue.weight), one or Fraction()) for one in agreements])
    return found


def check_pairs(talks: Talks, before: str, after: str) -> None:
    standings = [standing_in(talks, name) for name in (before, after)]
    for pair in diff(talks, before, after).pairs:
        alike = plain_alike(talks, standings, pair.left, pair.right)
        assert pair.n == len(alike)
        for side, shown in enumerate((pair.before, pair.after)):
            weights = sum((sides[side][0] for sides in alike), Fraction())
            value = sum((weight * one for weight, one in (sides[side] for sides in alike)), Fraction())
            assert shown == (value / weights if weights else None)
        if pair.whole_before is not None and pair.whole_after is not None and pair.like_for_like is not None:
            assert pair.whole_after - pair.whole_before == pair.like_for_like + (pair.composition or 0)
        else:
            assert pair.composition is None


@given(generated_talks())
def test_like_for_like_against_plain_sums(talks: Talks) -> None:
    check_pairs(talks, *ends(talks))


def test_like_for_like_against_plain_sums_in_real_talks() -> None:
    for talks, before, after in steps_of_data():
        check_pairs(talks, before, after)
