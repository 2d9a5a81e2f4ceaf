"""What the stored value of a field may be, kept in the field's metadata.

The readers of files and the controls of the window use the same ranges. A value that does not
fit costs itself only: of lists and mappings the items that fit are taken.
"""

import math
from collections.abc import Mapping
from dataclasses import Field, field, fields
from typing import Any, NamedTuple, Protocol

MAX_TEXT = 10_000
MAX_ITEMS = 1000

_KEY = "values"


class Values(Protocol):
    """What a field may hold."""

    def accepted(self, value: Any) -> Any:
        """Return the value as the field keeps it.

        Raises:
            ValueError: It is none for this field.
        """


class Flag(NamedTuple):
    """True or false."""

    def accepted(self, value: Any) -> bool:
        """Return it; numbers are no flags."""
        if not isinstance(value, bool):
            raise ValueError(value)
        return value


class Whole(NamedTuple):
    """A whole number of a range."""

    minimum: int
    maximum: int

    def accepted(self, value: Any) -> int:
        """Return it; a flag is no number."""
        if type(value) is not int or not self.minimum <= value <= self.maximum:
            raise ValueError(value)
        return value


class Real(NamedTuple):
    """A number of a range."""

    minimum: float
    maximum: float

    def accepted(self, value: Any) -> float:
        """Return it as a `float`; what is no number at all (NaN) lies in no range."""
        if type(value) not in (int, float) or not self.minimum <= value <= self.maximum:
            raise ValueError(value)
        return float(value)


class Choice(NamedTuple):
    """One of a few words or numbers."""

    choices: tuple[Any, ...]

    def accepted(self, value: Any) -> Any:
        """Return it; 1 is not True."""
        if not any(value == choice and type(value) is type(choice) for choice in self.choices):
            raise ValueError(value)
        return value


class String(NamedTuple):
    """Characters, or a file's name with bytes that mean no character."""

    longest: int = MAX_TEXT

    def accepted(self, value: Any) -> str:
        """Return it; half a character is none (it could not be written or shown)."""
        if not isinstance(value, str) or len(value) > self.longest:
            raise ValueError(str(value)[:100])
        value.encode("utf-8", "surrogateescape")
        return value


class PathName(NamedTuple):
    """The name of a file or folder, "" for none."""

    def accepted(self, value: Any) -> str:
        """Return it; no system has a file with a NUL in its name, and most calls raise for it."""
        name = String().accepted(value)
        if "\0" in name:
            raise ValueError(ascii(name)[:100])
        return name


class Several(NamedTuple):
    """Values in an order; of too many the first are taken.

    Attributes:
        belong_together: One that does not fit costs all.
    """

    item: Values
    most: int = MAX_ITEMS
    belong_together: bool = False

    def accepted(self, value: Any) -> tuple[Any, ...]:
        """Return those that fit."""
        if not isinstance(value, list | tuple):
            raise ValueError("no list")
        if self.belong_together:
            return tuple(self.item.accepted(item) for item in value[: self.most])
        taken = (_taken(self.item, item) for item in value[: self.most])
        return tuple(item for item in taken if item is not None)


class Named(NamedTuple):
    """Values by name; of too many the first are taken."""

    item: Values
    most: int = MAX_ITEMS

    def accepted(self, value: Any) -> Mapping[str, Any]:
        """Return those that fit."""
        if not isinstance(value, Mapping):
            raise ValueError("no names")
        first = list(value.items())[: self.most]
        taken = {name: _taken(self.item, item) for name, item in first if _is_name(name)}
        return {name: item for name, item in taken.items() if item is not None}


class Plain(NamedTuple):
    """A finite number, a flag or a short text; what it means is checked where it is used."""

    def accepted(self, value: Any) -> Any:
        """Return it."""
        if isinstance(value, str):
            return String().accepted(value)
        if type(value) not in (bool, int, float) or not math.isfinite(value):
            raise ValueError(str(value)[:100])
        return value


class Record(NamedTuple):
    """A dataclass whose fields say what they may hold."""

    kind: Any

    def accepted(self, value: Any) -> Any:
        """Return it; of a mapping the values that fit are taken, of a record all must."""
        if isinstance(value, Mapping):
            return self.kind(**fitting(self.kind, value))
        if not isinstance(value, self.kind):
            raise ValueError(str(value)[:100])
        names = [item.name for item in fields(self.kind)]
        return self.kind(
            **{name: values_of(self.kind, name).accepted(getattr(value, name)) for name in names}
        )


def kept(default: Any, values: Values) -> Any:
    """Return a dataclass field with a default and with what it may hold."""
    metadata = {_KEY: values}
    if isinstance(default, Mapping):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


def values_of(kind: Any, name: str) -> Any:
    """Return what a field of a dataclass may hold; a mistyped name raises."""
    return next(_values(item) for item in fields(kind) if item.name == name)


def fitting(kind: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a mapping that fit the fields of a dataclass."""
    taken = {
        item.name: _taken(_values(item), data[item.name])
        for item in fields(kind)
        if item.name in data and _KEY in item.metadata
    }
    return {name: value for name, value in taken.items() if value is not None}


def misfits(kind: Any, data: Mapping[str, Any]) -> list[str]:
    """Return the names of the values of a mapping that do not fit, or not in all their parts."""
    taken = fitting(kind, data)
    known = [item.name for item in fields(kind) if item.name in data and _KEY in item.metadata]
    return [
        name
        for name in known
        if name not in taken or not _is_whole(values_of(kind, name), taken[name], data[name])
    ]


def _is_whole(values: Values, taken: Any, given: Any) -> bool:
    """Return whether all of a value was taken."""
    if isinstance(values, Record):
        return not misfits(values.kind, given)
    return bool(_as_given(taken) == given)


def _as_given(taken: Any) -> Any:
    """Return a value as a file holds it, where tuples are lists."""
    if isinstance(taken, tuple):
        return [_as_given(item) for item in taken]
    if isinstance(taken, Mapping):
        return {name: _as_given(item) for name, item in taken.items()}
    return taken


def _values(item: "Field[Any]") -> Values:
    values: Values = item.metadata[_KEY]
    return values


def _taken(values: Values, value: Any) -> Any:
    try:
        return values.accepted(value)
    except (ValueError, OverflowError):
        return None


def _is_name(name: Any) -> bool:
    return _taken(String(1000), name) is not None
