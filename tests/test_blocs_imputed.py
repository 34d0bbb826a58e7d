"""Silent members that take the stance of their bloc: who does, and that it is told."""

from fractions import Fraction

import pytest

from negmatrix.analysis.imputing import impute_blocs
from negmatrix.model.positions import State
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.source import Text
from tests.blocs import measured, with_blocs
from tests.generated import levels, make_talks, range_of

SCALE = levels("no", "maybe", "yes")


def lent(scale: Scale | None, row: dict[str, object], **members: str) -> dict[str, str | None]:
    talks = with_blocs(make_talks({"x": scale}, {"x": row}, tuple("abcgh")), **members)  # type: ignore[dict-item]  # cells
    imputed = impute_blocs(talks, standing_in(talks, "r"))
    assert imputed.cells == sum(map(len, imputed.issues.values()))
    cells = {party: imputed.standing.cell("x", party) for party in imputed.issues}
    return {party: cell.position.stance if cell else None for party, cell in cells.items()}


@pytest.mark.parametrize(
    ("scale", "row", "members", "expected"),
    [
        (SCALE, {"g": "yes", "a": "no"}, {"g": "abc"}, {"b": "yes", "c": "yes"}),
        (SCALE, {"g": "yes", "a": {"state": State.WITHDRAWN}, "b": {"state": State.NOT_APPLICABLE}}, {"g": "ab"}, {}),
        (SCALE, {"g": "yes", "a": {"says": Text("words")}, "b": {"interest": Text("why")}}, {"g": "ab"}, {"b": "yes"}),
        (SCALE, {"g": "yes"}, {"g": "h", "h": "a"}, {"h": "yes", "a": "yes"}),
        (SCALE, {"g": "yes", "h": "no"}, {"g": "ab", "h": "bc"}, {"a": "yes", "c": "no"}),
        (range_of("0", "9"), {"g": "1", "h": "1.0"}, {"g": "a", "h": "a"}, {"a": "1"}),
        (SCALE, {}, {"g": "ab"}, {}),
        (None, {"g": {"says": Text("words")}}, {"g": "ab"}, {}),
    ],
)
def test_silent_members_take_the_stance_of_their_own_bloc(
    scale: Scale | None, row: dict[str, object], members: dict[str, str], expected: dict[str, str]
) -> None:
    assert lent(scale, row, **members) == expected


def test_what_is_imputed_is_told_and_is_no_coverage() -> None:
    talks = with_blocs(
        make_talks(
            dict.fromkeys("xy", SCALE), {"x": {"g": "yes", "c": "no"}, "y": {"c": "no", "a": "no"}}, tuple("acg")
        ),
        g="a",
    )
    before, after = measured(talks), measured(talks, impute=True)
    assert (before.imputed, after.imputed) == (None, 1)
    half = Fraction(1, 2)
    told = [[(p.agreement, p.n, p.imputed, p.coverage) for p in result.pairs] for result in (before, after)]
    assert told[0] == [(Fraction(1), 1, 0, half), (Fraction(0), 1, 0, half)]
    assert told[1] == [(half, 2, 1, half), (Fraction(0), 1, 0, half)]
