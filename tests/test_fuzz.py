"""Talks of ours, spoiled, through all commands in all formats: each call ends in a result or a sentence, never in a fault.

NEGMATRIX_FUZZ_INPUTS sets how many (500 by default), NEGMATRIX_FUZZ_START the number of the first.
A failure names its input's number: the same number makes the same input again.
"""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.commands import CALLS, FORMS, PLAIN, Names, fill, try_call

ROOT = Path(__file__).parent.parent
INPUTS = int(os.environ.get("NEGMATRIX_FUZZ_INPUTS", "500"))
START = int(os.environ.get("NEGMATRIX_FUZZ_START", "0"))
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


def choose_call(dice: random.Random, names: Names) -> list[str]:
    """The words of a call, with any format where it has one."""
    words = dice.choice(CALLS)
    form = "" if words in PLAIN else f" {dice.choice(FORMS)}{' --public' if dice.random() < 0.2 else ''}"
    return fill(words + form, names)


def test_spoiled_talks_end_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = yaml.__with_libyaml__
    file = tmp_path / "spoiled.yaml"
    for number in range(START + 1, START + 1 + INPUTS):
        dice = random.Random(number)  # noqa: S311 - dice, not secrets
        file.write_bytes(spoil(dice))
        monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml and dice.random() < 0.8)
        try_call(choose_call(dice, Names(file, dice.choice(FILES))), f"input {number}: {file.read_bytes()!r}")
