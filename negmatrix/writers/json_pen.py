"""How the records of a result are written as JSON: what is to be done with a type of value is found out once."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from negmatrix.writers.json_forms import Form
from negmatrix.writers.json_values import CONSTANTS, Numbers, Texts, Write


class Pen(dict[type, Write]):
    """How each type of value is written."""

    def __init__(self, quote: Callable[[str], str]) -> None:
        self._texts, self._numbers = Texts(quote), Numbers()
        self._forms: dict[tuple[str, tuple[Any, ...]], Form] = {}

    def __missing__(self, kind: type) -> Write:
        self[kind] = write = self._choose(kind)
        return write

    def write(self, value: Any, margin: str = "\n") -> str:
        """A value as text."""
        return self[type(value)](value, margin)

    def encode(self, value: Any) -> Any:
        """A value in the types that JSON has."""
        return json.loads(self.write(value))

    def _choose(self, kind: type) -> Write:
        if kind in CONSTANTS:
            return CONSTANTS[kind]
        if issubclass(kind, (Fraction, Decimal)):
            return self._numbers.write
        if issubclass(kind, str):
            return self._write_text
        if issubclass(kind, Enum):
            return lambda value, margin: self.write(value.value, margin)
        if issubclass(kind, Mapping):
            return self._write_mapping
        if hasattr(kind, "flatten"):
            return self._make_flat_writer()
        if hasattr(kind, "record"):
            return lambda value, margin: self._write_record(value.record(), margin)
        if hasattr(kind, "published"):
            return lambda value, margin: self._write_fields(value, value.published, margin)
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return self._make_tuple_writer(kind._fields)
        return self._choose_list(kind)

    def _choose_list(self, kind: type) -> Write:
        if issubclass(kind, (set, frozenset)):
            return lambda value, margin: self.write(sorted(map(self.encode, value)), margin)
        if issubclass(kind, (list, tuple)):
            return self._write_list
        raise TypeError(kind.__name__)

    def _write_text(self, value: str, _: str) -> str:
        return self._texts[value]

    def _write_mapping(self, value: Mapping[Any, Any], margin: str) -> str:
        if not value:
            return "{}"
        inner = margin + "  "
        told = [f"{self.write_key(key)}: {self[type(entry)](entry, inner)}" for key, entry in value.items()]
        return f"{{{inner}{f',{inner}'.join(told)}{margin}}}"

    def write_key(self, key: Any) -> str:
        """A key of an object."""
        return self._texts[key if isinstance(key, str) else str(self.encode(key))]

    def _write_fields(self, value: Any, names: tuple[str, ...], margin: str) -> str:
        return self._find_form(_name_keys(names), margin).fill([getattr(value, name) for name in names])

    def _write_record(self, record: Mapping[str, Any], margin: str) -> str:
        return self._find_form(tuple(record), margin).fill([*record.values()])

    def _make_flat_writer(self) -> Write:
        forms: dict[str, Form] = {}

        def write(value: Any, margin: str) -> str:
            form = forms.get(margin)
            if form is None:
                form = forms[margin] = self._make_form(_name_keys(value.flat), margin)
            return form.fill(value.flatten())

        return write

    def _make_tuple_writer(self, names: tuple[str, ...]) -> Write:
        """Most of a large result are records of a few types; one that is written twice in a row is told once."""
        forms: dict[str, Form] = {}
        last: tuple[Any, str, str] = (None, "", "")

        def write(value: Any, margin: str) -> str:
            nonlocal last
            if value is not last[0] or margin != last[1]:
                form = forms.get(margin)
                if form is None:
                    form = forms[margin] = self._make_form(_name_keys(names), margin)
                last = value, margin, form.fill(value)
            return last[2]

        return write

    def _write_all(self, values: Iterable[Any], inner: str) -> list[str]:
        """Most values are texts or nothing, which are not worth a call each."""
        texts = self._texts
        return [
            "null" if value is None else texts[value] if isinstance(value, str) else self[type(value)](value, inner)
            for value in values
        ]

    def _find_form(self, keys: tuple[Any, ...], margin: str) -> Form:
        """The form of records that have these keys, and no type of their own."""
        form = self._forms.get((margin, keys))
        if form is None:
            form = self._forms[margin, keys] = self._make_form(keys, margin)
        return form

    def _make_form(self, keys: Iterable[Any], margin: str) -> Form:
        return Form([self.write_key(key) for key in keys], margin, self._write_all)

    def _write_list(self, value: Sequence[Any], margin: str) -> str:
        if not value:
            return "[]"
        inner = margin + "  "
        told = [self[type(entry)](entry, inner) for entry in value]
        return f"[{inner}{f',{inner}'.join(told)}{margin}]"


def _name_keys(fields: Iterable[str]) -> tuple[str, ...]:
    return tuple([name.rstrip("_") for name in fields])
