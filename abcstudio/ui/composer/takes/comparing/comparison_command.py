"""The command that shows two takes side by side."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.takes.comparing.comparison_dialog import ComparisonDialog
from abcstudio.ui.composer.takes.comparing.shown_take import ShownTake
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import KIND_ROLE
from abcstudio.ui.composer.takes.takes_model import NUMBER, TUNE, ListedTake, key_of
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.words.key_words import key_words


class ComparisonCommand(QObject):
    """Registers it; one pair is shown at a time.

    Attributes:
        dialog: What is shown; None while nothing is.
    """

    def __init__(
        self,
        parts: ComposerParts,
    ) -> None:
        takes = parts.rooms[TakesRoom].list
        super().__init__(takes)
        self._takes = takes
        self._playback = parts.playback
        self._engraver = parts.engraver
        self._studio = parts.studio
        self.dialog: ComparisonDialog | None = None
        group = CommandGroup(
            parts.actions,
            self,
            menu="tune",
            submenu="compose",
            page="composer",
            acts_on_tune=False,
            why_not=self._why_not,
        )
        group.add(CommandSpec("tune.compare_takes", "Co&mpare two takes",
            "Show the two takes that are selected in the list side by side",
            do=self.compare, keys="Ctrl+Shift+F2"))  # fmt: skip
        group.follow(takes.selectionModel().selectionChanged, takes.takes.modelReset)
        takes.comparison_requested.connect(self.compare)

    def compare(self) -> None:
        """Show the two takes that are selected."""
        if self.dialog is not None or self._why_not():
            return
        pair = self._takes.selected_takes()
        had_focus = QApplication.focusWidget()
        one, other = (self._shown(take) for take in pair)
        dialog = self.dialog = ComparisonDialog(
            (one, other), self._playback, self._engraver, self._studio, self._takes.window()
        )
        dialog.keep_toggled.connect(lambda place: self._toggle(pair[place]))
        dialog.finished.connect(lambda _result: self._end(had_focus))
        self._show_kept()
        dialog.open()
        dialog.columns[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _why_not(self) -> str:
        takes = self._takes.selected_takes()
        if len(takes) != 2:
            words = self.tr("Select two takes in the list first: {0} selects the next one, too.")
            return words.format(key_words("Shift+Down"))
        if any(isinstance(take, Document) and take.is_composing for take in takes):
            return self.tr("One of the two takes is still being composed.")
        return ""

    def _shown(self, take: ListedTake) -> ShownTake:
        model = self._takes.takes
        row = model.row_of(take)
        cells = [model.index(row, model.place_of(name)) for name in (NUMBER, TUNE)]
        number, title = (str(cell.data()) for cell in cells)
        return ShownTake(
            key=_own_key(take),
            text=take.text() if isinstance(take, Document) else take.text,
            name=self.tr("{0} · {1}").format(number, title),
            kind=cells[1].data(KIND_ROLE),
            lines=tuple(model.sentences_of(take)),
            found=model.found_of(take),
        )

    def _toggle(self, take: ListedTake) -> None:
        """Keep a take, or no longer; one that is not open is listed anew by that."""
        now = take if isinstance(take, Document) else self._takes.takes.take_with(take.key)
        if now is not None:
            self._takes.keep_toggled.emit(now)
            self._show_kept()

    def _show_kept(self) -> None:
        if self.dialog is None:
            return
        for column, take in zip(self.dialog.columns, self._takes.selected_takes(), strict=True):
            column.show_kept(take.is_kept)

    def _end(self, had_focus: QWidget | None) -> None:
        self.dialog = None
        if had_focus is not None and isValid(had_focus):
            had_focus.window().activateWindow()
            had_focus.setFocus(Qt.FocusReason.OtherFocusReason)


def _own_key(take: ListedTake) -> str:
    """Return what tells a take from others, also where the history could not keep it."""
    return key_of(take) or (f"text {take.key}" if isinstance(take, Document) else "")
