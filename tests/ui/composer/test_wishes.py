"""Wishes in the window: they hold in each take, stay over a restart, and need full measures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import Provenance, without_provenance
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.compose_session import has_music_of_its_own
from abcstudio.ui.composer.takes.compose_wish import DEFAULT_WISH
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import KIND_ROLE
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.lost_texts import origin_data, origin_from
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.look.theme import small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.events import deliver_events
from tests.unit.composing.kept_wishes import broken_wishes

pytestmark = pytest.mark.one_window

WISHES = TuneWishes(
    form="AB", measures=4, range="whistle", accidentals=False, ends_on_tonic=True, new=True
)


def choose(qtbot: QtBot, combo: QComboBox, words: str) -> None:
    # Without what the test before has typed there a moment ago.
    combo.view().keyboardSearch("")
    qtbot.keyClicks(combo, words)
    assert combo.currentText() == words


def wish(qtbot: QtBot, form: ComposeForm) -> None:
    """Wish for `WISHES` by keys and clicks."""
    qtbot.mouseClick(form.keep_to.more.button, Qt.MouseButton.LeftButton)
    controls = form.wishes
    assert not controls.measures.isEnabled()
    choose(qtbot, controls.form, "AB")
    controls.measures.selectAll()
    qtbot.keyClicks(controls.measures, "4")
    choose(qtbot, controls.range, "Whistle in D")
    for box in (controls.on_tonic, controls.no_accidentals, controls.new):
        qtbot.keyClick(box, Qt.Key.Key_Space)


def composed(qtbot: QtBot, page: ComposerPage) -> list[str]:
    """Press *Compose*; return the texts of the takes that come."""
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=120_000) as ended:
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    assert ended.args
    deliver_events()
    return [document.text() for document in ended.args[0]]


def full_measures(form: ComposeForm) -> QCheckBox:
    control = form.options["guard"]
    assert isinstance(control, QCheckBox)
    return control


def test_wishes_hold_in_a_take_that_tells_them_and_is_made_again(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    form = page.rooms[ComposingRoom].form
    wish(qtbot, form)
    assert full_measures(form).isChecked()
    (text,) = composed(qtbot, page)
    tune = without_provenance(text)
    assert (broken_wishes(tune, WISHES), tune) == ([], tune)
    assert not page.rooms[TakesRoom].details.wishes.isHidden()
    words = (
        "AB, measures of a part: 4; Whistle in D; end on the tonic; no accidentals; "
        "nothing from a known tune"
    )
    assert page.rooms[TakesRoom].details.wishes.text() == words
    qtbot.mouseClick(form.defaults_button, Qt.MouseButton.LeftButton)
    assert form.wishes.wishes("") == NO_WISHES
    assert full_measures(form).isChecked()
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    assert form.wishes.wishes("") == WISHES
    assert composed(qtbot, page) == [text]


def test_the_rhythm_of_the_open_tune_is_kept_with_other_pitches(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    form = page.rooms[ComposingRoom].form
    page.desk.editor.setPlainText("X:1\nT:\nM:6/8\nL:1/8\nK:D\n|:A|d2e fga|g>fe d2:|\n")
    qtbot.waitUntil(lambda: page.desk.watch.view is not None and "d2e" in page.desk.watch.view.text)
    qtbot.mouseClick(form.keep_to.more.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.wishes.rhythm_row.of_open_tune, Qt.Key.Key_Space)
    wished = TuneWishes(rhythm_of="M:6/8\nL:1/8\n|:o|o2o ooo|o>oo o2:|\n")
    assert form.wishes.wishes("") == wished
    assert full_measures(form).isChecked()
    (text,) = composed(qtbot, page)
    tune = without_provenance(text)
    assert (broken_wishes(tune, wished), tune) == ([], tune)
    assert page.rooms[TakesRoom].details.wishes.text() == "rhythm of a given tune"
    form.wishes.form.setCurrentText("AABB")
    form.wishes.measures.setValue(4)
    both = replace(wished, form="AABB", measures=4)
    (text,) = composed(qtbot, page)
    tune = without_provenance(text)
    assert (broken_wishes(tune, both), tune) == ([], tune)
    form.wishes.form.setCurrentIndex(0)
    qtbot.keyClick(form.wishes.rhythm_row.of_open_tune, Qt.Key.Key_Space)
    assert form.wishes.wishes("") == NO_WISHES


def test_a_tune_without_a_rhythm_to_keep_says_so(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    page.desk.editor.setPlainText("X:1\nM:none\nK:D\nd2e|\n")
    qtbot.waitUntil(
        lambda: page.desk.watch.view is not None and "none" in page.desk.watch.view.text
    )
    qtbot.mouseClick(page.rooms[ComposingRoom].form.keep_to.more.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.rooms[ComposingRoom].form.wishes.rhythm_row.of_open_tune, Qt.Key.Key_Space)
    assert not page.rooms[ComposingRoom].form.wishes.rhythm_row.of_open_tune.isChecked()
    assert (
        page.rooms[ComposingRoom]
        .form.message.text()
        .startswith("The open tune has no rhythm that can be kept")
    )


def test_the_list_says_that_a_fitting_tune_is_looked_for_until_its_first_note(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    wish(qtbot, page.rooms[ComposingRoom].form)
    model, said = page.rooms[TakesRoom].list.takes, []

    def kind() -> str:
        return str(model.index(0, 1).data(KIND_ROLE))

    def note(document: Document) -> None:
        said.append((has_music_of_its_own(document), kind()))

    page.rooms[ComposingRoom].session.started.connect(
        lambda _documents: said.append((False, kind()))
    )
    page.rooms[ComposingRoom].session.characters_arrived.connect(note)
    composed(qtbot, page)
    looking = "Looking for a fitting tune…"
    first = said.index((True, "Arriving…"))
    assert first > 0
    assert set(said[:first]) == {(False, looking)}
    # A take that begins anew has no music for a while, and is said to arrive all the same.
    assert {kind for _, kind in said[first:]} == {"Arriving…"}
    assert said[0] == (False, looking)
    assert kind() not in (looking, "Arriving…")
    # Its row shows it whole.
    assert (
        QFontMetrics(small_font()).horizontalAdvance(looking)
        <= page.rooms[TakesRoom].list.columnWidth(1) - 6
    )
    qtbot.mouseClick(page.rooms[ComposingRoom].form.defaults_button, Qt.MouseButton.LeftButton)
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    said.clear()
    composed(qtbot, page)
    assert {words for _, words in said} == {"Arriving…"}


def test_a_wish_switches_full_measures_on(qtbot: QtBot, main_window: MainWindow) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    qtbot.keyClick(full_measures(form), Qt.Key.Key_Space)
    choose(qtbot, form.wishes.form, "AB")
    assert full_measures(form).isChecked()


def test_without_full_measures_nothing_is_wished(qtbot: QtBot, main_window: MainWindow) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    wish(qtbot, form)
    qtbot.keyClick(full_measures(form), Qt.Key.Key_Space)
    asked = form.wish()
    assert asked is not None
    assert (asked.sampling.guard, asked.wishes) == (False, NO_WISHES)
    qtbot.keyClick(full_measures(form), Qt.Key.Key_Space)
    again = form.wish()
    assert again is not None
    assert (again.sampling.guard, again.wishes) == (True, WISHES)


def test_wishes_are_there_after_a_restart(qtbot: QtBot, studio: Studio) -> None:
    forms = [ComposeForm(studio), ComposeForm(studio)]
    for form in forms:
        qtbot.addWidget(form)
    wish(qtbot, forms[0])
    assert forms[0].wish()
    remember_form(forms[0], studio)
    recall_form(forms[1], studio)
    later = forms[1].wish()
    assert later is not None
    assert (later.wishes, later.sampling.guard) == (WISHES, True)
    assert forms[1].keep_to.more.is_unfolded


@pytest.mark.parametrize("odd", [{"wish form": "ABA"}, {"wish range": 3}, {"wish measures": 0}])
def test_an_odd_wish_that_was_kept_is_none(
    qtbot: QtBot, studio: Studio, odd: dict[str, object]
) -> None:
    studio.update_settings(compose_form={"takes": 4, "wish ends_on_tonic": True, **odd})
    form = ComposeForm(studio)
    qtbot.addWidget(form)
    recall_form(form, studio)
    assert form.wishes.wishes("") == TuneWishes(ends_on_tonic=True)
    assert form.takes.value() == 4


def test_wishes_of_a_header_hold_while_the_seed_says_them(qtbot: QtBot, studio: Studio) -> None:
    form = ComposeForm(studio)
    qtbot.addWidget(form)
    asked = TuneWishes(form="AABB", key="D", rhythm="reel")
    again = replace(DEFAULT_WISH, seed="X:1\nR:reel\nK:D\n", wishes=asked)
    form.set_wish(again, same_number=True)
    made = form.wish()
    assert made is not None
    assert made.wishes == asked
    form.set_seed("X:1\nR:jig\nK:D\n")
    other = form.wish()
    assert other is not None
    assert other.wishes == replace(asked, rhythm="")


def test_a_seed_that_a_wish_excludes_is_said_without_an_offer_to_drop_signs(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    form.set_seed("X:1\nM:4/4\nL:1/8\nK:D\n^A")
    qtbot.mouseClick(form.keep_to.more.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.wishes.no_accidentals, Qt.Key.Key_Space)
    qtbot.mouseClick(form.compose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.has_message, timeout=60_000)
    assert "no accidentals. Change the seed or this wish." in form.message.text()
    assert form.drop_button.isHidden()
    with qtbot.waitSignal(main_window.composer.rooms[ComposingRoom].session.ended, timeout=120_000):
        qtbot.mouseClick(form.without_button, Qt.MouseButton.LeftButton)
    assert not form.wishes.no_accidentals.isChecked()
    assert not form.has_message


def test_wishes_come_back_from_a_safe_copy() -> None:
    origin = TakeOrigin(made=Provenance(model="Folk", fingerprint="", prompt="", wishes=WISHES))
    data = origin_data(origin) or {}
    assert origin_from(data) == origin
    read = origin_from({**data, "wishes": {"form": "ABA", "ends_on_tonic": True}})
    assert read is not None
    assert read.made.wishes == TuneWishes(ends_on_tonic=True)
