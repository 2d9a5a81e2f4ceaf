"""The panel with a network that has pointer heads: where a character was copied from."""

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from abcstudio.learning.checkpoint import ModelHeader, build_model, save_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.notation.spans import Span
from abcstudio.paths import models_dir
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.composer.inspection.reading_view import ReadingView
from abcstudio.ui.composer.inspection.room import InspectionRoom
from abcstudio.ui.look.theme import LIGHT
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow

TUNE = "X:1\nT:The First\nR:reel\nM:4/4\nL:1/8\nK:D\n" + "|:dAFA DFAd|fdcd FAdf|\n" * 4
WAIT_MS = 240_000
_CONFIG = TrainingConfig(embedding_dim=8, hidden_size=16, pointer_heads=2, pointer_width=8)


@pytest.fixture
def panel(qtbot: QtBot, main_window: MainWindow, studio: Studio) -> InspectionPanel:
    """Read a tune with a network that copies nearly all."""
    seed_everything(0)
    vocabulary = Vocabulary.of(TUNE)
    model = build_model(_CONFIG, len(vocabulary))
    assert model.pointers is not None
    with torch.no_grad():
        model.pointers.null.fill_(-10.0)
        model.pointers.mixture.bias[0] = -3.0
    path = models_dir() / "copier.safetensors"
    header = ModelHeader(name="Copier", vocabulary=vocabulary, config=_CONFIG)
    save_model(path, model, header)
    studio.refresh_models()
    studio.choose_model(path)
    composer = main_window.composer
    main_window.show_page("composer")
    composer.parts.files.open_text(TUNE, "tune")
    composer.desk.watch.settle()
    qtbot.keyClick(composer.window(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: composer.rooms[InspectionRoom].panel.has_result, timeout=WAIT_MS)
    for document in composer.desk.documents:
        document.text_document.setModified(False)
    return composer.rooms[InspectionRoom].panel


def accent_pixels(reading: ReadingView) -> int:
    """Return how much of the reading is drawn in the colour of the arrow and the mark."""
    image = reading.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    accent = QColor(LIGHT.accent).rgb()
    return sum(
        image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height())
    )


def test_an_arrow_leads_from_where_the_character_at_the_caret_was_copied(
    qtbot: QtBot, main_window: MainWindow, panel: InspectionPanel
) -> None:
    place = TUNE.rindex("FAdf")
    main_window.composer.desk.editor.select(Span(place, place))
    source = panel.reading.source
    assert 0 < source < place
    assert TUNE[source] == "F"
    line = TUNE[:source].count("\n") + 1
    sentence = panel.expectations.sentence.text()
    assert f"of that was copied from line {line}." in sentence
    with_arrow = accent_pixels(panel.reading)
    # The first character was copied from nowhere.
    panel.reading.setFocus()
    qtbot.keyClick(panel.reading, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert panel.reading.source == -1
    assert "copied" not in panel.expectations.sentence.text()
    assert accent_pixels(panel.reading) < with_arrow
