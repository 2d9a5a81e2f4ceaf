"""Keeps the training form in step with the chosen tunes and the run under way."""

from PySide6.QtCore import QLocale, QObject

from abcstudio.guarded_files import is_there
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.training_parts import TrainingParts


class FormPresenter(QObject):
    """Keeps the form in step: which tunes it names, and whether it can be changed."""

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.form)
        form = self._form = parts.form
        corpus = self._corpus = parts.corpus
        session = self._session = parts.session
        self._starter = parts.rooms[RunStarter]
        self._studio = parts.studio
        form.tunes_requested.connect(self._on_tunes_requested)
        corpus.changed.connect(self._show_tunes)
        corpus.chosen.connect(self._forget_lost_tunes)
        corpus.chosen.connect(form.show_head)
        corpus.lost.connect(self._on_tunes_lost)
        for change in (form.config_form.config_changed, form.presets.preset_chosen):
            change.connect(self._show_tunes)
        for change in (session.started, session.ended):
            change.connect(self._show_tunes)
            change.connect(self._show_whether_editable)
        session.started.connect(self._forget_lost_tunes)
        session.ended.connect(self._look_for_source)
        self._show_tunes()

    def _show_tunes(self) -> None:
        name, count = one_line(self._corpus.name), len(self._corpus.tunes)
        resumed = self._starter.resumed
        if self._session.is_running and resumed is not None:
            name, count = one_line(resumed.corpus_name), 0
        if not count or not self._corpus.is_whole:
            sentence = name
        elif count == 1:
            sentence = self.tr("{0}, 1 tune").format(name)
        else:
            sentence = self.tr("{0}, %Ln tunes", "", count).format(name)
        # Variants of a tune stay together, so that it may be fewer.
        held_out = round(count * self._form.config().validation_share)
        held_out = len(self._corpus.held_out) or held_out
        if held_out:
            words = self.tr("{0}, held out: {1}")
            sentence = words.format(sentence, QLocale().toString(held_out))
        self._form.tunes.setText(sentence)

    def _show_whether_editable(self) -> None:
        self._form.set_editable(not self._session.is_running)

    def _on_tunes_requested(self) -> None:
        self._studio.page_requested.emit("datasets")

    def _on_tunes_lost(self, gone: str) -> None:
        self._form.say_of_tunes(
            self.tr("The tunes of last time are no longer there: {0}. Choose others.").format(gone)
        )

    def _look_for_source(self) -> None:
        """Say where the file of the tunes has gone while a network learned from them."""
        path = self._corpus.source
        if path is not None and not is_there(path):
            words = self.tr(
                "{0} is no longer there. Its tunes stay as they were read until you quit; each run "
                "keeps its own copy of them."
            )
            self._form.say_of_tunes(words.format(path))

    def _forget_lost_tunes(self) -> None:
        self._form.say_of_tunes("")
