"""Whole processes: closed and full outputs, pipes, signals, encodings, widths, colours and the TAB key."""

import gc
import json
import os
import pty
import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from negmatrix.cli.entry import main
from tests.calling import COMMAND, SMALL, environment, process, write

ACCENTED = SMALL.replace("Small", "Pâris ✓ \U0001f600").replace("title: I", "title: Zürich")


def test_a_closed_output_is_told(tmp_path: Path) -> None:
    write(tmp_path / "t.yaml")
    script = f"{' '.join(COMMAND)} show t.yaml >&-"
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "negmatrix: cannot write: standard output is closed\n")


@pytest.mark.parametrize("arguments", [["show", "t.yaml"], ["-h"], ["--version"], ["check", "t.yaml", "-f", "json"]])
def test_a_full_output_is_told(tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path / "t.yaml")
    with Path("/dev/full").open("wb") as full:
        done = process(*arguments, cwd=tmp_path, stdout=full)
    assert (done.code, done.err) == (2, "negmatrix: cannot write: No space left on device\n")


def test_nobody_need_listen_to_what_is_wrong(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert process("show", "missing", cwd=tmp_path, stderr=full).code == 2
    done = subprocess.run(
        ["sh", "-c", f"{' '.join(COMMAND)} show missing 2>&-"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_closed_input_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{' '.join(COMMAND)} show - <&-"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, "negmatrix: standard input is closed\n")


def test_who_reads_no_further_is_no_fault(tmp_path: Path) -> None:
    issues = "".join(f"  i{number}: {'x' * 200}\n" for number in range(2000))
    write(tmp_path / "t.yaml", f"talks: Long\nparties: [a, b]\nissues:\n{issues}")
    script = f"({' '.join(COMMAND)} show t.yaml; echo $? >&2) | head -1"
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.stdout[:4], done.stderr) == ("Long", "0\n")


def heed_interrupts() -> None:
    """Who runs the tests in the background has interrupts ignored, and all that is started inherits it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_a_slow_read(tmp_path: Path) -> None:
    waiting = subprocess.Popen(
        [*COMMAND, "show", "-"], cwd=tmp_path, env=environment(),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_interrupts,
    )  # fmt: skip
    with waiting:
        assert waiting.stdin
        waiting.stdin.write(b"#" * 1_000_000)  # more than a pipe holds: once this returns, it is being read
        waiting.stdin.flush()
        waiting.send_signal(signal.SIGINT)
        assert waiting.wait(10) == 130
        assert waiting.stderr
        assert waiting.stderr.read() == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_imported_talks_are_utf_8_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    write(tmp_path / "in.csv", "Issue,Україна,中国\nКвота,своя,共同\n")
    done = process("import", "in.csv", cwd=tmp_path, env={"LC_ALL": "C", "PYTHONIOENCODING": encoding})
    assert "\n  квота:\n    україна: своя\n    中国: 共同\n" in done.out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "latin-1"])
@pytest.mark.parametrize("arguments", [["show", "-"], ["check", "-"], ["show", "-f", "json", "-"], ["list", "-"]])
def test_an_encoding_gets_escapes_for_what_it_lacks(tmp_path: Path, encoding: str, arguments: list[str]) -> None:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=tmp_path, env=environment(PYTHONIOENCODING=encoding),
        input=ACCENTED.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    if "json" in arguments:
        assert json.loads(done.stdout)["results"][0]["talks"]["title"] == "Pâris ✓ \U0001f600"
    else:
        assert done.stdout.decode(encoding)
    assert b"Traceback" not in done.stderr


def on_terminal(cwd: Path, *arguments: str, **variables: str) -> str:
    """What a process writes to a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=cwd, env=environment(**variables), stdout=theirs, stdin=theirs
    ) as call:
        os.close(theirs)
        written = b""
        while piece := _read(ours):
            written += piece
        os.close(ours)
        assert call.wait(10) == 0
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # its other end is closed
        return b""


@pytest.mark.parametrize("columns", ["1", "10000", "0", "x", "9" * 5000])
def test_any_width_of_a_terminal_serves(tmp_path: Path, columns: str) -> None:
    write(tmp_path / "t.yaml")
    shown = re.sub("\x1b\\[[0-9;]*m", "", on_terminal(tmp_path, "show", "t.yaml", COLUMNS=columns, TERM="xterm"))
    if columns == "1":
        assert all(len(line) <= 1 for line in shown.splitlines())
    else:
        assert "Small · 2 parties" in shown


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "xterm", "FORCE_COLOR": "0"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_terminal_and_what_is_set(tmp_path: Path, variables: dict[str, str], coloured: bool) -> None:
    write(tmp_path / "t.yaml")
    assert ("\x1b[" in on_terminal(tmp_path, "show", "t.yaml", **variables)) is coloured


Completer = Callable[..., list[str]]


@pytest.fixture
def complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Completer:
    """What the TAB key offers for the last word: asked as bash asks, but in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.delenv("NEGMATRIX_TALKS", raising=False)
    monkeypatch.setenv("_NEGMATRIX_COMPLETE", "complete_bash")

    def ask(*words: str) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", " ".join(("negmatrix", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit):
            main()
        offered, said = capsys.readouterr()
        assert said == ""
        return offered.split("\n")[:-1]

    return ask


TOPICS = """talks: T
parties: [city, port]
issues: {pay: {title: Pay, topic: Labour}, crane: {title: Crane, topic: Works}}
rounds: {march: {title: M}, may: {title: M}}
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Two talks, one of them a folder, and a file whose name nobody can type."""
    write(tmp_path / "harbour" / "talks.yaml", TOPICS)
    write(tmp_path / "small.yaml")
    write(tmp_path / "bad\nname.yaml")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["sh"], ["show"]),
        (["show", ""], ["harbour", "small"]),
        (["show", "h"], ["harbour"]),
        (["show", "harbour@m"], ["harbour@march", "harbour@may"]),
        (["show", "nothing@m"], [""]),
        (["show", "harbour", "--round", "mar"], ["march"]),
        (["show", "harbour", "--party", ""], ["city", "port"]),
        (["show", "harbour", "--issue", "c"], ["crane"]),
        (["show", "harbour", "--topic", ""], ["Labour", "Works"]),
        (["show", "--party", "p"], ["port"]),
        (["show", "-", "--party", "p"], [""]),
        (["explain", "off-"], ["off-scale"]),
    ],
)
def test_names_complete(harbour: Path, complete: Completer, words: list[str], offered: list[str]) -> None:
    assert complete(*words) == offered


def test_names_complete_where_nothing_is_found(complete: Completer) -> None:
    assert complete("show", "") == [""]
    assert complete("show", "@") == [""]


def test_a_shell_asks_a_process(harbour: Path) -> None:
    asked = {"_NEGMATRIX_COMPLETE": "complete_bash", "COMP_WORDS": "negmatrix show h", "COMP_CWORD": "2"}
    assert process(cwd=harbour, env=asked) == (0, "harbour\n", "")


def test_a_shell_that_asks_wrongly_gets_nothing(tmp_path: Path) -> None:
    for words in ({"COMP_WORDS": "negmatrix", "COMP_CWORD": "x"}, {}):
        assert process(cwd=tmp_path, env={"_NEGMATRIX_COMPLETE": "complete_bash"} | words) == (2, "", "")
    assert process("show", "no", cwd=tmp_path, env={"_NEGMATRIX_COMPLETE": ""}).code == 2
