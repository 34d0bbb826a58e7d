"""The way in: one document or several as one page."""

from collections.abc import Iterator, Sequence
from typing import TextIO

from negmatrix.document import Document
from negmatrix.writers.html.articles import show_article
from negmatrix.writers.html.naming import Names
from negmatrix.writers.html.page import close_page, open_page, show_contents
from negmatrix.writers.html.texts import show_heading

FEW = 4
"""A document with no more headings of the first two levels than this, its own counted, has no table of contents."""


def write_html(document: Document, out: TextIO) -> None:
    """Writes a document as a page of its own."""
    write_html_page(document.title, [document], out)


def write_html_page(title: str, documents: Sequence[Document], out: TextIO) -> None:
    """Writes documents as one page. Several stand as articles below the title, with a table of contents; of one, its
    first heading is the page's, and it has a table of contents where it has many headings.
    """
    out.write(open_page(title))
    out.writelines(_show_one(documents[0]) if len(documents) == 1 else _show_several(title, documents))
    out.write(close_page())


def _show_one(document: Document) -> Iterator[str]:
    names = Names(1, document.blocks, {})
    opening, *body = show_article(document, names, 1)
    yield opening
    if len(names.headings) > FEW:
        yield show_contents(names.headings[1:])
    yield from body


def _shorten(headings: list[tuple[str, str]], documents: Sequence[Document]) -> list[tuple[str, str]]:
    """The headings' ids with the documents' titles, if these tell the documents apart."""
    titles = [document.title for document in documents]
    distinct = all(titles) and len(set(titles)) == len(titles)
    return [(name, title if distinct else text) for (name, text), title in zip(headings, titles, strict=True)]


def _show_several(title: str, documents: Sequence[Document]) -> Iterator[str]:
    labels, keyed = dict[str, int](), set[type]()
    named = [Names(number, document.blocks, labels, keyed) for number, document in enumerate(documents, start=1)]
    articles = [list(show_article(document, names, 2)) for document, names in zip(documents, named, strict=True)]
    yield f"<header>{show_heading(title, 1, 'top')}</header>\n"
    yield show_contents(_shorten([names.headings[0] for names in named], documents))
    for article in articles:
        yield from article
