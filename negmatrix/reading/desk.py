"""Where the reader collects what is wrong while it reads."""

import unicodedata
from collections.abc import Callable, Iterable

from negmatrix.diagnostics import Problems, Related, error, quote
from negmatrix.nearest import Known
from negmatrix.source import Span, Text
from negmatrix.syntax.nodes import Node, Unread, describe, is_empty


class Desk:
    """The problems found so far."""

    def __init__(self) -> None:
        self.problems = Problems()
        self._known: dict[int, tuple[object, Known]] = {}

    def known(self, owner: object, names: Callable[[], Iterable[str]]) -> Known:
        """The names that belong to something which outlives the desk, looked through once however many are misspelt."""
        if id(owner) not in self._known:
            self._known[id(owner)] = (owner, Known((name, name) for name in names()))
        return self._known[id(owner)][1]

    def error(self, code: str, message: str, at: Span, label: str = "", related: tuple[Related, ...] = ()) -> None:
        """Put down a problem that keeps something from being read."""
        self.problems.append(error(code, message, at, label, related))

    def wrong_shape(self, node: Node, expected: str) -> None:
        """Put down what was found and what was expected; silent about what was refused before."""
        if isinstance(node, Unread):
            return
        if is_empty(node):
            self.error("empty-value", f"nothing stands here: expected {expected}", node.at)
        else:
            self.error("wrong-shape", f"expected {expected}, found {describe(node)}", node.at, _cure(node, expected))

    def repeated(self, again: Text, first: Text) -> None:
        """Put down a key that was given before."""
        seen = Related(first.at, "it is given here first")
        self.error("repeated-key", f"{quote(again)} is given twice", again.at, "delete or rename one", (seen,))


def hint_sign(text: str) -> str:
    """What to say of a sign that looks like one of YAML and is none, as a blank that no line breaks at; empty without one."""
    from negmatrix.syntax import signs

    return signs.hint_sign(text)


def _cure(node: Node, expected: str) -> str:
    """The cure for a list without its brackets, or a text with signs that YAML does not know; empty for anything else."""
    if isinstance(node, Text) and node.plain and (hint := hint_sign(node)):
        return hint
    if (
        isinstance(node, Text)
        and node.plain
        and "," in node
        and len(node) <= 60
        and ("list" in expected or "[" in expected)
    ):
        return f"write [{node}]"
    return ""


def as_id(text: Text) -> Text:
    """An id in the one form in which ids are compared (Unicode's NFC), at the same place."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return Text(unicodedata.normalize("NFC", text), *text.at, text.plain)


def check_id(desk: Desk, text: Text) -> bool:
    """Whether a text can be an id: not empty, without blanks around it, `@` or a comma. Says so if not."""
    if not text.strip():
        fault = "an id is missing"
    elif text != text.strip():
        fault = f"the id {quote(text)} has blanks around it"
    elif "@" in text or "," in text:
        fault = f"{quote(text)} cannot be an id: it holds '{'@' if '@' in text else ','}'"
    elif "\n" in text:
        fault = "an id stands on one line"
    else:
        return True
    desk.error("bad-id", fault, text.at, hint_sign(text))
    return False
