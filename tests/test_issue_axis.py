"""Who stands where: parties on the axis of an issue, alone and in crowds, and where they could meet."""

from fractions import Fraction
from typing import Any

from negmatrix.document import Axis, Mark, MarkKind, Paragraph
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.generated import levels, make_talks, range_of, stance
from tests.shown import issue_of, printed


def axis_of(talks: Talks) -> Axis:
    (axis,) = (block for block in issue_of(talks).blocks if isinstance(block, Axis))
    return axis


def parties_on(axis: Axis) -> list[Mark]:
    return [mark for mark in axis.marks if mark.kind is MarkKind.PARTY]


def test_many_parties_share_a_line_for_each_level() -> None:
    cells = {f"p{number:02}": ("no", "yes")[number % 3 == 0] for number in range(30)}
    marks = parties_on(axis_of(make_talks({"x": levels("no", "maybe", "yes")}, {"x": cells})))
    assert [(mark.label, mark.place, mark.stretches) for mark in marks] == [
        ("20 parties", 0, ()),
        ("10 parties", 1, ()),
    ]
    assert marks[1].words == "yes: P00, P03, P06, P09, P12, P15 and 4 others"


def test_many_parties_share_a_line_for_each_twentieth_of_a_range() -> None:
    cells = {f"p{number:02}": str(number) for number in range(41)}
    document = issue_of(make_talks({"x": range_of("0", "40")}, {"x": cells}))
    marks = parties_on(next(block for block in document.blocks if isinstance(block, Axis)))
    assert len(marks) == 20
    assert (marks[0].label, marks[0].words, marks[0].stretches) == (
        "2 parties",
        "0 to 1: P00, P01",
        ((0, Fraction(1, 40)),),
    )
    assert (marks[-1].label, marks[-1].words) == ("3 parties", "38 to 40: P38, P39, P40")
    assert any(isinstance(block, Paragraph) and "share a line" in block.text for block in document.blocks)


def test_who_has_no_stance_yet_says_what_it_accepts_is_on_the_axis() -> None:
    cells = {
        "a": "4",
        "b": {"says": Text("Not yet"), "accepts": (Text("2"), Text("6"))},
        "c": stance("5", rejects=(Text("9"), Text("9"))),
    }
    marks = parties_on(axis_of(make_talks({"x": range_of("0", "10")}, {"x": cells})))
    assert [(mark.label, mark.place, mark.words) for mark in marks] == [
        ("A", Fraction(2, 5), "4"),
        ("C", Fraction(1, 2), "5; rejects 9"),
        ("B", None, "accepts 2 to 6"),
    ]


def test_an_axis_without_anybody_is_not_drawn() -> None:
    document = issue_of(make_talks({"x": range_of("0", "10")}, {"x": {}}, parties=("a", "b")))
    assert not any(isinstance(block, Axis) for block in document.blocks)
    assert "Not stated: A, B." in [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_many_pairs_that_do_not_meet_are_cut_and_counted() -> None:
    cells = {f"p{number}": stance(str(number), fixed=True) for number in range(6)}
    text = printed(issue_of(make_talks({"x": range_of("0", "10")}, {"x": cells})), 100)
    assert "None: of the 15 pairs that say what they could live with, 15 do not meet." in text
    assert "P0 – P5: apart from 0 to 5, 50% of the scale" in text
    assert "and 7 pairs more, none of them further apart" in text


def zone_text(cells: dict[str, Any], **more: Any) -> str:
    return printed(issue_of(make_talks({"x": range_of("0", "10")}, {"x": cells}, **more)), 200)


def test_a_zone_is_told_in_sentences() -> None:
    one, other = (stance(at, accepts=(Text("2"), Text("8"))) for at in "35")
    assert "2 to 8: all 2 parties could live with it." in zone_text({"a": one, "b": other})
    assert "2 to 8: the 1 party could live with it." in zone_text({"a": one})
    text = zone_text({"a": one, "b": "4"})
    assert "At most 2 to 8: it suits the one of 2 parties that says what it could live with." in text
    assert "Silent on what they could live with: B." in text
    assert "n/a: nobody says what it could live with." in zone_text({"a": "4"})


def test_who_rejects_all_that_it_accepts_is_told() -> None:
    odd = {"accepts": (Text("2"), Text("3")), "rejects": (Text("1"), Text("4"))}
    assert "None: the one that says what it accepts rejects all of it." in zone_text({"a": odd})
    text = zone_text({"a": odd, "b": stance("4", fixed=True), "c": stance("5", fixed=True)})
    assert "A – B: nothing in common" in text
    assert "of the 3 pairs that say what they could live with, 3 do not meet" in text


def test_one_pair_of_several_that_does_not_meet() -> None:
    cells = {
        "a": stance("1", accepts=(Text("0"), Text("4"))),
        "b": stance("5", fixed=True),
        "c": stance("4", accepts=(Text("3"), Text("6"))),
    }
    text = zone_text(cells)
    assert "of the 3 pairs that say what they could live with, 1 does not meet" in text
    assert "3 to 4: suits 2 of 3 (A, C); refused by B" in text
