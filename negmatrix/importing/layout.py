"""Talks text laid out for people: block style, comments, short lists in brackets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from negmatrix.importing.scalars import can_be_block, write_text

_WIDTH = 110


class Plain(NamedTuple):
    """A word that stands without quotes: a number, `true`, `n/a`, a word of the format."""

    word: str


class Remarked(NamedTuple):
    """A value with a comment: behind it on its line, or above the lines of a mapping."""

    value: "Value"
    remark: str


Value: TypeAlias = str | Plain | Remarked | Sequence["Value"] | Mapping[str, "Value"]


def lay_out_mapping(mapping: Mapping[str, Value], depth: int = 0) -> Iterator[str]:
    """The lines of a mapping, texts of one line that follow each other as one; sections at the top have a blank line
    between them.
    """
    indent = "  " * depth
    run: list[str] = []
    for number, (key, value) in enumerate(mapping.items()):
        head = f"{indent}{write_text(key, flow=True)}:"
        if type(value) is str and "\n" not in value:
            run.append(f"{head} {write_text(value)}")
            continue
        if type(value) is Plain:
            run.append(f"{head} {value.word}")
            continue
        if run:
            yield "\n".join(run)
            run = []
        if depth == 0 and number and not isinstance(_bare(value), (str, Plain)):
            yield ""
        yield from _lay_out_entry(head, value, depth)
    if run:
        yield "\n".join(run)


def _bare(value: Value) -> Value:
    return value.value if isinstance(value, Remarked) else value


def _lay_out_entry(head: str, entry: Value, depth: int) -> Iterator[str]:
    """The lines of a value behind its key or dash."""
    value, remark = _bare(entry), f"  # {entry.remark}" if isinstance(entry, Remarked) else ""
    if isinstance(value, Mapping):
        yield head + remark
        yield from lay_out_mapping(value, depth + 1)
    elif isinstance(value, str) and can_be_block(value):
        yield f"{head} |-{remark}"
        yield from ("  " * (depth + 1) + line if line else "" for line in value.split("\n"))
    elif isinstance(value, (str, Plain)):
        yield f"{head} {_write_scalar(value)}{remark}"
    else:
        yield from _lay_out_list(head, value, remark, depth)


def _write_scalar(value: Value, *, flow: bool = False) -> str:
    return value.word if isinstance(value, Plain) else write_text(str(value), flow=flow)


def _lay_out_list(head: str, items: Sequence[Value], remark: str, depth: int) -> Iterator[str]:
    """Scalars in brackets where they fit on the line, else an item a line."""
    if all(isinstance(item, (str, Plain)) for item in items):
        line = f"{head} [{', '.join(_write_scalar(item, flow=True) for item in items)}]"
        if len(line) <= _WIDTH:
            yield line + remark
            return
    yield head + remark
    dash = "  " * (depth + 1) + "-"
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = lay_out_mapping(item, depth + 2)
            yield f"{dash} {first.lstrip()}"
            yield from rest
        else:
            yield from _lay_out_entry(dash, item, depth + 1)
