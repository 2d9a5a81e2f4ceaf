"""The person's own presets in the form of training."""

from dataclasses import replace

from PySide6.QtWidgets import QInputDialog

from abcstudio.ui.training.presets.own_presets import OwnPresets
from tests.ui.events import deliver_events
from tests.ui.training.small_runs import TINY

WIDE = replace(TINY, hidden_size=TINY.hidden_size + 8)


def names(page) -> list[str]:
    box = page.parts.form.own_presets.names
    return [box.itemText(row) for row in range(1, box.count())]


def answer(page, text: str) -> None:
    dialog = page.parts.form.findChild(QInputDialog)
    dialog.setTextValue(text)
    dialog.accept()


def test_settings_are_saved_under_a_name_and_chosen_again(shown, studio) -> None:
    page, row = shown.page, shown.page.parts.form.own_presets
    row.save.trigger()
    answer(page, "  Small   one ")
    assert names(page) == ["Small one"]
    assert row.names.currentText() == "Small one"
    page.parts.form.set_config(WIDE)
    assert row.names.currentIndex() == 0
    assert not row.rename.isEnabled()
    row.names.setCurrentIndex(1)
    row.names.activated.emit(1)
    assert page.parts.form.config() == TINY
    assert set(studio.settings.training_presets) == {"Small one"}


def test_a_preset_is_renamed_deleted_and_brought_back(shown) -> None:
    page, row = shown.page, shown.page.parts.form.own_presets
    page.rooms[OwnPresets].save("One")
    row.rename.trigger()
    answer(page, "Two")
    assert names(page) == ["Two"]
    row.delete.trigger()
    assert names(page) == []
    for expected in (["Two"], ["One"], []):
        assert row.undo.isEnabled()
        row.undo.trigger()
        assert names(page) == expected
    assert not row.undo.isEnabled()


def test_a_preset_that_no_longer_fits_changes_nothing(shown, studio) -> None:
    page = shown.page
    studio.update_settings(training_presets={"Old": {"hidden_size": -3}})
    before = page.parts.form.config()
    page.rooms[OwnPresets].choose("Old")
    assert page.parts.form.config() == before


def test_the_palette_has_what_can_be_done_with_presets_and_says_why_not(shown) -> None:
    page, actions = shown.page, shown.actions
    of_own = ("use_preset", "rename_preset", "delete_preset", "undo_preset")
    use, rename, delete, undo = (actions.action(f"training.{name}") for name in of_own)
    assert not any(action.isEnabled() for action in (use, rename, delete, undo))
    assert "You have kept no preset yet." in use.toolTip()
    actions.action("training.keep_preset").trigger()
    answer(page, "One")
    # The dialog goes before another one is asked for.
    deliver_events()
    assert all(action.isEnabled() for action in (use, rename, delete, undo))
    rename.trigger()
    answer(page, "Two")
    delete.trigger()
    assert names(page) == []
    undo.trigger()
    assert names(page) == ["Two"]
    page.parts.form.set_config(WIDE)
    assert not rename.isEnabled()
    use.trigger()
    assert page.parts.form.own_presets.names.view().isVisible()
    page.parts.form.own_presets.names.hidePopup()
