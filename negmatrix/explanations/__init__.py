"""What each code means, with a bad and a good example: one Markdown file for each, read when somebody asks."""

import re
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent
_EXAMPLE = re.compile(r"^(Bad|Good):\n\n```(yaml|bytes)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_REPEAT = re.compile(r"<<(.+?)\*([0-9]+)>>")


class Example(NamedTuple):
    """A talks as it is shown, and the bytes of its file."""

    text: str
    content: bytes


class Explanation(NamedTuple):
    """What a code means: its severity in words, the manual's sentences, a talks with this problem and one without."""

    code: str
    severity: str
    sentence: str
    bad: Example
    good: Example


def codes() -> tuple[str, ...]:
    """All codes, by name."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))


def explain(code: str) -> Explanation:
    """What a code means; KeyError for a word that is none."""
    if code not in codes():
        raise KeyError(code)
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    head, _, _ = text.partition("\nBad:\n")
    _, severity, sentence = head.split("\n\n", 2)
    found = {name: _read_example(fence, example) for name, fence, example in _EXAMPLE.findall(text)}
    return Explanation(code, severity.removeprefix("Severity: "), sentence.strip(), found["Bad"], found["Good"])


def _read_example(fence: str, text: str) -> Example:
    return Example(text, text.encode() if fence == "yaml" else decode_bytes(text))


def decode_bytes(text: str) -> bytes:
    """The bytes that a `bytes` fence means: escapes as in Python stand for bytes, and `<<a*3>>` for three of them."""
    long = _REPEAT.sub(lambda match: match[1] * int(match[2]), text)
    return long.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1")
