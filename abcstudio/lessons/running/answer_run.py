"""Typed code run in this process, and the facts that its check gathers of it."""

import ast
import math
import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from abcstudio.guarded_files import read_bytes
from abcstudio.lessons.running.described import Fact, described
from abcstudio.lessons.running.failures import TYPED, Failure, MissingNameError, failure_of

MOST_ITEMS = 20_000
"""Numbers, words and lists in a picture; of one that holds more nothing is drawn."""

_MOST_DEPTH = 8
_LONGEST = 200


def plain_picture(picture: Any) -> Any:
    """Return a picture as data that JSON holds, numbers that are none as None.

    Raises:
        ValueError: It holds more than can be drawn.
    """
    left = [MOST_ITEMS]

    def plain(value: Any, depth: int) -> Any:
        left[0] -= 1
        if left[0] < 0 or depth > _MOST_DEPTH:
            raise ValueError("too much")
        if isinstance(value, Mapping):
            return {str(key)[:_LONGEST]: plain(each, depth + 1) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [plain(each, depth + 1) for each in value]
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int | float):
            number = float(value)
            return number if math.isfinite(number) else None
        return str(value)[:_LONGEST]

    return plain(picture, 0)


Probe = Callable[["Answer", random.Random], Mapping[str, object]]
"""The function of a `check.py` that says what to look at.

It returns facts by their names: values, or functions that make them, each guarded by itself.
"""

MAX_CHECK_BYTES = 200_000

SHOWN = "is_shown"
"""A name in a check: whether a person sees what the code prints, or only facts are gathered."""

_SEED_LIMIT = 2**31
_CHECK = "lesson_check"


class Answer:
    """What typed code has made, by its names."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = names

    def __getattr__(self, name: str) -> Any:
        if name not in self._names:
            raise MissingNameError(name)
        return self._names[name]


def load_check(path: Path) -> ModuleType:
    """Return a `check.py` as a module; any error in it is raised.

    It leaves nothing compiled beside it, as an import would.
    """
    module = ModuleType(_CHECK)
    source = read_bytes(path, MAX_CHECK_BYTES)
    exec(compile(source, str(path), "exec", dont_inherit=True), vars(module))
    return module


def run_parts(program: ast.Module, names: dict[str, Any]) -> None:
    """Run parts of typed code, which make their names there; any error in them is raised."""
    exec(compile(program, TYPED, "exec", dont_inherit=True), names)


def facts_of(
    check: ModuleType, code: str, seed: int, *, with_picture: bool = False
) -> dict[str, Any]:
    """Run typed code and look at what it has made.

    Returns:
        `facts`, each a fact or a failure; or `failure`, where the code itself did not run through.
        `exit` and endless printing are failures too. With a picture also `picture`, where the
        check makes one of what it finds.
    """
    try:
        return _facts_of(check, code, seed, with_picture=with_picture)
    finally:
        # A check may have watched what was called.
        sys.setprofile(None)


def _facts_of(check: ModuleType, code: str, seed: int, *, with_picture: bool) -> dict[str, Any]:
    dice = random.Random(seed)
    _seed_torch(seed)
    setattr(check, SHOWN, with_picture)
    given = getattr(check, "given", None)
    names: dict[str, Any] = {"__name__": "__main__", **_libraries()}
    if given is not None:
        names.update(given(dice))
    try:
        # Compiled apart from running, so that what this file imports is not in force there.
        program = compile(code, TYPED, "exec", dont_inherit=True)
        exec(program, names)
    except BaseException as error:  # noqa: BLE001 - `SystemExit` and what it may raise itself.
        return {"failure": failure_of(error)}
    _seed_torch(seed)
    probe: Probe = check.probe
    try:
        found = dict(probe(Answer(names), dice))
    except BaseException as error:  # noqa: BLE001 - the probe calls what was typed.
        return {"failure": failure_of(error)}
    facts = {"facts": {name: _fact(value) for name, value in found.items()}}
    return {**facts, "picture": _picture(check, names)} if with_picture else facts


def _picture(check: ModuleType, names: Mapping[str, Any]) -> Any:
    """Return what the check gives to be drawn of an answer, right or wrong; None for nothing."""
    picture = getattr(check, "picture", None)
    try:
        return None if picture is None else plain_picture(picture(Answer(names)))
    except BaseException:  # noqa: BLE001 - it calls what was typed.
        return None


def _fact(value: object) -> Fact | Failure:
    try:
        return described(value() if callable(value) and _is_local(value) else value)
    except BaseException as error:  # noqa: BLE001 - as above.
        return failure_of(error)


def _is_local(value: object) -> bool:
    """Whether a fact is a function of the check that makes it, and no function that was typed."""
    return getattr(value, "__module__", "") == _CHECK and not isinstance(value, type)


def _libraries() -> dict[str, ModuleType]:
    """Return what a cell may use without importing it, as in the cells before it."""
    names = {"torch": "torch", "nn": "torch.nn", "F": "torch.nn.functional", "np": "numpy"}
    return {name: sys.modules[module] for name, module in names.items() if module in sys.modules}


def _seed_torch(seed: int) -> None:
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.manual_seed(seed % _SEED_LIMIT)
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % _SEED_LIMIT)
