"""How the chosen take was made, and the ways to make more like it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.learning.sampling.sampling_config import SamplingConfig, sampling_options
from abcstudio.ui.composer.takes.jury_words import words_of_marks
from abcstudio.ui.composer.takes.mixing.mixed_origin import model_words
from abcstudio.ui.composer.takes.wish_words import words_of
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.look.plain_text import Label, one_line, tooltip
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.translation import message

_ALWAYS_SHOWN = ("temperature", "rng_seed")


class TakeDetails(QWidget):
    """Facts about one document; a take has its whole recipe.

    Signals:
        again_requested: Compose again with these settings and another number.
        seed_requested: Take its seed and settings into the form, number included.
    """

    again_requested = Signal()
    seed_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = _value()
        self.model = _value()
        self.options = {name: _value() for name in sampling_options()}
        self.wishes, self.marks, self._prompt = _value(), _value(), _value()
        self.newness = _value()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for words, value in (
            (self.tr("File"), self._place),
            (self.tr("Model"), self.model),
            *((message(f"sampling.{name}"), value) for name, value in self.options.items()),
            (self.tr("Wishes"), self.wishes),
            (self.tr("Jury"), self.marks),
            (self.tr("New?"), self.newness),
            (self.tr("Seed"), self._prompt),
        ):
            label = Label(words)
            label.setProperty("muted", True)
            value.setAccessibleName(words)
            self._form.addRow(label, value)
        self.again_button = QPushButton(self.tr("Again like this"))
        self.again_button.setToolTip(self.tr("Compose with the same settings and another number"))
        self.again_button.clicked.connect(self.again_requested)
        self.seed_button = QPushButton(self.tr("Use its seed"))
        self.seed_button.setToolTip(
            self.tr("Put this take's seed and settings into the panel at the left")
        )
        self.seed_button.clicked.connect(self.seed_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.seed_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._form)
        column.addLayout(buttons)
        column.addStretch(1)
        self._show_nothing()

    def show_newness(self, words: str) -> None:
        """Say how new the tune is; nothing while that is not known."""
        self.newness.setText(words)
        self._form.setRowVisible(self.newness, bool(words))

    def _show_nothing(self) -> None:
        """Leave the room of what has not been shown yet to the list of takes."""
        values = (self.model, *self.options.values(), self.wishes, self.marks, self._prompt)
        for value in (*values, self.newness):
            self._form.setRowVisible(value, False)

    def show_document(self, document: Document) -> None:
        """Show a document's facts."""
        origin = document.provenance.origin
        name = one_line(document.path.name) if document.path else ""
        self._place.setText(name or self.tr("Not saved yet"))
        self._place.setToolTip(tooltip(str(document.path or "")))
        for value in (self.model, *self.options.values(), self._prompt):
            self._form.setRowVisible(value, origin is not None)
        are_wished = origin is not None and origin.wishes.are_given
        self._form.setRowVisible(self.wishes, are_wished)
        self._show_marks(origin.marks if origin else None)
        self.again_button.setVisible(origin is not None)
        self.seed_button.setVisible(origin is not None)
        if origin is None:
            return
        self.model.setText(model_words(origin))
        self.model.setToolTip(tooltip(str(origin.model_path or "")))
        for name in self.options:
            self._show_option(name, origin)
        self.wishes.setText(words_of(origin.wishes))
        self._prompt.setText(origin.prompt.strip() or self.tr("Empty"))

    def _show_marks(self, marks: JuryMarks | None) -> None:
        self._form.setRowVisible(self.marks, marks is not None)
        if marks is not None:
            self.marks.setText(words_of_marks(marks, self.locale()))
            self.marks.setToolTip(
                self.tr(
                    "The score: how likely the jury finds it that this is a real tune and no take;"
                    " then six numbers: the share of real tunes that are odder; below 0.1 a tune"
                    " is odd"
                )
            )

    def _show_option(self, name: str, origin: TakeOrigin) -> None:
        value, label = getattr(origin.sampling, name), self.options[name]
        if isinstance(value, bool):
            label.setText(self.tr("Yes") if value else self.tr("No"))
        elif isinstance(value, float):
            decimals = 2 if round(value, 2) == value else 4
            label.setText(self.locale().toString(value, "f", decimals))
        else:
            label.setText(str(value))
        if name == "rng_seed" and origin.takes > 1:
            words = self.tr("{0}, tune {1} of {2}")
            label.setText(words.format(value, origin.take + 1, origin.takes))
        is_usual = value == getattr(SamplingConfig(), name) and name not in _ALWAYS_SHOWN
        self._form.setRowVisible(label, not (is_usual or name in origin.unknown))


def _value() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
