"""What could come of it: `trades` between parties and `proposals` on the table."""

from typing import Literal, TypeAlias

from negmatrix.analysis.fit_records import Proposals
from negmatrix.analysis.fit_report import measure_proposals
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.trades import BEST, Trades, find_trades
from negmatrix.api.scene import Names, Wish, set_scene
from negmatrix.api.view import View
from negmatrix.document import Document
from negmatrix.finding.lost import LostError
from negmatrix.finding.rounds import find_drafts, find_pair
from negmatrix.model.talks import Talks

TermWeights: TypeAlias = Literal["issue", "salience"]


def trades(
    talks: Talks,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    between: tuple[str, str] | None = None,
    limit: int | None = BEST,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
) -> View[Trades]:
    """What parties could trade: two issues on which both would gain alike, within their red lines, best first; `between`
    two parties only, and at most `limit` of them (None: all). Gains are shares of a scale times salience, 0 to 1.

    The other words are those of `show`; there is no public version, since trades rest on what matters to whom. Raises
    LostError for a round or name that the talks do not have.

    >>> import negmatrix as nm
    >>> talks = nm.read('''
    ... talks: Fishing quota
    ... parties: [Coast, Union]
    ... issues: {quota: {range: [0, 100], unit: kt}, licences: {range: [0, 10]}}
    ... positions:
    ...   quota: {Coast: {stance: 40, salience: 80}, Union: {stance: 70, salience: 20}}
    ...   licences: {Coast: {stance: 2, salience: 20}, Union: {stance: 8, salience: 80}}
    ... ''')
    >>> [(trade.left_gives, trade.right_gives, float(trade.gain)) for trade in nm.trades(talks).result.trades]
    [('licences', 'quota', 0.036)]
    """
    wish = Wish(topics, issues, parties, public=False)
    scene = set_scene(talks, round, wish)
    pair = find_pair(scene.talks, *between) if between else None

    def show(result: Trades) -> Document:
        from negmatrix.views.trades import show_trades

        return show_trades(result)

    result = find_trades(scene.talks, scene.standing, pair, limit, scene.whole)
    return wish.view("trades", result, show, lambda result: {name: getattr(result, name) for name in result.published})


def proposals(
    talks: Talks,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    weights: TermWeights = "issue",
    compare: tuple[str, str] | None = None,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
    public: bool = False,
) -> View[Proposals]:
    """Which proposals deal with which issues, what none deals with, and how each draft with terms fits each party, ranked
    by the least satisfied; with `compare` two drafts side by side, term by term.

    The other words are those of `show`. Raises LostError for a name that the talks do not have, for a comparison of
    proposals without terms, and for a public version by salience.

    >>> import negmatrix as nm
    >>> talks = nm.read('''
    ... talks: Fishing quota
    ... parties: [Coast, Union]
    ... issues: {quota: {range: [0, 100], unit: kt}, inspectors: Who inspects}
    ... positions: {quota: {Coast: 40, Union: {stance: 70, accepts: [60, 100]}}}
    ... proposals: {middle: {title: Meet halfway, terms: {quota: 55}}}
    ... ''')
    >>> result = nm.proposals(talks).result
    >>> [(one.party, float(one.agreement), one.red_lines) for one in result.proposals[0].fit.fit]
    [('Coast', 0.85, None), ('Union', 0.85, ('quota',))]
    """
    if public and weights == "salience":
        raise LostError("a public version does not tell what matters to whom: weigh by issue")
    wish = Wish(topics, issues, parties, public)
    scene = set_scene(talks, round, wish)
    drafts = find_drafts(scene.talks, *compare) if compare else ()

    def show(result: Proposals) -> Document:
        from negmatrix.views.proposals import show_measured_proposals

        return show_measured_proposals(result)

    result = measure_proposals(scene.talks, scene.standing, Weights(weights), drafts, scene.whole)
    return wish.view("proposals", result, show, Proposals.record)
