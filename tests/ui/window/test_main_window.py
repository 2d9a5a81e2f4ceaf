"""The window by clicks and keys: pages, keys, palette, help, looks, files, leaving.

Over 400 lines: what concerns the whole window and no one page.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenuBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.look.theme import DARK, LIGHT, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.sizes.window_geometry import SMALLEST_SIZE, fit_into_screen
from tests.ui.events import deliver_events

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TUNE = "X:1\nT:The First Steps\nM:4/4\nL:1/8\nK:D\nd2fd A2fd|g2fe dBAF|\n"


def press(
    qtbot: QtBot,
    window: MainWindow,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is, as a keyboard does."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


@pytest.fixture
def tune_file(tmp_path: Path) -> Path:
    path = tmp_path / "first steps.abc"
    path.write_bytes(TUNE.encode())
    return path


@pytest.mark.one_window
def test_pages_by_keys_and_by_clicks(main_window: MainWindow, qtbot: QtBot) -> None:
    for key, name in ((Qt.Key.Key_1, "datasets"), (Qt.Key.Key_2, "training")):
        press(qtbot, main_window, key, CTRL)
        assert main_window.page_name == name
        assert main_window.page_bar.tabs[name].isChecked()
    qtbot.mouseClick(main_window.page_bar.tabs["composer"], Qt.MouseButton.LeftButton)
    assert main_window.page_name == "composer"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert main_window.composer.isAncestorOf(focused)


@pytest.mark.one_window
def test_every_command_has_words_a_sentence_and_keys_of_its_own(main_window: MainWindow) -> None:
    commands = main_window.registry.commands()
    for command in commands:
        assert command.action.text()
        assert command.action.toolTip()
        for other in commands:
            if not command.action.shortcut().isEmpty() and command.competes_with(other):
                assert command.action.shortcut() != other.action.shortcut(), (
                    command.action_id,
                    other.action_id,
                )


def test_every_control_has_a_name_and_a_tooltip(main_window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QScrollBar

    # What has words only when there is something to say.
    main_window.training.parts.runs.show_unread([Path("broken")])
    main_window.training.parts.form.base.show_proposal("model", "", is_taken=False)
    nameless = []
    for kind in (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit):
        for widget in main_window.findChildren(kind):
            inside = widget.parentWidget()
            is_part = isinstance(widget, QScrollBar) or type(inside).__name__ in _COMPOSITE
            if is_part or widget.objectName().startswith("qt_"):
                continue
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.toolTip() and (widget.accessibleName() or words)):
                nameless.append(f"{type(inside).__name__} > {type(widget).__name__} {words!r}")
    assert not nameless


_COMPOSITE = frozenset(
    ("QSpinBox", "QDoubleSpinBox", "QComboBox", "QLineEdit", "SearchLine", "QTabBar",
     "StackedTabBar", "StepsField", "QTableWidget", "QTableView", "QKeySequenceEdit", "QMenuBar")
)  # fmt: skip


@pytest.mark.one_window
def test_a_command_of_another_page_goes_there(main_window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, main_window, Qt.Key.Key_1, CTRL)
    press(qtbot, main_window, Qt.Key.Key_N, CTRL)
    assert main_window.page_name == "composer"


@pytest.mark.one_window
def test_edit_keys_stay_on_their_page(main_window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, main_window, Qt.Key.Key_1, CTRL)
    press(qtbot, main_window, Qt.Key.Key_F, CTRL)
    assert main_window.page_name == "datasets"
    assert main_window.datasets.browser.filter_bar.search.hasFocus()
    main_window.datasets.browser.table.setFocus()
    press(qtbot, main_window, Qt.Key.Key_A, CTRL)
    assert main_window.page_name == "datasets"


@pytest.mark.one_window
def test_ctrl_y_redoes_too_until_it_is_given_away(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show_page("composer")
    composer, registry = main_window.composer, main_window.registry
    composer.parts.files.open_text(TUNE, "steps")
    composer.desk.editor.setFocus()
    for keys, modifiers in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        qtbot.keyClicks(composer.desk.editor, "%")
        press(qtbot, main_window, Qt.Key.Key_Z, CTRL)
        assert "%" not in composer.desk.editor.text()
        press(qtbot, main_window, keys, modifiers)
        assert "%" in composer.desk.editor.text()
        press(qtbot, main_window, Qt.Key.Key_Z, CTRL)
    press(qtbot, main_window, Qt.Key.Key_F1)
    help_window = main_window.rooms[Helpers].dialogs.help_window
    assert help_window is not None
    help_window.show_topic("keys")
    assert "Ctrl+Shift+Z, Ctrl+Y" in help_window.text.toPlainText()
    help_window.close()
    redo = registry.action("edit.redo")
    for user_keys in ({"tune.transpose": "Ctrl+Y"}, {"edit.redo": "Ctrl+Alt+R"}):
        registry.set_user_keys(user_keys)
        assert [keys.toString() for keys in redo.shortcuts()] == [
            user_keys.get("edit.redo", "Ctrl+Shift+Z")
        ]
    registry.set_user_keys({})
    assert len(redo.shortcuts()) == 2


@pytest.mark.one_window
def test_only_the_edits_of_any_text_stay_on_a_page_that_is_not_theirs(
    main_window: MainWindow,
) -> None:
    main_window.composer.rooms[ComposingRoom].form.more.unfold()
    fields = {
        "composer": main_window.composer.rooms[ComposingRoom].form.seed,
        "datasets": main_window.datasets.browser.filter_bar.search,
    }
    of_any_text = {"undo", "redo", "cut", "copy", "paste", "select_all"}
    walked = [command for command in main_window.registry.commands() if command.page]
    assert len(walked) > 50
    for command in walked:
        page = "composer" if command.page == "datasets" else "datasets"
        main_window.show_page(page)
        fields[page].setFocus()
        main_window.registry.chosen.emit(command)
        stays = command.action_id in {f"edit.{name}" for name in of_any_text}
        assert main_window.page_name == (page if stays else command.page), command.action_id
        focus = QApplication.focusWidget()
        assert focus is not None, command.action_id
        assert main_window.pages.widget_of(main_window.page_name).isAncestorOf(focus)


@pytest.mark.one_window
def test_searching_tunes_from_the_composer_is_typed_in_sight(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    search = main_window.datasets.browser.filter_bar.search
    main_window.show_page("composer")
    main_window.composer.desk.editor.setFocus()
    main_window.registry.action("datasets.search").trigger()
    assert main_window.page_name == "datasets"
    focus = QApplication.focusWidget()
    assert focus is search
    assert search.isVisible()
    qtbot.keyClicks(focus, "reel")
    assert search.text() == "reel"


@pytest.mark.one_window
def test_the_palette_by_keyboard_alone(main_window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, main_window, Qt.Key.Key_K, CTRL)
    assert main_window.rooms[Helpers].palette_view.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "dark col")
    press(qtbot, main_window, Qt.Key.Key_Return)
    assert main_window.studio.colors == DARK
    assert not main_window.rooms[Helpers].palette_view.isVisible()


@pytest.mark.one_window
def test_the_search_field_opens_the_palette(main_window: MainWindow, qtbot: QtBot) -> None:
    assert "Ctrl+K" in main_window.page_bar.search.text()
    qtbot.mouseClick(main_window.page_bar.search, Qt.MouseButton.LeftButton)
    assert main_window.rooms[Helpers].palette_view.isVisible()
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert not main_window.rooms[Helpers].palette_view.isVisible()


@pytest.mark.one_window
def test_help_is_about_what_has_the_focus(main_window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, main_window, Qt.Key.Key_2, CTRL)
    press(qtbot, main_window, Qt.Key.Key_F1)
    assert main_window.rooms[Helpers].dialogs.help_window is not None
    qtbot.waitUntil(main_window.rooms[Helpers].dialogs.help_window.isVisible)
    assert main_window.rooms[Helpers].dialogs.help_window.topic == "training"


def test_colours_follow_the_menu_and_the_system(main_window: MainWindow, qtbot: QtBot) -> None:
    def ground() -> str:
        return QApplication.palette().color(QPalette.ColorRole.Window).name()

    assert ground() == LIGHT.window
    main_window.registry.action("view.theme_dark").trigger()
    assert ground() == DARK.window
    assert main_window.parts.commands.themes["dark"].isChecked()
    qtbot.waitUntil(lambda: load_settings(settings_file()).theme == "dark")
    main_window.registry.action("view.theme_system").trigger()
    hints = QGuiApplication.styleHints()
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        expected = DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        qtbot.waitUntil(lambda: ground() == expected.window)
    finally:
        hints.unsetColorScheme()


@pytest.mark.one_window
def test_a_change_of_colours_dresses_the_window_and_few_widgets_again(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sheet of its own costs all that lies in the widget, beside the window's own sheet."""
    dress = QWidget.setStyleSheet
    dressed: list[QWidget] = []

    def set_style_sheet(widget: QWidget, sheet: str) -> None:
        dressed.append(widget)
        dress(widget, sheet)

    monkeypatch.setattr(QWidget, "setStyleSheet", set_style_sheet)
    main_window.registry.action("view.theme_dark").trigger()
    others = [widget for widget in dressed if widget is not main_window]
    inside = sum(len(widget.findChildren(QWidget)) for widget in others)
    assert main_window in dressed
    assert inside < len(main_window.findChildren(QWidget)) // 10


def test_a_window_is_dressed_before_it_holds_its_pages(
    studio: Studio, engraver: Engraver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet polishes all widgets below it, those of hidden pages too."""
    dress = QWidget.setStyleSheet
    polished: list[QWidget] = []

    def set_style_sheet(widget: QWidget, sheet: str) -> None:
        polished.extend(widget.findChildren(QWidget))
        dress(widget, sheet)

    monkeypatch.setattr(QWidget, "setStyleSheet", set_style_sheet)
    window = MainWindow(studio, engraver)
    assert len(polished) < len(window.findChildren(QWidget)) // 10
    window.end_without_asking()


@pytest.mark.one_window
def test_icons_can_be_seen_after_the_colours_have_changed(main_window: MainWindow) -> None:
    """Every icon that is drawn in one colour is light on the dark ground."""
    main_window.registry.action("view.theme_dark").trigger()
    dark = []
    for button in main_window.findChildren(QAbstractButton):
        image = button.icon().pixmap(20, 20).toImage()
        seen = [
            color.lightness()
            for x in range(image.width())
            for y in range(image.height())
            if (color := image.pixelColor(x, y)).alpha() > 200
        ]
        # The menu bar's own button, for what finds no room, is drawn by Qt.
        is_other = bool(button.property("main")) or isinstance(button.parent(), QMenuBar)
        if seen and not is_other and max(seen) < 90:
            dark.append(button.accessibleName() or button.text())
    assert not dark


@pytest.mark.one_window
def test_focus_mode_leaves_score_and_text(main_window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, main_window, Qt.Key.Key_F11)
    assert not main_window.page_bar.isVisible()
    assert main_window.composer.desk.editor.isVisible()
    assert not main_window.composer.rooms[ComposingRoom].form.isVisible()
    assert main_window.transport.isVisible()
    press(qtbot, main_window, Qt.Key.Key_F11)
    assert main_window.page_bar.isVisible()
    assert main_window.composer.rooms[ComposingRoom].form.isVisible()


@pytest.mark.one_window
def test_space_plays_unless_it_is_typed_or_used(
    main_window: MainWindow, qtbot: QtBot, tune_file: Path
) -> None:
    main_window.open_path(tune_file)
    editor = main_window.composer.desk.editor
    editor.setFocus()
    press(qtbot, main_window, Qt.Key.Key_Space)
    assert " " in editor.toPlainText()
    assert main_window.playback.state == "stopped"
    press(qtbot, main_window, Qt.Key.Key_Z, CTRL)
    main_window.composer.rooms[ComposingRoom].form.more.unfold()
    main_window.composer.rooms[ComposingRoom].form.stop_at_end.setFocus()
    was_checked = main_window.composer.rooms[ComposingRoom].form.stop_at_end.isChecked()
    press(qtbot, main_window, Qt.Key.Key_Space)
    assert main_window.composer.rooms[ComposingRoom].form.stop_at_end.isChecked() != was_checked
    assert main_window.playback.state == "stopped"
    main_window.composer.parts.score.setFocus()
    qtbot.waitUntil(lambda: main_window.playback.is_playable, timeout=10000)
    press(qtbot, main_window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=20000)
    press(qtbot, main_window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: main_window.playback.state == "paused")
    editor.setFocus()
    press(qtbot, main_window, Qt.Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: main_window.playback.state == "playing")
    press(qtbot, main_window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: main_window.playback.state == "stopped")


@pytest.mark.one_window
def test_the_title_names_the_tune_and_marks_changes(
    main_window: MainWindow, qtbot: QtBot, tune_file: Path
) -> None:
    main_window.open_path(tune_file)
    assert main_window.windowTitle() == "first steps.abc[*] - ABC Studio"
    assert not main_window.isWindowModified()
    main_window.composer.desk.editor.setFocus()
    qtbot.keyClicks(main_window.composer.desk.editor, "%")
    assert main_window.isWindowModified()
    press(qtbot, main_window, Qt.Key.Key_Z, CTRL)
    assert not main_window.isWindowModified()


@pytest.mark.one_window
def test_recent_files_are_offered(main_window: MainWindow, studio: Studio, tune_file: Path) -> None:
    main_window.open_path(tune_file)
    recent = main_window.rooms[Helpers].menus.recent
    assert tune_file.name in recent.actions()[0].text()
    main_window.registry.action("file.new").trigger()
    assert main_window.composer.document_name != tune_file.name
    recent.actions()[0].trigger()
    assert main_window.composer.document_name == tune_file.name
    recent.actions()[-1].trigger()
    assert studio.settings.recent_files == ()


@pytest.mark.one_window
def test_a_dropped_file_opens_in_the_composer(main_window: MainWindow, tune_file: Path) -> None:
    main_window.show_page("training")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tune_file))])
    where, copy = QPoint(400, 300), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(main_window, QDragEnterEvent(where, copy, data, left, none))
    event = QDropEvent(QPointF(where), copy, data, left, none)
    QApplication.sendEvent(main_window, event)
    assert main_window.page_name == "composer"
    assert main_window.composer.document_name == tune_file.name


@pytest.mark.one_window
def test_notices_come_one_after_the_other_and_their_button_acts(
    main_window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    done: list[str] = []
    studio.notify("First", action_text="Undo", action=lambda: done.append("undone"))
    studio.notify("Second", "error")
    notices = main_window.notices
    assert notices.isVisible()
    assert notices.text.text() == "First"
    qtbot.mouseClick(notices.action_button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert notices.text.text() == "Second"
    qtbot.mouseClick(notices.close_button, Qt.MouseButton.LeftButton)
    assert not notices.isVisible()


@pytest.mark.one_window
@pytest.mark.parametrize("stays", [True, False])
def test_a_long_path_is_cut_in_the_middle_of_a_notice(
    main_window: MainWindow, studio: Studio, qtbot: QtBot, stays: bool
) -> None:
    path = "/" + "a folder/" * 400 + "x" * 6000 + "/tune.abc"
    studio.notify(f"{path} cannot be read: it is gone.", "error", stays=stays)
    deliver_events()
    row = main_window.standing_notice if stays else main_window.notices
    words = row.text.text()
    assert len(words) <= 400
    assert words.startswith("/a folder/")
    assert words.endswith("tune.abc cannot be read: it is gone.")
    assert 1000 < len(row.text.toolTip()) < 5000
    assert row.height() < 200
    assert main_window.size() == QSize(1280, 800)
    studio.notify("Short.", stays=stays)
    row.put_away()
    assert (row.text.text(), row.text.toolTip()) == ("Short.", "")


def test_the_window_is_no_higher_than_the_screen_has_room(
    main_window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    room = main_window.screen().availableGeometry()
    first = MainWindow(studio)
    qtbot.addWidget(first)
    assert first.height() < room.height()  # Its title bar comes on top.
    assert first.height() >= SMALLEST_SIZE.height()
    main_window.resize(1100, room.height())
    assert main_window.frameGeometry().height() > room.height()
    fit_into_screen(main_window)
    assert main_window.frameGeometry().height() == room.height()
    assert main_window.frameGeometry().top() == room.top()
    main_window.resize(1100, 700)
    fit_into_screen(main_window)
    assert main_window.height() == 700


@pytest.mark.one_window
def test_the_model_list_and_the_device_are_shown(main_window: MainWindow) -> None:
    from abcstudio.learning.devices import Device

    main_window.show_device(Device("cpu", "device.cpu", {"threads": 2}))
    assert main_window.page_bar.device.text()
    assert main_window.page_bar.model.count() == len(main_window.studio.models)


@pytest.mark.one_window
def test_it_is_said_what_composes_where_there_is_a_card(main_window: MainWindow) -> None:
    from abcstudio.learning.devices import Device

    session, shown = main_window.composer.rooms[ComposingRoom].session, main_window.page_bar.device
    main_window.show_device(Device("cpu", "device.cpu", {"threads": 2}))
    session.composed_on.emit(None)
    assert shown.toolTip() == "Where networks compute"
    card = Device("cuda", "device.cuda", {"name": "RTX", "memory": 12})
    main_window.show_device(card)
    session.composed_on.emit(None)
    assert shown.toolTip() == "Used for training; the last tune was composed on the processor"
    session.composed_on.emit(card)
    assert shown.toolTip() == "Used for training and composing"


@pytest.mark.one_window
def test_preferences_open_from_the_menu(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.registry.action("file.preferences").trigger()
    dialogs = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Preferences"]
    assert dialogs
    assert dialogs[0].isVisible()
    close = next(
        b for b in dialogs[0].findChildren(QPushButton) if b.text().replace("&", "") == "Close"
    )
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not dialogs[0].isVisible()


@pytest.mark.one_window
def test_side_panels_fold_away_and_are_remembered(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    qtbot.keyClick(main_window, Qt.Key.Key_F9)
    assert not main_window.composer.rooms[ComposingRoom].form.isVisible()
    assert main_window.composer.rooms[TakesRoom].list.isVisible()
    assert main_window.studio.settings.window.folded_panels == ("composer.left",)
    main_window.rooms[Helpers].focus_mode.set_on(True)
    main_window.rooms[Helpers].focus_mode.set_on(False)
    assert not main_window.composer.rooms[ComposingRoom].form.isVisible()
    main_window.show_page("datasets")
    assert main_window.datasets.parts.source_list.isVisible()
    main_window.show_page("composer")
    qtbot.keyClick(main_window, Qt.Key.Key_F9)
    assert main_window.composer.rooms[ComposingRoom].form.isVisible()


def test_the_training_form_remembers_its_last_values(
    qtbot: QtBot, studio: Studio, engraver: Engraver
) -> None:
    window = MainWindow(studio, engraver)
    window.training.parts.form.config_form.controls["hidden_size"].setValue(96)
    window.end_without_asking()
    assert studio.settings.training_config["hidden_size"] == 96
    again = MainWindow(studio, engraver)
    assert again.training.parts.form.config().hidden_size == 96
    again.end_without_asking()


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_frames_of_controls_stand_out_from_every_ground(colors: Colors) -> None:
    for ground in (colors.window, colors.base, colors.raised):
        lighter, darker = sorted((_luminance(colors.frame), _luminance(ground)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 3


def _luminance(name: str) -> float:
    parts = [int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
