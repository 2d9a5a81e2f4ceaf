"""Takes as the window keeps them while they are composed."""

from pathlib import Path

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_history import change_takes
from abcstudio.recipes.compose import ComposeRequest, TakeFinished, compose


def composed(request: ComposeRequest) -> list[TakeFinished]:
    """Return takes in the order in which they came to their end."""
    found: list[TakeFinished] = []
    result = compose(request, lambda _sampled: None, report_take=found.append)
    assert sorted(one.take.number for one in found) == [take.number for take in result.takes]
    assert {one.take for one in found} == set(result.takes)
    return found


def keep(folder: Path, request: ComposeRequest, text: str, number: int, cut: int = -1) -> None:
    """Let a take be in the history."""
    take = RememberedTake(
        key=take_key(number, "0a"),
        number=number,
        text=text,
        made=1_700_000_000 + number,
        title=f"Tune {number}",
        model=str(request.model),
        max_chars=request.sampling.max_chars,
        stop_at_tune_end=request.sampling.stop_at_tune_end,
        cut=cut,
    )
    change_takes(folder, {take.key: take})
