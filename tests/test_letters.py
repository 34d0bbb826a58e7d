"""Signs, digits and letters that look like others: what is said of them where something went wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.letters import as_latin, tell_apart
from negmatrix.model.numerals import plain_number
from negmatrix.model.quantity import number_hint, parse_number
from negmatrix.nearest import Known, suggest
from negmatrix.source import SourceText
from negmatrix.syntax import parse_yaml
from negmatrix.syntax.parsing import PureParser
from negmatrix.syntax.signs import find_sign

O, I, A = "\u043e", "\u0456", "\u0410"  # noqa: E741 - Cyrillic letters, named after those that they look like


@pytest.mark.parametrize(
    ("word", "meant", "told"),
    [
        (f"c{O}ast", "coast", f"here the '{O}' is Cyrillic (U+043E)"),
        ("coast", f"c{O}ast", f"its '{O}' is Cyrillic (U+043E)"),
        (A, "A", f"here the '{A}' is Cyrillic (U+0410)"),
        (f"c{O}asts", "coast", f"here the '{O}' is Cyrillic (U+043E)"),
        ("\u043ao\u0442\u044b", f"\u043a{O}\u0442\u044b", "here the 'o' is Latin (U+006F)"),
        ("al\u03bfha", "aloha", "here the '\u03bf' is Greek (U+03BF)"),
        ("city\u00a0hall", "city hall", "here the blank is U+00A0 (no-break space)"),
        ("caf\u00e9", "cafe", ""),
        ("ctiy", "city", ""),
        ("\u043a\u043e\u0442", "\u043a\u0438\u0442", ""),
    ],
)
def test_what_sets_two_words_apart_that_look_alike(word: str, meant: str, told: str) -> None:
    assert tell_apart(word, meant) == told
    assert suggest(meant, word) == f"did you mean '{meant}'? {told}".rstrip()


def test_a_word_in_letters_that_look_alike_is_near_however_short() -> None:
    assert Known([("no", "no"), ("A", "A")]).mistyped(f"n{O}") == "no"
    assert Known([(A, "a")]).mistyped("A") == "a"
    assert Known([("no", "no")]).mistyped("\u043d\u043e") is None


@given(st.text())
def test_latin_letters_stay_and_others_keep_their_number(word: str) -> None:
    assert len(as_latin(word)) == len(word)
    assert as_latin(as_latin(word)) == as_latin(word)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("1 000", "1000"),
        ("-12 345 678 kt", "-12345678 kt"),
        ("1\u202f000,5", "1000,5"),
        ("1’000", "1000"),
        ("\u22125", "-5"),
        ("“４０”", "40"),
        ("1 0", "1 0"),
        ("10 0000", "10 0000"),
        ("3²", "3²"),
        ("in 1 000 days", "in 1 000 days"),
    ],
)
def test_numbers_in_plain_digits(written: str, plain: str) -> None:
    assert plain_number(written) == plain


@given(st.integers(-(10**9), 10**9), st.sampled_from(" \u00a0\u202f\u2009’"))
def test_thousands_apart_are_the_number_together(number: int, between: str) -> None:
    written = f"{number:,}".replace(",", between)
    assert number_hint(written) == ("" if parse_number(written) is not None else f"write {number}")


def test_a_hint_keeps_the_sign_of_a_number() -> None:
    written = ["-5", "-05", "-.5", "+.5", "-1,000", "\u22120,5", "-0", "-00"]
    assert [number_hint(text) for text in written] == [
        "", "write -5", "write -0.5", "write 0.5", "write -1000", "write -0.5", "", "write -0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("A: “Never: x", 3),
        ("A: “Never” he: x", -1),
        ("A: he said, “no: x", -1),
        ("  q:\u00a0Quota", 4),
        ("\u00a0 q: Quota", 0),
        ("q\u00a0: Quota", -1),
        ("talks： T", 5),
        ("A: 甲：乙", -1),
        ("  q: {title：Q", 11),
        ("  q: {x: “y, z", 9),
    ],
)
def test_signs_that_look_like_those_of_yaml(line: str, place: int) -> None:
    assert find_sign(line) == place


@pytest.mark.parametrize("parser", [None, PureParser], ids=["libyaml", "pure"])
def test_a_text_of_many_lines_is_no_forgotten_key(parser: type[PureParser] | None) -> None:
    for lines, told in ((100, "this line goes on from the text of line 1"), (300, "a ':' is not expected here")):
        (problem,) = parse_yaml(SourceText("t", "x\n" * lines + "b: c\n"), parser)[1]
        assert problem.message == told
