"""Each statement's words as a stance where its issue has a scale for them, else as what is said."""

from collections.abc import Iterator, Mapping

from negmatrix.importing.figures import Figures
from negmatrix.importing.scales import Draft
from negmatrix.importing.statements import MOST_KNOWN, Statement

_LONGEST_WORD = 40
_RANGE = 0
"""Stands for all ranges, on which a figure is the same stance."""


def is_short(text: str) -> bool:
    """Whether a text may be the name of a level or an option."""
    return len(text) <= _LONGEST_WORD and "\n" not in text


class Coder:
    """Codes statements; those of the same fields on the same scale share what they come to."""

    def __init__(self, scales: Mapping[str, Draft], figures: Figures) -> None:
        self._scales = scales
        self._figures = figures
        self._spelling: dict[int, Mapping[str, str]] = {}
        self._known: dict[tuple[int, int], tuple[Mapping[str, str], Mapping[str, str]]] = {}

    def code(self, statement: Statement) -> Statement:
        """The statement with its words as a stance, the original kept in `says` where it differs, or as `says`."""
        fields = statement.fields
        if "words" not in fields:
            return statement
        scale = self._scales.get(statement.issue)
        mark = _RANGE if scale is not None and scale.kind == "range" else id(scale)
        known = self._known.get((id(fields), mark))
        coded = known[1] if known else self._code(fields, scale, mark)
        return Statement(statement.issue, statement.party, statement.round, coded)

    def _code(self, fields: Mapping[str, str], scale: Draft | None, mark: int) -> Mapping[str, str]:
        coded = dict(self._fields(fields, scale))
        if len(self._known) < MOST_KNOWN:
            self._known[id(fields), mark] = fields, coded
        return coded

    def _fields(self, fields: Mapping[str, str], scale: Draft | None) -> Iterator[tuple[str, str]]:
        text, said = fields["words"], fields.get("says", "")
        stance = self._find_stance(text, scale) if scale else None
        if stance is None:
            yield "says", f"{text}\n{said}" if said else text
        else:
            yield "stance", stance
            if said or text.casefold() != stance.casefold():
                yield "says", said or text
        if len(fields) > 1:
            yield from ((name, value) for name, value in fields.items() if name not in ("words", "says"))

    def _find_stance(self, text: str, scale: Draft) -> str | None:
        figure = self._figures[text] if scale.kind == "range" else None
        return figure.number if figure else self._spell(scale).get(text.casefold())

    def _spell(self, scale: Draft) -> Mapping[str, str]:
        """The names of a scale by how they are compared."""
        if id(scale) not in self._spelling:
            self._spelling[id(scale)] = {name.casefold(): name for name in reversed(scale.names)}
        return self._spelling[id(scale)]
