"""Rounds by the names that people know them by."""

from negmatrix.analysis.history_records import RoundLine


def name_round(round_: RoundLine) -> str:
    """Its title where that differs from its id in more than case, else the id."""
    return round_.id if round_.title.casefold() == round_.id.casefold() else round_.title
