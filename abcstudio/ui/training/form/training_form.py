"""What to train on, on which device and how: everything that is decided before a run starts."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import Device
from abcstudio.learning.milestones.plan import chosen_steps
from abcstudio.learning.presets import PRESETS
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, small_font
from abcstudio.ui.training.form.base_line import BaseLine
from abcstudio.ui.training.form.config_form import ConfigForm
from abcstudio.ui.training.form.lent_settings import LentSettings
from abcstudio.ui.training.form.own_row import OwnRow
from abcstudio.ui.training.form.presets_bar import PresetsBar
from abcstudio.ui.words.translation import message

_NOWHERE = "0"


class StepsField(QLineEdit):
    """Empty for the usual steps, 0 for none, else numbers with commas or blanks between them.

    Signals:
        edited: The person has typed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("10, 20, 50, 100 …")
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Hear it at steps"))
        self.setToolTip(
            self.tr(
                "At these steps the network is kept, and composes the same takes. Empty: 10, 20, "
                "50, 100 and so on, and the last step; 0: nowhere"
            )
        )
        self.textEdited.connect(self.edited)

    def steps(self) -> tuple[int, ...] | None:
        """Return the steps, None for the usual ones.

        Raises:
            ValueError: There is something else than steps in it.
        """
        words = self.text().strip()
        if not words:
            return None
        if words == _NOWHERE:
            return ()
        return chosen_steps([int(word) for word in re.split(r"[,;\s]+", words) if word])

    def complaint(self) -> str:
        """Return what is wrong with it, "" for nothing."""
        try:
            self.steps()
        except ValueError:
            return message("milestones.no_steps")
        return ""


_FIRST_PRESET = "quick"


class TrainingForm(QScrollArea):
    """The left side of the training page.

    Signals:
        tunes_requested: The person wants to choose other tunes.
        device_chosen: Carries what `wanted_device` returns.
        device_shown: It is known what the choice comes down to. Carries the `Device`.
        freed: Settings can be changed again: no run is under way any more.
    """

    tunes_requested = Signal()
    device_chosen = Signal(str)
    device_shown = Signal(object)
    freed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tunes = _sentence()
        self.tunes_note = _sentence()
        self.tunes_note.setProperty("error", True)
        self.tunes_note.hide()
        self.choose_tunes = QPushButton(self.tr("Choose…"))
        self.choose_tunes.setToolTip(self.tr("Goes to the tunes, to choose others to train on"))
        self.choose_tunes.clicked.connect(self.tunes_requested)
        self.base = BaseLine()
        self.presets = PresetsBar(PRESETS)
        self.own_presets = OwnRow()
        self.device = ChoiceBox()
        for words, name in (
            (self.tr("Automatic"), "auto"),
            (self.tr("Graphics card"), "cuda"),
            (self.tr("Processor"), "cpu"),
        ):
            self.device.addItem(words, name)
        self.device.setAccessibleName(self.tr("Device"))
        self.device.setToolTip(self.tr("What the network computes on"))
        self._why = _sentence()
        self._why.setProperty("muted", True)
        self._why.setFont(small_font())
        # The device becomes known late; what stands below must not move under the mouse then.
        self._why.setMinimumHeight(2 * self._why.fontMetrics().lineSpacing())
        self.config_form = ConfigForm(PRESETS[_FIRST_PRESET])
        self._show_preset()
        self._aside: tuple[TrainingConfig, LentSettings] | None = None
        self.milestones = StepsField()
        self._content = QWidget()
        self._lay_out(self._content)
        self.setWidget(self._content)
        self.presets.preset_chosen.connect(self.set_config)
        self.config_form.config_changed.connect(self._show_preset)
        self.device.currentIndexChanged.connect(self._on_device_changed)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return at least the width of what scrolls: there is no bar to see the rest with."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._content.minimumSizeHint().width() + bar
        return super().minimumSizeHint().expandedTo(QSize(width, 0))

    def config(self) -> TrainingConfig:
        """Return the settings of the next run."""
        return self.config_form.config()

    def own_config(self) -> TrainingConfig:
        """Return the settings of a new network, whatever model is the base of the next run."""
        if self._aside is not None:
            config, lent = self._aside
            return lent.own_of(config)
        return self.config_form.lent.own_of(self.config())

    def first_complaint(self) -> str:
        """Bring the first number that is none of its range into view; return what is wrong."""
        sentence = self.config_form.first_complaint()
        if not sentence and (sentence := self.milestones.complaint()):
            self.milestones.setFocus()
            self.ensureWidgetVisible(self.milestones, 0, 8 * GRID)
            return sentence
        focused = self.config_form.focusWidget()
        if sentence and focused is not None:
            self.ensureWidgetVisible(focused, 0, 8 * GRID)
        return sentence

    def show_head(self) -> None:
        """Bring the tunes and the presets into sight."""
        self.verticalScrollBar().setValue(0)

    def set_config(self, config: TrainingConfig) -> None:
        """Show other settings; those of a base's network stay."""
        self.config_form.set_config(config)
        self._show_preset()

    def lend(self, lent: LentSettings) -> None:
        """Show what the base of the next run lends, `LentSettings()` for nothing."""
        self._show(lent.over(self.own_config()), lent)

    @property
    def is_put_aside(self) -> bool:
        """Whether a run that goes on has its settings in the place of the next run's."""
        return self._aside is not None

    def put_aside(self, config: TrainingConfig) -> None:
        """Show the settings of a run that goes on, until `bring_back`."""
        if self._aside is None:
            self._aside = self.config(), self.config_form.lent
        self.base.hide()
        self._show(config, LentSettings())

    def bring_back(self) -> None:
        """Show the settings of the next run again, where others took their place."""
        if self._aside is not None:
            (config, lent), self._aside = self._aside, None
            self._show(config, lent)
            self.base.show_again()

    def _show(self, config: TrainingConfig, lent: LentSettings) -> None:
        self.config_form.show_lent(config, lent)
        self._show_preset()

    def _show_preset(self) -> None:
        shown, lent = self.config_form.shown, self.config_form.lent
        self.presets.show_config(lent.with_own_network(shown))

    def wanted_device(self) -> str:
        """Return "auto", "cpu", "cuda" for the first graphics card, "cuda:1" for the second."""
        return str(self.device.currentData())

    def set_wanted_device(self, name: str) -> None:
        """Choose a device without telling anybody."""
        with QSignalBlocker(self.device):
            if self.device.findData(name) < 0 and name.startswith("cuda:"):
                # The GPUs are not known yet.
                self._add_card(name, self.tr("Graphics card {0}").format(int(name[5:]) + 1))
            self.device.setCurrentIndex(max(0, self.device.findData(name)))

    def show_cards(self, cards: Sequence[Device]) -> None:
        """List GPUs by name unless the first one is the only one."""
        if [card.name for card in cards] == ["cuda"]:
            return
        with QSignalBlocker(self.device):
            for card in cards:
                number = int(card.name.partition(":")[2] or 0) + 1
                name = message(card.message_id, card.parameters)
                self._add_card(card.name, f"{number}. {name}")

    def _add_card(self, name: str, words: str) -> None:
        """Add a GPU above the processor, or rename its entry."""
        place = self.device.findData(name)
        if place < 0:
            self.device.insertItem(self.device.findData("cpu"), words, name)
        else:
            self.device.setItemText(place, words)

    def show_device(self, device: Device) -> None:
        """Say what the choice comes down to, and why."""
        sentences = [message(device.message_id, device.parameters)]
        if device.reason is not None:
            sentences.append(message(device.reason.message_id, device.reason.parameters))
        self._why.setText("\n".join(sentences))
        self.device_shown.emit(device)

    def say_of_tunes(self, sentence: str) -> None:
        """Say what is wrong with the tunes, "" for nothing."""
        self.tunes_note.setText(sentence)
        self.tunes_note.setVisible(bool(sentence))

    @property
    def is_editable(self) -> bool:
        """Whether no run is under way, whose settings the form says."""
        return self._content.isEnabled()

    def set_editable(self, is_editable: bool) -> None:
        """Lock the form while a run is under way, so that it says what the run was given."""
        self._content.setEnabled(is_editable)
        reason = self.tr("A run is under way; stop it to change its settings")
        self._content.setToolTip("" if is_editable else reason)
        if is_editable:
            self.freed.emit()

    def _lay_out(self, content: QWidget) -> None:
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(_heading(self.tr("Tunes")))
        tunes = QHBoxLayout()
        tunes.setSpacing(GRID)
        tunes.addWidget(self.tunes, 1)
        tunes.addWidget(self.choose_tunes, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(tunes)
        column.addWidget(self.tunes_note)
        column.addWidget(self.base)
        column.addSpacing(GROUP_GAP - GRID)
        column.addWidget(_heading(self.tr("Preset")))
        column.addWidget(self.presets)
        column.addWidget(self.own_presets)
        column.addSpacing(GROUP_GAP - GRID)
        column.addWidget(_heading(self.tr("Device")))
        column.addWidget(self.device)
        column.addWidget(self._why)
        column.addSpacing(GROUP_GAP - GRID)
        column.addWidget(self.config_form)
        heading = _heading(self.tr("Hear it at steps"))
        heading.setBuddy(self.milestones)
        column.addWidget(heading)
        column.addWidget(self.milestones)

    def _on_device_changed(self) -> None:
        self.device_chosen.emit(self.wanted_device())


def _heading(words: str) -> Label:
    label = Label(words)
    label.setProperty("muted", True)
    return label


def _sentence() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
