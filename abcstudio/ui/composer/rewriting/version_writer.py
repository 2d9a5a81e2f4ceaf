"""Puts versions of measures into the text, and takes them out again."""

from collections.abc import Iterator
from contextlib import contextmanager

from abcstudio.notation.spans import Span
from abcstudio.recipes.rewrite import Rewritten
from abcstudio.ui.composer.desk.text_trial import TextTrial
from abcstudio.ui.composer.rewriting.rewriting_aim import RewritingAim


class VersionWriter:
    """Writes one version in place of another; of the measures as they were nothing is left over."""

    def __init__(self, trial: TextTrial) -> None:
        self._trial = trial
        self._is_writing = False

    @property
    def is_writing(self) -> bool:
        """Whether a change of the text is one that it makes."""
        return self._is_writing

    def write(self, aim: RewritingAim, shown: Rewritten) -> bool:
        """Show a version; return whether it is done."""
        view = aim.view
        caret = view.offset + aim.place.start
        with self._writing():
            return self._trial.show(Span(view.offset, view.end), shown.tune, caret)

    def take_back(self) -> None:
        """Show the measures as they were."""
        with self._writing():
            self._trial.take_back()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False
