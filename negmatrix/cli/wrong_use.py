"""What Typer says of wrong use, said in our own words."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from negmatrix.cli.app import command_names
from negmatrix.nearest import find_nearest

_EXAMPLES = {
    "issue": "negmatrix issue sanctions data/paris.yaml",
    "compare": "negmatrix compare ukraine russia data/paris.yaml",
    "import": "negmatrix import positions.csv -o talks.yaml",
}
_HINTS = {"--cut": "it is a disagreement, and 0.25 stands for an agreement of 75 %"}
"""What else to say of a number that an option cannot take."""


def say_usage(fault: Any, arguments: Sequence[str]) -> tuple[str, str]:
    """The sentence for a usage error, and where its help is; `fault` is Click's, whose class Typer hides."""
    path = fault.ctx.command_path if fault.ctx else _name_command(arguments)
    message = fault.format_message().rstrip(".")
    return _say(fault, message, path.rpartition(" ")[2]), f"see '{path} -h'"


def _name_command(arguments: Sequence[str]) -> str:
    """The command of a fault that does not tell it."""
    first = next((word for word in arguments if not word.startswith("-")), "")
    return f"negmatrix {first}" if first in command_names() else "negmatrix"


def _say(fault: Any, message: str, command: str) -> str:
    kind = type(fault).__name__
    if kind == "NoSuchOption":
        return f"there is no option '{fault.option_name}'{_meant(fault.option_name, _options(fault))}"
    if kind == "MissingParameter":
        return _say_missing(fault, command)
    if kind == "BadParameter" and fault.param is not None:
        return _say_value(fault)
    for pattern, say in _SENTENCES:
        if match := pattern.fullmatch(message):
            return say(command, *match.groups())
    return message


def _options(fault: Any) -> list[str]:
    return (
        [name for param in fault.ctx.command.params for name in param.opts if name.startswith("--")]
        if fault.ctx
        else []
    )


def _meant(word: str, known: Sequence[str]) -> str:
    nearest = find_nearest(word, known)
    return f"; did you mean '{nearest}'?" if nearest else ""


def _say_missing(fault: Any, command: str) -> str:
    name = fault.param.metavar or fault.param.human_readable_name
    example = f", as in: {_EXAMPLES[command]}" if command in _EXAMPLES else ""
    return f"{command} needs {name}: name it{example}"


def _say_value(fault: Any) -> str:
    name = max(fault.param.opts, key=len)
    choices = [str(getattr(choice, "value", choice)) for choice in getattr(fault.param.type, "choices", ())]
    value = fault.message.partition(" is not ")[0].strip("'").removesuffix(".0")
    if choices:
        return f"{name}: '{value}' is not one of {', '.join(choices)}{_meant(value, choices)}"
    expected = _expect(fault.param.type)
    hint = f"; {_HINTS[name]}" if name in _HINTS else ""
    return f"{name}: '{value}' is not {expected}{hint}" if expected else f"{name}: {fault.message.rstrip('.')}"


def _expect(kind: Any) -> str:
    """What a numeric option takes, in words; empty for other options."""
    number = {"int": "a whole number", "float": "a number"}.get(
        kind.name.partition(" ")[0].replace("integer", "int"), ""
    )
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if not number or low is None:
        return number
    return f"{number} of at least {low}" if high is None else f"{number} from {low} to {high}"


def _say_command(_: str, wanted: str) -> str:
    return f"there is no command '{wanted}'{_meant(wanted, command_names())}"


def _say_extra(command: str, words: str) -> str:
    return f"{command} has no use for '{words}'"


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"No such command '(.*)'", re.DOTALL), _say_command),
    (re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL), _say_extra),
    (re.compile(r"Option '(.*)' requires an argument"), lambda _, name: f"{name} needs a value"),
    (re.compile(r"Option '(.*)' requires (\d+) arguments"), lambda _, name, count: f"{name} needs {count} values"),
    (re.compile(r"Option '(.*)' does not take a value"), lambda _, name: f"{name} takes no value"),
)
