"""The icons of the other scheme are there before it is chosen."""

from pytestqt.qtbot import QtBot

from abcstudio.ui.look.icons import drawn_icons
from abcstudio.ui.look.icons_ahead import IconsAhead
from abcstudio.ui.look.theme import DARK, LIGHT
from abcstudio.ui.window.main_window import MainWindow


def test_the_first_change_of_the_scheme_draws_no_icon(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    icons = IconsAhead(main_window)
    with qtbot.waitSignal(icons.ended, timeout=30_000):
        icons.start()
    before = drawn_icons()
    for theme, colors in (("dark", DARK), ("light", LIGHT)):
        main_window.registry.action(f"view.theme_{theme}").trigger()
        assert main_window.studio.colors == colors
        assert drawn_icons() == before
    assert {colors.text for colors in (LIGHT, DARK)} <= {icon.color for icon in before}
