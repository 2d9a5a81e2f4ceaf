"""How the characters of each kind of author look: a ground, and a line under them."""

from PySide6.QtGui import QColor, QTextCharFormat

from abcstudio.composing.authors import AuthorKind
from abcstudio.ui.look.theme import Colors

_Lines = QTextCharFormat.UnderlineStyle
# As much of each colour as leaves every colour of the text a contrast of 4.5 : 1.
_PALE, _STRONG = {False: 0.07, True: 0.14}, {False: 0.14, True: 0.28}


def author_style(kind: AuthorKind, colors: Colors) -> QTextCharFormat | None:
    """Return how the characters of an author look; None for those that look as ever."""
    strong, pale = _STRONG[colors.is_dark], _PALE[colors.is_dark]
    looks = {
        AuthorKind.MODEL: (colors.scale_low, strong, colors.accent, _Lines.NoUnderline),
        AuthorKind.PERSON: (colors.scale_high, strong, colors.second, _Lines.SingleUnderline),
        AuthorKind.PASTED: (colors.syntax_chord, pale, colors.syntax_chord, _Lines.DotLine),
        AuthorKind.REWRITING: (
            colors.syntax_decoration,
            pale,
            colors.syntax_decoration,
            _Lines.DashUnderline,
        ),
    }
    if kind not in looks:
        return None
    ground, share, line_color, line = looks[kind]
    style = QTextCharFormat()
    style.setBackground(_blend(QColor(ground), QColor(colors.base), share))
    style.setUnderlineStyle(line)
    style.setUnderlineColor(QColor(line_color))
    return style


def _blend(one: QColor, two: QColor, share: float) -> QColor:
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))
