"""Proof that an installation works: the whole main job in a minute, window included.

A packaged program runs it on a bare machine; what a bundle lacks shows only when it is used. It
needs no screen, no sound device and no network, and writes nothing outside a temporary folder.
The edition without torch is spared what trains.
"""

import dis
import importlib
import importlib.util
import os
import pkgutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType

from abcstudio.learning.devices import has_torch
from abcstudio.selftest import engine
from abcstudio.temporary_files import temporary_folder

# What the standard library has on some systems only; the program asks which system it is first.
ONLY_ON_SOME_SYSTEMS = frozenset({"ctypes.wintypes", "fcntl", "msvcrt", "pwd", "resource"})
# What only the optional dependencies bring; no packaged program has it.
EXTRAS = ("comet_ml", "keyring", "tensorboard")
# What the edition without torch leaves out, by the first part of a name.
_FOR_TRAINING = frozenset({"torch", "safetensors"})
_ENTRY_POINT = "__main__"


def import_everything(package: str = "abcstudio") -> int:
    """Import every module of a package and what their functions import.

    Returns how many modules were asked for; raises an ImportError that names the module and the
    one that asks for it. Where torch is not installed, what imports it is passed over.
    """
    asked: dict[str, str] = {}
    for module in _modules_of(package):
        _import(module)
        for name in _imports_of(_code_of(module)):
            asked.setdefault(name, module)
    for name, module in asked.items():
        if name not in ONLY_ON_SOME_SYSTEMS and name.partition(".")[0] not in EXTRAS:
            try:
                _import(name)
            except ImportError as error:
                raise ImportError(f"{module} imports {name}, which fails: {error}") from error
    return len(asked)


def _import(name: str) -> None:
    try:
        importlib.import_module(name)
    except ImportError as error:
        if has_torch() or str(error.name).partition(".")[0] not in _FOR_TRAINING:
            raise


def _modules_of(package: str) -> Iterator[str]:
    found = importlib.import_module(package)
    yield package
    for one in pkgutil.walk_packages(found.__path__, f"{package}."):
        if not one.name.endswith(f".{_ENTRY_POINT}"):
            yield one.name


def _code_of(module: str) -> CodeType:
    spec = importlib.util.find_spec(module)
    # Asked by name: the loader of a packaged program has the method and not the base class.
    get_code = getattr(spec.loader, "get_code", None) if spec else None
    code = get_code(module) if get_code is not None else None
    if not isinstance(code, CodeType):
        raise ImportError(f"{module} has no code to read")
    return code


def _imports_of(code: CodeType) -> Iterator[str]:
    """Yield the absolute names that a code object and those inside it import."""
    for instruction in dis.get_instructions(code):
        if instruction.opname == "IMPORT_NAME":
            yield str(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _imports_of(constant)


def run_selftest() -> int:
    """Go through every part, print a line for each, and return 0 when all of them work."""
    # On a screen where one is named, as `make bundle-test` does.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    with temporary_folder("abcstudio-selftest-") as place:
        os.environ["ABCSTUDIO_HOME"] = str(place / "home")
        checks: tuple[tuple[str, Callable[[Path], str]], ...] = (
            ("read the tunebook", engine.read_tunes),
            *(_training() if has_torch() else ()),
            ("compose", engine.compose_tune),
            ("convert and synthesize", engine.export_files),
            ("engrave", engine.engrave_tune),
            ("write a report", engine.write_reports),
            ("import what is imported late", _import_late),
            ("use the window", _use_window),
        )
        outcomes = [_passes(name, check, place) for name, check in checks]
    return 0 if all(outcomes) else 1


def _training() -> tuple[tuple[str, Callable[[Path], str]], ...]:
    return (
        (f"train {engine.STEPS} steps", engine.train_network),
        ("go on training", engine.resume_training),
        ("take in the lab's weights", engine.take_in_lab_model),
    )


def _passes(name: str, check: Callable[[Path], str], place: Path) -> bool:
    began = time.perf_counter()
    try:
        found = check(place)
    except Exception as error:  # noqa: BLE001 - a self-test tells every failure and goes on
        print(f"FAILED  {name}: {type(error).__name__}: {error}", flush=True)
        return False
    print(f"ok      {name}: {found} ({time.perf_counter() - began:.1f} s)", flush=True)
    return True


def _import_late(_place: Path) -> str:
    return f"{import_everything()} modules"


def _use_window(_place: Path) -> str:
    from abcstudio.selftest.window import use_window

    return use_window()
