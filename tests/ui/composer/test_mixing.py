"""Two models in the form: asked for, mixed by a share, told by the take and made again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.authors import AuthorKind
from abcstudio.composing.provenance import Provenance, read_provenance
from abcstudio.paths import bundled_model, models_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.lost_texts import origin_data, origin_from
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.events import deliver_events
from tests.unit.recipes.mixing.mixed_models import folk_like, plain

pytestmark = pytest.mark.one_window


def other_model(studio: Studio, *, fits: bool = True) -> Path:
    """Let a second model be there; return its file."""
    models_dir().mkdir(parents=True, exist_ok=True)
    path = folk_like(models_dir()) if fits else plain(models_dir(), "αβγδ\n")
    studio.refresh_models()
    return path


def ask(qtbot: QtBot, form: ComposeForm, percent: str) -> None:
    """Ask for the second model by keys alone."""
    form.mix.button.setFocus()
    qtbot.keyClick(form.mix.button, Qt.Key.Key_Space)
    assert form.mix.other.isVisibleTo(form)
    form.mix.percent.selectAll()
    qtbot.keyClicks(form.mix.percent, percent)
    form.mix.percent.commit()


def composed(qtbot: QtBot, page: ComposerPage) -> Document:
    """Press *Compose*; return the take that comes."""
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=120_000) as ended:
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    assert ended.args
    deliver_events()
    (document,) = ended.args[0]
    assert isinstance(document, Document)
    return document


def origin_of(document: Document) -> Provenance:
    origin = read_provenance(document.text())
    assert origin is not None
    return origin


def test_a_take_of_two_models_names_both_and_is_made_again(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    other_model(main_window.studio)
    ask(qtbot, page.rooms[ComposingRoom].form, "30")
    assert page.rooms[ComposingRoom].form.mix.slider.value() == 30
    document = composed(qtbot, page)
    origin = origin_of(document)
    assert origin.mixed is not None
    assert (origin.model, origin.mixed.model) == ("Folk", 'Other "100 %"')
    assert origin.mixed.share == 0.3
    assert page.rooms[TakesRoom].details.model.text() == 'Folk (70 %), Other "100 %" (30 %)'
    names = {p.author.name for p in document.authors.pieces() if p.author.kind is AuthorKind.MODEL}
    assert names == {'Folk + Other "100 %"'}

    qtbot.mouseClick(page.rooms[ComposingRoom].form.mix.button, Qt.MouseButton.LeftButton)
    assert page.rooms[ComposingRoom].form.mix.mixing() is None
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    mixing = page.rooms[ComposingRoom].form.mix.mixing()
    assert mixing is not None
    assert mixing.share == 0.3
    assert composed(qtbot, page).text() == document.text()


@pytest.mark.parametrize(("percent", "name"), [("0", "Folk"), ("100", 'Other "100 %"')])
def test_at_either_end_one_model_composes_alone(
    percent: str, name: str, qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    other_model(main_window.studio)
    ask(qtbot, page.rooms[ComposingRoom].form, percent)
    document = composed(qtbot, page)
    origin = origin_of(document)
    assert (origin.model, origin.mixed) == (name, None)
    assert document.provenance.origin is not None
    assert document.provenance.origin.made.mixed is None
    assert page.rooms[TakesRoom].details.model.text() == name


def test_without_a_second_model_the_form_says_how_to_come_by_one(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    main_window.studio.refresh_models()
    assert not form.mix.other.isVisibleTo(form)
    qtbot.mouseClick(form.mix.button, Qt.MouseButton.LeftButton)
    assert "train one on the Training page" in form.mix.complaint.text()
    assert form.mix.complaint.isVisibleTo(form)
    assert not form.mix.other.isVisibleTo(form)
    assert form.mix.mixing() is None


def test_models_that_do_not_fit_are_named_at_once_and_not_composed_with(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    other_model(main_window.studio, fits=False)
    ask(qtbot, page.rooms[ComposingRoom].form, "50")
    assert "Folk and Plain cannot be mixed" in page.rooms[ComposingRoom].form.mix.complaint.text()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.failed, timeout=120_000):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    deliver_events()
    assert "Folk and Plain cannot be mixed" in page.rooms[ComposingRoom].form.message.text()


def test_characters_that_only_one_model_knows_are_named_while_two_are_mixed(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    form, studio = main_window.composer.rooms[ComposingRoom].form, main_window.studio
    plain(models_dir(), "")
    studio.refresh_models()
    form.set_seed("X:1\nT:Queen\n")
    form.set_seed("X:1\nT:Quiet\n")
    assert not form.has_message
    ask(qtbot, form, "20")
    assert "Q" in form.message.text()
    qtbot.mouseClick(form.mix.button, Qt.MouseButton.LeftButton)
    assert not form.has_message


def test_the_mixture_is_kept_over_a_restart_while_its_model_is_there(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    form, studio = main_window.composer.rooms[ComposingRoom].form, main_window.studio
    path = other_model(studio)
    ask(qtbot, form, "25")
    remember_form(form, studio)
    later = ComposeForm(studio)
    qtbot.addWidget(later)
    recall_form(later, studio)
    mixing = later.mix.mixing()
    assert mixing is not None
    assert (mixing.model.path, mixing.share) == (path, 0.25)
    form.begin_with()
    assert form.mix.mixing() is None
    path.unlink()
    studio.refresh_models()
    assert later.mix.mixing() is None
    again = ComposeForm(studio)
    qtbot.addWidget(again)
    recall_form(again, studio)
    assert not again.mix.is_unfolded


def test_a_take_whose_second_model_is_gone_says_so(qtbot: QtBot, main_window: MainWindow) -> None:
    page, studio = main_window.composer, main_window.studio
    path = other_model(studio)
    ask(qtbot, page.rooms[ComposingRoom].form, "40")
    document = composed(qtbot, page)
    origin = document.provenance.origin
    assert origin is not None
    assert origin_from(origin_data(origin)) == origin
    path.unlink()
    studio.refresh_models()
    said: list[Notice] = []
    studio.notice_requested.connect(said.append)
    qtbot.mouseClick(page.rooms[TakesRoom].details.seed_button, Qt.MouseButton.LeftButton)
    assert "which was mixed in, is not here" in said[-1].text
    assert page.rooms[ComposingRoom].form.mix.mixing() is None
    assert studio.model is not None
    assert studio.model.path == bundled_model()
