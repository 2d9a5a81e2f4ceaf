"""Whatever a person chooses as tunes, MIDI, sound font, model or text: a pipe never hangs it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import AbcStudioError
from abcstudio.learning.checkpoint import read_header
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.recipes.check import check_file
from abcstudio.recipes.foreign_files import read_foreign_file
from abcstudio.recipes.import_model import ImportModelRequest, import_model

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among files")


def take_in(path: Path) -> object:
    return import_model(ImportModelRequest(source=path, folder=path.parent))


@pytest.mark.parametrize(
    "read", [read_tunebook, read_foreign_file, SoundFont.read, read_header, take_in, check_file]
)
def test_what_is_no_file_is_refused_at_once(read: Callable[[Path], object], tmp_path: Path) -> None:
    pipe, zero = tmp_path / "pipe.safetensors", tmp_path / "zero.safetensors"
    os.mkfifo(pipe)
    zero.symlink_to("/dev/zero")
    for path in (pipe, zero):
        with pytest.raises((AbcStudioError, OSError)):
            read(path)
