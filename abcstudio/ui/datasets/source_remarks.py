"""Remarks on how a source was read: files left out, encodings that were guessed."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from abcstudio.corpus.given_text import FileRemark, is_grave
from abcstudio.ui.look.plain_text import window_title
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.words.translation import message
from abcstudio.workers.tunes import TunesRead


class SourceRemarks(QObject):
    """Says it in a notice, and lists the files in a dialog where they are several.

    Signals:
        encoding_requested: The person wants another encoding than the one that was guessed.
    """

    encoding_requested = Signal()

    def __init__(self, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._window = window
        self._notices: dict[Path, Notice] = {}
        self._told: dict[Path, list[str]] = {}
        self.dialog: RemarksDialog | None = None

    def tell(self, read: TunesRead) -> None:
        """Say what there is to say of a source that was just read.

        What may have made letters wrong stands until it is put away or no longer true. The same is
        not said twice: the source's row says it too.
        """
        lines = remark_lines(read)
        if lines == self._told.get(read.path):
            return
        self.withdraw(read.path)
        self._told[read.path] = lines
        name, skipped = read.path.name, len(read.reading.skipped)
        if not skipped and not read.reading.guessed and not read.reading.left_out:
            return
        is_grave = any(_is_grave(remark) for remark in read.reading.guessed)
        kind = "warning" if skipped or is_grave else "info"
        if not skipped and not read.reading.left_out and len(read.reading.guessed) == 1:
            words = f"{read.reading.guessed[0].path.name}: {_words(read.reading.guessed[0])}."
            another, ask = self.tr("Another…"), self.encoding_requested.emit
            self._notices[read.path] = self._studio.notify(
                words, kind, another, ask, stays=is_grave
            )
            return
        if skipped:
            words = self.tr("Some files of “{0}” are left out.").format(name)
        elif not read.reading.guessed:
            words = self.tr("ABC has no signs for some of the music of “{0}”.").format(name)
        else:
            words = self.tr("Some files of “{0}” are not UTF-8.").format(name)
        show = self.tr("Show them")
        self._notices[read.path] = self._studio.notify(
            words, kind, show, lambda: self._show(read), stays=is_grave
        )

    def withdraw(self, path: Path) -> None:
        """Take away what still stands of a source: it is read anew, or off the list."""
        self._told.pop(path, None)
        if notice := self._notices.pop(path, None):
            self._studio.notice_withdrawn.emit(notice)

    def stay_with(self, path: Path) -> None:
        """Take away what is said of other sources: its button would be about this one.

        What waits for an answer is said again when its source is read again.
        """
        for other in self._notices.keys() - {path}:
            notice = self._notices.pop(other)
            self._studio.notice_withdrawn.emit(notice)
            if notice.stays:
                del self._told[other]

    def _show(self, read: TunesRead) -> None:
        self._drop_dialog()
        self.dialog = RemarksDialog(read, self._window)
        self.dialog.finished.connect(self._drop_dialog)
        self.dialog.show()

    def _drop_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class RemarksDialog(QDialog):
    """The files of a source of which there is something to say."""

    def __init__(self, read: TunesRead, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How {0} was read").format(window_title(read.path.name)))
        self.resize(90 * GRID, 50 * GRID)
        self.list = QPlainTextEdit("\n".join(remark_lines(read)))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("Files and how they were read"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)


def encoding_state(read: TunesRead) -> str:
    """Return how sure the encodings of a source's files are, as `SourceNotes.encoding` says it."""
    if any(_is_grave(remark) for remark in read.reading.guessed):
        return "unknown"
    if any(remark.words.message_id == "encoding.odd_bytes" for remark in read.reading.guessed):
        return "odd"
    return "guessed" if read.reading.guessed else ""


def remark_lines(read: TunesRead) -> list[str]:
    """Return a line for all files not looked at, and one for each thing left out or guessed."""
    guessed = (
        f"{_shown(remark.path, read.path)}: {_words(remark)}" for remark in read.reading.guessed
    )
    left_out = (
        f"{_shown(remark.path, read.path)}: {_words(remark)}" for remark in read.reading.left_out
    )
    skipped = (_words(remark) for remark in read.reading.skipped)
    return [*_of_others(read.reading.others), *skipped, *guessed, *left_out]


def _of_others(count: int) -> list[str]:
    if not count:
        return []
    # The first is for languages without plural forms on file, English before all.
    translate = QCoreApplication.translate
    one = translate(
        "SourceRemarks", "1 other file was not read: it holds no tunes, as far as can be told."
    )
    return (
        [one]
        if count == 1
        else [
            translate(
                "SourceRemarks",
                "%Ln other files were not read: they hold no tunes, as far as can be told.",
                "",
                count,
            )
        ]
    )


def _shown(file: Path, source: Path) -> str:
    return str(file.relative_to(source)) if source in file.parents else file.name


def _is_grave(remark: FileRemark) -> bool:
    return is_grave(remark.words)


def _words(remark: FileRemark) -> str:
    return message(remark.words.message_id, remark.words.parameters)
