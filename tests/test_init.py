"""`negmatrix init`: a file to start from, and never a file lost."""

import contextlib
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from negmatrix.cli.entry import run
from negmatrix.cli.starting import STARTER, start_talks
from negmatrix.finding.lost import LostError
from negmatrix.reading import read_talks
from negmatrix.reading.positions import POSITION
from negmatrix.reading.top import TALKS
from negmatrix.source import SourceText
from tests.reports import check_text

TEXT = STARTER.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEGMATRIX_TALKS", raising=False)


def files() -> dict[str, bytes]:
    """Every file below the folder that we are in."""
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said when nothing is made and nothing is touched."""
    before = files()
    assert run(["init", *arguments]) == 2
    assert files() == before
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_the_starter_has_no_problem_at_all() -> None:
    assert check_text(TEXT) == []


def test_the_starter_says_that_it_is_invented() -> None:
    talks = read_talks([SourceText("talks.yaml", TEXT)]).talks
    assert talks is not None
    assert "invented" in talks.title
    assert "INVENTED" in "".join(TEXT.splitlines()[:5])


def test_the_starter_shows_what_matters() -> None:
    """Sections, scales, and the fields of a position that an analyst writes every day; each line fits a screen."""
    unusual = {"tables", "thresholds", "carry_forward", "stale_after", "scales", "round", "positions", "verdicts"}
    assert all(f"\n{name}:" in TEXT for name in set(TALKS) - unusual)
    for name in (
        "range",
        "unit",
        "levels",
        "options",
        "stance",
        "says",
        "accepts",
        "salience",
        "interest",
        "fixed",
        "source",
    ):
        assert f"{name}: " in TEXT, name
    assert {"stance", "says", "accepts"} < set(POSITION)
    assert max(map(len, TEXT.splitlines())) <= 120


def test_a_new_folder_gets_the_starter(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "harbour"]) == 0
    assert files() == {os.path.join("harbour", "talks.yaml"): STARTER.read_bytes()}  # noqa: PTH118 - as str() of a path
    told = capsys.readouterr()
    assert told.out == ""
    assert "made harbour/talks.yaml" in told.err
    assert "negmatrix check harbour\n" in told.err
    assert run(["check", "--strict", "harbour"]) == 0


def test_folders_are_made_and_named_as_a_shell_wants_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "my talks/pier"]) == 0
    assert "negmatrix show 'my talks/pier'\n" in capsys.readouterr().err


def test_without_a_folder_it_is_made_here(capsys: pytest.CaptureFixture[str]) -> None:
    Path("notes.txt").write_text("kept", encoding="utf-8")
    assert run(["init"]) == 0
    assert set(files()) == {"talks.yaml", "notes.txt"}
    assert "negmatrix check\n" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("harbour",)])
def test_what_is_there_is_left_as_it_is(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(*arguments, "talks.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text("talks: Mine\n", encoding="utf-8")
    assert f"'{path}' exists already" in refused(capsys, *arguments)


def test_a_link_that_leads_nowhere_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("talks.yaml").symlink_to("nowhere.yaml")
    assert "exists already" in refused(capsys)


def test_other_yaml_must_not_become_a_part(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deep", "down").mkdir(parents=True)
    Path("deep", "down", "other.yml").write_text("a: b\n", encoding="utf-8")
    assert "'deep/down/other.yml' and the new file would become one talks" in refused(capsys)
    assert "'deep/down/other.yml'" in refused(capsys, "deep")


def test_hidden_yaml_is_no_part(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".github").mkdir()
    Path(".github", "work.yml").write_text("a: b\n", encoding="utf-8")
    assert run(["init"]) == 0
    assert "made talks.yaml" in capsys.readouterr().err


def test_it_must_not_become_a_part_of_other_talks(capsys: pytest.CaptureFixture[str]) -> None:
    Path("talks.yaml").write_text("talks: Mine\n", encoding="utf-8")
    assert f"lies in the talks of '{Path.cwd()}'" in refused(capsys, "deep/harbour")
    assert not Path("deep").exists()


@pytest.mark.parametrize(
    ("folder", "fault"),
    [("file", "'file' is there already"), ("file/below", "Not a directory"), ("x" * 300, "too long")],
)
def test_a_folder_that_cannot_be_made(folder: str, fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("kept", encoding="utf-8")
    told = refused(capsys, folder)
    assert "cannot be made" in told
    assert fault in told


def test_a_folder_of_links_in_a_circle(capsys: pytest.CaptureFixture[str]) -> None:
    Path("round").symlink_to("round")
    assert "cannot be made" in refused(capsys, "round")


@contextlib.contextmanager
def almost_full(limit: int) -> Iterator[None]:
    """No file may grow beyond a few bytes, as on a disk that is full; no fixture, since pytest writes files of its own."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("limit", [0, 100])
def test_half_a_file_is_taken_away_again(limit: int) -> None:
    with pytest.raises(LostError, match="cannot be made"), almost_full(limit):
        start_talks(Path("harbour"))
    assert files() == {}
