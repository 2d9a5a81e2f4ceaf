"""A take of the history made again, byte for byte, from what the history keeps of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.provenance import Provenance, is_of_older_edition, read_provenance
from abcstudio.composing.takes import make_take
from abcstudio.errors import TakeError
from abcstudio.recipes.compose import (
    CharactersSampled,
    ComposeRequest,
    TakeFinished,
    compose,
)
from abcstudio.recipes.mixing.opened_models import Mix
from abcstudio.recipes.models import ModelInfo, find_model
from abcstudio.stopping import stopping_also


def request_of(
    take: RememberedTake, models: Sequence[ModelInfo], *, known_runs: Path, jury: Path
) -> ComposeRequest:
    """Return what composes a take again, and those that were sampled beside it.

    Args:
        take: The take.
        models: Those that are there.
        known_runs: The file of what known tunes say.
        jury: The jury's file.

    Raises:
        TakeError: The take does not say how it was composed, was composed by other rules than
            today's, or a model of it is not there.
    """
    origin = _origin(take)
    if is_of_older_edition(origin.sampling, origin.wishes):
        raise TakeError("take.older_edition", number=take.number)
    path = Path(take.model) if take.model else None
    model = find_model(models, path, origin.model, origin.fingerprint)
    if model is None:
        raise TakeError("take.no_model", number=take.number, model=origin.model)
    mix = None
    if (mixed := origin.mixed) is not None:
        other = find_model(models, None, mixed.model, mixed.fingerprint)
        if other is None:
            raise TakeError("take.no_model", number=take.number, model=mixed.model)
        mix = Mix(other.path, mixed.share)
    sampling = replace(origin.sampling, stop_at_tune_end=take.stop_at_tune_end)
    if take.max_chars:
        sampling = replace(sampling, max_chars=take.max_chars)
    return ComposeRequest(
        model=model.path,
        prompt=origin.prompt,
        sampling=sampling,
        wishes=origin.wishes,
        known_runs=known_runs,
        takes=origin.takes,
        jury=jury,
        marks=origin.marks,
        mix=mix,
    )


def made_again(take: RememberedTake, request: ComposeRequest) -> str:
    """Return the text that composing gives again.

    Args:
        take: The take.
        request: What `request_of` returns of it.

    Raises:
        TakeError: The take does not say how it was composed.
        ModelFileError: The model cannot be opened.
        PromptError: The model cannot go on from the take's prompt.
    """
    place = _origin(take).take
    found: list[TakeFinished] = []

    def is_enough() -> bool:
        return any(one.take.number == place + 1 for one in found)

    arrived = _Arrived(place, len(request.prompt) + take.cut)
    request = replace(request, keep_stopped=True)
    with stopping_also(is_enough):
        result = compose(request, arrived.add, report_take=found.append)
    again = next((one.take for one in found if one.take.number == place + 1), result.takes[place])
    if take.cut < 0:
        return again.text
    return make_take(again.number, arrived.text, again.provenance).text


class _Arrived:
    """What of a take stands once so many characters have arrived; some may go again."""

    def __init__(self, take: int, characters: int) -> None:
        self._take, self._left = take, characters
        self.text = ""

    def add(self, sampled: CharactersSampled) -> None:
        """Take what has been sampled, as far as it came before the take was stopped."""
        if sampled.take == self._take and self._left > 0:
            text = sampled.text[: self._left]
            self._left -= len(text)
            self.text = replace(sampled, text=text).after(self.text)


def _origin(take: RememberedTake) -> Provenance:
    origin = read_provenance(take.text)
    if origin is None:
        raise TakeError("take.no_origin", number=take.number)
    return origin
