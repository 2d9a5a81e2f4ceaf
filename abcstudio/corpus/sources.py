"""Where tunes come from: one tunebook file or a folder of them."""

from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CorpusError
from abcstudio.files import decode_text, unread_encoding
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import reason


def read_tunebook(path: Path, *, allow_pipe: bool = False) -> tuple[Tune, ...]:
    """Return the tunes of one file, or of every `.abc` file below a folder, numbered through.

    `allow_pipe` is that of `guarded_files.read_bytes`.

    Raises:
        CorpusError: There is no such file, it cannot be read, or it holds no tune.
    """
    path = Path(path)
    files = tunebook_files(path)
    tunes = tuple(tune for file in files for tune in _read(file, allow_pipe=allow_pipe))
    if not tunes:
        raise CorpusError("corpus.no_tunes", path=path)
    if len(files) == 1:
        return tunes
    return tuple(_renumbered(tune, number) for number, tune in enumerate(tunes, start=1))


def tunebook_files(path: Path) -> list[Path]:
    """Return the files that `read_tunebook` reads: the one, or every `.abc` file below a folder.

    Raises:
        CorpusError: There is no such file or folder, or it cannot be looked at.
    """
    path = Path(path)
    try:
        if not path.exists():
            raise CorpusError("corpus.not_found", path=path)
        return _abc_files(path) if path.is_dir() else [path]
    except OSError as error:
        raise _unreadable(path, error) from error


def _abc_files(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.rglob("*") if file.suffix.lower() == ".abc" and file.is_file()
    )


def _read(file: Path, *, allow_pipe: bool) -> tuple[Tune, ...]:
    try:
        data = read_bytes(file, allow_pipe=allow_pipe)
    except OSError as error:
        raise _unreadable(file, error) from error
    tunes = split_tunebook(decode_text(data).text)
    encoding = "" if tunes else unread_encoding(data)
    if encoding:
        raise CorpusError("corpus.encoding", path=file, encoding=encoding)
    return tunes


def _unreadable(path: Path, error: OSError) -> CorpusError:
    return CorpusError("corpus.unreadable", path=path, reason=reason(error))


def _renumbered(tune: Tune, number: int) -> Tune:
    return replace(tune, number=number)
