"""The score on the screen: it answers clicks, shows what sounds, and fills its width."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.engraving.drawing.score_drawer import ScoreDrawer
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.look.theme import DARK, LIGHT, Colors
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

TUNE = "X:1\nT:The Test Reel\nM:4/4\nL:1/8\nK:D\n" + "|:DEFG ABcd|efga z4|[DF]8|defg a4:|\n" * 8


@pytest.fixture(scope="module")
def engraved() -> EngravedScore:
    return read_svg(draw(mei_of(parse(TUNE)), EngravingOptions(score_width=1600)))


@pytest.fixture
def view(qtbot: QtBot, studio: Studio, engraved: EngravedScore) -> ScoreView:
    made = ScoreView(studio)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    made.set_score(engraved)
    return made


@pytest.fixture
def page() -> Iterator[QObject]:
    """What a controller belongs to."""
    made = QObject()
    yield made
    made.deleteLater()
    deliver_events()


def place_of(view: ScoreView, engraved: EngravedScore, offset: int) -> QPoint:
    box = next(note.box for note in engraved.notes if note.offset == offset)
    return view.mapFromScene(QPointF((box.left + box.right) / 2, (box.top + box.bottom) / 2))


def colors_around(view: ScoreView, place: QPoint) -> set[str]:
    image: QImage = view.viewport().grab().toImage()
    return {
        QColor(image.pixel(place.x() + dx, place.y() + dy)).name()
        for dx in range(-6, 7)
        for dy in range(-6, 7)
    }


def test_a_click_on_a_note_tells_its_place_in_the_text(
    qtbot: QtBot, view: ScoreView, engraved: EngravedScore
) -> None:
    for offset in (TUNE.index("G ABcd"), TUNE.index("F]8"), TUNE.index("z4")):
        with qtbot.waitSignal(view.note_clicked) as clicked:
            qtbot.mouseClick(
                view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, engraved, offset)
            )
        assert clicked.args == [offset]


def test_a_click_beside_the_music_is_one_on_the_background(qtbot: QtBot, view: ScoreView) -> None:
    with qtbot.waitSignal(view.background_clicked), qtbot.assertNotEmitted(view.note_clicked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_sounding_notes_have_the_accent_and_lose_it(
    view: ScoreView, engraved: EngravedScore
) -> None:
    offset = TUNE.index("G ABcd")
    place = place_of(view, engraved, offset)
    assert LIGHT.accent not in colors_around(view, place)
    view.highlight((offset,))
    assert LIGHT.accent in colors_around(view, place)
    assert LIGHT.ink not in colors_around(view, place)
    view.highlight(())
    assert LIGHT.accent not in colors_around(view, place)
    assert LIGHT.ink in colors_around(view, place)


def test_selected_notes_stand_on_a_soft_ground(view: ScoreView, engraved: EngravedScore) -> None:
    offset = TUNE.index("G ABcd")
    view.select((offset,))
    around = colors_around(view, place_of(view, engraved, offset))
    assert {LIGHT.accent_soft, LIGHT.ink} <= around
    view.select(())
    assert LIGHT.accent_soft not in colors_around(view, place_of(view, engraved, offset))


def test_dark_colours_are_light_ink_on_the_dark_ground_and_keep_what_sounds(
    view: ScoreView, engraved: EngravedScore
) -> None:
    offset, silent = TUNE.index("G ABcd"), TUNE.index("Bcd|")
    view.highlight((offset,))
    view.set_colors(DARK)
    assert {DARK.ink, DARK.paper} <= colors_around(view, place_of(view, engraved, silent))
    assert DARK.accent in colors_around(view, place_of(view, engraved, offset))


def test_the_score_fills_the_width_and_asks_for_one_that_suits(
    qtbot: QtBot, view: ScoreView
) -> None:
    assert view.horizontalScrollBar().maximum() == 0
    before = view.score_width()
    with qtbot.waitSignal(view.width_changed, timeout=3000) as told:
        view.resize(1000, 400)
    assert told.args == [view.score_width()]
    assert view.score_width() > before


def test_the_staff_grows_with_a_wide_window_and_the_zoom_multiplies_it(view: ScoreView) -> None:
    def staff_pixels() -> float:
        """The height of a staff where the music is engraved for this view."""
        return 72 * view.viewport().width() / (view.score_width() + 96)

    view.resize(700, 400)
    assert staff_pixels() == pytest.approx(26, rel=0.02)
    view.resize(1100, 400)
    wide = staff_pixels()
    assert wide == pytest.approx(26 * view.viewport().width() / 760, rel=0.02)
    view.set_zoom(1.5)
    assert staff_pixels() == pytest.approx(1.5 * wide, rel=0.02)
    view.set_zoom(1.0)
    view.resize(2400, 400)
    assert staff_pixels() == pytest.approx(26 * 1.6, rel=0.02)


def test_the_sounding_system_comes_into_view_until_the_person_scrolls(
    qtbot: QtBot, view: ScoreView, engraved: EngravedScore
) -> None:
    last = max(note.offset for note in engraved.notes)
    bar = view.verticalScrollBar()
    view.highlight((last,))
    assert bar.value() > 0
    assert view.viewport().rect().contains(place_of(view, engraved, last))
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    view.highlight((last,))
    assert bar.value() == bar.minimum()
    # A rest in all voices is no wish to see what is heard.
    view.highlight(())
    view.highlight((last,))
    assert bar.value() == bar.minimum()
    view.follow_again()
    view.highlight((last,))
    assert bar.value() > bar.minimum()


def test_control_and_the_wheel_change_the_size(qtbot: QtBot, view: ScoreView) -> None:
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.score_width()
    with qtbot.waitSignal(view.zoom_changed):
        view.wheelEvent(event)
    assert view.zoom > 1
    assert view.score_width() < before
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1


def test_pinching_changes_the_size(qtbot: QtBot, view: ScoreView) -> None:
    place = QPointF(50, 50)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2, place, place, place, 0.25, QPointF(),
    )  # fmt: skip
    with qtbot.waitSignal(view.zoom_changed):
        QApplication.sendEvent(view.viewport(), pinch)
    assert view.zoom == pytest.approx(1.25)


def test_what_is_under_the_mouse_stays_there_when_the_lines_are_broken_anew(
    view: ScoreView, engraved: EngravedScore
) -> None:
    view.verticalScrollBar().setValue(150)
    offset = next(
        note.offset for note in engraved.notes if place_of(view, engraved, note.offset).y() > 200
    )
    before = place_of(view, engraved, offset)
    view.set_zoom(1.5, before)
    larger = read_svg(draw(mei_of(parse(TUNE)), EngravingOptions(score_width=view.score_width())))
    view.set_score(larger)
    assert place_of(view, larger, offset).y() == pytest.approx(before.y(), abs=12)
    # Nothing is held any longer: the next score keeps the place of the scroll bar.
    value = view.verticalScrollBar().value()
    view.set_score(larger)
    assert view.verticalScrollBar().value() == value


def test_a_sentence_stands_where_there_is_no_score(view: ScoreView) -> None:
    view.set_message("Press Compose, or type below")
    image = view.viewport().grab().toImage()
    row = {QColor(image.pixel(x, y)).name() for x in range(200, 500) for y in range(180, 220)}
    assert len(row) > 3
    assert view.accessibleDescription() == "Press Compose, or type below"
    view.highlight((1,))
    view.select((1,))


def test_a_new_score_keeps_the_place(view: ScoreView, engraved: EngravedScore) -> None:
    view.verticalScrollBar().setValue(120)
    view.set_score(engraved)
    assert view.verticalScrollBar().value() == 120


@pytest.fixture(scope="module")
def versions() -> tuple[tuple[str, EngravedScore], tuple[str, EngravedScore]]:
    """A tune, and the tune with one more measure in its fourth line."""
    drawer = ScoreDrawer()
    place = TUNE.index("defg a4", TUNE.index("\n|:", len(TUNE) // 3))
    return tuple(  # type: ignore[return-value]
        (text, drawer.draw(mei_of(parse(text)), EngravingOptions(score_width=1600)))
        for text in (TUNE, f"{TUNE[:place]}a8|{TUNE[place:]}")
    )


def test_a_changed_score_is_made_of_what_it_shares_with_the_one_before(
    view: ScoreView,
    studio: Studio,
    versions: tuple[tuple[str, EngravedScore], tuple[str, EngravedScore]],
) -> None:
    (_, old), (_, new) = versions
    shared = {piece.drawing for piece in old.pieces} & {piece.drawing for piece in new.pieces}
    assert 0 < len(shared) < len(new.pieces)
    view.set_score(old)
    before = {item.parentItem() for item in view.scene().items() if item.parentItem()}
    view.set_score(new)
    roots = {item.parentItem() for item in view.scene().items() if item.parentItem()}
    assert len(roots & before) == len(shared)
    fresh = ScoreView(studio)
    fresh.set_score(new)
    assert len(view.scene().items()) == len(fresh.scene().items())


def test_a_changed_score_looks_like_one_shown_at_once(
    qtbot: QtBot,
    studio: Studio,
    view: ScoreView,
    versions: tuple[tuple[str, EngravedScore], tuple[str, EngravedScore]],
) -> None:
    (_, old), (_, new) = versions
    fresh = ScoreView(studio)
    qtbot.addWidget(fresh)
    fresh.resize(view.size())
    fresh.show()
    qtbot.waitExposed(fresh)
    view.set_score(old)
    for engraved in (new, old, new):
        view.set_score(engraved)
        fresh.set_score(None)
        fresh.set_score(engraved)
        for place in (0, 200):
            for one in (view, fresh):
                one.verticalScrollBar().setValue(place)
            assert view.viewport().grab().toImage() == fresh.viewport().grab().toImage()


def test_notes_after_a_change_are_found_lit_and_clicked_at_their_new_place(
    qtbot: QtBot,
    view: ScoreView,
    versions: tuple[tuple[str, EngravedScore], tuple[str, EngravedScore]],
) -> None:
    (_, old), (text, new) = versions
    view.set_score(old)
    view.highlight((TUNE.rindex("efga"),))
    view.set_score(new)
    offset = text.rindex("efga")
    view.highlight((offset,))
    place = place_of(view, new, offset)
    assert LIGHT.accent in colors_around(view, place)
    view.set_colors(DARK)
    assert DARK.accent in colors_around(view, place)
    view.highlight(())
    assert DARK.accent not in colors_around(view, place)
    with qtbot.waitSignal(view.note_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [offset]


def test_the_controller_engraves_the_newest_text(
    qtbot: QtBot, engraver: Engraver, page: QObject
) -> None:
    controller = EngravingController(engraver, page)
    pages: list[tuple[EngravedScore, str]] = []
    controller.score_ready.connect(lambda engraved, text: pages.append((engraved, text)))
    texts = [f"X:1\nT:{n}\nM:4/4\nL:1/8\nK:D\n" + "D8|" * n + "\n" for n in range(1, 30)]
    for text in texts:
        controller.engrave(TuneSource(text))
    qtbot.waitUntil(lambda: bool(pages), timeout=20_000)
    assert [text for _, text in pages] == [texts[-1]]
    assert len(pages[0][0].measures) == 29
    controller.close()


def test_two_scores_share_an_engraver_and_a_closed_one_is_silent(
    qtbot: QtBot, engraver: Engraver, page: QObject
) -> None:
    first, second, closed = (EngravingController(engraver, page) for _ in range(3))
    told: list[object] = []
    closed.score_ready.connect(told.append)
    with qtbot.waitSignals([first.score_ready, second.score_ready], timeout=20_000):
        closed.engrave(TuneSource(TUNE))
        closed.close()
        first.engrave(TuneSource(TUNE))
        second.engrave(TuneSource(TUNE))
    assert told == []


def test_another_width_engraves_the_same_tune_again(
    qtbot: QtBot, engraver: Engraver, page: QObject
) -> None:
    controller = EngravingController(engraver, page)
    with qtbot.waitSignal(controller.score_ready, timeout=20_000) as wide:
        controller.engrave(TuneSource(TUNE))
    with qtbot.waitSignal(controller.score_ready, timeout=20_000) as wider:
        controller.set_score_width(3000)
    assert wide.args[0].width < wider.args[0].width == 30_000
    controller.close()


def test_a_system_is_painted_with_its_number_also_where_only_a_part_is_painted_anew(
    view: ScoreView, engraved: EngravedScore
) -> None:
    """Qt leaves out what stands outside of its parent when it paints a part of the scene."""
    scene = view.score_scene
    assert scene is not None
    numbered = [items for items in scene.pieces.values() if items.number is not None]
    assert numbered
    for items in numbered:
        assert items.number is not None
        assert items.root.rect().contains(items.number.boundingRect())
    # After a change too: the numbers of the systems below have moved.
    longer = TUNE + "|:DEFG ABcd|efga z4:|\n"
    view.set_score(read_svg(draw(mei_of(parse(longer)), EngravingOptions(score_width=1600))))
    for items in scene.pieces.values():
        if items.number is not None:
            assert items.root.rect().contains(items.number.boundingRect())


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_a_selected_note_has_an_edge_that_stands_out(
    view: ScoreView, engraved: EngravedScore, colors: Colors
) -> None:
    view.set_colors(colors)
    offset = TUNE.index("G ABcd")
    view.select({offset})
    place = place_of(view, engraved, offset)
    seen = colors_around(view, place)
    assert colors.accent_soft in seen
    # The edge is smoothed, and so not everywhere of its very colour.
    accent = QColor(colors.accent)
    assert any(
        abs(one.red() - accent.red()) + abs(one.green() - accent.green()) < 40
        for one in map(QColor, seen)
    )


def test_a_tune_of_sixteen_measures_fits_into_a_small_window(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    composer = main_window.composer
    main_window.resize(1280, 800)
    lines = "\n".join(["|:dAFA DFAd|fdcd FAdf|gfge fefd|edcB A4:|"] * 4)
    text = f"T:The Test\nC:Trad.\nR:reel\nM:4/4\nL:1/8\nQ:1/2=100\nK:D\n{lines}\n"
    with qtbot.waitSignal(composer.parts.link.score_shown, timeout=60_000):
        composer.parts.files.open_text("X:1\n" + text, "reel")
    # With the tabs of several texts above it.
    with qtbot.waitSignal(composer.parts.link.score_shown, timeout=60_000):
        composer.parts.files.open_text("X:2\n" + text, "other")
    assert composer.rooms[TextsRoom].tabs.isVisible()
    qtbot.waitUntil(lambda: not composer.parts.score.is_waiting)
    bar = composer.parts.score.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == bar.minimum(), timeout=20_000)
