"""The tune as something to take hold of: dragged out of the window it is a MIDI file."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton
from typing_extensions import override

from abcstudio.temporary_files import make_temporary_folder
from abcstudio.ui.controls.target_dialog import file_name_of
from abcstudio.ui.look.icons import icon
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence

FOLDER_PREFIX = "abcstudio-midi-"
_PICTURE_SIZE = 32


class MidiHandle(QToolButton):
    """A button to drag: over a sequencer or a folder it drops the tune's MIDI file, as heard."""

    def __init__(self, playback: PlaybackController, studio: Studio) -> None:
        super().__init__()
        self._playback = playback
        self._studio = studio
        self._press: QPoint | None = None
        self._folder: Path | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The tune as a MIDI file, to be dragged"))
        self.setToolTip(self.tr("Drag this into another program: the tune as a MIDI file"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.clicked.connect(self._explain)
        self.refresh_icon()

    def refresh_icon(self) -> None:
        """Draw the picture in the colours of the scheme."""
        self.setIcon(icon("file-music"))

    def midi_file(self) -> Path | None:
        """Write the tune that would be played as a MIDI file and return where, None for no tune."""
        from abcstudio.errors import AbcStudioError
        from abcstudio.recipes.export import export_tune

        playback = self._playback
        if not playback.is_playable:
            return None
        if self._folder is None:
            # Kept until the program ends: the other program may open the file later.
            self._folder = make_temporary_folder(FOLDER_PREFIX)
        options = playback.heard_form(playback.text).options()
        target = self._folder / f"{file_name_of(playback.tune.title)}.mid"
        try:
            return export_tune(
                playback.text, "mid", target, options, file_header=playback.tune.file_header
            )
        except AbcStudioError as error:
            self._studio.notify(error_sentence(error), "error")
            return None

    def _explain(self) -> None:
        """Say what to do with it to one who has only pressed it."""
        self._studio.notify(
            self.tr("Hold it and drag it into another program or a folder: the tune as MIDI.")
        )

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        far = QApplication.startDragDistance()
        if self._press is None or not is_held:
            return
        if (event.position().toPoint() - self._press).manhattanLength() >= far:
            self._press = None
            self.setDown(False)
            path = self.midi_file()
            if path is not None:
                drag = midi_drag(self, path)
                drag.exec(Qt.DropAction.CopyAction)


def midi_drag(source: QObject, path: Path) -> QDrag:
    """Return the drag of a file."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(icon("file-music").pixmap(_PICTURE_SIZE, _PICTURE_SIZE))
    return drag
