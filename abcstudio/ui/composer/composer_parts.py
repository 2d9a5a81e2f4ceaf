"""The parts of the composer that all its rooms share."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import autosave_dir
from abcstudio.ui.composer.caret_playback import CaretPlayback
from abcstudio.ui.composer.composer_columns import ComposerColumns, PagePlace
from abcstudio.ui.composer.composer_side import ComposerSide
from abcstudio.ui.composer.desk.file_check import FileCheck
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.composer.linking.score_link import ScoreLink
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.document_highlighters import DocumentHighlighters
from abcstudio.ui.exporting.exporter import Exporter
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.rooms import Rooms
from abcstudio.ui.services.studio import Studio


class ShownDocument(QObject):
    """Shows the current document in the editor, and has its tune read at once."""

    def __init__(self, documents: Documents, editor: AbcEditor, watch: TuneWatch) -> None:
        super().__init__(editor)
        self._documents = documents
        self._editor = editor
        self._watch = watch
        documents.removed.connect(editor.forget)
        documents.current_changed.connect(self._show)
        documents.state_changed.connect(self._lock)

    def _show(self, document: Document) -> None:
        self._editor.show_document(document)
        self._watch.read_now()
        self._lock()

    def _lock(self) -> None:
        self._editor.setReadOnly(is_locked(self._documents.current))


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposerParts:
    """The constructor argument of every room of the composer.

    Attributes:
        page: The page, to which dialogs belong.
        desk: The tune at the caret, with the documents, the editor, the watch and the studio.
        check: Finds the problems of the whole text.
        link: Keeps the score and the text together.
        listening: Plays the tune at the caret.
        rooms: The rooms made so far.
    """

    page: QWidget
    studio: Studio
    actions: Actions
    playback: PlaybackController
    engraver: Engraver
    desk: TuneDesk
    files: DocumentFiles
    autosave: Autosave
    highlighting: DocumentHighlighters
    check: FileCheck
    score: EditableScore
    link: ScoreLink
    listening: CaretPlayback
    exporter: Exporter
    columns: ComposerColumns
    side: ComposerSide
    rooms: Rooms = field(default_factory=Rooms)


def make_parts(
    page: QWidget,
    studio: Studio,
    actions: Actions,
    playback: PlaybackController,
    engraver: Engraver,
) -> ComposerParts:
    """Make the parts of a page; score and editor get their places."""
    documents = Documents(page)
    files = DocumentFiles(studio, documents, page)
    editor = AbcEditor(studio)
    highlighting = DocumentHighlighters(documents, editor, studio)
    watch = TuneWatch(editor, page, studio.start)
    ShownDocument(documents, editor, watch)
    desk = TuneDesk(documents, editor, watch, studio)
    score = EditableScore(studio)
    # Connected first: another process engraves the tune while the rest is updated here.
    link = ScoreLink(score, desk, playback, engraver)
    side = ComposerSide(studio, actions)
    columns = ComposerColumns(side, studio)
    columns.put(PagePlace.SCORE, score)
    columns.put(PagePlace.EDITOR, editor)
    # Rooms may rely on a current document; this empty one closes when another is shown.
    documents.add(Document("", parent=page))
    studio.closing.connect(watch.stop)
    editor.change_refused.connect(partial(studio.notify, kind="warning"))
    return ComposerParts(
        page=page,
        studio=studio,
        actions=actions,
        playback=playback,
        engraver=engraver,
        desk=desk,
        files=files,
        autosave=Autosave(documents, autosave_dir(), page, studio.start),
        highlighting=highlighting,
        # Connected before the rooms, which ask it for the problems of a tune.
        check=FileCheck(studio, lambda: watch.known_tunes, page),
        score=score,
        link=link,
        listening=CaretPlayback(desk, link, playback, page),
        exporter=Exporter(studio, playback, files, page),
        columns=columns,
        side=side,
    )
