"""What the user said of what to show and of how: the values that shared options are gathered into."""

from pathlib import Path
from typing import Any, NamedTuple


class Output(NamedTuple):
    """What the user said of the output: a format (None: by the file's ending), a file, and how the terminal looks."""

    form: str | None = None
    path: Path | None = None
    force: bool = False
    tidy: bool = False
    public: bool = False
    width: int | None = None
    color: str = "auto"
    palette: str = "puor"


class PairsAsked(NamedTuple):
    """What the user said of pairs: what to show of them and in which order, and what they rest on; where blocs end (None:
    nothing was said), and from which party all is seen.
    """

    measure: str
    weights: str
    order: str
    min_shared: int
    blocs: bool
    cut: float | None
    number: int | None
    impute: bool
    seen_from: str | None

    @property
    def parted(self) -> bool:
        """Whether blocs are asked for."""
        return self.blocs or self.cut is not None or self.number is not None


class Filter(NamedTuple):
    """What the user wants to see, in the words of the command line; nothing named: all."""

    topics: list[str]
    issues: list[str]
    parties: list[str]

    def record(self) -> dict[str, Any]:
        """The filter for JSON; empty when nothing is filtered."""
        named = {name: words for name, words in self._asdict().items() if words}
        return {"filter": named} if named else {}
