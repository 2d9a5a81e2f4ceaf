"""Composing in the background, where finished takes are read and judged too, not by the window."""

from collections.abc import Mapping
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
    """A finished take, what the list says about it, and what was found out; None without a jury."""

    finished: TakeFinished
    facts: TuneFacts
    found: TakeFacts | None


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
    found: dict[str, TakeFacts] = {}

    def read(text: str) -> TuneFacts:
        if text not in facts:
            facts[text] = facts_of(text)
        return facts[text]

    def judge(text: str) -> TakeFacts | None:
        if text not in found and not should_stop() and (judged := facts_of_text(text)) is not None:
            found[text] = judged
        return found.get(text)

    def tell(finished: TakeFinished) -> None:
        # Judged once, here: the history would have it done while the others are composed.
        text = finished.take.text
        report(TakeRead(finished, read(text), judge(text)))

    result = compose(request, report, should_stop, report_take=tell)
    texts = [take.text for take in result.takes]
    # The window has its turn after each take.
    for text in in_turns(texts, bool):
        judge(text)
    return TakesComposed(result, {text: read(text) for text in texts}, found)
