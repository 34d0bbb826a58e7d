"""What changes over rounds: `history` and `diff`."""

from negmatrix.analysis.changes import Changes, Side, measure_changes
from negmatrix.analysis.history import measure_history
from negmatrix.analysis.history_records import History
from negmatrix.api.scene import Names, Wish
from negmatrix.api.view import View
from negmatrix.document import Document
from negmatrix.finding.rounds import find_round, find_round_before
from negmatrix.model.talks import Talks


def history(
    talks: Talks,
    until: str | None = None,
    *,
    outcome: bool = False,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
    public: bool = False,
) -> View[History]:
    """All rounds side by side, up to `until`: agreement per issue and per pair, verdicts, who moved how far; with
    `outcome` who got what on each settled issue instead.

    The other words are those of `show`. Raises LostError for a name that the talks do not have.

    >>> import negmatrix as nm
    >>> talks = nm.load("data/writers.yaml")
    >>> [(round.id, float(round.alignment)) for round in nm.history(talks, issues="ai-writing").result.rounds]
    [('may', 0.0), ('august', 0.5), ('deal', 1.0)]
    """
    wish = Wish(topics, issues, parties, public)
    (left,) = wish.narrow(wish.publish(talks))
    result = measure_history(left, find_round(left, until).id if until else None)

    def show(result: History) -> Document:
        from negmatrix.views.history import show_history

        return show_history(result, outcome)

    hidden = () if outcome else ("outcome", "outcome_totals")
    return wish.view(
        "history", result, show, lambda result: {k: v for k, v in result._asdict().items() if k not in hidden}
    )


def diff(
    talks: Talks,
    later: Talks | None = None,
    *,
    before: str | None = None,
    after: str | None = None,
    guess: bool = True,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
    public: bool = False,
) -> View[Changes]:
    """What moved, how far and toward whom: between two rounds of a talks, `before` and `after`, or between two talks,
    such as two revisions of a file.

    Rounds left out are the last one and the one before it; of two talks, the latest of each, and rounds that both have
    are compared as corrected. With `guess`, issues and parties under a new id are recognized by title or positions.
    Names narrow both sides. Raises LostError for a round or name that is not there, and where there is one round only.

    >>> import negmatrix as nm
    >>> talks = nm.load("data/writers.yaml")
    >>> changes = nm.diff(talks, before="may", after="deal").result
    >>> changes.summary.settled, changes.summary.moved
    (17, 6)
    >>> nm.diff(talks, talks).result.changes
    ()
    """
    wish = Wish(topics, issues, parties, public)
    first, last = _narrow_both(wish, talks, later)
    if later is None:
        sides = _find_rounds(wish, first, before, after)
    else:
        sides = _side(wish, first, before), _side(wish, last, after)

    def show(changes: Changes) -> Document:
        from negmatrix.views.diff import show_changes

        return show_changes(changes)

    return wish.view("diff", measure_changes(*sides, guess=guess), show, Changes._asdict)


def _narrow_both(wish: Wish, talks: Talks, later: Talks | None) -> tuple[Talks, Talks]:
    """What is left of both sides, which stay one talks where they are."""
    both = [talks] if later is None or later is talks else [talks, later]
    narrowed = wish.narrow(*map(wish.publish, both))
    return narrowed[0], narrowed[-1]


def _find_rounds(wish: Wish, talks: Talks, before: str | None, after: str | None) -> tuple[Side, Side]:
    later = find_round(talks, after).id
    earlier = find_round(talks, before) if before else find_round_before(talks, later, wish.name(talks))
    return _side(wish, talks, earlier.id), _side(wish, talks, later)


def _side(wish: Wish, talks: Talks, round_: str | None) -> Side:
    if round_ is None:
        return Side(talks, None, wish.name(talks))
    round_id = find_round(talks, round_).id
    return Side(talks, round_id, f"{wish.name(talks)}@{round_id}")
