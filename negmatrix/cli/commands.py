"""The commands there are, in the groups of the help, and where each is to be found. A command is imported when called."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: its group and sentence in the help, and whether the help keeps it to itself."""

    name: str
    group: str
    sentence: str
    hidden: bool = False

    @property
    def module(self) -> str:
        """Where its function `command` stands."""
        return f"negmatrix.cli.{self.name.replace('-', '_')}_command"


COMMANDS = (
    Entry("show", "Look", "the matrix: issues by parties, with agreement and verdict"),
    Entry("issue", "Look", "one issue whole: axis with every party, zone of agreement, measures, past"),
    Entry("compare", "Look", "two parties issue by issue: what unites, differs, divides, is unknown"),
    Entry("diff", "Between rounds", "what moved between two rounds, files or git revisions, toward whom"),
    Entry("history", "Between rounds", "all rounds side by side: agreement, verdicts, who moved how far"),
    Entry("pairs", "Analyse", "who stands with whom: agreement of all pairs, blocs, allies and opponents"),
    Entry("trades", "Analyse", "issue pairs where two parties would both gain, within their red lines"),
    Entry("proposals", "Analyse", "proposals by issues, what none addresses, and how each draft fits each party"),
    Entry("check", "Files", "every problem in the talks, with its place and its cure"),
    Entry("init", "Files", "a small commented talks to start from"),
    Entry("list", "Files", "the talks that are found here"),
    Entry("export", "Files", "a whole report: Markdown, HTML, CSV, JSON or a workbook"),
    Entry("import", "Files", "tables of CSV, workbooks, Markdown or HTML into talks"),
    Entry("git-diff", "Between rounds", "the same as git's external diff driver", hidden=True),
    Entry("explain", "Help", "what a problem's code means, with a bad and a good example"),
    Entry("schema", "Help", "the JSON Schema of the format, for editors that complete and underline"),
)
EXAMPLES = {
    "Look": "negmatrix show data/paris.yaml",
    "Between rounds": "negmatrix diff writers@may writers@deal",
    "Analyse": "negmatrix pairs ukraine --from russia",
    "Files": "negmatrix check --strict data",
    "Help": "negmatrix explain off-scale",
}


def find_entry(name: str) -> Entry | None:
    """The command of this name."""
    return next((entry for entry in COMMANDS if entry.name == name), None)
