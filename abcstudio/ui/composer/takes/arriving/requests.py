"""What is asked of the engine that composes, for what the form asks."""

from abcstudio.paths import bundled_jury, bundled_runs
from abcstudio.recipes.compose import ComposeRequest
from abcstudio.recipes.mixing.opened_models import Mix
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.composer.takes.compose_wish import ComposeWish
from abcstudio.ui.composer.takes.mixing.mix_box import Mixing


def who_composes(model: ModelInfo, mixing: Mixing | None) -> tuple[ModelInfo, Mixing | None]:
    """Return the model and what is mixed into it; a second one with all of the share is alone."""
    if mixing is not None and mixing.share >= 1.0:
        return mixing.model, None
    return model, mixing


def request_for(wish: ComposeWish, model: ModelInfo, mixing: Mixing | None) -> ComposeRequest:
    """Return the request for takes as wished; stopped ones are kept as far as they have come."""
    return ComposeRequest(
        model=model.path,
        prompt=wish.seed,
        sampling=wish.sampling,
        wishes=wish.wishes,
        known_runs=bundled_runs(),
        guard_if_possible=True,
        takes=wish.takes,
        complete_header=wish.complete_header,
        keep_stopped=True,
        jury=bundled_jury(),
        mix=None if mixing is None else Mix(mixing.model.path, mixing.share),
    )
