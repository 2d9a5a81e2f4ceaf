"""Lost texts that cannot be edited here: each becomes a file, so that nothing of it is lost."""

from itertools import count
from pathlib import Path

from abcstudio.corpus.tunebook import first_title
from abcstudio.files import TextFile, atomic_write
from abcstudio.guarded_files import is_there
from abcstudio.ui.controls.target_dialog import file_name_of
from abcstudio.ui.documents.lost_texts import LostText, remove_copy


def keep_as_file(lost: LostText, folder: Path) -> Path:
    """Write a lost text into a new file of a folder and remove its copy; return the file.

    Raises:
        OSError: It cannot be written; the copy stays.
    """
    name = lost.path.stem if lost.path is not None else first_title(lost.text) or lost.name
    folder.mkdir(parents=True, exist_ok=True)
    names = (f"{file_name_of(name)}{'' if n == 1 else f' {n}'}.abc" for n in count(1))
    path = next(folder / each for each in names if not is_there(folder / each))
    atomic_write(path, TextFile(lost.text).to_bytes())
    remove_copy(lost.copy)
    return path
