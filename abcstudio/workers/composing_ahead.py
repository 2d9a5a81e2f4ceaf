"""Composing a little that nobody sees, so that the first takes a person asks for wait less."""

from contextlib import suppress

from abcstudio.errors import AbcStudioError
from abcstudio.recipes.compose import CharactersSampled, ComposeRequest, compose
from abcstudio.workers.job import Report, ShouldStop


def compose_ahead(request: ComposeRequest, _report: Report, should_stop: ShouldStop) -> None:
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
        return should_stop() or told > request.takes

    with suppress(AbcStudioError):
        compose(request, count, is_enough)
