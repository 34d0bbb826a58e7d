"""From a file's bytes to the tables in it, by its ending or by its looks."""

import re

from negmatrix.finding.files import looks_like_talks
from negmatrix.finding.lost import LostError, lost
from negmatrix.importing.tables import Document
from negmatrix.source import SourceText

MOST_BYTES = 64 * 1024 * 1024
KINDS = {
    "csv": "csv", "tsv": "tsv", "tab": "tsv", "txt": "", "xlsx": "xlsx", "xlsm": "xlsx",
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "html": "html", "htm": "html", "xhtml": "html",
}  # fmt: skip
_KEY = re.compile(r"""(?:\s|#[^\n]*\n|---\s)*(?:["']?[\w-]+["']?[ \t]*:\s|\{\s*["']?talks\b)""")
"""How YAML begins: with a key, behind comments."""
_LOOK = 100_000
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read_tables(content: bytes, name: str, kind: str | None, sheet: str | None) -> Document:
    """The tables of a document; LostError when it cannot be read, or is of no kind that has tables."""
    if len(content) > MOST_BYTES:
        raise LostError(f"{_call(name)} is larger than {MOST_BYTES // 1024**2} MB: an import takes no more")
    if not kind and name.endswith((".yaml", ".yml")):
        raise _refuse_yaml(content, name)
    kind = _find_kind(kind) if kind else kind_of(name) or _guess_kind(content)
    if kind == "xlsx":
        from negmatrix.importing.xlsx import read_workbook

        return read_workbook(content, name, sheet)
    text = _decode(content, name)
    kind = kind or _guess_text(text)
    if kind == "yaml":
        raise _refuse_yaml(content, name)
    if sheet is not None:
        raise LostError(f"--sheet is for workbooks (xlsx), not for {kind}")
    return _read_text(text, name, kind)


def _find_kind(word: str) -> str:
    """A kind by its name or by an ending of its files."""
    kind = KINDS.get(word.casefold())
    if not kind:
        raise lost("kind", word, list(dict.fromkeys(filter(None, KINDS.values()))))
    return kind


def _refuse_yaml(content: bytes, name: str) -> LostError:
    what = _call(name)
    if looks_like_talks(content):
        return LostError(f"{what} is talks in YAML already", f"'negmatrix check {name}' tells what is wrong with them")
    return LostError(f"{what} is YAML and no talks: expected CSV, TSV, XLSX, Markdown or HTML")


def _call(name: str) -> str:
    """What a document is called in a sentence."""
    return "standard input" if name == "-" else f"'{name}'"


def kind_of(name: str) -> str:
    """The kind that a name's ending tells: csv, tsv, xlsx, markdown or html; empty when it tells none."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in ("xls", "ods", "docx", "doc", "pdf", "odt", "numbers"):
        raise LostError(
            f"'{name}' cannot be imported: expected CSV, TSV, XLSX, Markdown or HTML; save it as one of these"
        )
    return KINDS.get(ending, "")


def _read_text(text: str, name: str, kind: str) -> Document:
    if kind == "markdown":
        from negmatrix.importing.markdown import read_markdown

        return read_markdown(text)
    if kind == "html":
        from negmatrix.importing.pages import read_page

        return read_page(text)
    from negmatrix.importing.delimited import read_delimited

    return read_delimited(text, name, tabs=kind == "tsv")


def _guess_kind(content: bytes) -> str:
    return "xlsx" if content.startswith(b"PK\x03\x04") else ""


def _guess_text(text: str) -> str:
    """What a text without a telling name is: a page, Markdown with a table's rule, talks in YAML, else separated by commas
    or the like.
    """
    start = text[:_LOOK].lstrip().lower()
    if start.startswith("<") or "<table" in start:
        return "html"
    ruled = any("|" in line and not line.strip(" \t|:-") and "--" in line for line in start.splitlines())
    if ruled:
        return "markdown"
    return "yaml" if _KEY.match(text[:_LOOK]) and looks_like_talks(text.encode()) else "csv"


def _decode(content: bytes, name: str) -> str:
    mark = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), None)
    if mark:
        raise LostError(f"{_call(name)} is in {mark}: expected UTF-8; save it as such (in Excel: 'CSV UTF-8')")
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as fault:
        raise LostError(_bad_byte(content, fault, name)) from fault
    if "\x00" in text:
        raise LostError(
            f"{_call(name)} is no text: expected CSV, TSV, Markdown or HTML in UTF-8, or a workbook (.xlsx)"
        )
    if not text.strip():
        raise LostError(f"there is nothing in {_call(name)}: expected a table of issues and positions")
    return text


def _bad_byte(content: bytes, fault: UnicodeDecodeError, name: str) -> str:
    before = fault.object[: fault.start].decode("utf-8")
    point = SourceText(name, before).point(len(before))
    if b"\x00" in content[:4096]:
        return f"{_call(name)} is no text: expected CSV, TSV, Markdown or HTML in UTF-8, or a workbook (.xlsx)"
    byte = fault.object[fault.start]
    where = f"line {point.line}, column {point.column}"
    return f"{_call(name)} is not UTF-8: byte 0x{byte:02x} in {where}; save it as UTF-8 (in Excel: 'CSV UTF-8')"
