"""A tool button for a command: looks as it does, however often that changes."""

from PySide6.QtCore import SIGNAL, QMetaMethod
from PySide6.QtGui import QAction, QKeySequence

from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.look.icons import icon


def connections_of(action: QAction) -> int:
    """Return how many receivers all signals of an action have."""
    meta = action.metaObject()
    signals = (meta.method(index) for index in range(meta.methodCount()))
    return sum(
        action.receivers(SIGNAL(bytes(each.methodSignature().data()).decode()))
        for each in signals
        if each.methodType() == QMetaMethod.MethodType.Signal
    )


def test_it_follows_its_command(qtbot):
    action = QAction("&Play")
    button = ActionButton(action)
    qtbot.addWidget(button)
    assert button.text() == action.iconText()
    assert button.accessibleName() == "Play"
    action.setText("Pause")
    action.setToolTip("Fall silent")
    action.setStatusTip("Keeps the place")
    action.setIcon(icon("player-pause"))
    action.setCheckable(True)
    action.setChecked(True)
    action.setShortcut(QKeySequence("Ctrl+P"))
    action.setEnabled(False)
    assert button.text() == "Pause"
    assert button.toolTip() == "Fall silent"
    assert button.statusTip() == "Keeps the place"
    assert button.icon().cacheKey() == action.icon().cacheKey()
    assert button.isCheckable()
    assert button.isChecked()
    assert not button.isEnabled()


def test_a_click_triggers_its_command_once(qtbot):
    action = QAction("Play")
    action.setCheckable(True)
    told = []
    action.triggered.connect(lambda is_checked: told.append(is_checked))
    button = ActionButton(action)
    qtbot.addWidget(button)
    for _ in range(3):
        action.setEnabled(False)
        action.setEnabled(True)
    button.click()
    assert told == [True]
    button.click()
    assert told == [True, False]
    assert not button.isChecked()


def test_changes_leave_nothing_behind(qtbot):
    action = QAction("Play")
    button = ActionButton(action)
    qtbot.addWidget(button)
    action.setEnabled(False)
    before = connections_of(action)
    for number in range(20):
        action.setEnabled(number % 2 == 0)
    assert connections_of(action) == before


def test_no_button_of_the_window_connects_anew_at_each_change(main_window, qtbot):
    for name in ("toggle", "loop", "loop_start", "written_tempo"):
        action = getattr(main_window.transport.commands, name)
        before = connections_of(action)
        for number in range(20):
            action.setEnabled(number % 2 == 0)
        assert connections_of(action) == before
