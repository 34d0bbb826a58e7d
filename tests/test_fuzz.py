"""Spoiled and made-up talks through all commands in all formats: each ends with a sentence and one of three codes, never in a fault.

NEGMATRIX_FUZZ_INPUTS sets how many (500 by default), NEGMATRIX_FUZZ_START the number of the first.
A failure names its input's number: the same number makes the same input again.
"""

import csv
import io
import json
import os
import random
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import yaml
from made import Maker, make_file

from negmatrix.cli.entry import run

ROOT = Path(__file__).parent.parent
INPUTS = int(os.environ.get("NEGMATRIX_FUZZ_INPUTS", "500"))
START = int(os.environ.get("NEGMATRIX_FUZZ_START", "0"))
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
FILES = sorted((*ROOT.glob("data/*.yaml"), *ROOT.glob("tests/cases/**/*.yaml")))
SEEDS = [path.read_bytes() for path in FILES]
WORDS = r"""talks parties issues positions rounds scales sources proposals verdicts tables thresholds levels range
options unit anchors stance says accepts rejects fixed salience claims depends_on state source date between over at to
was role members power terms stances round until status scale weight topic n/a withdrawn unknown true no ~ null 010 1:30
1e30 -0 1e99999999 0x1F .5 5. 1,000 50% 2025-02-30 2025/2024 2025-03-01/2025-03-09 settled parked dropped aligned open
support yes-no <<: &a *a !t !!str --- ... %YAML | > |- >+ ? : - , [ ] { } [] {} [[]] "" '' # @ ` "\x1b[31m" "\ud800"
"\U00110000" "\u202e" é א"""
UNSEEN = ("\x00", "\x1b", "\x85", "\t", "\r", "\u2028", "\u202e", "\ufeff", "\U0001f600", "e\u0301")
HOSTILE = [word.encode() for word in (*WORDS.split(), *UNSEEN)] + [b"\xff", b"\xed\xa0\x80", b"9" * 60]
CALLS = (
    "check",
    "check --strict --format concise --completeness",
    "check --format json --completeness",
    "check --format github",
    "check --format sarif",
    "show T --sources --as both",
    "show T --transpose --sort divergence --width 60 --color always",
    "show T --as links --width 1",
    "issue I T",
    "issue I T --party P --round 1 --width 30",
    "compare P Q T",
    "diff T",
    "diff T@1 T@-1 --only moved",
    "diff U T",
    "git-diff x.yaml U 0 0 T 0 0",
    "history T",
    "history T --outcome",
    "pairs T --blocs --weights salience --measure net",
    "pairs T --from P --impute-blocs --count 2",
    "trades T --all",
    "trades T --between P Q",
    "proposals T",
    "list T",
    "export T",
    "import T --kind csv",
    "import T --kind markdown",
    "import T --kind html",
)
"""Of these T is a talks, U another, I an issue and P and Q parties."""

FORMS = ("terminal", "markdown", "html", "csv", "json", "xlsx")
BARE = ("check", "git-diff", "import")

Change = Callable[[random.Random, list[bytes]], None]


def put_word(dice: random.Random, lines: list[bytes]) -> None:
    """A hostile word somewhere in a line."""
    number = dice.randrange(len(lines))
    place = dice.randrange(len(lines[number]) + 1)
    lines[number] = lines[number][:place] + dice.choice(HOSTILE) + lines[number][place:]


def swap_word(dice: random.Random, lines: list[bytes]) -> None:
    """A hostile word instead of another."""
    number = dice.randrange(len(lines))
    words = re.split(rb"([\w-]+)", lines[number])
    words[dice.randrange(len(words))] = dice.choice(HOSTILE)
    lines[number] = b"".join(words)


def move_line(dice: random.Random, lines: list[bytes]) -> None:
    """A line gone, doubled, or somewhere else."""
    line = lines.pop(dice.randrange(len(lines))) if dice.random() < 0.7 else dice.choice(lines)
    if not lines or dice.random() < 0.7:
        lines.insert(dice.randrange(len(lines) + 1), line)


def indent_line(dice: random.Random, lines: list[bytes]) -> None:
    """A line further in or out."""
    number = dice.randrange(len(lines))
    lines[number] = b" " * dice.randrange(9) + (lines[number].lstrip() if dice.random() < 0.5 else lines[number])


def borrow_line(dice: random.Random, lines: list[bytes]) -> None:
    """A line of another file."""
    lines.insert(dice.randrange(len(lines) + 1), dice.choice(dice.choice(SEEDS).split(b"\n")))


def flip_byte(dice: random.Random, lines: list[bytes]) -> None:
    """Any byte anywhere."""
    number = dice.randrange(len(lines))
    place = dice.randrange(len(lines[number]) + 1)
    lines[number] = lines[number][:place] + bytes([dice.randrange(256)]) + lines[number][place + 1 :]


CHANGES: tuple[Change, ...] = (put_word, swap_word, swap_word, move_line, indent_line, borrow_line, flip_byte)


def spoil(dice: random.Random) -> bytes:
    lines = dice.choice(SEEDS).split(b"\n")
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        dice.choice(CHANGES)(dice, lines)
    return b"\n".join(lines)


def call(arguments: list[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    return code, out.getvalue(), err.getvalue()


def choose_call(dice: random.Random, file: Path, other: Path, maker: Maker | None) -> list[str]:
    """The words of a call, mostly for names that there are."""
    names = {"I": "i", "P": "p0", "Q": "p1"} if maker is None else {}
    if maker is not None:
        names = {"I": dice.choice(maker.issues), "P": maker.parties[0], "Q": maker.parties[-1]}
    names |= {"T": str(file), "U": str(other)}
    command, *words = dice.choice(CALLS).split()
    told = [
        names.get(word[:1], word[:1]) + word[1:] if word[:1] in "ITUPQ" and word[1:2] in ("", "@") else word
        for word in words
    ]
    if command in BARE:
        return [command, *told, *([str(file)] if command == "check" else [])]
    form = dice.choice(FORMS)
    told += ["-f", form, *(["-o", str(file.with_name("out"))] if form == "xlsx" else [])]
    told += ["--public"] if dice.random() < 0.2 else []
    return [command, *told]


def try_call(arguments: list[str], told: str) -> str:
    """Makes a call whose only ends are a result that can be read again, or a sentence."""
    code, out, err = call(arguments)
    told = f"{told}: {arguments}: {err}"
    assert code in ((0, 1) if arguments[0] == "check" else (0, 2)), told
    shown = re.sub("\x1b\\[[0-9;]*m", "", out) if "always" in arguments else out
    assert not CONTROLS.search((shown.replace("\r\n", "\n") if "csv" in arguments else shown) + err), told
    if code < 2 and {"json", "sarif"}.intersection(arguments):
        json.loads(out)
    if code < 2 and "csv" in arguments and arguments[0] != "import":
        list(csv.reader(io.StringIO(out, newline=""), strict=True))
    assert code != 2 or err, told
    return out


def test_made_up_talks_end_in_a_result(tmp_path: Path) -> None:
    """Talks made from the field tables, through every command in every format."""
    file, other = tmp_path / "made.yaml", tmp_path / "other.yaml"
    other.write_bytes(SEEDS[0])
    for number in range(START + 1, START + 1 + INPUTS // 5):
        dice = random.Random(number)  # noqa: S311 - dice, not secrets
        content, maker = make_file(dice)
        file.write_bytes(content)
        for _ in range(3):
            try_call(choose_call(dice, file, other, maker), f"made {number}: {content!r}")
        other.write_bytes(content)


def test_spoiled_talks_end_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = yaml.__with_libyaml__
    file = tmp_path / "spoiled.yaml"
    for number in range(START + 1, START + 1 + INPUTS):
        dice = random.Random(number)  # noqa: S311 - dice, not secrets
        file.write_bytes(spoil(dice))
        monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml and dice.random() < 0.8)
        try_call(choose_call(dice, file, dice.choice(FILES), None), f"input {number}: {file.read_bytes()!r}")
