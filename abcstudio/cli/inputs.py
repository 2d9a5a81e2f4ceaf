"""Texts and devices among the arguments: what cannot be used is said before any work begins."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from abcstudio.cli.interruption import ends_at_once
from abcstudio.cli.output import put, say
from abcstudio.corpus.given_text import FileRemark
from abcstudio.corpus.sources import SourceReading
from abcstudio.errors import DeviceError, PromptError, RewritingError, TextFileError
from abcstudio.learning.devices import DEVICES, choose_device
from abcstudio.learning.loading import load_torch
from abcstudio.learning.sampling.networks import load_sampling
from abcstudio.learning.sampling.placing import enable_gpu_sampling
from abcstudio.messages import Phrase
from abcstudio.paths import bundled_model, sampling_speeds_file

__all__ = [
    "MODEL",
    "InputRemark",
    "about",
    "add_device",
    "check_device",
    "chosen_model",
    "load_sampling_or_end",
    "load_torch_or_end",
    "remarks_on",
    "say_how_read",
    "tell",
]

MODEL = "or the folder of a run; the one in the box if none"


class _Read(Protocol):
    """What was read, with the files whose encoding nothing told."""

    @property
    def guessed(self) -> tuple[FileRemark, ...]: ...


@dataclass(frozen=True, slots=True)
class InputRemark:
    """A sentence on how a file was read, or that it was not.

    Attributes:
        kind: "hint", or "warning" where something was left out.
        code: Which sentence it is, the same in every version.
    """

    path: Path
    kind: str
    code: str
    sentence: str

    def as_data(self) -> dict[str, str]:
        """Return it as plain data for JSON."""
        return {
            "path": str(self.path),
            "severity": self.kind,
            "code": self.code,
            "sentence": self.sentence,
        }


def remarks_on(path: Path, read: _Read) -> tuple[InputRemark, ...]:
    """Return what there is to say of how a file or folder was read, each file once."""
    return tuple(_remarks(path, read))


def tell(remarks: tuple[InputRemark, ...], *, as_json: bool) -> None:
    """Say how files were read; among lines of JSON, as such lines too."""
    for remark in remarks:
        say(remark.sentence)
        if as_json:
            put(json.dumps(remark.as_data()))


def say_how_read(path: Path, read: _Read) -> None:
    """Say how a file or folder was read, where there is something to say."""
    tell(remarks_on(path, read), as_json=False)


def about(path: Path, error: PromptError | RewritingError) -> TextFileError:
    """Return an error of a text as one of its file, which it names."""
    words = Phrase(error.message_id, error.parameters)
    return TextFileError("file.about", path=path, words=words)


def chosen_model(path: Path | None) -> Path:
    """Return the file of the model that is named, itself or by its run, else the one in the box.

    Raises:
        ModelFileError: A folder was named that has no model.
    """
    from abcstudio.recipes.models import model_file

    return bundled_model() if path is None else model_file(path)


def load_sampling_or_end() -> None:
    """Import what samples takes: with torch seconds in which a signal ends the program."""
    enable_gpu_sampling(sampling_speeds_file())
    with ends_at_once():
        load_sampling()


def load_torch_or_end() -> None:
    """Import torch: seconds in which nothing asks whether to stop, so a signal ends the program."""
    with ends_at_once():
        load_torch()


def add_device(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Add the option that chooses a device."""
    parser.add_argument(
        "--device",
        choices=DEVICES,
        default=default,
        metavar="DEVICE",
        help="auto, cpu, cuda (the first NVIDIA or AMD GPU), cuda:1 (the second) or mps",
    )


def check_device(wanted: str) -> None:
    """Make sure that the device that was asked for by name is there.

    Raises:
        DeviceError: It is not; the error says why, and what to do.
    """
    if wanted in ("auto", "cpu"):
        return
    found = choose_device(wanted)
    if found.reason is not None:
        raise DeviceError("device.not_there", device=wanted, reason=found.reason)


def _remarks(path: Path, read: _Read) -> Iterator[InputRemark]:
    if isinstance(read, SourceReading):
        if read.others:
            others = Phrase("corpus.others", {"count": read.others})
            words = Phrase("file.about", {"path": path, "words": others})
            yield InputRemark(path, "hint", others.message_id, str(words))
        for one in read.skipped:
            yield InputRemark(one.path, "warning", one.words.message_id, str(one.words))
    for one in read.guessed:
        words = Phrase("file.how_read", {"path": one.path, "how": one.words})
        yield InputRemark(one.path, "hint", one.words.message_id, str(words))
