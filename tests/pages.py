"""Pages as a strict parser of HTML reads them."""

import io
from xml.etree.ElementTree import Element

import html5lib

from negmatrix.document import Document, Table
from negmatrix.writers.html import write_html
from tests.documents import HARBOUR, TALKS, read, show, show_everything, show_talks, write_large

DOCUMENTS = {path.stem: show(path) for path in TALKS} | {
    "harbour": show(HARBOUR, "april"),
    "everything": show_everything(),
    "large": show_talks(read(write_large(12, 40))),
    "empty": Document("", ()),
    "no columns": Document("Title", (Table("Nothing", (), ()),)),
}


def written(document: Document) -> str:
    out = io.StringIO()
    write_html(document, out)
    return out.getvalue()


def parsed(text: str) -> Element:
    """The tree; any error of the text fails."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return root


def found(root: Element, path: str) -> Element:
    element = root.find(path)
    assert element is not None, path
    return element


def text_of(element: Element) -> str:
    """Words without signs."""
    parts = [element.text or ""]
    for child in element:
        if child.get("role") != "img" and child.get("aria-hidden") is None:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)
