"""Files are written whole or not at all, and never over what was read."""

import os
import stat
from pathlib import Path

import pytest

from negmatrix.cli.entry import run
from negmatrix.cli.writing import refuse_talks, write_whole
from negmatrix.finding.lost import LostError

ROOT = Path(__file__).parent.parent
PARIS = str(ROOT / "data" / "paris.yaml")


def test_a_new_file_gets_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new.md", lambda file: file.write(b"all of it"))
    finally:
        os.umask(before)
    assert (tmp_path / "new.md").read_bytes() == b"all of it"
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["new.md"]


def test_an_old_file_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    with pytest.raises(LostError, match=r"is a link to .*real"):
        write_whole(link, lambda file: file.write(b"new"))
    write_whole(link, lambda file: file.write(b"new"), force=True)
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_what_cannot_be_finished_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.md"
    target.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LostError, match=r"report\.md' cannot be written: No space left on device"):
        write_whole(target, lambda file: file.write(b"new"))
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_a_folder_in_the_way_and_one_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LostError, match="is a folder"):
        write_whole(tmp_path, lambda file: file.write(b"x"))
    with pytest.raises(LostError, match="does not exist"):
        write_whole(tmp_path / "missing" / "x.md", lambda file: file.write(b"x"))


def test_a_device_is_written_to_only_with_force() -> None:
    with pytest.raises(LostError, match="--force"):
        write_whole(Path(os.devnull), lambda file: file.write(b"x"))
    write_whole(Path(os.devnull), lambda file: file.write(b"x"), force=True)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_talks_that_was_read_is_not_written_over(tmp_path: Path) -> None:
    talks = tmp_path / "talks.md"
    talks.write_text("talks: T\nparties: [a]\nissues: [x]\n")
    assert run(["show", str(talks), "-o", str(talks)]) == 2
    assert talks.read_text().startswith("talks: T")
    assert run(["show", str(talks), "-o", str(talks), "--force"]) == 0
    assert talks.read_text().startswith("# T")
    refuse_talks(tmp_path / "new.md", [talks], force=False)
    refuse_talks(talks, [tmp_path / "gone.yaml"], force=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "x.pdf"], "does not tell its format by its ending"),
        (["-o", "x.htlm"], "did you mean '.html'?"),
        (["--tidy", "-f", "html"], "--tidy is for csv, not for html"),
        (["-f", "xlsx"], "a workbook needs a file"),
    ],
)
def test_formats_that_do_not_fit(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["show", PARIS, *words]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_only_cells_can_be_tidy(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", PARIS, "--tidy"]) == 2
    assert "'list' has no cells for --tidy" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.md", "# Paris peace talks"),
        ("x.html", "<!DOCTYPE html>"),
        ("x.json", "{"),
        ("x.txt", "Paris peace talks · Paris"),
        ("x.csv", "Issue,"),
    ],
)
def test_the_ending_tells_the_format(name: str, start: str, tmp_path: Path) -> None:
    assert run(["show", PARIS, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip("\ufeff").casefold().startswith(start.casefold())


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["show", PARIS], "Paris peace talks"),
        (["show", PARIS, "-f", "json"], "{"),
        (["export", PARIS], "# "),
        (["schema"], "{"),
        (["import", "in.csv"], "# Imported"),
    ],
)
def test_a_dash_for_a_file_is_standard_output(
    words: list[str], start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("Issue,A,B\nQuota,1,2\n")
    assert run([*words, "-o", "-"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(start)
    assert run(words) == 0
    assert capsys.readouterr().out == told
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_file_may_be_called_dash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["schema", "-o", "./-"]) == 0
    assert (tmp_path / "-").read_text().startswith("{")


def test_a_workbook_is_a_workbook(tmp_path: Path) -> None:
    assert run(["show", PARIS, "-o", str(tmp_path / "x.xlsx")]) == 0
    assert (tmp_path / "x.xlsx").read_bytes().startswith(b"PK")
