"""Which issues wait for which, and what is blocked by what is still divergent."""

from collections.abc import Callable, Mapping, Sequence

from negmatrix.analysis.links import Awaited, Link
from negmatrix.document import Block, Cell, Column, Heading, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.verdicts import TONES


def show_links(
    links: Sequence[Link], titles: Mapping[str, str], list_names: Callable[[Sequence[str]], str]
) -> tuple[Block, ...]:
    """A row for each issue that waits for others; nothing where none does."""
    if not links:
        return ()
    columns = (
        Column("Issue", fixed=True),
        Column("Waits for", fixed=True),
        Column("Tied by", fixed=True),
        Column("Blocked by what is divergent", fixed=True),
    )
    rows = tuple(row for link in links for row in _show_link(link, titles, list_names))
    return (Heading("What waits for what"), Table("", columns, rows, "columns"))


def _show_link(link: Link, titles: Mapping[str, str], list_names: Callable[[Sequence[str]], str]) -> tuple[Row, ...]:
    blocked = ", ".join(titles[issue] for issue in link.blocked_by)
    cells = (_text(link.title, link.verdict), _text(blocked))
    return tuple(
        Row(
            (
                cells[0] if number == 0 else _text(""),
                _text(awaited.title, awaited.verdict),
                _text(list_names(awaited.parties)),
                cells[1] if number == 0 else _text(""),
            )
        )
        for number, awaited in enumerate(link.waits_for)
    )


def show_awaited(
    title: str, awaited: Sequence[Awaited], list_names: Callable[[Sequence[str]], str]
) -> tuple[Block, ...]:
    """The issues on the other side of one, with their verdicts and whose positions tie them; nothing without any."""
    if not awaited:
        return ()
    columns = (Column(title, fixed=True, field="Issue"), Column("Tied by", fixed=True))
    rows = tuple(Row((_text(one.title, one.verdict), _text(list_names(one.parties)))) for one in awaited)
    return (Table("", columns, rows, "columns"),)


def _text(words: str, verdict: Word | None = None) -> Cell:
    """Words, an issue's with its verdict beneath."""
    if verdict is None:
        return Cell((Line(words),), words or None)
    beneath = Line(verdict.value, Sign(verdict.value), tone=TONES.get(verdict, Tone.MUTED))
    return Cell((Line(words), beneath), str(words))
