"""Arguments and options that several commands share."""

from enum import Enum
from typing import Annotated, TypeAlias

import typer

from negmatrix.cli.completion import complete_issues, complete_parties, complete_rounds, complete_talks, complete_topics


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
    JSON = "json"


TALKS_HELP = "Files, folders, names, NAME@ROUND, REV:PATH, or - for standard input; left out: the talks found here."
ManyTalks: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="[TALKS]...", help=TALKS_HELP, autocompletion=complete_talks)
]
OneTalks: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="[TALKS]", help=TALKS_HELP, autocompletion=complete_talks)
]
RoundOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--round", metavar="R", help="A round: id or number; the latest, when left out.", autocompletion=complete_rounds),
]
TopicOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="T", help="Only this topic (repeatable).", autocompletion=complete_topics),
]
IssueOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--issue", metavar="I", help="Only this issue (repeatable).", autocompletion=complete_issues),
]
PartyOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="P", help="Only this party (repeatable).", autocompletion=complete_parties),
]
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]
WidthOption: TypeAlias = Annotated[
    int | None, typer.Option("--width", metavar="N", min=1, help="Width in columns; the terminal's, when left out.")
]
ColorOption: TypeAlias = Annotated[Color, typer.Option("--color", help="Colours: over NO_COLOR, over FORCE_COLOR.")]
PaletteOption: TypeAlias = Annotated[Hues, typer.Option("--palette", help="The hues of stances and verdicts.")]
