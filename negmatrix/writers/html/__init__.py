"""A document as one self-contained page: no scripts, nothing fetched, good on paper, on a phone and for a screen reader."""

from negmatrix.writers.html.entry import write_html, write_html_page

__all__ = ["write_html", "write_html_page"]
