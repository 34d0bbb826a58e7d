"""Whatever a table holds, what is made of it passes `check`, or a sentence says why there is none."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from negmatrix.diagnostics import Severity
from negmatrix.finding.lost import LostError
from negmatrix.importing import Imported, import_file
from negmatrix.importing.layout import Remarked, lay_out_mapping
from negmatrix.importing.tables import Lines, clean_text
from negmatrix.syntax import Mapping, Sequence, decode_text, parse_yaml
from negmatrix.syntax.parsing import PureParser
from tests.generated import often
from tests.reports import check_text

WORDS = (
    "", "", "-", "n/a", "withdrawn", "unknown", "none", "TBD", "Yes", "no", "Support", "oppose", "neutral", "40", "1,200 kt",
    "€1.200,50", "12,5 %", "12 %", "007", "2025-05-01", "2025-05-02", "a: b", "keep #1", "# no", "- x", "[a, b]", "{a}",
    "null", "~", "true", "a\nb", "a\n\n b ", "'", '"', "\\", "*a*", "&a", "!a", "<<", "=SUM(A1)", "x" * 200, "a; b", "high",
    "settled", "aligned", "Green", "red", "true", "stated", "not stated", "50", "1e5", "minutes p. 3", "https://example.org/a",
    "Security", "Ukraine", "город", "א", "\u200b", "🙂", "?", "...", "a,b", "a@b",
)  # fmt: skip
HEADERS = (
    "Issue", "Topic", "Position of A", "US Position", "B", "B", "", "#", "Party", "Stance", "Says", "Position", "State",
    "Round", "Source", "Accepts", "Rejects", "Fixed", "Salience", "Depends on", "depends_on", "carried_from", "place",
    "Date", "Confidence", "Status", "Weight", "Unit", "Note", "Question", "Objective", "Expected Outcome", "Goal", "talks",
    "title", "disputed", "internal", "red_line", "interest", "by", "Питання", "Позиція України",
)  # fmt: skip
CELLS = st.sampled_from(WORDS) | st.text(max_size=8)


def as_csv(rows: list[list[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8", "replace")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    headers = draw(st.lists(st.sampled_from(HEADERS) | st.text(max_size=6), min_size=1, max_size=9))
    own = draw(st.booleans())
    headers = ["issue", "party", "state", "stance", "says", "carried_from", "round", *headers] if own else headers
    width = len(headers)
    return [headers, *draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8))]


def faults(text: str) -> list[str]:
    return [problem.message for problem in check_text(text) if problem.severity is not Severity.NOTE]


def attempt(content: bytes, name: str) -> Imported | str:
    """What is made of a file, or the sentence that says why nothing is."""
    try:
        return import_file(content, name)
    except LostError as fault:
        return str(fault)


def check_attempt(content: bytes, name: str) -> None:
    found = attempt(content, name)
    assert found
    assert isinstance(found, str) or faults(found.text) == []
    assert attempt(content, name) == found


@often(3)
@given(tables())
def test_what_is_made_of_any_table_passes_check(rows: list[list[str]]) -> None:
    check_attempt(as_csv(rows), "any.csv")


@often(2)
@given(st.text(max_size=200), st.sampled_from(["csv", "tsv", "markdown", "html"]))
def test_any_text_gives_talks_or_a_sentence(text: str, kind: str) -> None:
    check_attempt(text.encode("utf-8", "replace"), f"any.{kind}")


@given(st.binary(max_size=200), st.sampled_from(["any", "any.xlsx", "any.csv", "any.md"]))
def test_any_bytes_give_talks_or_a_sentence(content: bytes, name: str) -> None:
    check_attempt(content, name)


def clean(text: str) -> str:
    return clean_text(text, Lines())


SIGNS = st.text("ab:#- ,[]{}'\"\\\n\t|>&*!%@`?~=.…é\u2028\x85\x07\u00a0\U0001f600")


@often(5)
@given(st.text(max_size=100).map(clean), (st.text() | SIGNS).map(clean))
def test_any_text_that_the_format_takes_reads_back_as_it_was(key: str, text: str) -> None:
    """As a key, a value, in a list, in a mapping in a list, before a comment: by both of PyYAML's parsers."""
    value = {
        f"k{key}": text,
        "list": [text, key, "x"],
        "told": Remarked(text, "so"),
        "rows": [{"a": text, f"b{key}": key}, text],
    }
    written = "\n".join(lay_out_mapping({"top": value})) + "\n"
    for parser in (None, PureParser):
        source, unread = decode_text("talks.yaml", written.encode())
        assert source is not None
        assert unread == []
        root, problems = parse_yaml(source, parser)
        assert problems == []
        assert isinstance(root, Mapping)
        assert isinstance(root.pairs[0][1], Mapping)
        (name, first), (_, listed), (_, told), (_, rows) = root.pairs[0][1].pairs
        assert (name, first, told) == (f"k{key}", text, text)
        assert isinstance(listed, Sequence)
        assert listed.items == [text, key, "x"]
        assert isinstance(rows, Sequence)
        assert isinstance(rows.items[0], Mapping)
        assert [*rows.items[0].pairs, rows.items[1]] == [("a", text), (f"b{key}", key), text]


def test_no_character_that_the_format_refuses_is_left_in_a_text() -> None:
    """Each character stays or goes as the reader of the format would have it; line ends become one kind."""
    for code in (*range(0xD800), *range(0xE000, 0x10400)):
        found = clean(f"a{chr(code)}b")
        source, _ = decode_text("one", f"a{chr(code)}b".encode())
        ends_line = chr(code) in "\x0b\x0c\r\x85\u2028\u2029"
        assert found == ("a\nb" if ends_line else "ab" if source is None else f"a{chr(code)}b")
