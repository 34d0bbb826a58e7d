"""Changes as fences of a diff, whose marks stand in the first column, where GitHub and GitLab colour them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from negmatrix.document import Block, Hunk, Table, Told
from negmatrix.writers.plain import make_plain

MARKS: Mapping[Told, str] = {Told.WAS: "-", Told.IS: "+", Told.MEANS: "!"}
"""What stands first in a line, and tells in words what colours say."""

_ENDS = "@@"
_FURTHER = "    "
_BLANKS = " \t"
_RUNS = re.compile("`{3,}")


def find_keyed(blocks: Iterable[Block]) -> Block | None:
    """The first table with hunks, before which the marks are explained; None where there is none."""
    return next((block for block in blocks if isinstance(block, Table) and block.hunks), None)


def explain_marks() -> str:
    """What each mark means, in one line."""
    return ", ".join(f"`{mark}` {told.value}" for told, mark in MARKS.items())


def show_hunks(hunks: Iterable[Hunk]) -> Iterator[str]:
    """A fence for each hunk, with an empty line between each two."""
    for number, hunk in enumerate(hunks):
        if number:
            yield ""
        yield from show_fence((*_show_title(hunk.title), *_show_lines(hunk)), "diff")


def show_fence(lines: Iterable[str], language: str = "") -> Iterator[str]:
    """Lines as they are between fences longer than any run of backticks inside."""
    kept = tuple(lines)
    longest = max((len(run) for line in kept for run in _RUNS.findall(line)), default=2)
    fence = "`" * (longest + 1)
    yield from (fence + language, *kept, fence)


def _show_title(title: str) -> Iterator[str]:
    """The head of a hunk; each line of a title of several is one."""
    for line in _split(title):
        yield f"{_ENDS} {line} {_ENDS}"


def _show_lines(hunk: Hunk) -> Iterator[str]:
    """Each text behind its mark, without blanks at its start; its further lines are set in behind the same mark."""
    for told, text in hunk.lines:
        mark = MARKS[told]
        first, *others = _split(text)
        begun = first.lstrip(_BLANKS)
        yield f"{mark} {begun}" if begun else mark
        yield from (f"{mark}{_FURTHER}{other}" if other else mark for other in others)


def _split(text: str) -> list[str]:
    return make_plain(text).split("\n")
