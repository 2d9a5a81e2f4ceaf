"""Tabs give up the room beside their names before they scroll."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.datasets.tune_views import FittingTabs
from abcstudio.ui.services.studio import Studio
from tests.ui.events import deliver_events

NAMES = ("Мелодії", "За мелодією", "Статистика", "Лабораторна", "Стан", "Підготовка")


def test_the_names_move_together_where_there_is_little_room(qtbot: QtBot, studio: Studio) -> None:
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    for name in NAMES:
        tabs.addTab(QWidget(), name)
    tabs.resize(900, 200)
    tabs.show()
    deliver_events()
    bar = tabs.tabBar()
    last = len(NAMES) - 1
    wide = bar.tabRect(last).right() + 1
    assert bar.property("narrow") is not True
    tabs.resize(wide - 20, 200)
    deliver_events()
    assert bar.property("narrow") is True
    if "QTabBar" in QApplication.instance().styleSheet():
        assert bar.tabRect(last).right() < tabs.width()
    tabs.resize(wide + 20, 200)
    deliver_events()
    assert bar.property("narrow") is False
    assert bar.tabRect(last).right() + 1 == wide
