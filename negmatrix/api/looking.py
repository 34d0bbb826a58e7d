"""What stands in one round: `show`, `issue`, `compare` and the whole report of `export`."""

from typing import Literal, TypeAlias

from negmatrix.analysis.comparison import Comparison, measure_comparison
from negmatrix.analysis.issue_report import IssueReport, measure_issue
from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.analysis.report import Report, measure_report
from negmatrix.api.scene import Names, Wish, set_scene
from negmatrix.api.view import View
from negmatrix.document import Document
from negmatrix.finding.rounds import find_issue, find_pair
from negmatrix.model.talks import Talks

Cells: TypeAlias = Literal["says", "stance", "both", "links"]
Sort: TypeAlias = Literal["file", "divergence", "title"]


def show(
    talks: Talks,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    cells: Cells = "says",
    sort: Sort = "file",
    transpose: bool = False,
    sources: bool = False,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
    public: bool = False,
) -> View[MatrixResult]:
    """The matrix of a round (None: the latest): issues by parties, with agreement and verdict, per topic and over all.

    A round is an id, the beginning of one, or its number. `topics`, `issues` and `parties`, one name or several, narrow
    what is shown and what is measured; `public` makes a public version first. Raises LostError for a round or name that
    the talks do not have.

    >>> import negmatrix as nm
    >>> matrix = nm.show(nm.load("data/paris.yaml"), issues=["sanctions", "security-guarantees"]).result
    >>> [(row.id, row.verdict.value, row.n) for row in matrix.issues]
    [('sanctions', 'partial', 2), ('security-guarantees', 'divergent', 2)]
    """
    wish = Wish(topics, issues, parties, public)
    result = measure_matrix(*set_scene(talks, round, wish))

    def show(result: MatrixResult) -> Document:
        from negmatrix.views.matrix import MatrixStyle, show_matrix

        return show_matrix(result, MatrixStyle(cells, sort, transpose, sources))

    return wish.view("show", result, show, lambda result: {"results": [result]})


def issue(
    talks: Talks,
    issue: str,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    parties: Names = (),
    public: bool = False,
) -> View[IssueReport]:
    """One issue whole, by its id, title or the beginning of one: its axis with every party, the zone of agreement or what
    blocks it, centre, divergence, polarization, each position with its source and its past.

    The other words are those of `show`. Raises LostError for a name that the talks do not have.

    >>> import negmatrix as nm
    >>> report = nm.issue(nm.load("data/writers.yaml"), "series-room", "may").result
    >>> report.numbers.centre.mean, report.row.alignment
    (Fraction(4, 1), Fraction(0, 1))
    """
    wish = Wish((), (), parties, public)
    scene = set_scene(talks, round, wish)
    result = measure_issue(scene.talks, scene.standing, find_issue(scene.talks, issue), scene.whole, public)

    def show(result: IssueReport) -> Document:
        from negmatrix.views.issue import show_issue

        return show_issue(result)

    return wish.view("issue", result, show, IssueReport.record)


def compare(
    talks: Talks,
    left: str,
    right: str,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    topics: Names = (),
    issues: Names = (),
    public: bool = False,
) -> View[Comparison]:
    """Two parties issue by issue: what unites, differs and divides them, and what each could live with.

    The other words are those of `show`. Raises LostError for a name that the talks do not have, or twice the same party.

    >>> import negmatrix as nm
    >>> nm.compare(nm.load("data/paris.yaml"), "ukraine", "us").result.counts["divides"]
    1
    """
    wish = Wish(topics, issues, (), public)
    scene = set_scene(talks, round, wish)
    pair = find_pair(scene.talks, left, right)
    result = measure_comparison(scene.talks, scene.standing, *pair, scene.whole, public)

    def show(result: Comparison) -> Document:
        from negmatrix.views.compare import show_comparison

        return show_comparison(result)

    return wish.view("compare", result, show, Comparison._asdict)


def export(
    talks: Talks,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
    public: bool = False,
) -> View[Report]:
    """A whole report: summary in sentences, matrix, what is open, pairs, each issue, rounds, proposals, sources, method.

    The words are those of `show`. Raises LostError for a round or name that the talks do not have.

    >>> import negmatrix as nm
    >>> report = nm.export(nm.load("data/paris.yaml"))
    >>> report.to_markdown().splitlines()[0]
    '# Paris peace talks · Paris · 2 parties · 6 issues · 6 of 12 positions stated'
    """
    wish = Wish(topics, issues, parties, public)
    result = measure_report(*set_scene(talks, round, wish), public)

    def show(report: Report) -> Document:
        from negmatrix.views.report import show_report

        return show_report(report)

    return wish.view("export", result, show, lambda report: {"results": [report.record()]})
