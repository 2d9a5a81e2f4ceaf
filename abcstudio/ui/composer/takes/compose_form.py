"""What to ask the network for: what kind, how bold, how many, the seed, and the one main button.

Over 400 lines: a form of many rows, most of them one widget made, worded and laid out.
"""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.composing.prompt_header import with_header
from abcstudio.learning.sampling.sampling_config import (
    SamplingConfig,
    chosen_options,
    new_rng_seed,
    sampling_options,
)
from abcstudio.ui.composer.takes.compose_wish import DEFAULT_WISH, MOST_TAKES, ComposeWish
from abcstudio.ui.composer.takes.keep_to.header_rows import HeaderRows
from abcstudio.ui.composer.takes.keep_to.keep_to_panel import KeepToPanel
from abcstudio.ui.composer.takes.keep_to.wish_controls import WishControls
from abcstudio.ui.composer.takes.mixing.mix_box import MixBox
from abcstudio.ui.composer.takes.options.folded_options import FoldedOptions
from abcstudio.ui.composer.takes.options.sampling_controls import (
    Control,
    control_of,
    set_up,
    show_value,
    value_in,
)
from abcstudio.ui.composer.takes.temperature_box import TemperatureBox
from abcstudio.ui.controls.action_button import ActionButton, CommandButton
from abcstudio.ui.controls.form_rows import add_rows, align, labelled
from abcstudio.ui.controls.numbers.number_boxes import NumberBox, first_complaint
from abcstudio.ui.controls.numbers.whole_number_boxes import IdentifierBox, WholeNumberBox
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, editor_font
from abcstudio.ui.playback.playing_in.listening_bar import ListeningBar
from abcstudio.ui.services.studio import Studio


class SeedField(QPlainTextEdit):
    """Five lines of text."""

    def __init__(self) -> None:
        super().__init__(DEFAULT_WISH.seed)
        self.setFont(editor_font())
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setStyleSheet(
            "QPlainTextEdit:!focus { border: 1px solid palette(dark); border-radius: 4px; }"
        )
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 2 * GRID)
        self.setPlaceholderText(self.tr("Empty: the network begins as it likes"))
        self.setToolTip(
            self.tr("The opening that the network continues; any number of lines, or nothing")
        )
        self.setAccessibleName(self.tr("Seed"))

    @property
    def says_more(self) -> bool:
        """Whether it says more than rhythm, meter and key, which stand in boxes of their own."""
        rest = self.toPlainText()
        for letter in "RMK":
            rest = with_header(rest, letter, "")
        return rest.split() not in (["X:1", "T:"], ["X:1"])

    def put(self, seed: str) -> None:
        """Let it say something else, as one step that can be undone."""
        self.selectAll()
        self.insertPlainText(seed)


_NOT_COUNTED = ("temperature", "guard", "rng_seed")
_OWN_ROWS = (*_NOT_COUNTED, "max_chars", "stop_at_tune_end")
_PLACE_OF_OPENING = 3


class ComposeForm(QWidget):
    """The ask panel.

    Signals:
        compose_requested: The main button was pressed while no take was composed.
        stop_requested: The main button was pressed while a take was composed.
        drop_unknown_requested: Compose without the characters that the model does not know.
        without_requested: Compose without the wish that cannot be.
    """

    compose_requested = Signal()
    stop_requested = Signal()
    drop_unknown_requested = Signal()
    without_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self._is_stopping = False
        self._has_model = False
        # A seed that was typed, or taken from a take, is gone on from as it stands.
        self._completes_header = False
        self.seed = SeedField()
        self.opening = ListeningBar()
        self.headers = HeaderRows()
        self.rhythm, self.meter, self.key = (self.headers.boxes[letter] for letter in "RMK")
        self._area = QScrollArea()
        self._temperature_box = TemperatureBox(studio)
        self.temperature = self._temperature_box.number
        self.temperature_slider = self._temperature_box.slider
        self.max_chars = WholeNumberBox(*sampling_options()["max_chars"].values)
        self.stop_at_end = QCheckBox(self.tr("Stop at the end of the tune"))
        self.takes = WholeNumberBox(*MOST_TAKES)
        self.rng_seed = IdentifierBox(*sampling_options()["rng_seed"].values)
        self.options: dict[str, Control] = {
            "temperature": self.temperature,
            "max_chars": self.max_chars,
            "stop_at_tune_end": self.stop_at_end,
            "rng_seed": self.rng_seed,
        }
        self._shares_attempts = True
        self.options |= {
            name: control_of(name) for name in chosen_options() if name not in self.options
        }
        self.wishes = WishControls(self)
        self.mix = MixBox(studio)
        self.keep_to = KeepToPanel(self.options["guard"], self.wishes)
        self.defaults_button = QToolButton()
        self.new_each_time = QCheckBox(self.tr("New each time"))
        self.dice = QToolButton()
        counted = {name: self.options[name] for name in self.options if name not in _NOT_COUNTED}
        self.more = FoldedOptions(counted, self._also_set)
        self.compose_button = QPushButton(self.tr("Compose"))
        self.best_button = CommandButton(self.tr("Best of 16"))
        self.message = Label()
        self.drop_button = QPushButton(self.tr("Drop them and compose"))
        self.without_button = QPushButton(self.tr("Compose without this wish"))
        self._set_up_seed()
        self._set_up_numbers()
        self._set_up_button()
        self._lay_out()
        self._on_seed_changed()
        self.headers.chosen.connect(self.choose_header)
        studio.colors_changed.connect(self._draw_icons)

    def wish(self) -> ComposeWish | None:
        """Return what the form says now, with a new random number where "New each time" is on.

        None where a number is no number of its range; the field then has the focus and says so.
        """
        if self.new_each_time.isChecked():
            self.throw_dice()
        numbers = [box for box in self.options.values() if isinstance(box, NumberBox)]
        numbers += [self.wishes.measures, self.mix.percent]
        if any(box.commit() for box in numbers if self.more.isAncestorOf(box)):
            self.more.unfold()
        if first_complaint(*numbers, self.takes):
            return None
        seed, takes = self.seed.toPlainText(), self.takes.value()
        wishes = self.wishes.wishes(seed)
        return ComposeWish(seed, self.sampling(), takes, self._completes_header, wishes)

    def sampling(self) -> SamplingConfig:
        """Return the options that the form shows."""
        chosen = {name: value_in(box) for name, box in self.options.items()}
        # Only the same take again has to be composed without sharing.
        shares = self._shares_attempts or self.new_each_time.isChecked()
        return SamplingConfig(share_attempts=shares, **chosen)

    def contents(self) -> tuple[object, ...]:
        """Return all that a person can change here, to tell whether it was touched."""
        seed, is_new = self.seed.toPlainText(), self.new_each_time.isChecked()
        wishes = self.wishes.wishes(seed)
        shown = is_new, self.more.is_unfolded, self.mix.contents()
        return seed, self.sampling(), self.takes.value(), wishes, *shown

    def set_wish(self, wish: ComposeWish, *, same_number: bool) -> None:
        """Fill the form, with a fixed number when the same take is wanted again."""
        self.set_seed(wish.seed)
        if self.seed.says_more:
            self.more.unfold()
        self._completes_header = wish.complete_header
        self._shares_attempts = wish.sampling.share_attempts
        for name, control in self.options.items():
            value = getattr(wish.sampling, name)
            show_value(control, value)
            if name not in _NOT_COUNTED and value != getattr(USUAL_SAMPLING, name):
                self.more.unfold()
        self.keep_to.show_wishes(wish.wishes)
        self.takes.setValue(wish.takes)
        self.new_each_time.setChecked(not same_number)

    def begin_with(self, wish: ComposeWish = DEFAULT_WISH) -> None:
        """Fill the form, with a new number each time."""
        own = replace(wish.sampling, rng_seed=self.rng_seed.value())
        self.set_wish(replace(wish, sampling=own), same_number=False)
        self.mix.show_mixing(None)

    def throw_dice(self) -> None:
        """Choose another number."""
        self.rng_seed.setValue(new_rng_seed())

    def set_has_model(self, has_model: bool) -> None:
        """Say whether there is a network that can compose."""
        self._has_model = has_model
        self._show_button()

    def set_busy(self, is_busy: bool) -> None:
        """Turn the main button into Stop while a take is composed, and back."""
        self._is_busy = is_busy
        self._is_stopping = False
        self._show_button()

    def show_stopping(self) -> None:
        """Let the main button say that composing is ending, until it has ended."""
        self._is_stopping = self._is_busy
        self._show_button()

    @property
    def completes_header(self) -> bool:
        """Whether lines of the seed were chosen, not typed alone: the network writes the others."""
        return self._completes_header

    @property
    def has_message(self) -> bool:
        """Whether something is wrong with the wish."""
        return bool(self.message.text())

    def set_seed(self, seed: str) -> None:
        """Put another seed into the field, as one step that can be undone."""
        self.seed.put(seed)

    def offer_opening(self, play: QAction) -> None:
        """Offer the command that plays the opening where the seed is folded away."""
        button = ActionButton(play)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fields.insertWidget(_PLACE_OF_OPENING, button, 0, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(self.takes, button)
        button.setVisible(not self.more.is_unfolded)
        self.more.folded.connect(lambda are_shown: button.setVisible(not are_shown))

    def offer_best(self, compose_best: QAction) -> None:
        """Offer the command that composes the best of many, beside the main button."""
        self.best_button.set_command(compose_best)

    def show_seed(self) -> None:
        """Unfold the seed, and bring it into sight."""
        self.more.unfold()
        self._reveal_more_soon()

    def show_message(
        self, sentence: str, *, offer_drop: bool = False, offer_without: bool = False
    ) -> None:
        """Say what is wrong with the wish, "" for nothing."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.drop_button.setVisible(bool(sentence) and offer_drop)
        self.without_button.setVisible(bool(sentence) and offer_without)

    def _draw_icons(self) -> None:
        self.dice.setIcon(icon("dice-5"))
        self.defaults_button.setIcon(icon("rotate"))

    def _set_up_seed(self) -> None:
        self.seed.textChanged.connect(self._on_seed_changed)
        self.drop_button.setToolTip(
            self.tr("Leave out the characters that the model does not know")
        )
        self.drop_button.clicked.connect(self.drop_unknown_requested)
        self.without_button.setToolTip(self.tr("Take back the wish that cannot be, and compose"))
        self.without_button.clicked.connect(self.without_requested)
        self.message.setProperty("error", True)
        self.message.setWordWrap(True)
        self.show_message("")

    def _set_up_numbers(self) -> None:
        for name in ("temperature", "max_chars", "stop_at_tune_end", "rng_seed"):
            set_up(self.options[name], name)
        self.max_chars.setSingleStep(100)
        self.max_chars.setSuffix(self.tr(" characters"))
        self.takes.setValue(DEFAULT_WISH.takes)
        self.takes.setAccessibleName(self.tr("Takes"))
        self.takes.setToolTip(self.tr("How many tunes to compose from the same seed"))
        self.takes.setMinimumHeight(3 * GRID)
        self.throw_dice()
        self.new_each_time.setChecked(True)
        self.new_each_time.toggled.connect(self.more.show_words)
        self.new_each_time.setToolTip(self.tr("Choose another random number before each tune"))
        self.dice.setToolTip(self.tr("Throw another number"))
        self.dice.setAccessibleName(self.tr("Throw another number"))
        self.dice.clicked.connect(self.throw_dice)

        self.defaults_button.setText(self.tr("Restore defaults"))
        self.defaults_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.defaults_button.setToolTip(
            self.tr("Seed and options as they are at the first start; undo brings the seed back")
        )
        self.defaults_button.setAutoRaise(True)
        self.defaults_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.defaults_button.clicked.connect(lambda: self.begin_with())
        self._draw_icons()

    def _set_up_button(self) -> None:
        self.compose_button.setProperty("main", True)
        self.compose_button.setMinimumHeight(5 * GRID)
        # As high as the main button, whose frame is wider.
        self.best_button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.compose_button.clicked.connect(self._on_button_clicked)
        self._show_button()

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        self._fields = QVBoxLayout(inside)
        self._fill()
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        foot.setSpacing(GRID)
        for widget in (
            self.message,
            self.drop_button,
            self.without_button,
        ):
            foot.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.compose_button, 1)
        buttons.addWidget(self.best_button)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Only now the controls are dressed, which makes them wider.
        unfolded = max(rows.least_width for rows in (self.more, self.keep_to.more)) + 4 * GRID
        inside = self._inside.minimumSizeHint().width()
        self.setMinimumWidth(max(inside, unfolded) + 2 * GRID)
        super().showEvent(event)

    def _fill(self) -> None:
        """Fill what scrolls: what most takes are asked for by over what few need."""
        takes = _grid()
        add_rows(takes, [(self.tr("T&akes"), self.takes)])
        self._fill_more()
        align((self.headers.grid, takes, self.keep_to.grid, self.keep_to.more.grid, self.more.grid))
        column = self._fields
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GROUP_GAP)
        column.addWidget(self.headers)
        column.addWidget(self._temperature_box)
        column.addLayout(takes)
        column.addWidget(self.keep_to)
        column.addWidget(self.mix)
        column.addWidget(self.more)
        column.addWidget(self.defaults_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _fill_more(self) -> None:
        """Fill what is folded away: the seed first, how the network is sampled last."""
        chance = QHBoxLayout()
        chance.setSpacing(GRID)
        chance.addWidget(self.rng_seed, 1)
        chance.addWidget(self.dice)
        seed, length, dice = self.tr("&Seed"), self.tr("Len&gth"), self.tr("&Dice")
        opening = labelled(seed, self.seed)
        opening.addWidget(self.opening)
        self.more.grid.addLayout(opening, 0, 0, 1, 2)
        rows: list[tuple[str, QWidget | QHBoxLayout]] = [
            (length, self.max_chars),
            ("", self.stop_at_end),
            (dice, chance),
            ("", self.new_each_time),
        ]
        add_rows(self.more.grid, rows, {dice: self.rng_seed})
        self.more.add_options(name for name in self.options if name not in _OWN_ROWS)
        for words, control in (
            (seed, self.seed), (length, self.max_chars), (dice, self.rng_seed),
        ):  # fmt: skip
            self.more.lead_to(words, control)
        self.more.sought.connect(self._reveal_more_soon)

    def _reveal_more_soon(self) -> None:
        """Scroll to what is unfolded, once it has its place."""
        QTimer.singleShot(0, self, self._reveal_more)

    def _reveal_more(self) -> None:
        bar, more = self._area.verticalScrollBar(), self.more.geometry()
        hidden = more.bottom() - self._area.viewport().height()
        if hidden > bar.value():
            bar.setValue(min(more.top(), hidden))
        focus = self.window().focusWidget()
        if focus is not None and self.more.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus)

    def _also_set(self) -> int:
        """Return how much of what is folded away, beside options, is not as usual."""
        return self.seed.says_more + (not self.new_each_time.isChecked())

    def choose_header(self, letter: str, value: str) -> None:
        """Write a line of the header into the seed, as one step that can be undone."""
        self.set_seed(with_header(self.seed.toPlainText(), letter, value))
        self._completes_header = True

    def _on_seed_changed(self) -> None:
        """Let the three boxes say what the seed says."""
        self.headers.show_seed(self.seed.toPlainText())
        self.more.show_words()

    def _on_button_clicked(self) -> None:
        if not self._is_stopping:
            (self.stop_requested if self._is_busy else self.compose_requested).emit()

    def _show_button(self) -> None:
        button = self.compose_button
        can_compose = self._is_busy or self._has_model
        if self._is_stopping:
            words = self.tr("Stopping…")
            explanation = self.tr("What is composed so far is kept, where it has come to notes")
        elif self._is_busy:
            words, explanation = self.tr("Stop"), self.tr("Stop, and keep what is composed so far")
        else:
            words = self.tr("Compose")
            explanation = (
                self.tr("Let the network write a tune")
                if can_compose
                else self.tr("There is no model to compose with: train one first")
            )
        button.setText(words)
        button.setToolTip(explanation)
        button.setAccessibleName(words)
        button.setEnabled(can_compose)
        # It looks disabled, and keeps the focus.
        button.setProperty("waits", self._is_stopping)
        button.style().unpolish(button)
        button.style().polish(button)
        button.setIconSize(QSize(20, 20))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID)
    grid.setVerticalSpacing(GRID)
    grid.setColumnStretch(1, 1)
    return grid
