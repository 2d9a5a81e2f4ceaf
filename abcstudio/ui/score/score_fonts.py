"""The letters of the score: the program's own typeface, so that screen, paper and files agree."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from abcstudio.engraving.drawing.typefaces import FAMILY, FILES
from abcstudio.paths import fonts_dir

# For letters that it does not have; all of the width that the engraver measures with.
_OTHERS = (
    "Times New Roman",
    "Liberation Serif",
    "Nimbus Roman",
    "Tinos",
    "Noto Serif",
    "DejaVu Serif",
)


def score_font() -> QFont:
    """Return the typeface of titles, words and chord symbols."""
    font = QFont(_families())
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


@lru_cache(maxsize=1)
def _families() -> list[str]:
    for file in FILES.values():
        QFontDatabase.addApplicationFont(str(fonts_dir() / file))
    return [FAMILY, *_OTHERS]
