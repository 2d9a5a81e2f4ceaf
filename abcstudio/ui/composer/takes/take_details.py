"""How the chosen take was made, and the ways to make more like it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.learning.sampling.sampling_config import chosen_options
from abcstudio.ui.composer.takes.keep_to.wish_words import words_of
from abcstudio.ui.composer.takes.mixing.mixed_origin import model_words
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.look.plain_text import Label, one_line, tooltip
from abcstudio.ui.look.theme import GRID, GROUP_GAP
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

    def __init__(self, above: QWidget | None = None) -> None:
        """Make them; what scrolls begins with another view, if there is one."""
        super().__init__()
        self._place = _value()
        self.model = _value()
        self.options = {name: _value() for name in chosen_options()}
        self.wishes, self._prompt = _value(), _value()
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
        buttons.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._scrolled(above), 1)
        column.addLayout(buttons)
        self._show_nothing()

    def _scrolled(self, above: QWidget | None) -> QScrollArea:
        """Return what may be more than there is room for."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        column.setSpacing(GROUP_GAP)
        if above is not None:
            column.addWidget(above)
        column.addLayout(self._form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("What is known of this take"))
        area.setMinimumHeight(12 * GRID)
        area.setWidget(inside)
        return area

    def show_newness(self, words: str) -> None:
        """Say how new the tune is; nothing while that is not known."""
        self.newness.setText(words)
        self._form.setRowVisible(self.newness, bool(words))

    def _show_nothing(self) -> None:
        """Leave the room of what has not been shown yet to the list of takes."""
        values = (self.model, *self.options.values(), self.wishes, self._prompt)
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
        are_wished = origin is not None and origin.made.wishes.are_given
        self._form.setRowVisible(self.wishes, are_wished)
        self.again_button.setVisible(origin is not None)
        self.seed_button.setVisible(origin is not None)
        if origin is None:
            return
        self.model.setText(model_words(origin))
        self.model.setToolTip(tooltip(str(origin.model_path or "")))
        for name in self.options:
            self._show_option(name, origin)
        self.wishes.setText(words_of(origin.made.wishes))
        self._prompt.setText(origin.made.prompt.strip() or self.tr("Empty"))

    def _show_option(self, name: str, origin: TakeOrigin) -> None:
        value, label = getattr(origin.made.sampling, name), self.options[name]
        if isinstance(value, bool):
            label.setText(self.tr("Yes") if value else self.tr("No"))
        elif isinstance(value, float):
            decimals = 2 if round(value, 2) == value else 4
            label.setText(self.locale().toString(value, "f", decimals))
        else:
            label.setText(str(value))
        if name == "rng_seed" and origin.made.takes > 1:
            words = self.tr("{0}, tune {1} of {2}")
            label.setText(words.format(value, origin.made.take + 1, origin.made.takes))
        is_usual = value == getattr(USUAL_SAMPLING, name) and name not in _ALWAYS_SHOWN
        self._form.setRowVisible(label, not (is_usual or name in origin.made.unknown))


def _value() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
