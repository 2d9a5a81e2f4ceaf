"""The tempo in the tune's own beat, and what is said where the instrument lacks notes."""

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS, is_known

JIG = "X:1\nT:A jig\nR:jig\nM:6/8\nL:1/8\nK:D\nDFA dAF|GBd gdB|\n"
REEL = "X:1\nT:A reel\nR:reel\nM:4/4\nL:1/8\nK:D\nDFAd fdAF|G,Bdg g'dBG|\n"


@pytest.fixture
def show(main_window: MainWindow, qtbot: QtBot):
    """Open a tune and wait until its tempo is known."""

    def open_one(text: str) -> None:
        main_window.show_page("composer")
        main_window.composer.parts.files.open_text(text, "tune")
        qtbot.waitUntil(lambda: is_known(main_window, text), timeout=PATIENCE_MS)

    return open_one


@pytest.mark.one_window
def test_the_tempo_is_shown_and_set_in_the_beat(main_window: MainWindow, show) -> None:
    playback, bar = main_window.playback, main_window.transport
    show(JIG)
    written = playback.tempo.quarters_per_minute
    assert bar.tempo.value() == round(written / 1.5)
    assert bar.tempo.text() == f"= {round(written / 1.5)}"
    assert bar.beat.accessibleName() == "dotted quarter"
    assert "dotted quarter" in bar.tempo.accessibleName()
    assert bar.practice_settings.written.text() == (
        f"100 % of this tune: {round(written / 1.5)} a minute (dotted quarter)"
    )
    bar.tempo.setValue(90)
    assert playback.tempo.quarters_per_minute == pytest.approx(135)
    assert bar.tempo_percent.text() == f"{round(100 * 135 / written)} %"
    # A loop for practice that has gone faster shows it in the beat too.
    playback.tempo.show_speed(150 / written)
    assert bar.tempo.value() == 100
    show(REEL)
    assert bar.beat.accessibleName() == "half"
    assert bar.tempo.value() == round(playback.tempo.quarters_per_minute / 2)
    assert bar.tempo.toolTip() == "Beats a minute, 100 % of the written tempo. The beat: half."


@pytest.mark.one_window
def test_notes_that_the_instrument_lacks_are_named(
    main_window: MainWindow, qtbot: QtBot, show
) -> None:
    playback, sign = main_window.playback, main_window.transport.lacking
    said: list[Notice] = []
    main_window.studio.notice_requested.connect(said.append)
    playback.loader.set_instrument("whistle")
    show(JIG)
    assert not sign.isVisible()
    show(REEL)
    assert sign.isVisible()
    assert sign.toolTip().replace("\n", " ") == sign.accessibleName()
    assert sign.accessibleName().startswith("This instrument (Tin whistle, ")
    assert "G3" in sign.accessibleName()
    sign.click()
    assert said[-1].text == sign.accessibleName()
    with qtbot.waitSignal(playback.loader.lacking_changed, timeout=PATIENCE_MS):
        playback.loader.set_instrument("piano")
    assert not sign.isVisible()
