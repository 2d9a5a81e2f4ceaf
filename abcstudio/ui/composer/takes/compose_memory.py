"""The compose form's values, kept from one start of the studio to the next."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from abcstudio.composing.provenance import SHARE
from abcstudio.composing.tune_wishes import wishes_from
from abcstudio.field_values import Flag, String, Values
from abcstudio.learning.sampling.sampling_config import SamplingConfig, chosen_options
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_wish import DEFAULT_WISH, MOST_TAKES
from abcstudio.ui.services.studio import Studio

# Every session begins with a number of its own.
_NOT_KEPT = "rng_seed"
_WISH = "wish "
_MIXED, _SHARE = "mixed", "share"
_UNFOLDED = "unfolded"


def recall_form(form: ComposeForm, studio: Studio) -> None:
    """Begin with the values of last time; one that does not fit is the default."""
    kept = studio.settings.compose_form
    if not kept:
        return
    wish = replace(
        DEFAULT_WISH,
        seed=_accepted(String(), kept, "seed", DEFAULT_WISH.seed),
        complete_header=_accepted(Flag(), kept, "complete_header", DEFAULT_WISH.complete_header),
        takes=_accepted(MOST_TAKES, kept, "takes", DEFAULT_WISH.takes),
        wishes=wishes_from(
            {name.removeprefix(_WISH): kept[name] for name in kept if name.startswith(_WISH)}
        ),
        sampling=SamplingConfig(
            **{
                name: _accepted(option.values, kept, name, _where_none_is_kept(name))
                for name, option in chosen_options().items()
                if name != _NOT_KEPT
            }
        ),
    )
    form.begin_with(wish)
    if _accepted(Flag(), kept, _UNFOLDED, False):
        form.more.unfold()
    if (path := _accepted(String(), kept, _MIXED, "")) != "":
        form.mix.show_mixing(Path(path), _accepted(SHARE, kept, _SHARE, 0.0))


def _where_none_is_kept(name: str) -> Any:
    """Return what an option is that kept values do not tell: from before the guard, it is off."""
    return False if name == "guard" else getattr(DEFAULT_WISH.sampling, name)


def remember_form(form: ComposeForm, studio: Studio) -> None:
    """Keep the form's values."""
    seed = form.seed.toPlainText()
    wishes = form.wishes.wishes(seed).data()
    values: dict[str, Any] = {
        **asdict(form.sampling()),
        **{f"{_WISH}{name}": value for name, value in wishes.items()},
        "seed": seed,
        "takes": form.takes.value(),
        "complete_header": form.completes_header,
        _UNFOLDED: form.more.is_unfolded,
    }
    if (mixing := form.mix.mixing()) is not None:
        values |= {_MIXED: str(mixing.model.path), _SHARE: mixing.share}
    del values[_NOT_KEPT]
    studio.update_settings(compose_form=values)


def _accepted(values: Values, kept: Mapping[str, Any], name: str, default: Any) -> Any:
    try:
        return values.accepted(kept[name])
    except (KeyError, ValueError, OverflowError):
        return default
