"""Asks which sources to combine, with which weights, and what to call them together."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from abcstudio.corpus.combined_sources import MAX_PARTS, MAX_WEIGHT, SourcePart
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label, cut, one_line, tooltip
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN

_FEWEST = 2
_LONGEST_NAME = 60


class CombineDialog(QDialog):
    """A row a source, with its weight.

    Signals:
        decided: The person agreed. Carries the name and the tuple of `SourcePart`.
    """

    decided = Signal(str, object)

    def __init__(self, offered: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """Make it.

        Args:
            offered: The name and the path of each source.
            parent: What the dialog belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Combine sources"))
        self.setProperty("help_topic", "datasets")
        self.setMinimumWidth(64 * GRID)
        self._paths = [path for _, path in offered]
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("What to call them together"))
        self.boxes = [self._box(name, path) for name, path in offered]
        self.weights = [self._weight(name) for name, _ in offered]
        self.why_not = Label()
        self.why_not.setProperty("muted", True)
        self.why_not.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.agree_button = buttons.addButton(
            self.tr("C&ombine"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        cancel = buttons.addButton(self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setToolTip(self.tr("Leave the sources as they are"))
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.name.textChanged.connect(self._show_whether)
        for box in self.boxes:
            box.toggled.connect(self._show_whether)
        self._show_whether()

    def set_parts(self, name: str, parts: Sequence[SourcePart]) -> None:
        """Show a combination as it is."""
        self.name.setText(name)
        self.name.selectAll()
        weights = {part.path: part.weight for part in parts}
        for path, box, weight in zip(self._paths, self.boxes, self.weights, strict=True):
            box.setChecked(path in weights)
            weight.setValue(weights.get(path, 1))

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """The sources that are chosen."""
        rows = zip(self._paths, self.boxes, self.weights, strict=True)
        return tuple(SourcePart(path, weight.value()) for path, box, weight in rows
                     if box.isChecked())  # fmt: skip

    def _box(self, name: str, path: str) -> QCheckBox:
        box = QCheckBox(cut(one_line(name)).replace("&", "&&"))
        box.setToolTip(tooltip(path))
        return box

    def _weight(self, name: str) -> WholeNumberBox:
        weight = WholeNumberBox(1, MAX_WEIGHT)
        weight.setAccessibleName(self.tr("Weight of {0}").format(one_line(name)))
        weight.setToolTip(self.tr("How many times its tunes stand in the text to learn from"))
        weight.setPrefix(self.tr("× "))
        return weight

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        sentence = Label(
            self.tr(
                "Their tunes are shown as one source, each once. A network that is trained on them "
                "reads the tunes of a source as many times as its weight says."
            )
        )
        sentence.setWordWrap(True)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        for row, (box, weight) in enumerate(zip(self.boxes, self.weights, strict=True)):
            grid.addWidget(box, row, 0)
            grid.addWidget(weight, row, 1)
            weight.setEnabled(box.isChecked())
            box.toggled.connect(weight.setEnabled)
        grid.setRowStretch(len(self.boxes), 1)
        area = QScrollArea()
        area.setWidget(rows)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(sentence)
        layout.addWidget(self.name)
        layout.addWidget(area, 1)
        layout.addWidget(self.why_not)
        layout.addWidget(buttons)

    def _show_whether(self) -> None:
        chosen = sum(box.isChecked() for box in self.boxes)
        why_not = ""
        if chosen < _FEWEST:
            why_not = self.tr("Choose two sources or more.")
        elif chosen > MAX_PARTS:
            why_not = self.tr("Choose no more than {0} sources.").format(MAX_PARTS)
        elif not self.name.text().strip():
            why_not = self.tr("Give them a name.")
        self.why_not.setText(why_not)
        self.agree_button.setEnabled(not why_not)
        self.agree_button.setToolTip(why_not or self.tr("Put them on the list as one source"))

    def _on_accepted(self) -> None:
        self.decided.emit(self.name.text().strip(), self.parts)
        self.accept()
