"""The look: two colour schemes, one short style sheet, three sizes of type, an 8-pixel grid."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from abcstudio.files import read_text_file
from abcstudio.paths import resources_dir

_STYLE = "fusion"
_FUSION_DARKER = 140
"""By how much, in per cent, Fusion darkens the window's colour for the edge of a box."""
GRID = 8
GROUP_GAP = 16
PAGE_MARGIN = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """The named colours of one scheme. Text on its ground has a contrast of at least 4.5 : 1.

    Attributes:
        window: The ground of pages and bars.
        base: The ground of what is edited or listed.
        raised: The ground of buttons and cards.
        muted: Secondary text.
        border: Lines between areas.
        frame: The edge of what can be filled in or pressed: at least 3 : 1 against every ground.
        accent: The main action, the selection's edge and the sounding note.
        accent_text: Text on the accent.
        accent_soft: The ground of what is selected.
        second: The second curve of a plot.
        scale_high: The ground of characters with the highest value; with `scale_low` a pair that
            those with any colour vision tell apart.
        scale_low: The ground of characters with the lowest value.
        paper: The score's ground.
        ink: The score's notes.
        tried: Notes that are only tried out: between the paper and the accent, 3 : 1 on the paper.
    """

    is_dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    frame: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    second: str
    scale_high: str
    scale_low: str
    error: str
    warning: str
    success: str
    paper: str
    ink: str
    tried: str
    syntax_field: str
    syntax_note: str
    syntax_bar: str
    syntax_decoration: str
    syntax_chord: str
    syntax_comment: str


LIGHT = Colors(
    is_dark=False,
    window="#f5f4f1",
    base="#ffffff",
    raised="#fbfaf8",
    text="#1f2428",
    muted="#59626b",
    border="#d8d5cd",
    frame="#86847e",
    accent="#00696b",
    accent_hover="#005456",
    accent_text="#ffffff",
    accent_soft="#d3e8e6",
    second="#a6530f",
    scale_high="#f2994a",
    scale_low="#6fb1e8",
    error="#b3261e",
    warning="#8a5300",
    success="#1d6b38",
    paper="#fffefa",
    ink="#191c1f",
    tried="#559a9b",
    syntax_field="#00696b",
    syntax_note="#1f2428",
    syntax_bar="#8a5300",
    syntax_decoration="#7b3fa0",
    syntax_chord="#1d5fa8",
    syntax_comment="#667079",
)

DARK = Colors(
    is_dark=True,
    window="#202326",
    base="#191b1e",
    raised="#2a2e32",
    text="#e8e6e1",
    muted="#a8aeb5",
    border="#3c4146",
    frame="#7d848b",
    accent="#5fcbc4",
    accent_hover="#82d9d3",
    accent_text="#0b2322",
    accent_soft="#24474a",
    second="#f0a35e",
    scale_high="#9a5014",
    scale_low="#2563a6",
    error="#ff938a",
    warning="#f2b84b",
    success="#7fd49b",
    paper="#202326",
    ink="#e8e6e1",
    tried="#468885",
    syntax_field="#5fcbc4",
    syntax_note="#e8e6e1",
    syntax_bar="#f2b84b",
    syntax_decoration="#cf9bea",
    syntax_chord="#8ab8f5",
    syntax_comment="#949ba3",
)


def colors_for(theme: str) -> Colors:
    """Return the colours of "light", "dark", or "system" for what the desktop says."""
    if theme == "system":
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def apply_palette(app: QApplication, colors: Colors) -> None:
    """Give the application the colours of a scheme, which icons are drawn in, and its style."""
    if app.style().objectName() != _STYLE:
        app.setStyle(_STYLE)
    app.setPalette(_palette(colors))
    # PySide's types ask for bytes here; what it takes is text alone.
    app.setPalette(_menu_palette(colors), "QMenu")  # type: ignore[arg-type]


def apply_theme(app: QApplication, window: QWidget, colors: Colors) -> None:
    """Dress a window, and all that opens from it, in one scheme.

    The sheet is the window's and not the application's: that one would polish each widget once for
    each widget it lies in, some ten times, which took 0.3 s of the 0.4 that a change took.
    """
    apply_palette(app, colors)
    window.setStyleSheet(_style_sheet(colors))


def page_title_font() -> QFont:
    """Return the largest of the three sizes."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 1.35)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def small_font() -> QFont:
    """Return the smallest of the three sizes."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 0.9)
    return font


def editor_font() -> QFont:
    """Return the fixed-width font of the editor."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(max(font.pointSizeF(), QApplication.font().pointSizeF()) * 1.1)
    return font


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, color in {
        role.Window: colors.window,
        role.WindowText: colors.text,
        role.Base: colors.base,
        role.AlternateBase: colors.raised,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.raised,
        role.ButtonText: colors.text,
        role.BrightText: colors.error,
        role.ToolTipBase: colors.raised,
        role.ToolTipText: colors.text,
        role.Highlight: colors.accent_soft,
        role.HighlightedText: colors.text,
        role.Accent: colors.accent,
        role.Link: colors.accent,
        role.LinkVisited: colors.accent,
        role.Mid: colors.border,
        role.Dark: colors.frame,
    }.items():
        palette.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colors.muted))
    return palette


def _menu_palette(colors: Colors) -> QPalette:
    """Return the palette of menus: their edges and boxes are as plain as those of fields.

    Fusion draws them darker than the window, where the dark scheme does not show them.
    """
    palette = _palette(colors)
    palette.setColor(QPalette.ColorRole.Window, QColor(colors.frame).lighter(_FUSION_DARKER))
    return palette


def _style_sheet(colors: Colors) -> str:
    """Return what the palette cannot say; properties mark the few special widgets."""
    folder = resources_dir() / "themes"
    template = Template(read_text_file(folder / "controls.qss").text)
    images = folder / ("dark" if colors.is_dark else "light")
    return template.substitute(asdict(colors), images=images.as_posix())
