"""A version that is not kept yet stands as ghosts in the score: what is drawn, in which colours."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.look.theme import DARK, LIGHT, Colors
from abcstudio.ui.score.mark_paths import rect_of
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.look.test_icons import contrast

pytestmark = pytest.mark.one_window

PATIENCE_MS = 60_000
SCALE = 0.1
HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nR:reel\nK:D\n"
BEFORE, CHOSEN, AFTER = "|:d2fd Adfd|BGGB d2Bd|", "d2fd Adfd", "|Bged cABc:|\n"
TEXT = HEADER + BEFORE + CHOSEN + AFTER
PLACE = len(HEADER + BEFORE)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def colors(request: pytest.FixtureRequest, studio: Studio) -> Colors:
    studio.update_settings(theme="dark" if request.param.is_dark else "light")
    return request.param


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    composer = main_window.composer
    composer.rooms[RewritingRoom].bar.set_options(RewritingOptions(is_heard=False))
    composer.parts.files.open_text(TEXT, "ghosts")
    composer.desk.editor.select(Span(PLACE + 2, PLACE + 2), focus=True)
    return composer


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def rewrite(qtbot: QtBot, composer: ComposerPage) -> None:
    press(qtbot, Qt.Key.Key_F12)
    chooser = composer.rooms[RewritingRoom].presenter.chooser
    qtbot.waitUntil(lambda: chooser.count > 0 and not chooser.is_looking, timeout=PATIENCE_MS)
    wait_until_drawn(qtbot, composer)


def wait_until_drawn(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.waitUntil(lambda: composer.parts.link.drawn_view() is not None, timeout=PATIENCE_MS)


def pale_notes(composer: ComposerPage, colors: Colors) -> list[int]:
    """Return the notes and rests that are painted as ghosts, also those out of sight."""
    scene = composer.parts.score.score_scene
    assert scene is not None
    image = QImage((scene.sceneRect().size() * SCALE).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(colors.paper))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.render(painter)
    found, corner = [], scene.sceneRect().topLeft()
    for note in scene.engraved.notes:
        box = rect_of(note.box).translated(-corner)
        area = QRectF(box.topLeft() * SCALE, box.size() * SCALE).toAlignedRect()
        seen = [
            image.pixelColor(x, y)
            for x in range(area.left(), area.right() + 1)
            for y in range(area.top(), area.bottom() + 1)
        ]
        tried, ink = (sum(is_near(c, one) for c in seen) for one in (colors.tried, colors.ink))
        assert tried or ink
        if tried > ink:
            found.append(note.offset)
    return found


def is_near(color: QColor, name: str) -> bool:
    other = QColor(name)
    pairs = zip(color.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return sum(abs(one - two) for one, two in pairs) < 40


def ghosts(composer: ComposerPage, colors: Colors) -> set[int]:
    """Return where in the text the notes and rests stand that are drawn as ghosts."""
    return set(pale_notes(composer, colors))


def chosen(composer: ComposerPage) -> set[int]:
    """Return where the notes and rests of the chosen measures stand."""
    scene = composer.parts.score.score_scene
    assert scene is not None
    end = len(composer.desk.editor.text()) - len(AFTER)
    return {note.offset for note in scene.engraved.notes if PLACE <= note.offset < end}


def music(composer: ComposerPage) -> str:
    text = composer.desk.editor.text()
    return text[PLACE : len(text) - len(AFTER)]


def test_the_notes_of_each_version_are_ghosts_until_it_is_kept(
    qtbot: QtBot, composer: ComposerPage, colors: Colors
) -> None:
    wait_until_drawn(qtbot, composer)
    assert not ghosts(composer, colors)
    rewrite(qtbot, composer)
    seen = set()
    for _ in range(8):
        assert ghosts(composer, colors) == chosen(composer) != set()
        seen.add(music(composer))
        press(qtbot, Qt.Key.Key_F12)
        wait_until_drawn(qtbot, composer)
    assert len(seen) == 8
    assert music(composer) == CHOSEN
    assert not ghosts(composer, colors)
    press(qtbot, Qt.Key.Key_F12)
    wait_until_drawn(qtbot, composer)
    assert ghosts(composer, colors) == chosen(composer) != set()
    press(qtbot, Qt.Key.Key_Return)
    assert not ghosts(composer, colors)
    assert music(composer) in seen


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_ghosts_are_seen_on_the_paper_and_told_from_notes_that_stay(scheme: Colors) -> None:
    assert contrast(QColor(scheme.tried), QColor(scheme.paper)) >= 3
    assert contrast(QColor(scheme.tried), QColor(scheme.ink)) >= 3


def test_ghosts_vanish_when_the_measures_are_put_back(
    qtbot: QtBot, composer: ComposerPage, colors: Colors
) -> None:
    rewrite(qtbot, composer)
    assert ghosts(composer, colors)
    press(qtbot, Qt.Key.Key_Escape)
    wait_until_drawn(qtbot, composer)
    assert composer.desk.editor.text() == TEXT
    assert not ghosts(composer, colors)


@pytest.mark.parametrize(
    "command",
    ["tune.compose_on", "tune.add_measures", "tune.compose_part", "tune.vary_phrase"],
)
def test_what_goes_on_stands_as_ghosts_too(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, command: str
) -> None:
    main_window.registry.action(command).trigger()
    chooser = composer.rooms[RewritingRoom].presenter.chooser
    qtbot.waitUntil(lambda: chooser.count > 0 and not chooser.is_looking, timeout=PATIENCE_MS)
    wait_until_drawn(qtbot, composer)
    assert ghosts(composer, LIGHT)
    press(qtbot, Qt.Key.Key_Return)
    assert not ghosts(composer, LIGHT)


def test_another_scheme_draws_the_ghosts_anew(
    qtbot: QtBot, composer: ComposerPage, studio: Studio
) -> None:
    rewrite(qtbot, composer)
    studio.update_settings(theme="dark")
    assert ghosts(composer, DARK) == chosen(composer) != set()
    studio.update_settings(theme="light")
    assert ghosts(composer, LIGHT) == chosen(composer) != set()


def test_a_step_of_choice_engraves_once(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    shown: list[object] = []
    composer.parts.link.engraving.score_ready.connect(lambda *_: shown.append(0))
    for count in range(1, 4):
        press(qtbot, Qt.Key.Key_F12)
        wait_until_drawn(qtbot, composer)
        assert len(shown) == count
