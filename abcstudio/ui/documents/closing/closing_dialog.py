"""Dialog that lists unsaved texts: save all into one folder, discard all, or cancel."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.controls.path_field import PathField
from abcstudio.ui.documents.closing.unsaved_text import UnsavedText, planned_files
from abcstudio.ui.look.plain_text import Label, elided, tooltip, without_access_key
from abcstudio.ui.look.theme import GRID, GROUP_GAP

_MOST_IN_SIGHT = 12
_MOST_LETTERS = 56


class ClosingDialog(QDialog):
    """Lists the texts, each with a check box and its file.

    Attributes:
        boxes: One for each text.
        targets: The file of each text, or "is discarded".
        folder_field: The folder of new files.
    """

    DISCARDED = 2
    """The result code of *Discard all*."""

    def __init__(
        self, texts: Sequence[UnsavedText], folder: Path, also: str, parent: QWidget
    ) -> None:
        """Make it.

        Args:
            texts: All that are not saved.
            folder: The proposed folder of new files.
            also: What else closing ends, "" for nothing.
            parent: What the dialog belongs to.
        """
        super().__init__(parent)
        self._texts = texts
        self.folder = folder
        self.setWindowTitle(self.tr("Save texts"))
        self.setProperty("help_topic", "composer")
        self.setMinimumWidth(64 * GRID)
        self.boxes = [self._box(text) for text in texts]
        self.targets = [NameLabel() for _ in texts]
        self.folder_field = PathField(
            self.tr("Folder"), self.tr("Where texts without a file are saved"), ""
        )
        self.folder_field.reset_button.hide()
        self.folder_field.path_changed.connect(self._on_folder)
        self._make_buttons()
        self._lay_out(also)
        self._show_files()
        self.save_button.setFocus()

    @property
    def chosen(self) -> list[int]:
        """The places of the texts that are to be saved."""
        return [place for place, box in enumerate(self.boxes) if box.isChecked()]

    def _box(self, text: UnsavedText) -> QCheckBox:
        box = QCheckBox(without_access_key(elided(text.label, _MOST_LETTERS)))
        box.setToolTip(tooltip(self.tr("Save {0}").format(text.label)))
        box.setChecked(True)
        box.toggled.connect(self._show_files)
        return box

    def _make_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.save_button = self.buttons.addButton("", roles.AcceptRole)
        self.save_button.setDefault(True)
        self.discard_button = self.buttons.addButton(self.tr("&Discard all"), roles.DestructiveRole)
        self.discard_button.setToolTip(self.tr("Save none of these texts: they are lost"))
        self.cancel_button = self.buttons.addButton(self.tr("&Cancel"), roles.RejectRole)
        self.cancel_button.setToolTip(self.tr("Save and close nothing"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.discard_button.clicked.connect(self._on_discard)

    def _lay_out(self, also: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(bold_label(self.tr("%n texts are not saved.", "", len(self._texts))))
        layout.addWidget(self._rows(), 1)
        if any(text.path is None for text in self._texts):
            layout.addLayout(self._folder_row())
        if also:
            words = Label(also)
            words.setWordWrap(True)
            layout.addWidget(words)
        layout.addWidget(self.buttons)

    def _rows(self) -> QScrollArea:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(GROUP_GAP)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for row, (box, target) in enumerate(zip(self.boxes, self.targets, strict=True)):
            target.setProperty("muted", True)
            grid.addWidget(box, row, 0)
            grid.addWidget(target, row, 1)
        grid.setRowStretch(len(self.boxes), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(rows)
        area.setWidgetResizable(True)
        in_sight = min(len(self.boxes), _MOST_IN_SIGHT)
        area.setMinimumHeight(in_sight * (self.boxes[0].sizeHint().height() + GRID))
        return area

    def _folder_row(self) -> QHBoxLayout:
        words = Label(self.tr("&Folder of new files"))
        words.setBuddy(self.folder_field)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(words)
        row.addWidget(self.folder_field, 1)
        return row

    def _show_files(self) -> None:
        """Update the file names and the save button."""
        chosen = self.chosen
        planned = planned_files([self._texts[place] for place in chosen], self.folder)
        files = dict(zip(chosen, planned, strict=True))
        for place, (text, target) in enumerate(zip(self._texts, self.targets, strict=True)):
            path = files.get(place)
            target.setText(self._words(text, path))
            target.setToolTip("" if path is None else tooltip(str(path)))
            self.boxes[place].setAccessibleDescription(target.text())
        self.folder_field.set_path(str(self.folder))
        is_all = len(chosen) == len(self._texts)
        some = self.tr("&Save %n texts", "", len(chosen))
        self.save_button.setText(self.tr("&Save all") if is_all else some)
        self.save_button.setEnabled(bool(chosen))

    def _words(self, text: UnsavedText, path: Path | None) -> str:
        if path is None:
            return self.tr("is discarded")
        return str(path) if text.path is not None else path.name

    def _on_folder(self, path: str) -> None:
        self.folder = Path(path)
        self._show_files()

    def _on_discard(self) -> None:
        self.done(self.DISCARDED)
