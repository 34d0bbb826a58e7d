"""How tables fit into a width: bands, cards, groups, cells over several columns, what wraps and what does not."""

from negmatrix.document import (
    Column,
    Rank,
    Row,
    Table,
)
from negmatrix.writers.terminal.looks import Looks
from tests.documents import cell, columns, in_terminal, rows
from tests.tables import GROUPS, PARTIES

BANDS = """\
 Agreement
 parties 1-3 of 7
          Party 1  Party 2  Party 3
 ──────────────────────────────────
 Party 1       1%       2%       3%
 Party 2       2%       4%       6%

 parties 4-6 of 7
          Party 4  Party 5  Party 6
 ──────────────────────────────────
 Party 1       4%       5%       6%
 Party 2       8%      10%      12%

 party 7 of 7
          Party 7
 ────────────────
 Party 1       7%
 Party 2      14%
"""

GROUPED = """\
 Issue    Ours
 ─────────────
 Money    50%
   Wages  more
   Hours  less

 Rules    0%
   Leave  yes
 ─────────────
 All      25%
"""


def test_bands_repeat_the_fixed_columns_and_say_what_they_hold() -> None:
    assert in_terminal(PARTIES, looks=Looks(40)) == BANDS


def test_groups_are_set_apart_and_their_entries_indented() -> None:
    assert in_terminal(GROUPS) == GROUPED


def test_a_cell_over_several_columns_is_whole_in_each_band_that_holds_one_of_them() -> None:
    total = Row((cell("All"), cell("one opinion", span=7)), Rank.TOTAL)
    table = Table("", PARTIES.columns, (*PARTIES.rows, total), "parties")
    text = in_terminal(table, looks=Looks(40))
    assert text.count("one opinion") == text.count(" of 7\n") == 3


def test_a_cell_over_some_columns_takes_no_room_in_a_band_without_them() -> None:
    total = Row((cell("All"), cell("one opinion of these", span=3), cell("another", span=4)), Rank.TOTAL)
    text = in_terminal(Table("", PARTIES.columns, (*PARTIES.rows, total), "parties"), looks=Looks(40))
    assert text.partition(" parties 4-6 of 7")[2] == (
        "\n          Party 4  Party 5  Party 6\n ──────────────────────────────────\n"
        " Party 1       4%       5%       6%\n Party 2       8%      10%      12%\n"
        " ──────────────────────────────────\n All      another\n"
        "\n party 7 of 7\n          Party 7\n ────────────────\n"
        " Party 1       7%\n Party 2      14%\n ────────────────\n All      another\n"
    )


def test_a_cell_over_several_columns_widens_them_when_it_is_longer_than_they() -> None:
    table = Table("", columns("a", "b", "c"), (*rows(("1", "2", "3")), Row((cell("x"), cell("long words", span=2)))))
    assert in_terminal(table) == " a  b  c\n ─────────────\n 1  2  3\n x  long words\n"


def test_a_column_that_does_not_wrap_keeps_its_width_and_wraps_its_title() -> None:
    shapes = (Column("United States", wraps=False), Column("text"))
    table = Table("", shapes, rows(("a b c d", "one two three four five six")))
    assert in_terminal(table, looks=Looks(26)).splitlines()[:3] == [
        " United",
        " States   text",
        " ──────────────────────",
    ]
    assert " a b c d  one two three" in in_terminal(table, looks=Looks(26))


def test_a_cell_over_several_columns_wraps_where_a_band_has_no_room_for_it() -> None:
    total = Row((cell("All"), cell("three opinions of one matter here", span=7)), Rank.TOTAL)
    text = in_terminal(Table("", PARTIES.columns, (*PARTIES.rows, total), "parties"), looks=Looks(26))
    assert text.count("opinions") == text.count(" of 7\n") > 3
    assert max(len(line) for line in text.splitlines()) <= 26


def test_a_wrapped_column_is_as_narrow_as_its_lines_allow() -> None:
    table = Table("", columns("Issue", "Words"), rows(("one", "aa bb cc dd ee ff gg"), ("two", "four")))
    assert in_terminal(table, looks=Looks(26)) == (
        " Issue  Words\n ──────────────────\n one    aa bb cc dd\n        ee ff gg\n\n two    four\n"
    )


def test_rows_that_wrap_are_set_apart_and_others_are_not() -> None:
    table = Table("", columns("Issue", "Words"), rows(("a", "x"), ("b", "y"), ("c", "one two three four"), ("d", "z")))
    assert in_terminal(table, looks=Looks(24)).split("\n", 2)[2] == (
        " a      x\n b      y\n\n c      one two\n        three four\n\n d      z\n"
    )


def test_a_large_table_is_wrapped_but_not_made_even() -> None:
    table = Table("", columns("Issue", "Words"), rows(*[("one", "aa bb cc dd ee ff gg")] * 800))
    assert in_terminal(table, looks=Looks(26)).splitlines()[1] == " " + "─" * 25


def test_many_columns_that_would_each_have_a_band_are_cards_with_what_is_fixed_first() -> None:
    shapes = (*columns("Issue", "A", "B", "C"), Column("Agreement", fixed=True))
    words = ("Levy", "twelveletters", "thirteenletters", "fourteenletters", "partial")
    table = Table("", shapes, rows(words), "parties")
    assert in_terminal(table, looks=Looks(36)) == (
        " Levy\n   Agreement  partial\n   A          twelveletters\n   B          thirteenletters\n"
        "   C          fourteenletters\n"
    )
    two = Table("", (*shapes[:3], shapes[4]), rows((*words[:3], words[4])), "parties")
    assert " party 2 of 2\n" in in_terminal(two, looks=Looks(36))


def test_an_entry_of_a_group_without_words_in_front_is_not_set_in() -> None:
    table = Table(
        "", columns("Issue", "A"), (Row((cell("Labour", span=2),), Rank.GROUP), *rows(("", "said"), ("Pay", "")))
    )
    assert in_terminal(table).splitlines()[-2:] == ["        said", "   Pay"]
