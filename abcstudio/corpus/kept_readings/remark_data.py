"""Remarks on files as plain data, for a file of the program, and back."""

from pathlib import Path
from typing import Any

from abcstudio.corpus.given_text import FileRemark
from abcstudio.messages import Phrase


def remark_data(remark: FileRemark) -> list[Any]:
    """Return a remark as lists, words and numbers.

    Raises:
        TypeError: A parameter of its sentence is nothing of these.
    """
    return [str(remark.path), _phrase_data(remark.words)]


def remark_from(data: Any) -> FileRemark:
    """Return the remark that `remark_data` was given.

    Raises:
        ValueError, TypeError, LookupError: It is something else.
    """
    path, words = data
    return FileRemark(Path(path), _phrase_from(words))


def _phrase_data(phrase: Phrase) -> list[Any]:
    return [
        phrase.message_id,
        {name: _value_data(value) for name, value in phrase.parameters.items()},
    ]


def _phrase_from(data: Any) -> Phrase:
    message_id, parameters = data
    return Phrase(message_id, {name: _value_from(value) for name, value in parameters.items()})


def _value_data(value: object) -> Any:
    if isinstance(value, Phrase):
        return {"phrase": _phrase_data(value)}
    if isinstance(value, Path):
        return {"path": str(value)}
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_value_data(each) for each in value]
    raise TypeError(f"no plain value: {value!r}")


def _value_from(data: Any) -> object:
    if isinstance(data, list):
        return tuple(map(_value_from, data))
    if isinstance(data, dict):
        return Path(data["path"]) if "path" in data else _phrase_from(data["phrase"])
    return data
