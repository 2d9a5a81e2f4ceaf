"""Lost texts that cannot be edited here: each becomes a file, so that nothing of it is lost."""

from pathlib import Path

from abcstudio.corpus.tunebook import first_title
from abcstudio.files import TextFile, write_beside
from abcstudio.ui.controls.target_dialog import file_name_of
from abcstudio.ui.documents.lost_texts import LostText, remove_copy


def keep_as_file(lost: LostText, folder: Path) -> Path:
    """Write a lost text into a new file of a folder and remove its copy; return the file.

    Raises:
        OSError: It cannot be written; the copy stays.
    """
    name = lost.path.stem if lost.path is not None else first_title(lost.text) or lost.name
    path = write_beside(folder, file_name_of(name), ".abc", TextFile(lost.text).to_bytes())
    remove_copy(lost.copy)
    return path
