"""Says that the chosen instrument has not all notes of the tune."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import in_lines
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.instrument_names import with_instrument_name
from abcstudio.ui.words.translation import message

if TYPE_CHECKING:
    from abcstudio.playback.performing.instrument_range import OutOfRange

_SIZE = 16


class LackingNotes(QToolButton):
    """A sign beside the instrument, while there is something to say; a click says it in full."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._sentence = ""
        self.setAutoRaise(True)
        self.setIconSize(QSize(_SIZE, _SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # What stands beside it does not move when it comes.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: studio.notify(self._sentence, "warning"))
        studio.colors_changed.connect(self._dress)
        self._dress()
        self.show_lacking(None)

    def show_lacking(self, lacking: "OutOfRange | None") -> None:
        """Say which notes the instrument lacks, or nothing."""
        self._sentence = "" if lacking is None else self._words(lacking)
        sentence = self._sentence or self.tr("The instrument has all notes")
        self.setAccessibleName(sentence)
        self.setToolTip(in_lines(sentence))
        self.setVisible(lacking is not None)

    def _words(self, lacking: "OutOfRange") -> str:
        return message(lacking.message_id, with_instrument_name(lacking.parameters))

    def _dress(self) -> None:
        color = self._studio.colors.warning
        self.setIcon(tinted_icon("alert-triangle", color, color))
