"""Names of libraries that stand for something else: put there by typed code, or by torch itself."""

import functools
import math
from collections.abc import Callable
from typing import Any

import pytest

from abcstudio.lessons.running.failures import TYPED
from abcstudio.lessons.running.names_kept import NamesKept

WRAPPING = """
def wrapper(*values):
    return inner(*values)
"""


def wrapper_from(file: str, inner: Callable[..., Any]) -> Any:
    """Return a wrapper of a function, as code of a file would make it."""
    names: dict[str, Any] = {"inner": inner}
    exec(compile(WRAPPING, file, "exec"), names)
    return functools.wraps(inner)(names["wrapper"])


def test_what_torch_wraps_by_itself_means_what_it_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = NamesKept()
    monkeypatch.setattr(math, "floor", wrapper_from("torch/_dynamo/eval_frame.py", math.floor))
    assert kept.changed() == ""


def test_what_typed_code_puts_in_the_place_of_a_name_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = NamesKept()
    monkeypatch.setattr(math, "floor", wrapper_from(TYPED, math.floor))
    assert kept.changed() == "math.floor"
    monkeypatch.setattr(math, "floor", math.ceil)
    assert kept.changed() == "math.floor"


def test_an_optimizer_changes_no_name() -> None:
    torch = pytest.importorskip("torch")
    kept = NamesKept()
    torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))])
    assert kept.changed() == ""
