"""What stands at the caret in words: shown under the editor, told to screen readers, spoken."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from abcstudio.messages import Phrase
from abcstudio.notation.measure_at import MeasurePlaces, measure_head, measure_state
from abcstudio.notation.reading import reading_at
from abcstudio.notation.spans import Span
from abcstudio.ui.actions import Actions
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import message
from abcstudio.ui.tune_watch import TuneView

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAUSE_MS = 100
_PAGE = "composer"


class CaretReading(QObject):
    """Follows the caret, a moment after it came to rest.

    The descriptions of the editor and the score always tell what stands at the caret, for whoever
    asks. Unasked it is spoken only where the person wants it: a screen reader already speaks the
    characters.
    """

    def __init__(self, page: "ComposerPage", studio: Studio, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._places: MeasurePlaces | None = None
        self._spoken = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_rest)
        self._actions = actions
        actions.add(
            "view.read_note",
            self.tr("&Read the note at the caret"),
            self.read_aloud,
            menu="view",
            page=_PAGE,
            keys="F4",
            icon_name="volume",
            tooltip=self.tr("Say in words what stands at the caret: measure, beat, note, length"),
            group="reading",
        )
        self.switch = actions.add(
            "view.announce_notes",
            self.tr("A&nnounce notes while the caret moves"),
            self._toggle,
            menu="view",
            page=_PAGE,
            tooltip=self.tr("Let the screen reader say each note that the caret comes to"),
            checkable=True,
            group="reading",
        )
        page.editor.caret_moved.connect(self._wait)
        page.watch.tune_changed.connect(self._wait)
        # A new page of the score knows nothing of the caret.
        page.link.page_shown.connect(self._wait)
        page.problems.problem_chosen.connect(self._on_problem_chosen)
        studio.settings_changed.connect(self._show_switch)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._wait)
        self._show_switch()

    @property
    def is_announcing(self) -> bool:
        """Whether notes are spoken while the caret moves: by itself only with a screen reader."""
        wish = self._studio.settings.announce_notes
        return wish == "on" or (wish == "" and QAccessible.isActive())

    def reading(self) -> str:
        """Return what stands at the caret in words."""
        view = self._page.watch.view
        if view is None:
            return self.tr("There is no tune here.")
        place = self._page.editor.selection().start - view.offset
        return _sentence(reading_at(self._places_of(view), place))

    def read_aloud(self) -> None:
        """Speak what stands at the caret, and show it for a moment."""
        self._page.watch.settle()
        words = self.reading()
        self._announce(words)
        self._studio.notify(_capitalized(words))

    def stop(self) -> None:
        """Read nothing more."""
        self._timer.stop()

    def _wait(self, *_what: object) -> None:
        self._timer.start()

    def _places_of(self, view: TuneView) -> MeasurePlaces:
        if self._places is None or self._places.score is not view.score:
            self._places = view.music_places or MeasurePlaces(view.score)
        return self._places

    def _on_rest(self) -> None:
        page = self._page
        view = page.watch.view
        if view is None or page.documents.current.is_drawing:
            page.problems.set_measure("")
            page.editor.setAccessibleDescription("")
            return
        page.problems.set_measure(self._measure(view))
        words = self.reading()
        self._describe(words)
        if self.is_announcing and words != self._spoken:
            self._announce(words)
        self._spoken = words

    def _measure(self, view: TuneView) -> str:
        place = self._places_of(view).measure_at(self._page.editor.selection().start - view.offset)
        if place is None:
            return ""
        head = _capitalized(_sentence(measure_head(place)))
        words = self.tr("{0}: {1}")
        return words.format(head, _sentence([measure_state(place)]))

    def _describe(self, words: str) -> None:
        """Let the editor and the score tell what stands at the caret, when they are asked.

        Screen readers speak a description that changes where the focus is. There they are told by
        an announcement, or not at all.
        """
        for widget in (self._page.editor, self._page.score):
            if not (QAccessible.isActive() and widget.hasFocus()):
                widget.setAccessibleDescription(words)

    def _announce(self, words: str) -> None:
        """Hand words to the screen reader, as said by what has the focus."""
        page = self._page
        focus = QApplication.focusWidget()
        source = focus if focus in (page.editor, page.score) else page.editor
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))

    def _on_problem_chosen(self, span: Span) -> None:
        """Say what is wrong where the person has just gone."""
        chosen = (found.sentence for found in self._page.problems.problems if found.span == span)
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
