"""Which logs a run can have beside its folder, and what each needs."""

import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from abcstudio.messages import Phrase
from abcstudio.runs.loggers.comet_key import comet_key
from abcstudio.runs.loggers.comet_log import CometLog
from abcstudio.runs.loggers.run_logger import RunLogger
from abcstudio.runs.loggers.tensorboard_log import TensorBoardLog

TENSORBOARD, COMET, COMET_OFFLINE = "tensorboard", "comet", "comet-offline"

_COMET = ("comet_ml>=3.49,<4", "keyring>=24")

_Tell = Callable[[Phrase], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogKind:
    """A log that a person can choose.

    Attributes:
        name: What it is called in settings and at the command line.
        words: What its makers call it.
        extra: The optional dependencies of this program that it needs.
        requirements: Those dependencies, as pip takes them; the same as in pyproject.toml.
        package: The one of them that writes it.
        make: Makes it; given what tells a person of a fault that does not end it.
    """

    name: str
    words: str
    extra: str
    requirements: tuple[str, ...]
    package: str
    make: Callable[[_Tell], RunLogger]


LOG_KINDS = {
    kind.name: kind
    for kind in (
        LogKind(
            name=TENSORBOARD, words="TensorBoard", extra="tensorboard", package="tensorboard",
            requirements=("tensorboard>=2.16,<3",),
            make=lambda _tell: TensorBoardLog(),
        ),
        LogKind(
            name=COMET, words="Comet", extra="comet", package="comet_ml",
            requirements=_COMET,
            make=lambda tell: CometLog(comet_key, tell),
        ),
        LogKind(
            name=COMET_OFFLINE, words="Comet", extra="comet", package="comet_ml",
            requirements=_COMET,
            make=lambda tell: CometLog(None, tell),
        ),
    )
}  # fmt: skip


def why_no_log(kind: LogKind) -> Phrase | None:
    """Return why a log cannot be written here, None where it can."""
    spec = importlib.util.find_spec(kind.package)
    # A folder of that name where the program was started is found as well, without a file.
    if spec is not None and spec.origin is not None:
        return None
    if getattr(sys, "frozen", False):
        command = f'python -m pip install ".[{kind.extra}]"'
        return Phrase("log.missing_packaged", {"name": kind.words, "command": command})
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    packages = " ".join(f'"{each}"' for each in kind.requirements)
    command = f"{python} -m pip install {packages}"
    return Phrase("log.missing", {"name": kind.words, "command": command})


def logs_of(facts: Mapping[str, object]) -> tuple[str, ...]:
    """Return the logs that the record of a run, or of a sweep, names."""
    names = facts.get("logs")
    return tuple(name for name in LOG_KINDS if isinstance(names, list) and name in names)
