"""The Python API says what the command line says: same text, same formats, same numbers, same problems."""

import io
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

import negmatrix as nm
from tests.calling import FAULTY, ROOT, SMALL, call, write

DATA = sorted((ROOT / "data").glob("*.yaml"))
WRITERS = ROOT / "data" / "writers.yaml"
CALENDAR = """\
talks: Port
parties: {city: City, union: Union, un: {name: UN, role: mediator}}
issues: {pay: {range: [0, 10]}, hours: {range: [30, 40], topic: Work}}
rounds:
  first: {positions: {pay: {city: 2, union: {stance: 9, accepts: [8, 10]}}}}
  second: {positions: {pay: {union: 8}, hours: {city: 40, union: 35}}}
  third: {positions: {pay: {city: 5}}, verdicts: {hours: {verdict: settled, at: 36}}}
proposals:
  early: {title: Early, terms: {pay: 5}, until: third}
  late: {title: Late, terms: {pay: 6}, round: second}
"""


def first(talks: nm.Talks) -> str:
    return next(iter(talks.parties))


def second(talks: nm.Talks) -> str:
    return list(talks.parties)[1]


CALLS: list[tuple[Callable[[nm.Talks], nm.View[object]], Sequence[str]]] = [
    (lambda talks: nm.show(talks), ["show"]),
    (lambda talks: nm.show(talks, "1", cells="both", sort="title", transpose=True, sources=True), ["show", "--round", "1", "--as", "both", "--sort", "title", "--transpose", "--sources"]),
    (lambda talks: nm.show(talks, public=True), ["show", "--public"]),
    (lambda talks: nm.pairs(talks), ["pairs"]),
    (lambda talks: nm.pairs(talks, measure="net", weights="none", order="file", min_shared=2, cut=0.3), ["pairs", "--measure", "net", "--weights", "none", "--order", "file", "--min-shared", "2", "--cut", "0.3"]),
    (lambda talks: nm.pairs(talks, blocs=True, impute_blocs=True), ["pairs", "--blocs", "--impute-blocs"]),
    (lambda talks: nm.pairs(talks, count=2), ["pairs", "--count", "2"]),
    (lambda talks: nm.pairs(talks, seen_from=first(talks)), ["pairs", "--from", "FIRST"]),
    (lambda talks: nm.issue(talks, next(iter(talks.issues))), ["issue", "ISSUE"]),
    (lambda talks: nm.compare(talks, first(talks), second(talks)), ["compare", "FIRST", "SECOND"]),
    (lambda talks: nm.history(talks), ["history"]),
    (lambda talks: nm.history(talks, outcome=True), ["history", "--outcome"]),
    (lambda talks: nm.trades(talks), ["trades"]),
    (lambda talks: nm.trades(talks, between=(first(talks), second(talks)), limit=None), ["trades", "--all", "--between", "FIRST", "SECOND"]),
    (lambda talks: nm.proposals(talks, weights="salience"), ["proposals", "--weights", "salience"]),
    (lambda talks: nm.proposals(talks, public=True), ["proposals", "--public"]),
    (lambda talks: nm.export(talks), ["export", "--format", "terminal"]),
    (lambda talks: nm.export(talks, public=True), ["export", "--public", "--format", "terminal"]),
]  # fmt: skip


def words(talks: nm.Talks, command: Sequence[str], path: Path) -> list[str]:
    """The words of the command line, with names of these talks; the file comes last."""
    names = {"FIRST": first(talks), "SECOND": second(talks), "ISSUE": next(iter(talks.issues))}
    return [*(names.get(word, word) for word in command), str(path)]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
@pytest.mark.parametrize(("view", "command"), CALLS, ids=lambda part: " ".join(part) if isinstance(part, list) else "")
def test_a_view_is_what_the_command_says(
    view: Callable[[nm.Talks], nm.View[object]], command: Sequence[str], path: Path
) -> None:
    talks = nm.load(path)
    shown = view(talks)
    arguments = words(talks, command, path)
    assert shown.to_text() == call(*arguments).out
    assert shown.to_json() == call(*arguments, "--format", "json").out


def test_every_format_is_that_of_the_command(tmp_path: Path) -> None:
    view = nm.show(nm.load(WRITERS))
    for written, form in [(view.to_markdown(), "markdown"), (view.to_html(), "html"), (view.to_csv(), "csv")]:
        assert written == call("show", WRITERS, "--format", form).out
    assert view.to_text(60) == call("show", WRITERS, "--width", "60").out
    assert str(view) == repr(view) == view.to_text().removesuffix("\n")
    assert view._repr_markdown_() == view.to_markdown()
    assert view._repr_html_().startswith('<div class="negmatrix">\n<style>.negmatrix')
    assert "Writers and studios 2023" in view._repr_html_()
    assert view.document is view.document
    book = openpyxl.load_workbook(io.BytesIO(view.to_xlsx()))
    assert any(cell.value == "General minimums" for row in book.worksheets[0].iter_rows() for cell in row)


def test_a_diff_is_what_the_command_says(tmp_path: Path) -> None:
    path = write(tmp_path / "port.yaml", CALENDAR)
    talks = nm.load(path)
    calls: list[tuple[nm.View[nm.Changes], list[object]]] = [
        (nm.diff(talks), [path]),
        (nm.diff(talks, after="second"), [f"{path}@second"]),
        (nm.diff(talks, before="first", after="third"), [f"{path}@first", "@third"]),
        (nm.diff(talks, talks, before="first", after="-1"), [f"{path}@first", "@third"]),
        (nm.diff(talks, before="1", after="2", parties="city", issues=["pay"]), [f"{path}@1", "@2", "--party", "city", "--issue", "pay"]),
        (nm.diff(talks, public=True), [path, "--public"]),
    ]  # fmt: skip
    for view, arguments in calls:
        assert view.to_text() == call("diff", *arguments).out


def test_two_talks_are_compared_as_two_files_are(tmp_path: Path) -> None:
    old = write(tmp_path / "old.yaml", CALENDAR)
    new = write(tmp_path / "new.yaml", CALENDAR.replace("city: 5", "city: 6").replace("union: 35", "union: 34"))
    one, other = nm.load(old), nm.load(new)
    assert nm.diff(one, other).to_json() == call("diff", old, new, "--format", "json").out
    assert nm.diff(one, other, before="2", after="3").to_text() == call("diff", f"{old}@2", f"{new}@3").out
    assert nm.diff(one, other, topics="work").to_text() == call("diff", old, new, "--topic", "work").out
    assert nm.diff(one, other, public=True).result.before.label == "Port"


def test_there_is_nothing_before_the_first_round() -> None:
    talks = nm.read(CALENDAR, "port")
    with pytest.raises(nm.LostError, match="'first' is the first round of 'port'"):
        nm.diff(talks, after="first")
    with pytest.raises(nm.LostError, match="'small' has one round only"):
        nm.diff(nm.read(SMALL, "small"))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_talks_that_end_in_a_round_show_what_stood_in_it(path: Path) -> None:
    talks = nm.load(path)
    for round_id in talks.rounds:
        ended = nm.load(f"{path}@{round_id}")
        assert [*ended.rounds][-1] == round_id
        assert nm.show(ended).to_text() == nm.show(talks, round_id).to_text()
        assert nm.show(ended).to_csv() == nm.show(talks, round_id).to_csv()
        assert nm.history(ended).to_text() == nm.history(talks, round_id).to_text()


def test_a_proposal_is_there_from_its_round_and_until_another(tmp_path: Path) -> None:
    path = write(tmp_path / "port.yaml", CALENDAR)
    ids = {round_: [*nm.load(f"{path}@{round_}").proposals] for round_ in ("first", "second", "third")}
    assert ids == {"first": ["early"], "second": ["early", "late"], "third": ["early", "late"]}
    shown = [proposal.id for proposal in nm.show(nm.load(path)).result.proposals]
    assert shown == ["late"]


def test_what_is_pointed_at_is_found_as_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data" / "small"
    write(folder / "talks.yaml", SMALL)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words_ in (["init", "--quiet"], ["add", "data"], ["commit", "--quiet", "--message", "One"]):
        subprocess.run([*git, *words_], check=True)
    expected = nm.read(SMALL)
    for reference in (None, "small", "data/small", folder, "small@1", "HEAD:data/small", "HEAD:data/small@1"):
        assert nm.load(reference) == expected
    assert nm.describe(nm.check()) == nm.describe(nm.check("small")) != ""
    with pytest.raises(nm.LostError, match="there is no file or talks 'smal'; did you mean 'small'"):
        nm.load("smal")
    write(tmp_path / "data" / "other.yaml", SMALL)
    with pytest.raises(nm.LostError, match="one talks is needed, and 2 were found"):
        nm.load("data")
    assert len({problem.at.source.name for problem in nm.check("data")}) == 2


def test_errors_are_raised_as_they_are_printed(tmp_path: Path) -> None:
    path = write(tmp_path / "faulty.yaml", FAULTY)
    with pytest.raises(nm.TalksError) as raised:
        nm.load(path)
    assert [problem.code for problem in raised.value.problems] == ["unknown-field"]
    assert call("show", path).err.startswith(f"{raised.value}\n\n")
    assert nm.describe(nm.check(path)) in call("check", path).out
    assert nm.describe([]) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty-file"), ("talks: \x07", "control-character"), ("talks: \ud800", "not-utf-8"), ("{", "yaml-syntax")],
)
def test_a_text_that_is_no_talks_is_an_error(text: str, code: str) -> None:
    assert [problem.code for problem in nm.check_text(text, "t")] == [code]
    with pytest.raises(nm.TalksError, match=r"^t:1:"):
        nm.read(text, "t")


def test_names_narrow_what_is_measured() -> None:
    talks = nm.read(CALENDAR)
    view = nm.show(talks, issues="pay", parties=["city", "union"])
    assert [row.id for row in view.result.issues] == ["pay"]
    assert view.to_dict()["filter"] == {"issues": ["pay"], "parties": ["city", "union"]}
    assert nm.show(talks, topics="work").result.issues[0].id == "hours"
    assert nm.issue(talks, "pay", parties=["city"]).result.numbers.coverage.of == 1
    assert (
        nm.compare(talks, "city", "union", topics="work").result.pair == nm.pairs(talks, topics="work").result.pairs[0]
    )


def test_two_drafts_side_by_side(tmp_path: Path) -> None:
    path = write(tmp_path / "port.yaml", CALENDAR)
    view = nm.proposals(nm.load(path), compare=("early", "late"))
    assert view.to_text() == call("proposals", path, "--compare", "early", "late").out


def test_public_views_say_so_and_hide_limits() -> None:
    view = nm.show(nm.read(CALENDAR), public=True)
    assert view.to_dict()["public"] is True
    assert "Public version" in str(view)
    assert nm.issue(nm.read(CALENDAR), "pay", "first", public=True).to_dict()["zone"] is None


def test_what_is_asked_for_must_be_there() -> None:
    talks = nm.read(CALENDAR)
    asked: list[tuple[Callable[[], object], str]] = [
        (lambda: nm.show(talks, "fourth"), "there is no round 'fourth'"),
        (lambda: nm.show(talks, parties="citty"), "did you mean 'city'"),
        (lambda: nm.issue(talks, "play"), "there is no issue 'play'"),
        (lambda: nm.compare(talks, "city", "City"), "are one party"),
        (lambda: nm.pairs(talks, seen_from="un"), "is the beginning of several|is no party to the talks"),
        (lambda: nm.pairs(talks, cut=0.2, count=3), "cut and count both"),
        (lambda: nm.proposals(talks, weights="salience", public=True), "does not tell what matters to whom"),
        (lambda: nm.history(talks, "fourth"), "there is no round 'fourth'"),
    ]
    for ask, sentence in asked:
        with pytest.raises(nm.LostError, match=sentence):
            ask()
