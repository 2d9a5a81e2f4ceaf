"""Sources combined in the window: chosen, weighed, shown as one, changed, trained on."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.corpus.combined_sources import SourcePart, load_combination
from abcstudio.paths import combinations_dir
from abcstudio.ui.datasets.combining.combine_commands import CombineCommands
from abcstudio.ui.datasets.combining.combine_dialog import CombineDialog
from abcstudio.ui.datasets.preparing.room import PreparingRoom
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.window.main_window import MainWindow

READ_MS = 20_000
TUNE = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:G\n{1}|{1}|\n"


def _with_sources(window: MainWindow, folder: Path, qtbot: QtBot) -> list[Path]:
    paths = [folder / "jigs.abc", folder / "reels & more.abc"]
    window.show_page("datasets")
    for path, notes in zip(paths, ("GABc dedB", "c2 e2 gfed"), strict=True):
        path.write_text(TUNE.format(path.stem, notes), encoding="utf-8")
        window.datasets.add_source(path)
        _wait_for(window, [path.stem], qtbot)
    return paths


def _wait_for(window: MainWindow, titles: list[str], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _titles(window) == titles, timeout=READ_MS)


def _titles(window: MainWindow) -> list[str]:
    return [tune.title for tune in window.datasets.browser.table.tunes]


def _notice(window: MainWindow, words: str) -> QPushButton:
    buttons = [one for one in window.findChildren(QPushButton) if one.text() == words]
    return next(one for one in buttons if one.isVisible())


def _dialog(window: MainWindow) -> CombineDialog:
    dialog = window.datasets.rooms[CombineCommands].dialog
    assert dialog is not None
    return dialog


def _combine(window: MainWindow, folder: Path, qtbot: QtBot) -> Path:
    """Combine the two files, the second with weight 3."""
    _with_sources(window, folder, qtbot)
    qtbot.mouseClick(window.datasets.parts.source_list.combine, Qt.MouseButton.LeftButton)
    dialog = _dialog(window)
    qtbot.keyClicks(dialog.name, "My mix")
    for box in dialog.boxes[1:]:
        box.click()
    dialog.weights[2].setValue(3)
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
    _wait_for(window, ["jigs", "reels & more"], qtbot)
    return combinations_dir() / "My mix.sources"


def test_it_asks_for_two_sources_and_a_name(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    action = main_window.registry.action("datasets.combine")
    assert not action.isEnabled()
    assert "Add another file" in action.toolTip()
    _with_sources(main_window, tmp_path, qtbot)
    assert action.isEnabled()
    action.trigger()
    dialog = _dialog(main_window)
    assert [box.text() for box in dialog.boxes] == ["Bundled tunebook", "jigs.abc",
                                                    "reels && more.abc"]  # fmt: skip
    assert "two sources" in dialog.why_not.text()
    dialog.boxes[1].click()
    dialog.boxes[2].click()
    assert "name" in dialog.why_not.text()
    assert not dialog.agree_button.isEnabled()
    dialog.name.setText("x")
    assert dialog.agree_button.isEnabled()
    dialog.reject()
    assert not combinations_dir().exists()


def test_several_sources_are_shown_as_one_and_can_be_changed(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _combine(main_window, tmp_path, qtbot)
    sources = main_window.datasets.parts.source_list
    assert sources.list.currentItem().text() == "My mix\n2 tunes"
    assert load_combination(path) == (
        SourcePart(str(tmp_path / "jigs.abc")),
        SourcePart(str(tmp_path / "reels & more.abc"), 3),
    )
    main_window.registry.action("datasets.change_combination").trigger()
    qtbot.waitUntil(
        lambda: main_window.datasets.rooms[CombineCommands].dialog is not None, timeout=READ_MS
    )
    dialog = _dialog(main_window)
    assert [box.isChecked() for box in dialog.boxes] == [False, True, True]
    assert dialog.weights[2].value() == 3
    dialog.boxes[0].click()
    dialog.boxes[1].click()
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_titles(main_window)) > 1000, timeout=READ_MS)
    assert _titles(main_window)[-1] == "reels & more"


def test_a_change_of_weights_is_seen_and_taken_back(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _combine(main_window, tmp_path, qtbot)
    sources = main_window.datasets.parts.source_list
    before = load_combination(path)
    assert "jigs.abc × 1\nreels & more.abc × 3" in sources.list.currentItem().toolTip()
    undo = main_window.registry.action("datasets.undo")
    for take_back in (undo.trigger, lambda: _notice(main_window, "Undo").click()):
        main_window.registry.action("datasets.change_combination").trigger()
        qtbot.waitUntil(
            lambda: main_window.datasets.rooms[CombineCommands].dialog is not None, timeout=READ_MS
        )
        dialog = _dialog(main_window)
        dialog.weights[1].setFocus()
        qtbot.keyClick(dialog.weights[1], Qt.Key.Key_Up)
        qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: [part.weight for part in load_combination(path)] == [2, 3],
                        timeout=READ_MS)  # fmt: skip
        qtbot.waitUntil(lambda: "jigs.abc × 2" in sources.list.currentItem().toolTip(),
                        timeout=READ_MS)  # fmt: skip
        assert undo.text() == "Und&o: what “My mix” combines"
        take_back()
        qtbot.waitUntil(lambda: load_combination(path) == before, timeout=READ_MS)
        qtbot.waitUntil(lambda: not undo.isEnabled(), timeout=READ_MS)
        qtbot.waitUntil(lambda: "jigs.abc × 1" in sources.list.currentItem().toolTip(),
                        timeout=READ_MS)  # fmt: skip


def test_weights_are_named_where_a_network_learns(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    _combine(main_window, tmp_path, qtbot)
    main_window.registry.action("datasets.prepare").trigger()
    preparing = main_window.datasets.rooms[PreparingRoom]
    qtbot.waitUntil(lambda: preparing.presenter.corpus is not None, timeout=READ_MS)
    assert preparing.view.result.text().endswith("Weights: reels & more.abc × 3.")
    main_window.datasets.parts.views.tabs.setCurrentIndex(0)
    main_window.registry.action("datasets.train").trigger()
    corpus = main_window.training.parts.corpus
    assert corpus.name == "My mix (reels & more.abc × 3)"
    again = TrainingCorpus(main_window.studio, main_window)
    again.read_tunes()
    qtbot.waitUntil(lambda: bool(again.tunes), timeout=READ_MS)
    assert again.name == corpus.name


def test_the_steps_of_a_corpus_record_what_is_combined(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot, studio: Any
) -> None:
    path = _combine(main_window, tmp_path, qtbot)
    page = main_window.datasets
    main_window.registry.action("datasets.prepare").trigger()
    presenter = page.rooms[PreparingRoom].presenter
    qtbot.waitUntil(lambda: presenter.corpus is not None, timeout=READ_MS)
    assert presenter.steps.source == str(path)
    assert presenter.steps.parts == load_combination(path)
    corpus = presenter.corpus
    assert corpus is not None
    assert corpus.training.count("T:reels") == 3
    assert corpus.training.count("T:jigs") <= 1
