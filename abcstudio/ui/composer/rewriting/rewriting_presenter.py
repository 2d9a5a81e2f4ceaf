"""Keeps the bar over the text in step with the versions of measures."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.errors import AbcStudioError
from abcstudio.ui.composer.desk.text_trial import TextTrial
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.linking.score_selection import ScoreSelection
from abcstudio.ui.composer.rewriting.filling_chooser import FillingChooser
from abcstudio.ui.composer.rewriting.filling_loop import FillingLoop
from abcstudio.ui.composer.rewriting.rewriting_aim import AimKind, RewritingAim
from abcstudio.ui.composer.rewriting.rewriting_bar import RewritingBar
from abcstudio.ui.composer.rewriting.rewriting_keys import RewritingKeys
from abcstudio.ui.composer.rewriting.rewriting_options import recalled_options, remember_options
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.words.translation import error_sentence

_PAUSE_MS = 400
"""A number that is being changed rests so long before its measures are composed."""


class RewritingPresenter(QObject):
    """Shows the bar while measures are composed anew, and says why they are not.

    Attributes:
        chooser: The versions.
        bar: Shows them.

    Signals:
        changed: What may be done may differ.
        play_requested: The tune at the caret is to be played. Carries a place in the document.
    """

    changed = Signal()
    play_requested = Signal(int)

    def __init__(
        self,
        desk: TuneDesk,
        selection: ScoreSelection,
        score: QWidget,
        playback: PlaybackController,
        bar: RewritingBar,
    ) -> None:
        super().__init__(desk)
        loop = FillingLoop(playback, self)
        loop.play_requested.connect(self.play_requested)
        self.chooser = chooser = FillingChooser(
            desk=desk,
            selection=selection,
            trial=TextTrial(desk.documents, desk.editor),
            loop=loop,
        )
        self.bar = bar
        self._studio = desk.studio
        self._failure = ""
        self._kind = AimKind.MEASURES
        self._keys = RewritingKeys(
            desk.editor, score, keep=chooser.keep, drop=self.drop, parent=self
        )
        bar.set_options(recalled_options(desk.studio))
        bar.escaped.connect(self.drop)
        bar.options_changed.connect(self._on_options_changed)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._add)
        bar.added_changed.connect(self._pause.start)
        desk.editor.text_edited.connect(self._forget_failure)
        desk.editor.document_shown.connect(self._forget_failure)
        chooser.changed.connect(self._on_changed)
        chooser.failed.connect(self._on_failed)

    @property
    def is_on(self) -> bool:
        """Whether the bar is there."""
        return self.chooser.is_on or bool(self._failure)

    def go_on(self) -> None:
        """Begin, or show the next version."""
        if self.chooser.count:
            self.chooser.step(1)
        else:
            self.rewrite()

    def rewrite(self, kind: AimKind = AimKind.MEASURES) -> None:
        """Have versions sampled, or more of those that there are."""
        self._failure, self._kind = "", kind
        self.chooser.rewrite(self.bar.options(), kind)

    def rewrite_more(self) -> None:
        """Have more versions sampled, or try again what failed."""
        self.rewrite(self._kind)

    def drop(self) -> None:
        """Give up the versions, or the sentence that says why there are none."""
        self._failure = ""
        if self.chooser.is_on:
            self.chooser.drop()
        else:
            self._show()

    def _on_options_changed(self) -> None:
        options = self.bar.options()
        remember_options(options, self._studio)
        self.chooser.set_heard(options.is_heard)

    def _add(self) -> None:
        """Have the tune go on with as many measures as the bar says now."""
        if self._is_adding:
            self._failure = ""
            if self.chooser.is_on:
                self.chooser.add(self.bar.options())
            else:
                self.rewrite(AimKind.MORE)

    @property
    def _is_adding(self) -> bool:
        return self.is_on and self._kind is AimKind.MORE

    def _on_changed(self) -> None:
        if self.chooser.is_on and not self.chooser.is_looking:
            self._failure = ""
        self._show()

    def _on_failed(self, error: AbcStudioError | None) -> None:
        self._failure = self._none_found() if error is None else error_sentence(error)
        self._show()

    def _none_found(self) -> str:
        if self._kind is AimKind.ENDING:
            return self.tr("The network found no other ending.")
        if self._kind in (AimKind.MORE, AimKind.PART):
            return self.tr("The network found nothing that goes on here.")
        if self._kind in (AimKind.VARIED, AimKind.SECOND_TIME):
            return self.tr("The network found no variation of these measures.")
        return self.tr("The network found no other music for these measures.")

    def _forget_failure(self) -> None:
        if self._failure:
            self._failure = ""
            self._show()

    def _show(self) -> None:
        chooser = self.chooser
        self._keys.show(is_on=self.is_on, has_choice=chooser.count > 0)
        self.bar.show_added(is_on=self._is_adding)
        if self.is_on:
            sentence = self._failure or self._sentence()
            self.bar.say(sentence, is_busy=chooser.is_looking, drop_words=self._drop_words())
        else:
            self.bar.leave()
        self.changed.emit()

    def _drop_words(self) -> str:
        if self.chooser.count:
            return self.tr("Put back")
        return self.tr("Stop") if self.chooser.is_looking else self.tr("Close")

    def _sentence(self) -> str:
        chooser, aim = self.chooser, self.chooser.aim
        if not chooser.count:
            state = self.tr("the network is writing…")
        elif chooser.number:
            state = self.tr("version {0} of {1}").format(chooser.number, chooser.count)
        else:
            state = self.tr("as it was, before version 1 of {0}").format(chooser.count)
        if aim is None or aim.kind is AimKind.PART:
            return self.tr("One part more: {0}").format(state)
        if aim.kind is AimKind.ENDING:
            return self.tr("The ending: {0}").format(state)
        if aim.kind is AimKind.SECOND_TIME:
            return self.tr("The second time round: {0}").format(state)
        if not aim.meant.first:
            return self._from_pickup(aim, state)
        if aim.kind is AimKind.MORE:
            return self.tr("After measure {0}: {1}").format(aim.meant.last, state)
        if aim.kind is AimKind.CARET:
            return self.tr("From the caret in measure {0}: {1}").format(aim.meant.first, state)
        if aim.meant.first == aim.meant.last:
            return self.tr("Measure {0}: {1}").format(aim.meant.first, state)
        return self.tr("Measures {0}–{1}: {2}").format(aim.meant.first, aim.meant.last, state)

    def _from_pickup(self, aim: RewritingAim, state: str) -> str:
        """Return the sentence where what is composed begins in the pickup, which has no number."""
        if aim.kind is AimKind.MORE:
            return self.tr("After the pickup: {0}").format(state)
        if aim.kind is AimKind.CARET:
            return self.tr("From the caret in the pickup: {0}").format(state)
        if not aim.meant.last:
            return self.tr("The pickup: {0}").format(state)
        return self.tr("From the pickup to measure {0}: {1}").format(aim.meant.last, state)
