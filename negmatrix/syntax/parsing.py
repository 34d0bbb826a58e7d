"""YAML events to nodes: the only file that imports yaml.

Events of the C parser cost a fifth of what `yaml.load` costs, and keep places, keys as typed and repeated keys.
"""

import re
from typing import TYPE_CHECKING, Any, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from negmatrix.diagnostics import Diagnostic, error, warning
from negmatrix.model.quantity import parse_number
from negmatrix.source import SourceText, Span, Text
from negmatrix.syntax.decoding import find_unseen, tell_unseen
from negmatrix.syntax.faults import TOO_DEEP, explain_fault
from negmatrix.syntax.nodes import Mapping, Node, Sequence, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_DEPTH = 32
MAX_SCALAR = 65_536

_PROPERTY = re.compile(r"(?:^|[\s\[\]{},:?-])[&!]", re.MULTILINE)
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#")  # looks back, or a long run of blanks would be tried from each of them



class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser for where libyaml is missing."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        """The scanner's own, without the escapes that libyaml refuses: those of surrogates and beyond Unicode."""
        problem = "found invalid Unicode character escape code"
        try:
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError) as fault:
            raise yaml.scanner.ScannerError(None, None, problem, self.get_mark()) from fault
        if any("\ud800" <= chunk <= "\udfff" for chunk in chunks):
            raise yaml.scanner.ScannerError(None, None, problem, self.get_mark())
        return chunks


def _fastest_parser() -> "Callable[[str], Any]":
    """Any: PyYAML publishes no types for its C parser."""
    return yaml.cyaml.CParser if yaml.__with_libyaml__ else PureParser  # type: ignore[attr-defined]  # not in its stubs


def parse_yaml(source: SourceText, parser: "Callable[[str], Any] | None" = None) -> tuple[Node | None, list[Diagnostic]]:
    """The node that a text is, and the problems on the way; None when it is not YAML or empty."""
    builder = _Builder(source)
    try:
        builder.build((parser or _fastest_parser())(source.text))
    except yaml.MarkedYAMLError as fault:
        return None, [*builder.problems, explain_fault(source, fault)]
    except _Stop:
        return None, builder.problems
    if builder.root is None:
        nothing = Span(source, 0, 0)
        return None, [*builder.problems, error("empty-file", "there is nothing in this file", nothing)]
    return builder.root, builder.problems


class _Stop(Exception):  # noqa: N818 - no error of ours: the text has had its say
    """Reading on would cost more than it tells."""


class _Builder:
    """Puts events together; `problems` grows on the way."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self.cuts = frozenset(_find_cuts(source.text))

    def build(self, parser: Any) -> None:
        """Read all events. One loop, with little in it: it runs for every word of the file."""
        source, cuts, marked = self.source, self.cuts, _may_hold_properties(self.source.text)
        escaped = "\\" in source.text
        next_event = parser.get_event
        items: list[Node] = []
        stack: list[tuple[list[Node], Any]] = []
        new = str.__new__
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                text = new(Text, event.value)
                text.source = source
                text.start = start = event.start_mark.index
                text.end = end = event.end_mark.index
                text.plain = not event.style
                if marked and (event.anchor is not None or event.tag is not None):
                    self._refuse_properties(event)
                if cuts and end in cuts and text.plain:
                    self._tell_cut(text)
                if end - start > MAX_SCALAR < len(text):
                    items.append(self._refuse_length(text))
                elif escaped and not text.plain and (unseen := find_unseen(text)):
                    items.append(self._refuse_escape(text, unseen))
                else:
                    items.append(text)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._check_start(event, len(stack))
                stack.append((items, event))
                items = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                outer, start = stack.pop()
                outer.append(self._close(start, event, items))
                items = outer
            elif kind is AliasEvent:
                items.append(self._refuse_alias(event))
            elif kind is DocumentStartEvent and items:
                self._refuse_document(event)
                break
        self.root = items[0] if items else None

    def _span(self, event: Any) -> Span:
        return Span(self.source, event.start_mark.index, event.end_mark.index)

    def _report(self, code: str, message: str, at: Span, label: str) -> Unread:
        self.problems.append(error(code, message, at, label))
        return Unread(*at)

    def _check_start(self, event: Any, depth: int) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if depth >= MAX_DEPTH:
            self._report("too-deep", TOO_DEEP, self._span(event), "")
            raise _Stop

    def _close(self, start: Any, end: Any, items: list[Node]) -> Node:
        first, last = start.start_mark.index, end.end_mark.index
        if type(start) is SequenceStartEvent:
            return Sequence(items, self.source, first, last)
        keys = items[::2]
        pairs = list(zip(cast("list[Text]", keys), items[1::2], strict=True))
        if "<<" in keys or set(map(type, keys)) != {Text}:
            pairs = [(key, value) for key, value in pairs if self._is_key(key)]
        return Mapping(pairs, self.source, first, last, bool(start.flow_style), 2 * len(pairs) < len(items))

    def _is_key(self, key: Node) -> bool:
        if type(key) is Text and not (key.plain and key == "<<"):
            return True
        if type(key) is Text:
            self._report("merge-key", "merge keys are not part of this format", key.at, "write the fields out")
        elif not isinstance(key, Unread):
            self._report("complex-key", "a key must be a text", key.at, "write it as one text")
        return False

    def _refuse_properties(self, event: Any) -> None:
        at = Span(self.source, event.start_mark.index, event.start_mark.index + 1)
        if event.anchor is not None:
            name = f"&{event.anchor}"
            at = _locate(self.source, name, event)
            self._report("anchor", f"anchors such as {name!r} are not part of this format", at, "delete it")
        if event.tag is not None:
            at = _locate(self.source, "!", event)
            self._report("tag", "tags are not part of this format: a field knows what it holds", at, "delete the tag")

    def _refuse_alias(self, event: Any) -> Unread:
        message = f"aliases such as '*{event.anchor}' are not part of this format"
        return self._report("alias", message, self._span(event), "write the value out, or quote it")

    def _refuse_length(self, text: Text) -> Unread:
        at = Span(self.source, text.start, text.start + 1)
        return self._report("too-long", "a text may hold 65536 characters", at, f"this one holds {len(text)}")

    def _refuse_escape(self, text: Text, unseen: str) -> Unread:
        """A character that cannot be written may not come in through an escape either."""
        return self._report("control-character", tell_unseen(unseen), text.at, "delete its escape")

    def _refuse_document(self, event: Any) -> None:
        at = self._span(event)
        self._report("second-document", "a talks file holds one document", at, "a second one starts here")

    def _tell_cut(self, text: Text) -> None:
        mark = self.source.text.index("#", text.end)
        is_hashtag = not self.source.text[mark + 1 : mark + 2].isspace()
        if parse_number(text) is not None or not (is_hashtag or " " in text):
            return
        at = Span(self.source, mark, mark + 1)
        label = "put the text in quotes, or set two blanks before '#' and one behind"
        self.problems.append(warning("text-cut", "the text ends before ' #': the rest is a comment", at, label))


def _find_cuts(text: str) -> "Iterator[int]":
    """Where a text may be cut by a `#` that was not meant as a comment: one blank before it, or no blank behind it."""
    for match in _COMMENT.finditer(text) if "#" in text else ():
        behind = text[match.end() : match.end() + 1]
        if match.group() == " #" or not (behind.isspace() or behind in ("", "#")):
            yield match.start()


def _may_hold_properties(text: str) -> bool:
    """Whether an anchor or a tag may stand somewhere; without one in the whole text, no event is asked for it."""
    return ("&" in text or "!" in text) and _PROPERTY.search(text) is not None


def _locate(source: SourceText, mark: str, event: Any) -> Span:
    start = source.text.find(mark, event.start_mark.index)
    end = start + len(mark)
    if mark == "!":
        match = re.compile(r"\S+").match(source.text, start)
        end = match.end() if match else end
    return Span(source, start, end)

