"""Laws of the terminal writer, over generated tables."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negmatrix.document import (
    Align,
    Block,
    Cell,
    Column,
    Footnotes,
    Heading,
    Items,
    Legend,
    Line,
    Paragraph,
    Ramp,
    Rank,
    Row,
    Sign,
    Table,
    Tone,
    has_ramps,
)
from negmatrix.writers.terminal.looks import Depth, Looks, Palette
from negmatrix.writers.terminal.visible import make_visible
from negmatrix.writers.terminal.widths import _SINGLE, measure_width
from tests.documents import cell, in_terminal

CODE = re.compile(r"\x1b\[[\d;]*m")

words = st.text("abcXYZ0189éïжЇ界文字\u0301[]\\:'/-", min_size=1, max_size=14).filter(lambda word: word[0] != "\u0301")
phrases = st.lists(words, max_size=6).map(" ".join)
wild = st.text(max_size=20)
signs = st.sampled_from(Sign)
looks_of_cells = st.one_of(st.sampled_from(Tone), st.fractions(0, 1, max_denominator=9).map(Ramp))


def lines_of(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Line]:
    return st.builds(
        Line,
        texts,
        st.none() | signs,
        st.lists(signs, max_size=2).map(tuple),
        st.sampled_from((Tone.PLAIN, Tone.MUTED)),
    )


@st.composite
def tables(draw: st.DrawFn, texts: st.SearchStrategy[str] = phrases) -> Table:
    count = draw(st.integers(1, 7))
    column = st.builds(Column, texts, st.sampled_from(Align), st.booleans(), st.booleans())
    columns = tuple(draw(column) for _ in range(count))

    def cell(span: int) -> Cell:
        lines = tuple(draw(st.lists(lines_of(texts), max_size=2)))
        notes = tuple(draw(st.lists(st.integers(1, 30), max_size=1)))
        return Cell(lines, None, draw(looks_of_cells), notes, span)

    def row() -> Row:
        cells, left = [], count
        while left:
            cells.append(cell(draw(st.integers(1, left) if draw(st.booleans()) else st.just(1))))
            left -= cells[-1].span
        return Row(tuple(cells), draw(st.sampled_from(Rank)))

    return Table(draw(texts), columns, tuple(row() for _ in range(draw(st.integers(0, 4)))), "parties")


widths = st.none() | st.integers(1, 30) | st.integers(31, 250) | st.just(10_000)


def texts_of(table: Table) -> list[str]:
    return [line.text for row in table.rows for cell in row.cells for line in cell.lines]


def letters(text: str) -> str:
    """Without blanks, so that a word broken over lines is found again."""
    return "".join(text.split())


@given(tables(), widths)
def test_no_line_is_wider_than_the_width(table: Table, width: int | None) -> None:
    if width is not None:
        assert all(measure_width(line) <= max(2, width) for line in in_terminal(table, looks=Looks(width)).split("\n"))


texts = st.one_of(
    st.builds(Heading, phrases),
    st.builds(Paragraph, phrases, st.sampled_from(Tone)),
    st.lists(st.lists(lines_of(phrases), min_size=1, max_size=2).map(tuple), max_size=3).map(lambda e: Items(tuple(e))),
    st.lists(st.tuples(st.integers(1, 99), phrases, st.none() | words), max_size=3).map(lambda e: Footnotes(tuple(e))),
    st.builds(Legend, st.lists(signs).map(tuple), st.lists(phrases, max_size=2).map(tuple)),
)


@given(texts, st.integers(1, 60))
def test_no_line_of_running_text_is_wider_than_the_width(block: Block, width: int) -> None:
    text = in_terminal(block, looks=Looks(width))
    assert all(measure_width(line) <= max(2, width) for line in text.split("\n"))
    assert not re.search(" $", text, re.MULTILINE)


@given(st.text(max_size=30))
def test_a_width_that_is_known_without_rich_is_the_one_that_rich_knows(text: str) -> None:
    shown = make_visible(text)
    assert measure_width(shown) == cell_len(shown)


def test_every_character_measured_without_rich_is_one_cell_wide_to_rich() -> None:
    single = [chr(code) for code in range(32, 0x3000) if re.fullmatch(_SINGLE, chr(code))]
    assert len(single) > 1000
    assert all(cell_len(character) == 1 for character in single)


@given(tables(), st.integers(24, 250) | st.none() | st.just(10_000))
def test_every_word_of_every_cell_occurs(table: Table, width: int | None) -> None:
    """Words of one script, at widths that hold the longest with its margin and signs, are never broken."""
    text = in_terminal(table, looks=Looks(width))
    for word in " ".join(texts_of(table)).split():
        if not re.search("[界文字]", word):
            assert word in text


@given(tables(), widths)
def test_nothing_of_a_cell_is_lost_at_any_width(table: Table, width: int | None) -> None:
    text = letters(in_terminal(table, looks=Looks(width)))
    for word in " ".join(texts_of(table)).split():
        assert all(text.count(character) >= 1 for character in word)
    for character in "XYZ界文字":
        assert text.count(character) >= sum(cell.count(character) for cell in texts_of(table))


@given(tables(wild), widths, st.sampled_from(("utf-8", "cp1252", "ascii")))
def test_no_control_character_but_newline_and_all_can_be_encoded(
    table: Table, width: int | None, encoding: str
) -> None:
    text = in_terminal(table, looks=Looks(width, encoding=encoding))
    text.encode(encoding)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)


@given(tables(), widths)
def test_no_line_ends_in_a_blank_without_colour(table: Table, width: int | None) -> None:
    assert not re.search(" $", in_terminal(table, looks=Looks(width)), re.MULTILINE)


@given(tables(), widths, st.sampled_from(Depth), st.sampled_from(Palette))
def test_colour_changes_no_character(table: Table, width: int | None, depth: Depth, palette: Palette) -> None:
    """All that it adds is a key, where cells are coloured by their place on a scale."""
    coloured = CODE.sub("", in_terminal(table, looks=Looks(width, depth, palette)))
    lines, plain = [line.rstrip() for line in coloured.split("\n")], in_terminal(table, looks=Looks(width)).split("\n")
    assert lines[: len(plain)] == plain
    assert (len(lines) > len(plain)) is has_ramps(table)
    assert all(measure_width(line) <= max(2, width or 10**6) for line in coloured.split("\n"))


@given(tables())
def test_a_table_that_fits_is_not_stretched(table: Table) -> None:
    whole = in_terminal(table, looks=Looks())
    widest = max(measure_width(line) for line in whole.split("\n"))
    assert in_terminal(table, looks=Looks(max(1, widest))) == whole or len(table.caption) > 90


def test_a_ramp_beyond_its_ends_is_painted_as_they_are() -> None:
    ends = [
        in_terminal(Table("", (Column("x"),), (Row((cell("x", look=Ramp(place)),)),)), looks=Looks(depth=Depth.TRUE))
        for place in (Fraction(-1), Fraction(0), Fraction(1), Fraction(2))
    ]
    assert ends[0] == ends[1] != ends[2] == ends[3]
