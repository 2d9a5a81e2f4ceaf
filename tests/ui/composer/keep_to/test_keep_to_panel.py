"""*Keep to*: a jig in D, AABB, on a whistle; what each wish cost stands under it."""

import json
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.take_costs import MEASURES, Cost, TakeCosts
from abcstudio.composing.provenance import Provenance, without_provenance
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events
from tests.unit.composing.kept_wishes import broken_wishes

WHISTLE = TuneWishes(range="whistle")


def choose(combo: QComboBox, words: str) -> None:
    combo.setCurrentText(words)
    assert combo.currentText() == words


def shown(page: ComposerPage, name: str) -> tuple[str, str]:
    """Return what stands under a wish, and what is said where the mouse rests on it."""
    label = page.rooms[ComposingRoom].form.keep_to.costs[name]
    return ("", "") if label.isHidden() else (label.text(), label.toolTip())


def remember(
    page: ComposerPage, wishes: TuneWishes, costs: TakeCosts | None, prompt: str = "X:1"
) -> None:
    """Let the history know a take that cost so much."""
    number = page.rooms[TakesRoom].history.next_numbers()[0]
    document = Document(page.rooms[TakesRoom].history.name_of(number))
    document.provenance.take_number = number
    sampling = page.rooms[ComposingRoom].form.sampling()
    document.provenance.origin = TakeOrigin(
        made=Provenance(
            model="Folk", fingerprint="", prompt=f"{prompt}\n", sampling=sampling, wishes=wishes
        )
    )
    given = f'%%abcstudio wishes {{"range": "{wishes.range}"}}\n' if wishes.range else ""
    said = json.dumps(prompt)
    text = (
        'X:1\nM:4/4\nL:1/8\nK:D\nd8|]\n%%abcstudio model "Folk" f\n%%abcstudio rng_seed 1 tune 1'
        f" of 1\n%%abcstudio temperature 0.8 guard 1\n%%abcstudio prompt {said}\n{given}"
    )
    page.rooms[TakesRoom].history.note_guard(document, GuardReport(characters=190, costs=costs))
    page.rooms[TakesRoom].history.remember_text(document, text, facts_of(text))


def test_a_jig_in_d_for_a_whistle_is_four_choices(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    form = page.rooms[ComposingRoom].form
    for combo, letter, value in ((form.rhythm, "R", "jig"), (form.key, "K", "D")):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
        assert f"{letter}:{value}" in form.seed.toPlainText()
    choose(form.wishes.form, "AABB")
    choose(form.wishes.range, "Whistle in D")
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=120_000) as ended:
        qtbot.mouseClick(form.compose_button, Qt.MouseButton.LeftButton)
    deliver_events()
    tune = without_provenance(ended.args[0][0].text())
    assert "R:jig" in tune
    assert "K:D" in tune
    assert broken_wishes(tune, TuneWishes(form="AABB", measures=8, range="whistle")) == []
    for name in (MEASURES, "form", "range"):
        assert shown(page, name)[0]
    assert shown(page, "pickup") == ("", "")


def test_each_wish_says_what_it_cost_the_last_takes_that_had_it(main_window: MainWindow) -> None:
    page = main_window.composer
    remember(page, WHISTLE, TakeCosts(190, {"range": Cost(2, 10)}))
    remember(page, WHISTLE, TakeCosts(190, {}))
    remember(page, replace(WHISTLE, range="fiddle"), TakeCosts(190, {"range": Cost(9, 900)}))
    remember(page, WHISTLE, None)
    assert shown(page, "range") == ("", "")
    choose(page.rooms[ComposingRoom].form.wishes.range, "Whistle in D")
    words, exact = shown(page, "range")
    assert words == "hardly ever rewritten for it"
    assert "Last takes with this: 2. Times that the network went back for it: 2." in exact
    assert "written in vain for it: 10, of all that was written: 2.6 %." in exact
    choose(page.rooms[ComposingRoom].form.wishes.range, "Fiddle, first position")
    assert shown(page, "range")[0].startswith("against the model’s habit")
    assert shown(page, MEASURES)[0] == "came by itself"


def test_a_chosen_key_meter_and_rhythm_say_what_they_cost(main_window: MainWindow) -> None:
    page = main_window.composer
    form, headers = page.rooms[ComposingRoom].form, page.rooms[ComposingRoom].form.headers
    prompt = "X:1\nR:jig\nM:6/8\nK:Ador"
    costs = TakeCosts(100, {MEASURES: Cost(1, 30), "meter": Cost(1, 10), "key": Cost(2, 70)})
    remember(page, TuneWishes(), costs, prompt)
    remember(page, TuneWishes(), TakeCosts(900, {MEASURES: Cost(9, 800)}), "X:1\nM:C\nK:G")
    assert all(label.isHidden() for label in headers.costs.values())

    def said(letter: str, value: str) -> str:
        box = headers.boxes[letter]
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        label = headers.costs[letter]
        return "" if label.isHidden() else label.text()

    assert said("R", "jig") == ""
    assert said("M", "6/8") == "often rewritten for it"
    exact = headers.costs["M"].toolTip()
    assert "network went back for it: 2. Characters written in vain for it: 40" in exact
    assert said("K", "Ador") == "often rewritten for it"
    assert said("M", "C") == "often rewritten for it"
    assert said("K", "G") == ""
    assert said("M", "3/4") == ""
    assert said("R", "") == ""
    form.keep_to.guard.click()
    assert all(label.isHidden() for label in headers.costs.values())


def test_what_is_asked_for_first_is_in_sight_without_scrolling(main_window: MainWindow) -> None:
    main_window.show_page("composer")
    form = main_window.composer.rooms[ComposingRoom].form
    (area,) = [one.viewport() for one in form.findChildren(QScrollArea)]
    top = (form.rhythm, form.meter, form.key, form.temperature, form.takes, form.seed)
    for control in (*top, form.keep_to.guard, form.wishes.form, form.wishes.range):
        place = control.mapTo(area, control.rect().bottomLeft())
        assert 0 < place.y() <= area.height(), control.accessibleName()


def test_nothing_is_said_of_what_is_off(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    remember(page, TuneWishes(), TakeCosts(190, {MEASURES: Cost(1, 40)}))
    guard = page.rooms[ComposingRoom].form.keep_to.guard
    qtbot.keyClick(guard, Qt.Key.Key_Space)
    assert shown(page, MEASURES) == ("", "")
    qtbot.keyClick(guard, Qt.Key.Key_Space)
    assert shown(page, MEASURES)[0] == "rewritten for it now and then"


def test_key_and_meter_hold_to_the_end_where_that_is_wished(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    form.set_seed("X:1\nM:6/8\nL:1/8\nK:Ador\n")
    qtbot.mouseClick(form.keep_to.more.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.wishes.to_the_end, Qt.Key.Key_Space)
    asked = form.wish()
    assert asked is not None
    assert asked.wishes == TuneWishes(meter="6/8", key="Ador")
    qtbot.keyClick(form.wishes.to_the_end, Qt.Key.Key_Space)
    asked = form.wish()
    assert asked is not None
    assert asked.wishes == TuneWishes()
