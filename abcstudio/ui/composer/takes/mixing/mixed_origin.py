"""The models of a take, brought back into the form and said in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.composing.provenance import MixedIn
from abcstudio.recipes.models import find_model
from abcstudio.ui.composer.takes.mixing.mix_box import MixBox
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.studio import Studio

_WHOLE = 100


def show_mixed(mixed: MixedIn | None, box: MixBox, studio: Studio) -> None:
    """Let the form mix in what was mixed into a take, or say that it is not here."""
    if mixed is None:
        box.show_mixing(None)
        return
    model = find_model(studio.models, None, mixed.model, mixed.fingerprint)
    if model is not None:
        box.show_mixing(model.path, mixed.share)
        return
    box.show_mixing(None)
    words = QCoreApplication.translate(
        "MixBox", "The model {0}, which was mixed in, is not here; one model composes alone."
    )
    studio.notify(words.format(one_line(mixed.model)), "warning")


def model_words(origin: TakeOrigin) -> str:
    """Return the name of what composed a take; of two models with their shares."""
    name = one_line(origin.made.model)
    if (mixed := origin.made.mixed) is None:
        return name
    share, locale = round(_WHOLE * mixed.share), QLocale()
    words = QCoreApplication.translate("MixBox", "{0} ({1} %), {2} ({3} %)")
    return words.format(
        name, locale.toString(_WHOLE - share), one_line(mixed.model), locale.toString(share)
    )
