"""Lights the partner of the bracket, quote or repeat sign at the caret, and goes there."""

from PySide6.QtCore import QObject, QTimer

from abcstudio.notation.assistance.brackets import BracketGroup, brackets_at, partner_of
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_watch import LARGE_TUNE, TuneWatch
from abcstudio.ui.editor.abc_editor import AbcEditor

PAUSE_MS = 40
LONELY_PAUSE_MS = 700
"""How long a missing partner is waited for: it may be just about to be typed."""

_SIGNS = frozenset('[](){}"!+|:123456789')


class BracketMatcher(QObject):
    """Looks only where a sign that can have a partner stands beside the caret."""

    def __init__(self, editor: AbcEditor, watch: TuneWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._watch = watch
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_now)
        self._lonely_timer = QTimer(self)
        self._lonely_timer.setSingleShot(True)
        self._lonely_timer.setInterval(LONELY_PAUSE_MS)
        self._lonely_timer.timeout.connect(self._show_lonely)
        editor.caret_moved.connect(self._on_caret_moved)

    def show_now(self) -> None:
        """Light the signs that belong to the one at the caret."""
        self._timer.stop()
        group, offset = self._group()
        if group is None or not group.is_whole:
            self._editor.marks.set_brackets(())
            return
        self._editor.marks.set_brackets(_moved(group, offset))

    def _show_lonely(self) -> None:
        """Light a sign whose partner is missing."""
        group, offset = self._group()
        if group is not None and not group.is_whole:
            self._editor.marks.set_brackets(_moved(group, offset), are_whole=False)

    def _on_caret_moved(self) -> None:
        self._timer.start()
        self._lonely_timer.start()

    def go_to_partner(self) -> bool:
        """Bring the caret to the partner of the sign beside it; return whether there is one."""
        group, offset = self._group()
        caret = self._editor.caret()
        partner = partner_of(group, caret - offset) if group is not None else None
        if partner is None:
            return False
        place = partner.start + offset
        self._editor.select(Span(place, place), focus=True)
        return True

    def stop(self) -> None:
        """Light nothing more."""
        self._timer.stop()
        self._lonely_timer.stop()

    def _group(self) -> tuple[BracketGroup | None, int]:
        """Return the signs that belong to the one at the caret, and where their text begins."""
        text, caret = self._editor.text(), self._editor.caret()
        if not _SIGNS.intersection(text[max(0, caret - 1) : caret + 1]):
            return None, 0
        view = self._watch.view
        if view is None or len(view.text) > LARGE_TUNE:
            # To find what belongs together is to read all of it.
            return None, 0
        if not text.startswith(view.text, view.offset):
            return None, 0
        return brackets_at(view.text, caret - view.offset), view.offset


def _moved(group: BracketGroup, offset: int) -> list[Span]:
    return [Span(span.start + offset, span.end + offset) for span in group.spans]
