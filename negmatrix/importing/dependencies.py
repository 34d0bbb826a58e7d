"""Issues that positions are tied to, without circles."""

from collections.abc import Mapping, Sequence

from negmatrix.checks.circles import find_circles
from negmatrix.importing.explicit import split_list
from negmatrix.importing.statements import Statement
from negmatrix.importing.tables import Lines
from negmatrix.source import Text


def cut_circles(statements: Sequence[Statement], names: Mapping[str, str], lines: Lines) -> list[Statement]:
    """The statements, with what they depend on kept as a note where issues would wait for each other."""
    tied = [one for one in statements if "depends_on" in one.fields]
    if not tied:
        return list(statements)
    links: dict[Text, dict[Text, None]] = {}
    for one in tied:
        onward = links.setdefault(Text(names[one.issue]), {})
        onward.update((Text(names[part]), None) for part in split_list(one.fields["depends_on"]) if part in names)
    circular: set[str] = set()
    while circles := list(find_circles(links)):
        circular.update(issue for circle in circles for issue in circle)
        links = {issue: onward for issue, onward in links.items() if issue not in circular}
    if circular:
        lines.add(
            "issues that wait for each other in a circle: what they depend on is kept as a note", *sorted(circular)[:1]
        )
    return [_untie(one) if "depends_on" in one.fields and names[one.issue] in circular else one for one in statements]


def _untie(one: Statement) -> Statement:
    fields = {name: text for name, text in one.fields.items() if name != "depends_on"}
    note = f"depends on: {one.fields['depends_on']}"
    return one._replace(fields={**fields, "note": f"{fields['note']}\n{note}" if "note" in fields else note})
