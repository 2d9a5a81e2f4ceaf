"""The training form's values, kept from one start of the studio to the next."""

import logging
from dataclasses import asdict

from abcstudio.errors import TrainingError
from abcstudio.learning.config import config_from
from abcstudio.ui.services.corpus_choice import CorpusChoice, choice_from
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.form.training_form import TrainingForm

log = logging.getLogger(__name__)


def recall_form(form: TrainingForm, studio: Studio) -> None:
    """Begin with the values of last time; the first preset stays where they no longer fit."""
    form.set_wanted_device(studio.settings.training_device)
    form.milestones.setText(studio.settings.training_milestones)
    kept = studio.settings.training_config
    if kept:
        try:
            form.set_config(config_from(kept))
        except TrainingError as error:
            log.info("The kept training settings are passed over: %s", error)


def recall_tunes(studio: Studio) -> CorpusChoice:
    """Return which tunes were trained on last time: all of the bundled ones at first."""
    return choice_from(studio.settings.training_tunes)


def remember_tunes(choice: CorpusChoice, studio: Studio) -> None:
    """Keep which tunes are trained on."""
    studio.update_settings(training_tunes=choice.data())


def remember_form(form: TrainingForm, studio: Studio) -> None:
    """Keep the form's values, those of a new network where a model is the base."""
    studio.update_settings(
        training_config=asdict(form.own_config()),
        training_device=form.wanted_device(),
        training_milestones=form.milestones.text()[:1000],
    )
