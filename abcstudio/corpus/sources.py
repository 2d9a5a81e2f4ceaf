"""Where tunes come from: one tunebook file or a folder of them."""

from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CorpusError
from abcstudio.files import read_text_file


def read_tunebook(path: Path) -> tuple[Tune, ...]:
    """Return the tunes of one file, or of every `.abc` file below a folder, numbered through.

    Raises:
        CorpusError: There is no such file, it cannot be read, or it holds no tune.
    """
    path = Path(path)
    if not path.exists():
        raise CorpusError("corpus.not_found", path=path)
    files = _abc_files(path) if path.is_dir() else [path]
    tunes = tuple(tune for file in files for tune in _read(file))
    if not tunes:
        raise CorpusError("corpus.no_tunes", path=path)
    if len(files) == 1:
        return tunes
    return tuple(_renumbered(tune, number) for number, tune in enumerate(tunes, start=1))


def _abc_files(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.rglob("*") if file.suffix.lower() == ".abc" and file.is_file()
    )


def _read(file: Path) -> tuple[Tune, ...]:
    try:
        text = read_text_file(file).text
    except OSError as error:
        raise CorpusError(
            "corpus.unreadable", path=file, reason=error.strerror or str(error)
        ) from error
    return split_tunebook(text)


def _renumbered(tune: Tune, number: int) -> Tune:
    return replace(tune, number=number)
