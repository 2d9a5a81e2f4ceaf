"""Icons that say something are seen on every ground, also on that of a chosen row."""

import ctypes
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from abcstudio.composing.provenance import Provenance
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.theme import DARK, LIGHT, Colors, apply_palette, apply_theme
from abcstudio.ui.services.studio import Studio

LEAST = 4.5
LEAST_OF_EDGES = 3
TOLD = ("accent", "muted", "text", "error", "warning", "success")


def luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def strongest(image: QImage, ground: QColor) -> float:
    """Return the contrast of what stands out most: the core of a line, not its soft edge."""
    pixels = product(range(image.width()), range(image.height()))
    return max(contrast(image.pixelColor(x, y), ground) for x, y in pixels)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_icons_are_seen_on_every_ground(qapp: QApplication, colors: Colors) -> None:
    for name, ground in product(TOLD, ("base", "window", "raised", "accent_soft")):
        color = QColor(getattr(colors, name))
        assert contrast(color, QColor(getattr(colors, ground))) >= LEAST, (name, ground)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            made = tinted_icon("star-filled", color.name(), color.name())
            centre = made.pixmap(16, 16, mode).toImage().pixelColor(8, 8)
            assert centre.name() == color.name(), (name, mode)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_a_box_of_a_menu_is_seen_before_it_is_ticked(
    qtbot, qapp: QApplication, colors: Colors
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    apply_theme(qapp, window, colors)
    menu = QMenu(window)
    menu.addAction("").setCheckable(True)
    menu.resize(menu.sizeHint())
    inside = menu.grab().toImage().copy(4, 4, menu.width() - 8, menu.height() - 8)
    assert strongest(inside, QColor(colors.base)) >= LEAST_OF_EDGES


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_the_star_of_the_chosen_take_is_seen(
    qtbot, qapp: QApplication, studio: Studio, colors: Colors
) -> None:
    studio.update_settings(theme="dark" if colors.is_dark else "light")
    view = TakesList(studio)
    qtbot.addWidget(view)
    apply_theme(qapp, view, colors)
    view.resize(272, 200)
    document = Document("Take 1", "X:1\nT:A\nK:C\nC|\n")
    document.provenance.origin = TakeOrigin(
        made=Provenance(model="m", fingerprint="", prompt=""), model_path=Path("m")
    )
    document.set_kept(True)
    view.takes.add(document, TuneFacts("A"))
    view.show()
    qtbot.waitExposed(view)
    view.selectRow(0)
    place = view.visualRect(view.takes.index(0, 3))
    image = view.viewport().grab(place).toImage()
    ground = image.pixelColor(2, 2)
    assert ground.name() == colors.accent_soft
    assert strongest(image, ground) >= LEAST
    apply_palette(qapp, LIGHT)


def test_a_picture_is_drawn_once_for_all_the_states_that_show_it(qapp: QApplication) -> None:
    # Another scheme draws hundreds of them anew while the window waits.
    made, size = tinted_icon("star", "#123456", "#654321"), QSize(16, 16)
    normal, selected, disabled = (
        made.pixmap(size, 1.0, mode).cacheKey()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled)
    )
    assert normal == selected != disabled


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="tells no sizes")
def test_an_icon_takes_no_more_memory_than_its_pictures(qapp: QApplication) -> None:
    # Two schemes hold two hundred: with what had painted them they took 22 MB.
    tinted_icon("star", "#010203", "#040506")
    before = _bytes_in_use()
    for number in range(50):
        tinted_icon("star", f"#0102{number:02x}", "#040507")
    assert (_bytes_in_use() - before) / 50 < 48_000


def _bytes_in_use() -> int:
    """Return what the C library has given out in this thread."""
    tell = ctypes.CDLL(None).mallinfo2
    tell.restype = _Sizes
    return int(tell().uordblks)


class _Sizes(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd",
            "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
        )
    )  # fmt: skip
