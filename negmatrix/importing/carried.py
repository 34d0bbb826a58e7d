"""Statements that a table carries from round to round: in which one each was said."""

from collections.abc import Sequence

from negmatrix.importing.statements import UNSTATED, Statement


def place_carried(statements: Sequence[Statement], rounds: Sequence[str]) -> tuple[list[Statement], list[str]]:
    """Statements and rounds with what was carried from before the first row moved to where it was said.

    Rows of one round tell of earlier ones, by where they are carried from.
    """
    order = {name: number for number, name in enumerate(rounds)}
    if not any("carried_from" in one.fields for one in statements):
        ordered = statements if len(rounds) == 1 else sorted(statements, key=lambda one: order[one.round])
        return list(ordered), list(rounds)
    seen: set[tuple[str, str]] = set()
    placed: list[Statement] = []
    earlier: dict[str, None] = {}
    for one in sorted(statements, key=lambda one: order[one.round]):
        origin = one.fields.get("carried_from", "").strip()
        if origin and (one.issue, one.party) not in seen and order.get(origin, -1) < order[one.round]:
            earlier |= {} if origin in order else {origin: None}
            one = one._replace(round=origin, fields={**one.fields, "carried_from": ""})
        seen.add((one.issue, one.party))
        placed.append(one)
    return placed, [*earlier, *rounds]


def stands_alone(statements: Sequence[Statement], rounds: Sequence[str]) -> bool:
    """Whether each round stands alone: nothing is carried, and something that was said is not stated any more."""
    if len(rounds) < 2 or any(one.fields.get("carried_from", "").strip() for one in statements):
        return False
    spoken: set[tuple[str, str]] = set()
    for one in statements:
        if one.fields.get("state") != UNSTATED:
            spoken.add((one.issue, one.party))
        elif (one.issue, one.party) in spoken:
            return True
    return False
