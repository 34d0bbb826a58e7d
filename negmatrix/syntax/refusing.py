"""What YAML has and this format has not: each refused at its place, and passed over by whoever meets it."""

import re
from collections.abc import Iterator
from typing import Any

from negmatrix.diagnostics import Problems, error, quote, warning
from negmatrix.model.quantity import parse_number
from negmatrix.source import SourceText, Span, Text
from negmatrix.syntax.decoding import tell_unseen
from negmatrix.syntax.faults import TOO_DEEP
from negmatrix.syntax.nodes import Unread

_PROPERTY = re.compile(r"(?:^|[\s\[\]{},:?-])[&!]", re.MULTILINE)
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#")  # looks back, or a long run of blanks would be tried from each of them


class Refusals:
    """The problems found while a text is read; an `event` is one of PyYAML's, with marks that hold an offset."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems = Problems()

    def _span(self, event: Any) -> Span:
        return Span(self.source, event.start_mark.index, event.end_mark.index)

    def _report(self, code: str, message: str, at: Span, label: str) -> Unread:
        self.problems.append(error(code, message, at, label))
        return Unread(*at)

    def depth(self, event: Any) -> None:
        """A list or mapping that lies too deep."""
        self._report("too-deep", TOO_DEEP, self._span(event), "")

    def merge(self, key: Text) -> Unread:
        """A merge key."""
        return self._report("merge-key", "merge keys are not part of this format", key.at, "write the fields out")

    def key(self, at: Span) -> None:
        """A list or mapping as a key."""
        self._report("complex-key", "a key must be a text", at, "write it as one text")

    def properties(self, event: Any) -> None:
        """The anchor and the tag of a value, which is read as if it had none."""
        if event.anchor is not None:
            name = f"&{event.anchor}"
            at = self._locate(re.escape(name), event)
            self._report("anchor", f"anchors such as {quote(name)} are not part of this format", at, "delete it")
        if event.tag is not None:
            at = self._locate(r"!\S*", event)
            self._report("tag", "tags are not part of this format: a field knows what it holds", at, "delete the tag")

    def _locate(self, pattern: str, event: Any) -> Span:
        match = re.compile(pattern).search(self.source.text, event.start_mark.index)
        start, end = match.span() if match else (event.start_mark.index, event.start_mark.index + 1)
        return Span(self.source, start, end)

    def alias(self, event: Any) -> Unread:
        """A pointer to an anchor."""
        message = f"aliases such as {quote(f'*{event.anchor}')} are not part of this format"
        return self._report("alias", message, self._span(event), "write the value out, or quote it")

    def length(self, text: Text) -> Unread:
        """A text that is too long."""
        at = Span(self.source, text.start, text.start + 1)
        return self._report("too-long", "a text may hold 65536 characters", at, f"this one holds {len(text)}")

    def crowd(self, start: int, count: int) -> Unread:
        """A list or mapping of too many values."""
        at = Span(self.source, start, start + 1)
        return self._report("too-many", "a list or mapping may hold 10000 values", at, f"this one holds {count}")

    def escape(self, text: Text, unseen: str) -> Unread:
        """A character that cannot be written and may not come in through an escape either."""
        return self._report("control-character", tell_unseen(unseen), text.at, "delete its escape")

    def document(self, event: Any) -> None:
        """A second document."""
        self._report(
            "second-document", "a talks file holds one document", self._span(event), "a second one starts here"
        )

    def cut(self, text: Text) -> None:
        """A text that a `#` cut, told only where it was hardly meant as a comment."""
        mark = self.source.text.index("#", text.end)
        is_hashtag = not self.source.text[mark + 1 : mark + 2].isspace()
        if parse_number(text) is not None or not (is_hashtag or " " in text):
            return
        at = Span(self.source, mark, mark + 1)
        label = "put the text in quotes, or set two blanks before '#' and one behind"
        self.problems.append(warning("text-cut", "the text ends before ' #': the rest is a comment", at, label))


def find_cuts(text: str) -> Iterator[int]:
    """Where a text may be cut by a `#` that was not meant as a comment: one blank before it, or no blank behind it."""
    for match in _COMMENT.finditer(text) if "#" in text else ():
        behind = text[match.end() : match.end() + 1]
        if match.group() == " #" or not (behind.isspace() or behind in ("", "#")):
            yield match.start()


def may_hold_properties(text: str) -> bool:
    """Whether an anchor or a tag may stand somewhere; without one in the whole text, no event is asked for it."""
    return ("&" in text or "!" in text) and _PROPERTY.search(text) is not None
