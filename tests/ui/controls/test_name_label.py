"""Names that are whole where there is room for them."""

from dataclasses import replace

from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_progress import TrainingProgress
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

LONG = "Quick 12: Hidden units 96, Dropout 0.25, Learning rate 0.0025"


def test_a_name_loses_its_middle_only_where_there_is_no_room(qtbot: QtBot) -> None:
    label = NameLabel(f"{LONG}\nand more")
    qtbot.addWidget(label)
    assert label.text() == f"{LONG} and more"
    label.resize(label.sizeHint())
    assert label.shown_words() == label.text()
    label.resize(label.width() // 2, label.height())
    assert "…" in label.shown_words()
    assert QFontMetrics(label.font()).horizontalAdvance(label.shown_words()) <= label.width()
    assert label.minimumSizeHint().width() < label.width()
    assert not label.grab().isNull()


def test_the_name_over_the_curve_is_whole_where_there_is_room(qtbot: QtBot) -> None:
    progress = TrainingProgress()
    qtbot.addWidget(progress)
    progress.name(LONG)
    progress.resize(700, 100)
    progress.show()
    deliver_events()
    assert progress.title.shown_words() == LONG
    assert progress.bar.width() > 40
    progress.resize(300, 100)
    deliver_events()
    assert progress.title.shown_words().startswith("Quick 12")
    assert "…" in progress.title.shown_words()
    assert progress.bar.width() > 40


def test_the_box_of_models_is_as_wide_as_its_longest_name(
    main_window: MainWindow, studio: Studio
) -> None:
    bar = main_window.page_bar
    main_window.resize(1280, 800)
    deliver_events()
    before = bar.model.width()
    named = replace(studio.models[0], name=LONG[:40])
    bar.model.setItemText(0, named.name)
    deliver_events()
    whole = QFontMetrics(bar.model.font()).horizontalAdvance(named.name)
    assert before < whole < bar.model.width()
    main_window.resize(main_window.minimumWidth(), 800)
    deliver_events()
    assert bar.search.geometry().right() <= bar.width()
