"""Blocs: where a tree is cut, who is in none, and declared ones found where the numbers put their members; ambivalence."""

from fractions import Fraction

from negmatrix.analysis.ambivalence import measure_ambivalence
from negmatrix.analysis.blocs import Blocs
from negmatrix.analysis.pairs import measure_pairs
from negmatrix.model.scales import Scale
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.blocs import measured, with_blocs
from tests.generated import levels, make_talks, options, range_of
from tests.laws import latest


def on_a_line(**places: str) -> Talks:
    return make_talks({"x": range_of("0", "100")}, {"x": dict(places)}, tuple(places))


def groups(blocs: Blocs) -> list[tuple[str, ...]]:
    return [bloc.members for bloc in blocs.blocs]


def test_a_tree_is_cut_at_a_distance_or_at_a_number_of_groups() -> None:
    talks = on_a_line(a="0", b="10", c="40", d="60", e="100")
    blocs = measured(talks).blocs
    assert groups(blocs) == [("a", "b"), ("c", "d"), ("e",)]
    assert [(bloc.agreement, bloc.n) for bloc in blocs.blocs] == [(Fraction(9, 10), 1), (Fraction(4, 5), 1), (None, 0)]
    assert [(b.left, b.right, b.agreement, b.n) for b in blocs.between] == [
        (1, 2, Fraction(55, 100), 4),
        (1, 3, Fraction(5, 100), 2),
        (2, 3, Fraction(1, 2), 2),
    ]
    assert (blocs.cut, blocs.number, blocs.order) == (Fraction(1, 4), None, ("a", "b", "c", "d", "e"))
    assert groups(measured(talks, cut=Fraction(9, 100)).blocs) == [("a",), ("b",), ("c",), ("d",), ("e",)]
    assert groups(measured(talks, cut=Fraction(1, 10)).blocs)[0] == ("a", "b")
    assert groups(measured(talks, number=2).blocs) == [("a", "b", "c", "d"), ("e",)]
    assert groups(measured(talks, number=1, cut=Fraction(0)).blocs) == [("a", "b", "c", "d", "e")]


def test_of_equally_near_groups_the_first_members_join() -> None:
    blocs = measured(on_a_line(c="0", b="20", a="40"), number=2).blocs
    assert groups(blocs) == [("a", "b"), ("c",)]


def test_who_shares_nothing_is_in_no_bloc_and_who_shares_too_little_neither() -> None:
    cells = {"x": {"a": "no", "b": "no"}, "y": {"a": "no", "b": "yes", "c": "yes"}}
    talks = make_talks(dict.fromkeys("xyz", levels("no", "yes")), cells, ("a", "b", "c", "d"))
    assert measured(talks).blocs.outside == ("d",)
    few = measured(talks, min_shared=2).blocs
    assert (few.outside, groups(few), few.order) == (("c", "d"), [("a",), ("b",)], ("a", "b", "c", "d"))
    assert measured(make_talks({"x": None}, {}, ("a",))).blocs.blocs == ()


def test_groups_without_a_pair_between_them_never_join() -> None:
    cells = {"x": {"a": "no", "b": "no"}, "y": {"c": "yes", "d": "yes"}}
    talks = make_talks(dict.fromkeys("xy", levels("no", "yes")), cells, ("a", "b", "c", "d"))
    blocs = measured(talks, number=1).blocs
    assert groups(blocs) == [("a", "b"), ("c", "d")]
    assert [(one.agreement, one.n) for one in blocs.between] == [(None, 0)]


def test_tables_do_not_matter_to_blocs() -> None:
    talks = on_a_line(a="0", b="0", c="100")._replace(tables=((Text("a"), Text("c")),))
    result = measured(talks)
    assert (groups(result.blocs), len(result.pairs), result.all_pairs) == ([("a", "b"), ("c",)], 1, 3)


def test_declared_blocs_are_found_where_the_numbers_put_their_members() -> None:
    talks = with_blocs(
        make_talks({"x": range_of("0", "100")}, {"x": {"a": "0", "b": "10", "c": "100"}}, tuple("abcdgh")),
        g="abdh",
        h="c",
    )
    first, second = measured(talks).blocs.declared
    assert (first.party, first.members, first.n) == ("g", ("a", "b", "c", "d", "h"), 3)
    assert first.agreement == Fraction(90 + 0 + 10, 300)
    assert [tuple(group) for group in first.found] == [(1, ("a", "b")), (2, ("c",)), (0, ("d", "h"))]
    assert (second.members, second.agreement, second.n) == (("c",), None, 0)


def test_ambivalence_as_in_mactor() -> None:
    """Godet: nothing but agreement or conflict with each is 0, as much of both with each is 1."""
    issues: dict[str, Scale | None] = dict.fromkeys("xy", options("red", "blue"))
    talks = make_talks(
        issues, {"x": {"a": "red", "b": "red", "c": "blue"}, "y": {"a": "red", "b": "blue", "c": "blue"}}, tuple("abcd")
    )
    found = measure_ambivalence(tuple("abcd"), measure_pairs(talks, latest(talks)))
    assert [tuple(one) for one in found] == [
        ("a", Fraction(1, 2), 2),
        ("b", 1, 2),
        ("c", Fraction(1, 2), 2),
        ("d", None, 0),
    ]
