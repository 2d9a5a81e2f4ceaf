"""The button over the foot of the score that leads from chosen measures to other ones."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea
from typing_extensions import override

from abcstudio.composing.rewriting.measures_meant import MeantMeasures, measures_at
from abcstudio.errors import RewritingError
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.rewriting.rewriting_presenter import RewritingPresenter
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.key_words import keys_of

_PAUSE_MS = 100
"""How long a choice rests before something is offered for it."""


class RewritingOffer(CommandButton):
    """Stands there while whole measures are chosen, and names them; its command writes them anew.

    It takes no focus: with the keys of its command the same is done from score and text.
    """

    def __init__(
        self,
        ground: QAbstractScrollArea,
        desk: TuneDesk,
        presenter: RewritingPresenter,
        command: QAction,
    ) -> None:
        super().__init__(ground)
        self._ground = ground
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._presenter = presenter
        self._command = command
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("help_topic", "rewriting")
        self.setAccessibleName(command.text().replace("&", ""))
        self.set_command(command)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._show)
        for change in (
            desk.editor.selectionChanged,
            desk.editor.document_shown,
            desk.watch.tune_changed,
        ):
            change.connect(self._wait)
        presenter.changed.connect(self._show)
        desk.studio.colors_changed.connect(self._draw_icon)
        ground.installEventFilter(self)
        self._draw_icon()
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _wait(self, *_what: object) -> None:
        if self._editor.textCursor().hasSelection():
            self._pause.start()
        else:
            self._pause.stop()
            self.hide()

    def _show(self) -> None:
        meant = None if self._presenter.is_on or self._desk.why_not() else self._meant()
        if meant is None:
            self.hide()
            return
        words = self._words(meant)
        keys = keys_of(self._command)
        self.setText(self.tr("{0} ({1})").format(words, keys) if keys else words)
        self.setAccessibleName(words)
        self.show()
        self._stand()

    def _words(self, meant: MeantMeasures) -> str:
        if not meant.last:
            return self.tr("Rewrite the pickup")
        if not meant.first:
            return self.tr("Rewrite from the pickup to measure {0}").format(meant.last)
        if meant.first == meant.last:
            return self.tr("Rewrite measure {0}").format(meant.first)
        return self.tr("Rewrite measures {0}–{1}").format(meant.first, meant.last)

    def _meant(self) -> MeantMeasures | None:
        """Return the measures that are chosen; None for less than a whole one."""
        view = self._watch.view
        if view is None or not self._editor.textCursor().hasSelection():
            return None
        chosen = self._editor.selection().moved(-view.offset)
        if chosen.end <= 0 or chosen.start >= len(view.text):
            return None
        try:
            meant = measures_at(view.score, chosen)
        except RewritingError:
            return None
        is_whole = chosen.start <= meant.place.start and meant.place.end <= chosen.end
        return meant if is_whole or meant.first < meant.last else None

    def _stand(self) -> None:
        """Stand in the corner, beside the scroll bar."""
        if self.isHidden():
            return
        room = self._ground.viewport().geometry().adjusted(GRID, GRID, -GRID, -GRID)
        size = self.sizeHint().boundedTo(room.size())
        self.setGeometry(
            room.right() - size.width() + 1, room.bottom() - size.height() + 1, *size.toTuple()
        )

    def _draw_icon(self) -> None:
        self.setIcon(icon("sparkles"))
