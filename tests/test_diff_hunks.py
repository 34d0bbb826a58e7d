"""Comparisons in Markdown: fences of a diff, from which a reader gets back what was, what is and what that means."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from negmatrix.analysis.changes import Changes, Side, measure_changes
from negmatrix.document import Cell, Column, Document, Hunk, Legend, Line, Row, Sign, Table, Told
from negmatrix.views.diff import show_changes
from negmatrix.writers.markdown import write_markdown
from negmatrix.writers.plain import make_plain
from tests.comparing import STEPS, piers, read, read_text, step
from tests.hostile import CONTROLS, HOSTILE, SOME
from tests.hostile_talks import read_hostile

SHOWN = Path(__file__).parent / "cases" / "shown"
MARKS = {"-": Told.WAS, "+": Told.IS, "!": Told.MEANS}


def write(document: Document) -> str:
    out = io.StringIO()
    write_markdown(document, out)
    return out.getvalue()


def read_fences(markdown: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark").parse(markdown):
        assert token.type not in ("code_block", "html_block", "hr")
        if token.type == "fence":
            assert token.info == "diff"
            yield token.content


def read_hunk(content: str) -> Hunk:
    """As somebody reads it: the title between its signs, and texts behind marks, further lines of one set in."""
    title: list[str] = []
    texts: list[tuple[Told, str]] = []
    for line in content.removesuffix("\n").split("\n"):
        if not texts and line.startswith("@@ ") and line.endswith(" @@"):
            title.append(line[3:-3])
        elif texts and MARKS[line[0]] is texts[-1][0] and (line[1:5] == "    " or len(line) == 1):
            texts[-1] = texts[-1][0], f"{texts[-1][1]}\n{line[5:]}"
        else:
            assert line[1:2] in (" ", "")
            texts.append((MARKS[line[0]], line[2:]))
    return Hunk("\n".join(title), tuple(texts))


def plain(hunk: Hunk) -> Hunk:
    """A hunk without what would steer or hide, and without blanks at the start of a text."""

    def begin(text: str) -> str:
        first, *others = make_plain(text).split("\n")
        return "\n".join((first.lstrip(" \t"), *others))

    return Hunk(make_plain(hunk.title), tuple((told, begin(text)) for told, text in hunk.lines))


def hunks_of(document: Document) -> list[Hunk]:
    return [
        hunk
        for block in document.blocks
        if isinstance(block, Table) and block.hunks is not None
        for hunk in block.hunks()
    ]


@pytest.mark.parametrize("hostile", [*HOSTILE, *CONTROLS], ids=lambda text: repr(text)[:30])
def test_a_hunk_is_read_back_whatever_its_texts(hostile: str) -> None:
    hunk = Hunk(hostile, ((Told.WAS, f"a {hostile}"), (Told.IS, hostile), (Told.MEANS, f"{hostile} b")))
    rows = (Row((Cell((Line(hostile),), hostile),)),)
    table = Table("", (Column("x"),), rows, hunks=lambda: iter([hunk, hunk]))
    assert [*map(read_hunk, read_fences(write(Document("T", (table,)))))] == [plain(hunk)] * 2


@pytest.mark.parametrize("hostile", SOME, ids=lambda text: repr(text)[:30])
def test_a_comparison_is_read_back_whatever_its_words(hostile: str) -> None:
    sides = [Side(read_hostile(text), None, "x.yaml") for text in (hostile, "Plain words")]
    for before, after in (sides, sides[::-1]):
        document = show_changes(measure_changes(before, after))
        hunks = hunks_of(document)
        assert [*map(read_hunk, read_fences(write(document)))] == [plain(hunk) for hunk in hunks]
        assert sum(hostile in text for hunk in hunks for _, text in hunk.lines) >= 8


def shown() -> list[Changes]:
    return [*map(step, STEPS), piers(), harbours()]


def harbours() -> Changes:
    before, after = (read(SHOWN / f"harbour-{name}.yaml") for name in ("before", "after"))
    return measure_changes(Side(before, None, "harbour-before.yaml"), Side(after, None, "harbour-after.yaml"))


@pytest.mark.parametrize(
    ("name", "changes"),
    [("diff-writers-may-deal", step("writers-may-deal")), ("diff-pier", piers()), ("harbour-there", harbours())],
    ids=["writers", "pier", "harbour"],
)
def test_a_comparison_in_markdown_is_shown_whole(name: str, changes: Changes, regenerate: bool) -> None:
    expected = SHOWN / f"{name}.md"
    text = write(show_changes(changes))
    if regenerate:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_nothing_of_the_table_is_lost() -> None:
    """Each issue has a fence, and each of its parties, with the words and numbers of the table."""
    for changes in shown():
        for block in show_changes(changes).blocks:
            if not isinstance(block, Table) or block.hunks is None:
                continue
            hunks = [*block.hunks()]
            titles = [
                row.cells[0].lines[0].text for row in block.rows if not row.cells[0].lines[0].text.startswith(" ")
            ]
            assert [hunk.title.partition(" · agreement ")[0] for hunk in hunks] == titles
            told = iter(hunks)
            hunk = Hunk("", ())
            for row in block.rows:
                party = row.cells[0].lines[0].text.strip()
                if not row.cells[0].lines[0].text.startswith(" "):
                    hunk = next(told)
                    continue
                text = " ".join(text for _, text in hunk.lines if text.startswith(f"{party}: "))
                said = " ".join(line.text for line in row.cells[1].lines)
                assert numbers(said) <= numbers(text)
                assert text
                assert (Sign.UNSURE in row.cells[0].lines[0].signs) is ("coder is unsure" in text)


def numbers(text: str) -> set[str]:
    return {word.strip("(),.“”[]{}+-%") for word in text.split() if any(sign.isdigit() for sign in word)}


def test_marks_are_explained_once_and_signs_of_the_table_not_at_all() -> None:
    text = write(show_changes(piers()))
    assert text.count("`-` before, `+` after, `!` what that means\n") == 1
    assert text.index("`-` before") < text.index("```diff")
    assert "words put in" not in write(show_changes(step("writers-may-august")))
    assert "? coder" not in write(show_changes(step("writers-may-august")))
    assert write(Document("T", (Legend((Sign.UNSURE,), ("Read.",)),))) == "? coder is unsure\n\nRead.\n"


TALKS = """talks: T
parties: {a: A, b: B}
issues: {x: {title: X, range: [0, 10], unit: kt%s}}
positions: {x: {a: %s, b: 2}}
%s"""


def compare(before: tuple[str, str, str], after: tuple[str, str, str]) -> list[str]:
    old, new = (read_text(name, TALKS % parts) for name, parts in (("a", before), ("b", after)))
    text = write(show_changes(measure_changes(Side(old, None, "a"), Side(new, None, "b"))))
    return [line for fence in read_fences(text) for line in fence.splitlines()[1:]]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("1", "2", ["- A: 1 kt", "+ A: 2 kt", "! A: moved +1, 10% of the scale, toward B"]),
        ("{says: One}", "1", ["- A: “One”", "+ A: coded 1 kt"]),
        ("1", "{says: One}", ["- A: 1 kt", "+ A: no longer coded: “One”"]),
        ("1", "withdrawn", ["- A: 1 kt", "+ A: withdrawn"]),
        ("{state: withdrawn, says: Gone}", "{stance: 1, says: Back}", ["- A: withdrawn “Gone”", "+ A: restated 1 kt “Back”"]),
        ("withdrawn", "n/a", ["- A: withdrawn", "+ A: not applicable now"]),
        ("n/a", "{stance: 3, says: Three}", ["- A: n/a", "+ A: applicable now: 3 kt “Three”"]),
        ("{stance: 1, says: One}", "{stance: 1, says: Only one}", ["- A: “One”", "+ A: reworded: “Only one”"]),
        ("{stance: 1, says: One}", "1", ["- A: “One”", "! A: reworded"]),
        ("1", "{stance: 1, says: One}", ["+ A: reworded: “One”"]),
        ("{stance: 1, salience: 9}", "{stance: 1, salience: 20}", ["- A: salience 9", "+ A: salience 20"]),
        ("{stance: 1, interest: Rest}", "1", ["- A: interest Rest"]),
        ("1", "{stance: 1, note: Why}", ["+ A: note Why"]),
        ("{stance: 1, accepts: [0, 2]}", "{stance: 1, rejects: [3, 4]}", ["- A: accepts 0 to 2 kt", "+ A: rejects 3 to 4 kt"]),
        ("1", "{stance: 1, confidence: low}", ["+ A: confidence low", "! A: coder is unsure"]),
    ],
)  # fmt: skip
def test_each_change_of_a_cell_says_what_was_and_what_is(before: str, after: str, lines: list[str]) -> None:
    told = compare(("", before, ""), ("", after, ""))
    assert [line for line in told if " A: " in line] == lines


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ((", question: Why?", "1", ""), ("", "1", ""), ["- question: Why?"]),
        ((", note: Old", "1", ""), (", note: New", "1", ""), ["- note: Old", "+ note: New"]),
        (
            ("", "1", ""),
            ("", "1", "verdicts: {x: {verdict: parked, to: May, says: Later}}"),
            ["- verdict: aligned", "+ verdict: parked, to May: “Later”"],
        ),
        (
            ("", "1", "verdicts: {x: {verdict: parked, to: May}}"),
            ("", "1", "verdicts: {x: {verdict: parked, to: June}}"),
            ["+ verdict: parked, on other terms, to June"],
        ),
        (
            ("", "1", ""),
            ("", "1", "verdicts: {x: {verdict: settled, at: 2}}"),
            ["- verdict: aligned", "+ verdict: settled at 2 kt", "! settled: B stood there, A from 1"],
        ),
    ],
)  # fmt: skip
def test_each_change_of_an_issue_says_what_was_and_what_is(
    before: tuple[str, str, str], after: tuple[str, str, str], lines: list[str]
) -> None:
    assert compare(before, after) == lines


def test_issues_come_go_and_are_named_and_scaled_anew() -> None:
    top = "talks: T\nparties: {a: A, b: B}\nissues: {%s}\npositions: {%s}\n"
    sides = [
        ("old: {title: X, range: [0, 9]}, gone: Gone", "old: {a: 1, b: 2}"),
        ("new: {title: X, range: [0, 10]}, fresh: Fresh", "new: {a: 1, b: 2}"),
    ]
    old, new = (Side(read_text("t", top % side), None, "t") for side in sides)
    fences = {
        (hunk := read_hunk(fence)).title.partition(" · ")[0]: [text for _, text in hunk.lines]
        for fence in read_fences(write(show_changes(measure_changes(old, new))))
    }
    assert fences["Fresh"] == ["issue added"]
    assert fences["Gone"] == ["issue no longer in the file"]
    renamed = ["id: old", "id: new", "scale: 0 to 9", "scale: 0 to 10", "rescaled, no number is compared"]
    assert [text for text in fences["X"] if text != "a guess"] == renamed
