"""Where to move a tune: to a key or by an interval, with the key that comes out shown at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.errors import EditError
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import keys_to_choose, transpose_by, transpose_to
from abcstudio.notation.values.interval import Interval
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.words.key_names import interval_choices, key_name, tonic_name
from abcstudio.ui.words.translation import error_sentence


class TransposeDialog(QDialog):
    """Asks how far to transpose a tune.

    Signals:
        transposed: The person has decided. Carries the tune's new text.
    """

    transposed = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._key = parse(text).key
        self._changed = text
        self.setWindowTitle(self.tr("Transpose"))
        self.setProperty("help_topic", "composer")
        self.setMinimumWidth(60 * GRID)
        self.to_key = QRadioButton(self.tr("To the &key of"))
        self.to_key.setToolTip(self.tr("Choose the key that you want to play in"))
        self.by_interval = QRadioButton(self.tr("By an &interval of"))
        self.by_interval.setToolTip(self.tr("Choose how far each note moves"))
        self._group = QButtonGroup(self)
        self._group.addButton(self.to_key)
        self._group.addButton(self.by_interval)
        self.key = _filled(_KeyBox(), self.tr("Key"), self._key_choices())
        self.key_way = _filled(
            QComboBox(),
            self.tr("Way to the key"),
            [
                ("nearest", self.tr("The nearer way")),
                ("up", self.tr("Upwards")),
                ("down", self.tr("Downwards")),
            ],
        )
        self.interval = _filled(QComboBox(), self.tr("Interval"), interval_choices())
        self.interval_way = _filled(
            QComboBox(),
            self.tr("Direction"),
            [("up", self.tr("Upwards")), ("down", self.tr("Downwards"))],
        )
        self.preview = Label()
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName(self.tr("What comes out"))
        self.preview.setMinimumHeight(5 * GRID)
        self._buttons = QDialogButtonBox()
        self.transpose_button = self._buttons.addButton(
            self.tr("&Transpose"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.transpose_button.setToolTip(self.tr("Move the tune; undo reverts it"))
        cancel = self._buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setToolTip(self.tr("Leave the tune as it is"))
        self._lay_out()
        self._connect()
        self.to_key.setChecked(True)
        self.key.setFocus()
        self.key.setCurrentIndex(max(0, self.key.findData(self._tonic())))
        self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for row, widgets in enumerate(
            (
                (self.to_key, self.key, self.key_way),
                (self.by_interval, self.interval, self.interval_way),
            )
        ):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addLayout(grid)
        layout.addWidget(self.preview)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        # Touching a choice chooses its line.
        for combo, button in (
            (self.key, self.to_key),
            (self.key_way, self.to_key),
            (self.interval, self.by_interval),
            (self.interval_way, self.by_interval),
        ):
            combo.activated.connect(button.click)
            combo.currentIndexChanged.connect(self._show)
        self.to_key.toggled.connect(self._show)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _key_choices(self) -> list[tuple[str, str]]:
        tonics = keys_to_choose(self._text)
        mode = self._key.mode or "major"
        return [(tonic, tonic_name(tonic, mode)) for tonic in tonics]

    def _tonic(self) -> str:
        return "A" if self._key.highland_pipes else self._key.tonic or "C"

    def _show(self) -> None:
        """Say what comes out of the choices."""
        try:
            self._changed = self._transposed()
        except EditError as error:
            self._changed = self._text
            self.preview.setText(error_sentence(error))
        else:
            self.preview.setText(self._sentence(parse(self._changed).key))
        self.transpose_button.setEnabled(self._changed != self._text)

    def _transposed(self) -> str:
        if self.to_key.isChecked():
            way = self.key_way.currentData()
            return transpose_to(self._text, self.key.currentData(), direction=way)
        interval = Interval.named(self.interval.currentData())
        return transpose_by(self._text, interval, down=self.interval_way.currentData() == "down")

    def _sentence(self, key: KeySignature) -> str:
        if self._changed == self._text:
            return self.tr("The tune stays in {0}.").format(key_name(self._key))
        return self.tr("The tune in {0} comes out in {1}, {2}.").format(
            key_name(self._key), key_name(key), self._signs(key.fifths)
        )

    def _signs(self, fifths: int) -> str:
        if fifths == 0:
            return self.tr("without sharps and flats")
        if abs(fifths) == 1:
            return self.tr("with one sharp") if fifths > 0 else self.tr("with one flat")
        if fifths > 0:
            return self.tr("with %Ln sharps", "", fifths)
        return self.tr("with %Ln flats", "", -fifths)

    def _on_accepted(self) -> None:
        self.transposed.emit(self._changed)
        self.accept()


class _KeyBox(QComboBox):
    """Keys by their tonics; a typed letter chooses the key without a sharp or a flat first."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = str(self.currentData())
        super().keyPressEvent(event)
        letter = event.text().upper()
        plain = self.findData(letter) if letter else -1
        if plain >= 0 and not before.startswith(letter):
            self.setCurrentIndex(plain)


def _filled(combo: QComboBox, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    for data, words in choices:
        combo.addItem(words, data)
    return combo
