"""Running text: headings, paragraphs, lists, footnotes and the legend."""

from negmatrix.document import Footnotes, Items, Legend, Paragraph, Tone, Verbatim
from negmatrix.writers.addresses import is_link
from negmatrix.writers.html.escaping import escape, show_facts, show_words
from negmatrix.writers.html.lines import show_line, show_lines
from negmatrix.writers.html.naming import Names
from negmatrix.writers.signs import MARKS, explain_signs


def show_heading(text: str, level: int, name: str) -> str:
    """A title that can be linked to."""
    return f'<h{level} id="{name}" dir="auto">{show_words(text)}</h{level}>\n'


def show_title(title: str, text: str, level: int, name: str) -> str:
    """The block that opens a document: where its heading begins with its title, the rest stands beneath."""
    rest = text.removeprefix(f"{title} · ")
    if not title or rest == text:
        return f"<header>{show_heading(text, level, name)}</header>\n"
    return f'<header><hgroup>{show_heading(title, level, name)}<p dir="auto">{show_facts(rest)}</p></hgroup></header>\n'


def show_paragraph(paragraph: Paragraph) -> str:
    """Running text; its own line ends stay."""
    tone = "" if paragraph.tone is Tone.PLAIN else f' class="{paragraph.tone.value}"'
    return f'<p{tone} dir="auto">{show_words(paragraph.text)}</p>\n'


def show_verbatim(verbatim: Verbatim) -> str:
    """Lines as they are; a reader takes away the line feed that opens them."""
    return f'<pre tabindex="0" dir="auto">\n{escape(verbatim.text)}</pre>\n'


def show_items(items: Items) -> str:
    """A list of entries, each with its lines."""
    entries = (
        f'<li dir="auto">{show_line(entry[0])}</li>' if _is_plain(entry) else f"<li>{show_lines(entry)}</li>"
        for entry in items.entries
    )
    return f'<ul class="items">{"".join(entries)}</ul>\n'


def _is_plain(entry: tuple[object, ...]) -> bool:
    return len(entry) == 1 and getattr(entry[0], "tone", None) is Tone.PLAIN


def show_footnotes(footnotes: Footnotes, names: Names) -> str:
    """Numbered notes, each with its address and the way back to where it is cited first."""
    return f'<ul class="notes" role="list">{"".join(_show_note(*entry, names) for entry in footnotes.entries)}</ul>\n'


def _show_note(number: int, text: str, address: str | None, names: Names) -> str:
    own, back = names.note(number)
    name = f' id="{own}"' if own else ""
    parts = [f'<span class="text" dir="auto">{show_words(text)}</span>'] if text else []
    parts += [_show_address(address)] if address else []
    label = f"[{number}]"
    if back:
        label = f'<a href="#{back}" role="doc-backlink" aria-label="Back to where note {number} is cited">{label}</a>'
    return f'<li{name}><span class="number">{label}</span><span>{" ".join(parts)}</span></li>'


def _show_address(address: str) -> str:
    shown = escape(address)
    if not is_link(address):
        return f'<span class="address">{shown}</span>'
    return f'<a class="address" href="{shown}" rel="noopener noreferrer">{shown}</a>'


def show_legend(legend: Legend) -> str:
    """The signs, each with its meaning, then the remarks."""
    entries = (entry.partition(" ") for entry in explain_signs(legend.signs, MARKS))
    signs = "".join(f'<li><span aria-hidden="true">{mark}</span> {escape(words)}</li>' for mark, _, words in entries)
    remarks = "".join(f'<p dir="auto">{show_words(remark)}</p>' for remark in legend.remarks)
    return f'<div class="legend">{f"<ul>{signs}</ul>" if signs else ""}{remarks}</div>\n'
