"""From the tables of a document to talks text: read, understand, gather, code, lay out."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from negmatrix.importing.assembling import Assembled, assemble
from negmatrix.importing.columns import check_mapped
from negmatrix.importing.files import Imported, Options
from negmatrix.importing.layout import Value, lay_out_mapping
from negmatrix.importing.long import gather_long, tell_long
from negmatrix.importing.opening import read_tables
from negmatrix.importing.proposing import make_proposals
from negmatrix.importing.reporting import tell_coding, tell_counts, tell_tables
from negmatrix.importing.shapes import Shape, Understood, choose_positions, understand
from negmatrix.importing.statements import Gathered
from negmatrix.importing.tables import Document, Lines, clean_text
from negmatrix.importing.wide import gather_wide, tell_wide


def import_document(content: bytes, name: str, options: Options) -> Imported:
    """The talks in the tables of a document of that name."""
    document = read_tables(content, name, options.kind, options.sheet)
    check_mapped([table.headers for table in document.tables], options.columns)
    understood = [understand(table, options.columns) for table in document.tables]
    chosen = choose_positions(understood, options.table)
    lines = Lines()
    gathered = gather_long(chosen, lines) if chosen.shape is Shape.LONG else gather_wide(chosen, lines)
    short = _short_name(name, lines)
    assembled = assemble(gathered, short, options.title or _title(document, gathered, short), lines)
    others = [one for one in understood if one.shape is Shape.PROPOSALS and one.table.rows]
    proposals = _propose(others, assembled, lines)
    sections = assembled.sections | ({"proposals": proposals} if proposals else {})
    counts = tell_counts(gathered, assembled.positions, len(proposals))
    report = [
        *document.remarks,
        *tell_tables(chosen, understood, others),
        *(tell_long(chosen) if chosen.shape is Shape.LONG else tell_wide(chosen)),
        *lines.told(),
        counts,
        *tell_coding(gathered, assembled.scales, len(proposals)),
    ]
    return Imported(_lay_out(sections, _head(short, counts, assembled)), report)


def _short_name(name: str, lines: Lines) -> str:
    """The file's own name, without the folders that it lies in."""
    last = PurePath(name.replace("\\", "/")).name
    return "standard input" if last in ("", "-") else " ".join(clean_text(last, lines).split()) or "a file"


def _title(document: Document, gathered: Gathered, name: str) -> str:
    """What the talks are called: as our own rows say, else the document's title, the table's heading, the file's name."""
    stem = name.rpartition(".")[0] if "." in name[1:] else name
    named = (gathered.title if gathered.own else "") or document.title or gathered.title
    return (
        " ".join(clean_text(named, Lines()).split())
        or stem.replace("-", " ").replace("_", " ").strip().capitalize()
        or "Talks"
    )


def _propose(tables: Sequence[Understood], assembled: Assembled, lines: Lines) -> dict[str, Value]:
    if not tables:
        return {}
    (source,) = assembled.sources.document()
    return make_proposals(tables, assembled.issues, assembled.parties, source, lines)


def _head(name: str, counts: str, assembled: Assembled) -> Iterable[str]:
    yield f"# Imported from {name}: {counts}."
    if any(not draft.sure for draft in assembled.scales.values()):
        yield "# Scales marked 'proposed by import' are guesses from the table: confirm or change each of them."
    if len(assembled.scales) < len(set(assembled.issues.values())):
        yield "# What was said stands as words. To measure agreement, give an issue levels, a range or options,"
        yield "# and each position its stance: 'party: {stance: ..., says: ...}'."


def _lay_out(sections: Mapping[str, Value], head: Iterable[str]) -> str:
    return "\n".join([*head, *lay_out_mapping(sections), ""])
