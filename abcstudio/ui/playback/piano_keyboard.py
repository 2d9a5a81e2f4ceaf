"""A piano on the screen: its keys are pressed by mouse or keyboard and light up."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import DARK, LIGHT, Colors, small_font
from abcstudio.ui.services.studio import Studio

HEIGHT = 72
_MIDDLE_C = 60
_WHITES = (0, 2, 4, 5, 7, 9, 11)
_NAMES = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "G♯", "A", "B♭", "B")
_NARROWEST, _WIDEST = 20.0, 34.0
_MOST_OCTAVES = 5
_BLACK_WIDTH, _BLACK_HEIGHT = 0.58, 0.62
_ROUND = 3.0
# By how many octaves the lowest key is below middle C, by how many octaves there are.
_OCTAVES_BELOW = {3: 1, 4: 1, 5: 2}


def pitch_name(pitch: int) -> str:
    """Return a MIDI number as musicians name it: C4 is middle C."""
    return f"{_NAMES[pitch % 12]}{pitch // 12 - 1}"


class PianoKeyboard(QWidget):
    """Three to five octaves, as there is room; the keys have the names C2 to C7.

    Signals:
        pressed: A key went down. Carries its MIDI number.
        released: A key came up. Carries its MIDI number.
    """

    pressed = Signal(int)
    released = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._sounding: frozenset[int] = frozenset()
        self._marked: frozenset[int] = frozenset()
        self._held: set[int] = set()
        self._mouse_key: int | None = None
        self._typed_key: int | None = None
        self._current = _MIDDLE_C
        self._places: list[tuple[int, QRectF]] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A click leaves the focus in the text, where the next note may be typed.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Piano"))
        self.setProperty("uses_space", True)
        self._describe()
        studio.colors_changed.connect(self.set_colors)

    @property
    def current(self) -> int:
        """The key that Return presses."""
        return self._current

    @property
    def lit(self) -> frozenset[int]:
        """The keys that are lit in the accent's colour: they sound, or are held down."""
        return self._sounding | self._held

    @property
    def marked(self) -> frozenset[int]:
        """The keys that are lit softly."""
        return self._marked

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.update()

    def set_sounding(self, pitches: Collection[int]) -> None:
        """Light the keys of the notes that sound."""
        sounding = frozenset(pitches)
        if sounding != self._sounding:
            self._sounding = sounding
            self.update()

    def set_marked(self, pitches: Collection[int]) -> None:
        """Light the keys of the notes at the caret softly."""
        marked = frozenset(pitches)
        if marked != self._marked:
            self._marked = marked
            self.update()

    def show_held(self, pitch: int, is_held: bool) -> None:
        """Show a key of another keyboard go down or come up."""
        (self._held.add if is_held else self._held.discard)(pitch)
        self.update()

    def key_rect(self, pitch: int) -> QRectF:
        """Return where a key is, empty when it is out of sight."""
        return next((rect for key, rect in self._places if key == pitch), QRectF())

    def key_at(self, x: float, y: float) -> int | None:
        """Return the key at a place; a black one lies over the white ones."""
        for pitch, rect in reversed(self._places):
            if rect.contains(x, y):
                return pitch
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(7 * _MOST_OCTAVES * _WIDEST), HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(22 * _NARROWEST), HEIGHT)

    @override
    def resizeEvent(self, event: object) -> None:
        self._lay_out_keys()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font())
        for pitch, rect in self._places:
            self._paint_key(painter, pitch, rect)

    @override
    def event(self, event: QEvent) -> bool:
        """Name the key under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pitch = self.key_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if pitch is None else pitch_name(pitch), self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        pitch = self.key_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and pitch is not None:
            self._mouse_key = pitch
            self._press(pitch)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pitch, self._mouse_key = self._mouse_key, None
        if pitch is not None:
            self._release(pitch)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: -12,
            Qt.Key.Key_Up: 12,
        }
        step = steps.get(event.key())
        if step is not None:
            self._move_to(self._current + step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._places:
            pitches = [pitch for pitch, _ in self._places]
            self._move_to(min(pitches) if event.key() == Qt.Key.Key_Home else max(pitches))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat() and self._typed_key is None:
                self._typed_key = self._current
                self._press(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        is_own = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if is_own and not event.isAutoRepeat():
            self._let_go_of_typed()
        else:
            super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Another widget would get the release of the key.
        self._let_go_of_typed()
        self.update()

    def _let_go_of_typed(self) -> None:
        pitch, self._typed_key = self._typed_key, None
        if pitch is not None:
            self._release(pitch)

    def _press(self, pitch: int) -> None:
        self._held.add(pitch)
        self._current = pitch
        self._describe()
        self.update()
        self.pressed.emit(pitch)

    def _release(self, pitch: int) -> None:
        self._held.discard(pitch)
        self.update()
        self.released.emit(pitch)

    def _move_to(self, pitch: int) -> None:
        if not self.key_rect(pitch).isEmpty():
            self._current = pitch
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.tr("Key {0}").format(pitch_name(self._current)))
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def _lay_out_keys(self) -> None:
        """Find as many octaves as there is room for, the white keys before the black ones."""
        octaves = max(3, min(_MOST_OCTAVES, int((self.width() / _NARROWEST - 1) // 7)))
        count = 7 * octaves + 1
        width = min(_WIDEST, self.width() / count)
        left = (self.width() - count * width) / 2
        lowest = _MIDDLE_C - 12 * _OCTAVES_BELOW[octaves]
        pitches = [lowest + 12 * (n // 7) + _WHITES[n % 7] for n in range(count)]
        height = self.height() - 1.0
        whites = [
            (pitch, QRectF(left + n * width, 0, width, height)) for n, pitch in enumerate(pitches)
        ]
        blacks = [
            (
                pitch + 1,
                QRectF(
                    rect.right() - _BLACK_WIDTH * width / 2,
                    0,
                    _BLACK_WIDTH * width,
                    _BLACK_HEIGHT * height,
                ),
            )
            for pitch, rect in whites[:-1]
            if (pitch + 1) % 12 not in _WHITES
        ]
        self._places = [*whites, *blacks]

    def _paint_key(self, painter: QPainter, pitch: int, rect: QRectF) -> None:
        colors = self._colors
        is_white = pitch % 12 in _WHITES
        ground = QColor(_IVORY[colors.is_dark] if is_white else _EBONY[colors.is_dark])
        # Ivory is light and ebony dark at night too: each takes the accent that stands out on it.
        accent = QColor(LIGHT.accent if is_white else DARK.accent)
        if pitch in self.lit:
            ground = accent
        elif pitch in self._marked:
            ground = _mixed(accent, ground, 0.45)
        painter.setPen(QPen(QColor(_EDGE[colors.is_dark]), 1))
        painter.setBrush(ground)
        # The upper corners are out of sight under the line above.
        painter.drawRoundedRect(rect.adjusted(0.5, -_ROUND, -0.5, 0), _ROUND, _ROUND)
        if self.hasFocus() and pitch == self._current:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -2), _ROUND, _ROUND)
        if pitch % 12 == 0:
            painter.setPen(QColor(LIGHT.accent_text if pitch in self.lit else _LABEL))
            foot = rect.adjusted(0, 0, 0, -4)
            place = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(foot, place, pitch_name(pitch))


# By whether the scheme is dark: a piano stays black and white, only less bright at night.
_IVORY = ("#fffefa", "#d5d2ca")
_EBONY = ("#26292c", "#17191b")
_EDGE = ("#86847e", "#4d5257")
_LABEL = "#4d555d"


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))
