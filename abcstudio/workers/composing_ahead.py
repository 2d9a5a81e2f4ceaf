"""Composing a little that nobody sees, so that the first takes a person asks for wait less."""

from contextlib import suppress

from abcstudio.errors import AbcStudioError
from abcstudio.recipes.compose import CharactersSampled, ComposeRequest, compose
from abcstudio.stopping import stopping_also
from abcstudio.workers.job import Report


def compose_ahead(request: ComposeRequest, _report: Report) -> None:
    """Compose up to the first characters after the prompts.

    Model, prompt, tables of the guard and all that is loaded with the first step are at hand then.
    What may be wrong is said where the takes are asked for.
    """
    told = 0

    def count(_sampled: CharactersSampled) -> None:
        nonlocal told
        told += 1

    def is_enough() -> bool:
        # The prompts come first, one by one.
        return told > request.takes

    with suppress(AbcStudioError), stopping_also(is_enough):
        compose(request, count)
