"""Scales come back from where stances stood on them."""

from fractions import Fraction

import pytest

from negmatrix.importing.places import parse_place, rebuild_scale
from negmatrix.importing.scales import Draft
from negmatrix.importing.steps import Point


def point(stance: str | None, place: str = "", accepts: str = "", rejects: str = "") -> Point:
    return Point(stance, Fraction(place) if place else None, tuple(accepts.split()), tuple(rejects.split()))


def levels(*names: str, places: tuple[str, ...] = (), sure: bool = False) -> Draft:
    return Draft("levels", names, places=places, sure=sure)


@pytest.mark.parametrize(
    ("points", "draft"),
    [
        ([point(None)], None),
        ([point("a", "0"), point("b", "1/2"), point("c", "1")], levels("a", "b", "c", sure=True)),
        ([point("a", "1/3"), point("b", "2/3")], levels("level 1", "a", "b", "level 4")),
        ([point("a", "1/3", "a z"), point("b", "2/3")], levels("level 1", "a", "b", "z")),
        ([point("b", "1", "z b"), point("b", "1", "", "y")], levels("z", "y", "b")),
        ([point("a", "0", "", "b c"), point("a", "0", "a b")], levels("a", "b", "c")),
        ([point("level 1", "1")], levels("level 1*", "level 1")),
        ([point(None, "", "a b", "b c"), point(None, "", "b a", "a b c")], Draft("levels", ("first level", "last level"), places=("0", "100"))),
        ([point("a", "0.017"), point("b", "0.931")], levels("first level", "a", "b", "last level", places=("0", "1.7", "93.1", "100"))),
        (
            [point("a", "0.000000000000001"), point("b", "0.000000000000002"), point("c", "1")],
            levels("b", "c", places=("0.000000", "100")),
        ),
        ([point("a"), point("b", "1")], Draft("options", ("a", "b"))),
        ([point("another option")], Draft("options", ("another option", "another option*"))),
        ([point("1", "1/10"), point("9", "9/10")], Draft("range", ("0", "10"), "kt", sure=True)),
        ([point("2.5", "1/4"), point("2.5", "1/4")], Draft("range", ("0", "10"), "kt")),
        ([point("1", "0.3"), point("1", "0.3", "-4 1")], Draft("range", ("-4", "12.66666667"), "kt")),
        ([point("-7", "0")], Draft("range", ("-7", "0"), "kt")),
        ([point("2020-01-01", "0"), point("2020-01-11", "1")], Draft("range", ("2020-01-01", "2020-01-11"), sure=True)),
        ([point("1" + "0" * 15, "0"), point("2" + "0" * 15, "1")], Draft("range", ("1" + "0" * 15, "2" + "0" * 15), "kt", sure=True)),
    ],
)  # fmt: skip
def test_a_scale_comes_back(points: list[Point], draft: Draft | None) -> None:
    assert rebuild_scale(points, "kt", placed=True) == draft


@pytest.mark.parametrize(
    ("points", "draft"),
    [
        ([point("5"), point("5")], Draft("range", ("0", "5"), "kt")),
        ([point("-5")], Draft("range", ("-5", "0"), "kt")),
        ([point("0")], Draft("range", ("0", "1"), "kt")),
        ([point("2020-03-01")], Draft("range", ("2020-01-01", "2020-12-31"))),
        ([point("5"), point("2020-03-01")], Draft("options", ("5", "2020-03-01"))),
        ([point("yes"), point("no")], Draft("levels", ("no", "yes"))),
        ([point("no", "", "no yes")], Draft("options", ("no", "yes"))),
        ([point("alone")], Draft("options", ("alone", "another option"))),
    ],
)
def test_without_places_words_are_options_and_numbers_a_range(points: list[Point], draft: Draft) -> None:
    assert rebuild_scale(points, "kt", placed=False) == draft


def test_too_many_cells_that_bind_loose_levels_leave_them_out() -> None:
    points = [point("a", "0", f"a z{number}") for number in range(300)]
    draft = rebuild_scale(points, "", placed=True)
    assert draft == levels("a", "last level", places=("0", "100"))


@pytest.mark.parametrize(("text", "place"), [("0.25", Fraction(1, 4)), ("", None), ("2", None), ("x", None)])
def test_places_lie_between_the_ends(text: str, place: Fraction | None) -> None:
    assert parse_place(text) == place


def test_a_stance_stands_on_a_range_only_as_a_number_or_a_day() -> None:
    days = Draft("range", ("2020-01-01", "2020-12-31"))
    assert [days.holds(stance) for stance in ("2020-03-01", "2021-03-01", "737484", "soon")] == [
        True,
        False,
        False,
        False,
    ]
