"""Composing in the background, where finished takes are read and judged too, not by the window."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.notation.stopping import in_turns
from abcstudio.recipes.compose import ComposeRequest, ComposeResult, TakeFinished, compose
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.workers.job import Report, ShouldStop
from abcstudio.workers.takes import facts_of_text


@dataclass(frozen=True, slots=True)
class TakeRead:
    """A finished take, and what the list says about it."""

    finished: TakeFinished
    facts: TuneFacts


@dataclass(frozen=True, slots=True)
class TakesComposed:
    """All takes, and what the list and the jury say about each text of them.

    Attributes:
        found: Only of texts that were judged: nothing is judged once the work was told to stop.
    """

    result: ComposeResult
    facts: Mapping[str, TuneFacts]
    found: Mapping[str, TakeFacts]


def compose_and_read(
    request: ComposeRequest, report: Report, should_stop: ShouldStop
) -> TakesComposed:
    """Compose takes; each is reported as a `TakeRead` when it has all its characters."""
    facts: dict[str, TuneFacts] = {}

    def read(text: str) -> TuneFacts:
        if text not in facts:
            facts[text] = facts_of(text)
        return facts[text]

    def tell(finished: TakeFinished) -> None:
        report(TakeRead(finished, read(finished.take.text)))

    result = compose(request, report, should_stop, report_take=tell)
    texts = [take.text for take in result.takes]
    return TakesComposed(
        result, {text: read(text) for text in texts}, dict(_judged(texts, should_stop))
    )


def _judged(texts: Iterable[str], should_stop: ShouldStop) -> Iterator[tuple[str, TakeFacts]]:
    # The window has its turn after each take.
    for text in in_turns(texts, bool):
        facts = None if should_stop() else facts_of_text(text)
        if facts is not None:
            yield text, facts
