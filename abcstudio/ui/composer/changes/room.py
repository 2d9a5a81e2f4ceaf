"""Changes of the music from menus and from the score."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from abcstudio.engraving.drawing.drawing_parts import offset_of
from abcstudio.notation.editing.note_preview import moved_pitch, staff_position
from abcstudio.notation.editing.score_texts import ScoreText, score_text, with_score_text
from abcstudio.notation.editing.writer import write
from abcstudio.notation.measures.places import Place
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.changes.note_commands import NoteCommands
from abcstudio.ui.composer.changes.note_menu import ground_menu, note_menu
from abcstudio.ui.composer.changes.tune_commands import TuneCommands
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_desk import ChangedTune, TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.linking.score_link import ScoreLink
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.words.note_words import pitch_name, place_words, staff_words

_LETTERS = {"clef": "K", "key": "K", "meter": "M"}


class ScoreTools(QObject):
    """Handles the requests of the page's score that are not about choosing notes."""

    def __init__(
        self,
        desk: TuneDesk,
        link: ScoreLink,
        score: EditableScore,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._link = link
        self._score = score
        self._editor = desk.editor
        self._studio = desk.studio
        self._actions = actions
        self._menu: QMenu | None = None
        self._edited: tuple[TuneView, ScoreText] | None = None
        score.set_explainer(self._explain)
        score.note_drag_moved.connect(self._on_note_drag_moved)
        score.text_clicked.connect(self._on_text_clicked)
        score.text_requested.connect(self._on_text_requested)
        score.text_entered.connect(self._on_text_entered)
        score.sign_requested.connect(self._on_sign_requested)
        score.menu_requested.connect(self._on_menu_requested)
        score.return_requested.connect(self._on_return_requested)
        score.words_requested.connect(self._on_words_requested)

    def _explain(self, start: int) -> str:
        found = self._found(start)
        return place_words(found[1]) if found is not None else ""

    def _on_note_drag_moved(self, start: int, steps: int) -> None:
        found = self._found(start)
        if found is not None and found[1].note is not None:
            score, place = found[0].score, found[1]
            name = pitch_name(moved_pitch(score, place, steps))
            where = staff_words(staff_position(score, place, steps))
            self._score.name_dragged(f"{name}, {where}")

    def _on_text_clicked(self, element_id: str) -> None:
        found = self._text_of(element_id)
        if found is not None:
            self._desk.select(found[0], found[1].span)

    def _on_text_requested(self, element_id: str) -> None:
        if self._desk.document.is_composing or self._link.drawn_view() is None:
            return
        found = self._text_of(element_id)
        if found is None:
            self._studio.notify(
                self.tr("These words stand in several places. Change them in the text."), "info"
            )
            return
        self._edited = found
        self._desk.select(found[0], found[1].span)
        self._score.edit_text(element_id, found[1].span.of(found[0].text))

    def _on_text_entered(self, _element_id: str, words: str) -> None:
        edited, self._edited = self._edited, None
        view = self._desk.view()
        if edited is None or view is None or view.text != edited[0].text:
            self._studio.notify(self.tr("The text has changed meanwhile. Edit it again."), "info")
            return
        self._desk.change(partial(_with_words, edited[1], words))

    def _on_sign_requested(self, kind: str, start: int) -> None:
        """Select the field that a clef, key signature or meter comes from, in the text."""
        view = self._link.drawn_view()
        span = _field_of(view.score, _LETTERS[kind], start) if view is not None else None
        if view is None or span is None:
            self._studio.notify(self.tr("No field of the text contains this."), "info")
            return
        self._desk.select(view, span)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_menu_requested(self, start: int, point: QPoint) -> None:
        found = self._found(start)
        if found is not None:
            view, place = found
            if start not in self._link.selection.chosen(view):
                self._link.selection.choose_note(view, start)
            menu = note_menu(self._actions, place, self._score)
        else:
            menu = ground_menu(self._actions, self._score)
        self._menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _on_return_requested(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_words_requested(self) -> None:
        """Let the words of the chosen note be edited, or the title where nothing is chosen."""
        view = self._link.drawn_view()
        if view is None:
            return
        selection = self._link.selection
        places = [selection.places_of(view).at(start) for start in selection.chosen(view)[:1]]
        ids = [words for place in places if place is not None for words in _words_of(place)]
        if not places:
            ids = [f"f-{f.value_span.start}" for f in view.score.fields if f.letter == "T"]
        if ids:
            self._on_text_requested(ids[0])
        else:
            self._studio.notify(
                self.tr("This note has no chord symbol, remark or syllable to edit."), "info"
            )

    def _found(self, start: int) -> tuple[TuneView, Place] | None:
        """Return the tune that the score shows, and a note or rest of it."""
        view = self._link.drawn_view()
        place = self._link.selection.places_of(view).at(start) if view is not None else None
        return (view, place) if view is not None and place is not None else None

    def _text_of(self, element_id: str) -> tuple[TuneView, ScoreText] | None:
        view = self._link.drawn_view()
        if view is None:
            return None
        found = score_text(view.score, element_id[0], offset_of(element_id))
        return (view, found) if found is not None else None


def _with_words(text: ScoreText, words: str, view: TuneView) -> ChangedTune:
    edit = with_score_text(view.score, text, words)
    end = edit.span.start + len(edit.replacement)
    return ChangedTune(write(view.score, [edit]), Span(edit.span.start, end))


def _words_of(place: Place) -> list[str]:
    """Return the element ids of the words that belong to a note."""
    element = place.element
    return [
        *(f"h-{symbol.span.start}" for symbol in element.chord_symbols),
        *(f"a-{annotation.span.start}" for annotation in element.annotations),
        *(f"s-{s.span.start}" for s in element.syllables if s.text and not s.extender),
    ]


def _field_of(score: Score, letter: str, before: int) -> Span | None:
    """Return the value of the last field of a letter before a place, else the header's."""
    fields = [field for field in (*score.fields, *score.body_fields) if field.letter == letter]
    near = [field for field in fields if before < 0 or field.span.start < before]
    chosen = near[-1:] if before >= 0 else near[:1]
    return chosen[0].value_span if chosen else None


class ChangesRoom(QObject):
    """Registers the commands that change notes and the tune."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, link, score, actions = parts.desk, parts.link, parts.score, parts.actions
        TuneCommands(desk, actions, parts.page)
        self.notes = NoteCommands(desk, link.selection, score, actions)
        ScoreTools(desk=desk, link=link, score=score, actions=actions)
