"""Options that several commands share, declared once: each group is gathered into one value."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

_Command = TypeVar("_Command", bound=Callable[..., int])


def sharing(**gatherers: Callable[..., Any]) -> Callable[[_Command], Callable[..., int]]:
    """A command with the options of each gatherer, whose result it gets under the gatherer's name.

    Typer reads a command's options off its signature, so the signature that it is shown holds those of all gatherers.
    """

    def decorate(command: _Command) -> Callable[..., int]:
        own = [item for name, item in inspect.signature(command).parameters.items() if name not in gatherers]
        shared = {name: inspect.signature(gather).parameters for name, gather in gatherers.items()}

        @wraps(command)
        def gathered(**values: Any) -> int:
            groups = {
                name: gather(**{option: values.pop(option) for option in shared[name]})
                for name, gather in gatherers.items()
            }
            return command(**values, **groups)

        options = [*own, *(item for group in shared.values() for item in group.values())]
        gathered.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # inspect honours it, typeshed does not
            [item.replace(kind=inspect.Parameter.KEYWORD_ONLY) for item in options]
        )
        gathered.__annotations__ = {}
        return gathered

    return decorate
