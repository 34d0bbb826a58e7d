"""Arguments and options that several commands share."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from negmatrix.cli.completion import complete_issues, complete_parties, complete_rounds, complete_talks, complete_topics
from negmatrix.cli.wishes import Filter, Output
from negmatrix.nearest import find_nearest


class Color(str, Enum):
    """Whether colours are written."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Hues(str, Enum):
    """The palettes."""

    PUOR = "puor"
    TRAFFIC = "traffic"
    MONO = "mono"


class Format(str, Enum):
    """What is written."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


FORM_OF_ENDING = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
    ".xlsx": "xlsx",
    ".txt": "terminal",
}
"""What is written by default to a file with this ending."""
TALKS_HELP = "Files, folders, names, NAME@ROUND, REV:PATH, or - for standard input; left out: the talks found here."
ManyTalks: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="[TALKS]...", help=TALKS_HELP, autocompletion=complete_talks)
]
OneTalks: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="[TALKS]", help=TALKS_HELP, autocompletion=complete_talks)
]
RoundOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--round", metavar="R", help="A round: id or number; the latest, when left out.", autocompletion=complete_rounds
    ),
]


def _narrow(kind: str, complete: Callable[..., list[str]]) -> Any:
    """The option by which names of a kind narrow what is shown."""
    flag, letter = f"--{kind}", kind[0].upper()
    return typer.Option(flag, metavar=letter, help=f"Only this {kind} (repeatable).", autocompletion=complete)


TopicOption: TypeAlias = Annotated[list[str] | None, _narrow("topic", complete_topics)]
IssueOption: TypeAlias = Annotated[list[str] | None, _narrow("issue", complete_issues)]
PartyOption: TypeAlias = Annotated[list[str] | None, _narrow("party", complete_parties)]


def _read_format(word: str) -> str:
    """A format by its name or by the ending of its files."""
    names = [form.value for form in Format]
    form = FORM_OF_ENDING.get(f".{word.lower()}", word)
    if form not in names:
        nearest = find_nearest(word, names)
        meant = f"; did you mean '{nearest}'?" if nearest else ""
        raise typer.BadParameter(f"'{word}' is not one of {', '.join(names)}{meant}")
    return form


FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        parser=_read_format,
        metavar=f"<{'|'.join(form.value for form in Format)}>",
        help="What to write; by default what the file's ending says, or terminal.",
        autocompletion=lambda incomplete: [form.value for form in Format if form.value.startswith(incomplete)],
    ),
]


def read_target(word: str) -> Path | None:
    """The file to write to; None for `-`, standard output."""
    return None if word == "-" else Path(word)


FileOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", parser=read_target, metavar="FILE", help="Write to this file, whole or not at all."),
]
ForceOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--force", help="Write over a talks that was read or a read-only file, through a link, or to a device or pipe."
    ),
]
TidyOption: TypeAlias = Annotated[bool, typer.Option("--tidy", help="With csv: a row per cell with all that it holds.")]
PublicOption: TypeAlias = Annotated[bool, typer.Option("--public", help="Leave out what is internal; see the README.")]
WidthOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--width",
        metavar="N",
        min=1,
        help="Width in columns; left out: the terminal's, or all that is needed in a pipe.",
    ),
]
ColorOption: TypeAlias = Annotated[Color, typer.Option("--color", help="Colours: over NO_COLOR, over FORCE_COLOR.")]
PaletteOption: TypeAlias = Annotated[Hues, typer.Option("--palette", help="The hues of stances and verdicts.")]


def gather_output(
    form: FormatOption = None,
    path: FileOption = None,
    force: ForceOption = False,
    tidy: TidyOption = False,
    public: PublicOption = False,
    width: WidthOption = None,
    color: ColorOption = Color.AUTO,
    palette: PaletteOption = Hues.PUOR,
) -> Output:
    """The options of every command that shows something."""
    return Output(form.value if form else None, path, force, tidy, public, width, color.value, palette.value)


def gather_filter(topic: TopicOption = None, issue: IssueOption = None, party: PartyOption = None) -> Filter:
    """The options that narrow what is shown and measured."""
    return Filter(topic or [], issue or [], party or [])


def gather_party_filter(party: PartyOption = None) -> Filter:
    """The option that narrows one issue."""
    return Filter([], [], party or [])


def gather_issue_filter(topic: TopicOption = None, issue: IssueOption = None) -> Filter:
    """The options that narrow what two parties are compared on."""
    return Filter(topic or [], issue or [], [])
