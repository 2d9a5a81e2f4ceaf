"""The menus: short enough to be taken in, each letter one thing, nothing left out."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QMenu

from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.menus import SUBMENUS, submenu_of

MOST_ENTRIES = 15


def menus_of(menu: QMenu) -> Iterator[QMenu]:
    """Yield a menu and all menus inside it."""
    yield menu
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menus_of(inner)


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def in_submenus(main_window: MainWindow) -> dict[str, set[str]]:
    """Return the ids of the commands of each submenu."""
    found: dict[str, set[str]] = {submenu: set() for submenu in SUBMENUS}
    for command in main_window.registry.commands():
        if submenu := submenu_of(command):
            found[submenu].add(command.action_id)
    return found


@pytest.mark.one_window
def test_menus_are_short_and_each_letter_chooses_one_thing(main_window: MainWindow) -> None:
    main_window.rooms[Helpers].menus.rebuild()
    for name, top in main_window.rooms[Helpers].menus.menus.items():
        for menu in menus_of(top):
            texts = entries(menu)
            assert (
                0 < len(texts) <= MOST_ENTRIES or menu is main_window.rooms[Helpers].menus.recent
            ), (name, texts)
            letters = Counter(
                found[1].lower() for text in texts if (found := re.search(r"&([^&\s])", text))
            )
            twice = [letter for letter, count in letters.items() if count > 1]
            assert not twice, (name, menu.title(), twice, texts)
            marks = [action.isSeparator() for action in menu.actions()]
            assert not any(one and other for one, other in pairwise(marks))
            assert not marks or not (marks[0] or marks[-1])


@pytest.mark.one_window
def test_every_command_stands_in_its_menu_once(main_window: MainWindow) -> None:
    main_window.rooms[Helpers].menus.rebuild()
    main_window.rooms[Helpers].menus.rebuild()
    for command in main_window.registry.commands():
        if command.menu:
            top = main_window.rooms[Helpers].menus.menus[command.menu]
            holders = [menu for menu in menus_of(top) if command.action in menu.actions()]
            assert len(holders) == 1, command.action_id


@pytest.mark.one_window
def test_keys_of_several_pages_show_at_the_command_of_this_page(main_window: MainWindow) -> None:
    menu = main_window.rooms[Helpers].menus.menus["edit"]
    actions = [main_window.registry.action(name) for name in ("edit.find", "datasets.search")]
    assert actions[0].shortcut() == actions[1].shortcut()
    for page, shows_keys in (("composer", [True, False]), ("datasets", [False, True])):
        main_window.show_page(page)
        menu.aboutToShow.emit()
        # A menu adds the keys to words without a tab.
        assert ["\t" not in action.text() for action in actions] == shows_keys
        menu.aboutToHide.emit()
        assert not any("\t" in action.text() for action in actions)


@pytest.mark.one_window
def test_composing_begins_with_the_command_that_composes(main_window: MainWindow) -> None:
    menu, action = (
        main_window.rooms[Helpers].menus.submenus["tune.compose"],
        main_window.registry.action,
    )
    main_window.rooms[Helpers].menus.rebuild()
    actions = menu.actions()
    assert actions[0] is action("tune.compose")
    heard, compared = (
        actions.index(action(f"tune.{each}")) for each in ("audition", "compare_takes")
    )
    assert heard < compared


@pytest.mark.one_window
def test_submenus_have_commands_and_all_exports_are_in_one_place(main_window: MainWindow) -> None:
    submenus = in_submenus(main_window)
    known = {command.action_id for command in main_window.registry.commands()}
    # Whatever is exported, in whatever format, is found in one place: of a text, of a dataset.
    exports = {one for one in known if re.search(r"\.export_|\.copy_score$", one)}
    of_datasets = {one for one in exports if one.startswith("datasets.")}
    assert of_datasets <= submenus["file.datasets"]
    assert exports - of_datasets == submenus["file.export"]
    assert {"tune.compose", "tune.change", "tune.measures"} <= set(submenus)
    assert all(submenus.values())


@pytest.mark.one_window
def test_the_palette_finds_what_stands_in_a_submenu(main_window: MainWindow) -> None:
    palette = main_window.rooms[Helpers].palette_view
    palette.open()
    listed = {palette.table.item(row, 0).text() for row in range(palette.table.rowCount())}
    for action_ids in in_submenus(main_window).values():
        for action_id in action_ids:
            words = main_window.registry.action(action_id).text().replace("&", "").rstrip("…")
            assert words in listed, words
    palette.go_away()


@pytest.mark.one_window
def test_every_menu_of_the_bar_says_why_a_command_is_off(main_window: MainWindow) -> None:
    menus = main_window.rooms[Helpers].menus.menus
    assert menus
    assert all(menu.toolTipsVisible() for menu in menus.values())
