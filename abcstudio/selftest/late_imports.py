"""Imports that are made late: a program that is packaged without one of them fails only in use."""

import dis
import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from types import CodeType

from abcstudio.learning.devices import has_torch

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
