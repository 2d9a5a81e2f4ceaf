"""A sound font is taken only when it can be read."""

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.paths import bundled_sound_font
from abcstudio.ui.playback.sound_settings import SoundSettings
from abcstudio.ui.services.studio import Studio

PATIENCE_MS = 120_000


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> SoundSettings:
    page = SoundSettings(studio)
    qtbot.addWidget(page)
    return page


def test_what_is_no_sound_font_is_refused_at_once(
    qtbot: QtBot, studio: Studio, page: SoundSettings, tmp_path
) -> None:
    good, bad = tmp_path / "Добрий шрифт.sf2", tmp_path / "text.sf2"
    good.write_bytes(bundled_sound_font().read_bytes())
    bad.write_text("X:1\nK:C\nCDEF|\n", "utf-8")
    page.sound_font.path_changed.emit(str(good))
    qtbot.waitUntil(lambda: studio.settings.sound_font == str(good), timeout=PATIENCE_MS)
    assert not page.font_note.text()
    for path in (bad, tmp_path / "gone.sf2"):
        page.sound_font.path_changed.emit(str(path))
        qtbot.waitUntil(lambda: "Choose another" in page.font_note.text(), timeout=PATIENCE_MS)
        assert path.name in page.font_note.text()
        assert studio.settings.sound_font == str(good)
        assert page.sound_font.line.text() == str(good)
    page.sound_font.path_changed.emit("")
    assert not studio.settings.sound_font
    assert not page.font_note.text()
