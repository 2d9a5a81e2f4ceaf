"""Says what the transport plays, and leads there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import cut, fitted, in_lines, one_line
from abcstudio.ui.look.theme import small_font
from abcstudio.ui.playback.played_tune import PlayedTune

_LEAST_LETTERS = 12
_LEAST_SHARE = 3
"""Of how many equal parts of the line a source keeps one, however long the title is."""


class HeardTitle(QAbstractButton):
    """A line of text, cut where there is no room for it; a click asks for the tune to be shown.

    The name of a source is cut before the title is. It loses its middle, so that its suffix stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._source = ""
        self._is_heard = False
        self.setFont(small_font())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_tune(PlayedTune(""))

    @property
    def words(self) -> str:
        """All that it says, also where some of it is cut off."""
        return self._words

    def shown_words(self, metrics: QFontMetrics) -> str:
        """Return as much of the words as there is room for."""
        room, middle = self.width(), Qt.TextElideMode.ElideMiddle
        rest = self._words.removeprefix(self._source)
        left = max(room - metrics.horizontalAdvance(rest), room // _LEAST_SHARE)
        return fitted(metrics, fitted(metrics, self._source, left, middle) + rest, room)

    def show_tune(self, tune: PlayedTune) -> None:
        """Name a tune."""
        source, title = one_line(tune.source), one_line(tune.title)
        both = self.tr("{0}, {1}").format(source, title)
        is_named = source and title and source != title
        has_tune = bool(tune.text.strip())
        self.setEnabled(has_tune)
        self._words = cut(both if is_named else title or source) if has_tune else ""
        self._source = source if self._words.startswith(source) else ""
        self._describe()

    def set_heard(self, is_heard: bool) -> None:
        """Say whether it sounds now, or would be played."""
        self._is_heard = is_heard
        self._describe()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LEAST_LETTERS, metrics.height() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = QPalette.ColorRole.Text if self._is_heard else QPalette.ColorRole.PlaceholderText
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(self.palette().color(role))
        shown = self.shown_words(QFontMetrics(font))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            frame = QStyle.PrimitiveElement.PE_FrameFocusRect
            self.style().drawPrimitive(frame, option, painter, self)
        painter.end()

    def _describe(self) -> None:
        """Say it to those who cannot see it, and in full."""
        if not self._words:
            self.setAccessibleName(self.tr("Nothing to play"))
            self.setToolTip("")
        else:
            sentence = self.tr("Sounds now: {0}") if self._is_heard else self.tr("To play: {0}")
            self.setAccessibleName(sentence.format(self._words))
            way = self.tr("Click to go there.")
            self.setToolTip(in_lines(sentence.format(self._words), way))
        self.update()
