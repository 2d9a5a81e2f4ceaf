"""Explains the ABC at the caret and under the mouse, a moment after typing has paused."""

from PySide6.QtCore import QObject, QTimer

from abcstudio.messages import Phrase, as_sentence
from abcstudio.notation.explaining.explanation import Explainer, Explanation
from abcstudio.notation.score import Score
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.explanation_line import ExplanationLine
from abcstudio.ui.words.translation import message

PAUSE_MS = 120
"""How long the caret rests before what it stands at is explained."""


class ExplanationPresenter(QObject):
    """Keeps the line under the editor at what the caret stands at."""

    def __init__(
        self, editor: AbcEditor, watch: TuneWatch, line: ExplanationLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._watch = watch
        self._line = line
        self._explainer: tuple[Score, Explainer] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_now)
        editor.set_explainer(self.words_at)
        editor.caret_moved.connect(self._wait)
        watch.tune_changed.connect(self._wait)
        # A text may be there already.
        self._wait()

    def set_shown(self, is_shown: bool) -> None:
        """Show the line, or take it away."""
        self._line.setVisible(is_shown)
        if is_shown:
            self.show_now()

    def show_now(self) -> None:
        """Explain the place of the caret without waiting."""
        self._timer.stop()
        found = self._at(self._editor.selection().start)
        self._line.set_text(found if found else self.tr("Nothing stands here yet."))

    def words_at(self, offset: int) -> str:
        """Return what the character at a place of the document means, "" for nothing."""
        view = self._current_view()
        if view is None or not view.offset <= offset < view.end:
            return ""
        return _words(self._explainer_of(view).of_token(offset - view.offset))

    def stop(self) -> None:
        """Explain nothing more."""
        self._timer.stop()

    def _wait(self) -> None:
        if not self._line.isHidden():
            self._timer.start()

    def _at(self, caret: int) -> str:
        view = self._current_view()
        if view is None or caret < view.offset:
            return ""
        if caret > view.end:
            # Blanks at the end of the last line are no part of the tune.
            between = self._editor.text()[view.end : caret]
            if "\n" in between or between.strip():
                return ""
            caret = view.end
        return _words(self._explainer_of(view).at(caret - view.offset))

    def _current_view(self) -> TuneView | None:
        """Return the tune if it has been read as it stands now."""
        view = self._watch.view
        is_current = view is not None and self._editor.text().startswith(view.text, view.offset)
        return view if is_current else None

    def _explainer_of(self, view: TuneView) -> Explainer:
        score = view.score
        if self._explainer is None or self._explainer[0] is not score:
            self._explainer = (score, view.explainer or Explainer(score))
        return self._explainer[1]


def _words(found: Explanation | None) -> str:
    """Return an explanation in the window's language."""
    sentences: tuple[Phrase, ...] = found.sentences if found is not None else ()
    return " ".join(map(_sentence, sentences))


def _sentence(phrase: Phrase) -> str:
    parts = [message(part.message_id, part.parameters) for part in phrase.phrases()]
    return as_sentence(message(phrase.message_id, phrase.parameters), parts)
