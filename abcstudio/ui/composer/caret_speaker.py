"""What stands at the caret in words: shown under the editor, given to screen readers, spoken."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from abcstudio.messages import Phrase
from abcstudio.notation.explaining.spoken import reading_at
from abcstudio.notation.measures.measure_at import MeasurePlaces, measure_head, measure_state
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP, message

_PAUSE_MS = 100

_COMMANDS = (
    CommandSpec(
        id="view.read_note",
        words=QT_TRANSLATE_NOOP("CaretSpeaker", "&Read the note at the caret"),
        tooltip=QT_TRANSLATE_NOOP(
            "CaretSpeaker", "Say in words what stands at the caret: measure, beat, note, length"
        ),
        keys="F4",
        icon="volume",
        section="reading",
    ),
    CommandSpec(
        id="view.announce_notes",
        words=QT_TRANSLATE_NOOP("CaretSpeaker", "A&nnounce notes while the caret moves"),
        tooltip=QT_TRANSLATE_NOOP(
            "CaretSpeaker", "Let the screen reader say each note that the caret comes to"
        ),
        section="reading",
        is_switch=True,
    ),
)


class CaretSpeaker(QObject):
    """Follows the caret, a moment after it came to rest.

    The accessible descriptions of the editor and the score always say what stands at the caret. It
    is spoken unasked only if the person wants it: a screen reader already speaks the characters.
    """

    def __init__(
        self,
        parts: ComposerParts,
    ) -> None:
        desk = parts.desk
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._score = parts.score
        self._strip = parts.rooms[ProblemsRoom].strip
        self._studio = desk.studio
        self._places: MeasurePlaces | None = None
        self._spoken = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_rest)
        group = CommandGroup(parts.actions, self, menu="view", page="composer")
        read_note, announce_notes = _COMMANDS
        group.add(read_note, self.read_aloud)
        self.switch = group.add(announce_notes, self._toggle)
        desk.editor.caret_moved.connect(self._wait)
        desk.watch.tune_changed.connect(self._wait)
        # A score that is drawn anew has no mark of the caret.
        parts.link.score_shown.connect(self._wait)
        self._strip.problem_chosen.connect(self._on_problem_chosen)
        desk.studio.on_change(self._show_switch, "announce_notes")
        desk.studio.closing.connect(self._timer.stop)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._wait)
        self._show_switch()

    @property
    def is_announcing(self) -> bool:
        """Whether notes are spoken while the caret moves: by itself only with a screen reader."""
        wish = self._studio.settings.announce_notes
        return wish == "on" or (wish == "" and QAccessible.isActive())

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for the caret to rest."""
        return self._timer.isActive()

    def reading(self) -> str:
        """Return what stands at the caret in words."""
        view = self._watch.view
        if view is None:
            return self.tr("There is no tune here.")
        place = self._editor.selection().start - view.offset
        return _sentence(reading_at(self._places_of(view), place))

    def read_aloud(self) -> None:
        """Speak what stands at the caret, and show it for a moment."""
        self._watch.settle()
        words = self.reading()
        self._announce(words)
        self._studio.notify(_capitalized(words))

    def _wait(self, *_what: object) -> None:
        self._timer.start()

    def _places_of(self, view: TuneView) -> MeasurePlaces:
        if self._places is None or self._places.score is not view.score:
            self._places = view.music_places or MeasurePlaces(view.score)
        return self._places

    def _on_rest(self) -> None:
        view = self._watch.view
        if view is None or self._desk.document.is_composing:
            self._strip.set_measure("")
            self._editor.setAccessibleDescription("")
            return
        self._strip.set_measure(self._measure(view))
        words = self.reading()
        self._describe(words)
        if self.is_announcing and words != self._spoken:
            self._announce(words)
        self._spoken = words

    def _measure(self, view: TuneView) -> str:
        place = self._places_of(view).measure_at(self._editor.selection().start - view.offset)
        if place is None:
            return ""
        head = _capitalized(_sentence(measure_head(place)))
        words = self.tr("{0}: {1}")
        return words.format(head, _sentence([measure_state(place)]))

    def _describe(self, words: str) -> None:
        """Set the accessible descriptions of the editor and the score.

        Screen readers speak a description that changes where the focus is. That widget gets an
        announcement instead, or nothing.
        """
        for widget in (self._editor, self._score):
            if not (QAccessible.isActive() and widget.hasFocus()):
                widget.setAccessibleDescription(words)

    def _announce(self, words: str) -> None:
        """Hand words to the screen reader, as said by what has the focus."""
        focus = QApplication.focusWidget()
        source = focus if focus in (self._editor, self._score) else self._editor
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))

    def _on_problem_chosen(self, span: Span) -> None:
        """Say what is wrong where the person has just gone."""
        chosen = (found.sentence for found in self._strip.problems if found.span == span)
        sentence = next(chosen, "")
        if self.is_announcing and sentence:
            self._announce(sentence)

    def _toggle(self) -> None:
        self._studio.update_settings(announce_notes="on" if self.switch.isChecked() else "off")

    def _show_switch(self) -> None:
        self.switch.setChecked(self.is_announcing)


def _sentence(parts: Iterable[Phrase]) -> str:
    return ", ".join(message(part.message_id, part.parameters) for part in parts)


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]
