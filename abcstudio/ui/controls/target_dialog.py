"""Asking where to write a file, and a name to suggest for it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from abcstudio.guarded_files import is_there
from abcstudio.ui.look.plain_text import MOST_SHOWN, MessageBox, one_line


def file_name_of(title: str) -> str:
    """Return a title as a file name without its suffix."""
    kept = "".join(c if c.isalnum() or c in " -_'" else " " for c in title[:MOST_SHOWN])
    return " ".join(kept.split())[:80] or "tune"


def ask_target(window: QWidget, title: str, start: Path, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file of one of some kinds and return it, None when the person does not want to.

    Args:
        window: What the dialog belongs to.
        title: What is going to be done.
        start: What is proposed.
        kinds: The words of each kind by its suffixes, the usual one first. A name without one of
            these suffixes gets that of the chosen kind.
    """
    filters = ";;".join(dict.fromkeys(kinds.values()))
    name, kind = QFileDialog.getSaveFileName(window, title, str(start), filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower().removeprefix(".") in kinds:
        return path
    suffix = next((known for known, words in kinds.items() if words == kind), next(iter(kinds)))
    completed = path.with_name(f"{path.name}.{suffix}")
    # The dialog asked about the name that was typed, not about this one.
    return (
        completed
        if not is_there(completed) or _may_replace_file(window, title, completed)
        else None
    )


def may_replace(window: QWidget, title: str, sentence: str) -> bool:
    """Say what is there already, and return whether it is to be replaced."""
    translate = QCoreApplication.translate
    box = MessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setText(one_line(sentence))
    replace = box.addButton(translate("Saving", "&Replace"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(translate("Saving", "&Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is replace


def _may_replace_file(window: QWidget, title: str, path: Path) -> bool:
    words = QCoreApplication.translate("Saving", "{0} is there already.")
    return may_replace(window, title, words.format(path.name))
