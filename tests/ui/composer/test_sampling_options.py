"""Each option of sampling is in the form, in a take's origin and among its details."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.composing.provenance import Provenance
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.field_values import Flag
from abcstudio.learning.sampling.sampling_config import SamplingConfig, chosen_options
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_wish import ComposeWish
from abcstudio.ui.composer.takes.take_details import TakeDetails
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.lost_texts import origin_data, origin_from
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.services.studio import Studio

VALUES: dict[str, Any] = {
    name: (not getattr(USUAL_SAMPLING, name))
    if isinstance(option.values, Flag)
    else option.values[option.values.minimum == getattr(USUAL_SAMPLING, name)]
    for name, option in chosen_options().items()
}
OTHER = SamplingConfig(**VALUES)
"""None of its options has its default."""


@pytest.fixture
def form(qtbot: QtBot, studio: Studio) -> ComposeForm:
    made = ComposeForm(studio)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("name", chosen_options())
def test_the_form_has_each_option_with_its_range_and_its_words(
    form: ComposeForm, name: str
) -> None:
    control, values = form.options[name], chosen_options()[name].values
    assert control.accessibleName()
    assert control.toolTip()
    if isinstance(control, NumberBox):
        assert not isinstance(values, Flag)
        assert (control.minimum(), control.maximum()) == (values.minimum, values.maximum)


def test_the_form_begins_with_the_defaults_and_gives_back_what_it_is_given(
    form: ComposeForm,
) -> None:
    first = form.sampling()
    assert first == replace(USUAL_SAMPLING, rng_seed=first.rng_seed)
    assert not form.more.is_unfolded
    form.set_wish(ComposeWish("X:1\n", OTHER, 3), same_number=True)
    assert form.wish() == ComposeWish("X:1\n", OTHER, 3)
    # What differs from the usual is not folded away.
    assert form.more.is_unfolded


def test_the_common_options_leave_the_others_folded(form: ComposeForm) -> None:
    sampling = replace(USUAL_SAMPLING, temperature=0.5, rng_seed=7)
    form.set_wish(ComposeWish("X:1\n", sampling, 1), same_number=True)
    assert form.sampling() == sampling
    assert not form.more.is_unfolded


def test_the_button_of_folded_options_counts_those_that_are_not_as_usual(
    qtbot: QtBot, form: ComposeForm
) -> None:
    button = form.more.button
    assert button.text() == "More options"
    repeats = form.options["repetition_guard"]
    assert isinstance(repeats, QCheckBox)
    repeats.setChecked(False)
    assert button.text() == "More options (1 set)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Fewer options"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "More options (1 set)"
    qtbot.mouseClick(form.defaults_button, Qt.MouseButton.LeftButton)
    assert button.text() == "More options"


def test_the_button_of_folded_wishes_counts_those_that_are_wished(
    qtbot: QtBot, form: ComposeForm
) -> None:
    button = form.keep_to.more.button
    assert button.text() == "More wishes"
    wishes = TuneWishes(form="AABB", measures=4, pickup="with", ends_on_tonic=True)
    form.wishes.show(wishes)
    assert button.text() == "More wishes (2 set)"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Fewer wishes"


def test_an_origin_comes_back_from_a_safe_copy_with_each_option() -> None:
    origin = TakeOrigin(
        made=Provenance(
            model="Folk", prompt="X:1\n", sampling=OTHER, take=1, takes=3, fingerprint="f"
        ),
        model_path=Path("m"),
    )
    assert origin_from(origin_data(origin)) == origin
    older = origin_data(origin) or {}
    del older["top_k"], older["stop_at_tune_end"]
    read = origin_from(older)
    assert read is not None
    assert (read.made.sampling.top_k, read.made.unknown) == (0, {"stop_at_tune_end"})


@pytest.mark.parametrize("name", chosen_options())
def test_the_details_of_a_take_tell_each_option_that_is_not_the_usual(
    qtbot: QtBot, name: str
) -> None:
    details = TakeDetails()
    qtbot.addWidget(details)
    document = Document("Take 1")
    document.provenance.origin = TakeOrigin(
        made=Provenance(model="Folk", fingerprint="", prompt="X:1\n", sampling=OTHER),
        model_path=Path("m"),
    )
    details.show_document(document)
    assert details.options[name].text()
    assert not details.options[name].isHidden()
    document.provenance.origin = TakeOrigin(
        made=Provenance(model="Folk", fingerprint="", prompt="X:1\n", sampling=USUAL_SAMPLING),
        model_path=Path("m"),
    )
    details.show_document(document)
    assert details.options[name].isHidden() == (name not in ("temperature", "rng_seed"))
