"""Composing in the background, where finished takes are read and judged too, not by the window."""

from collections.abc import Mapping
from dataclasses import dataclass

from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.recipes.compose import ComposeRequest, ComposeResult, TakeFinished, compose
from abcstudio.stopping import in_turns, never, should_stop_now, stopping
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.workers.job import Report
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


def compose_and_read(request: ComposeRequest, report: Report) -> TakesComposed:
    """Compose takes; each is reported as a `TakeRead` when it has all its characters."""
    asked = should_stop_now()
    facts: dict[str, TuneFacts] = {}
    found: dict[str, TakeFacts] = {}

    def read(text: str) -> TuneFacts:
        if text not in facts:
            facts[text] = facts_of(text)
        return facts[text]

    def judge(text: str) -> TakeFacts | None:
        if text not in found and not asked() and (judged := facts_of_text(text)) is not None:
            found[text] = judged
        return found.get(text)

    def tell(finished: TakeFinished) -> None:
        # Judged once, here: the history would have it done while the others are composed.
        text = finished.take.text
        with stopping(never):
            report(TakeRead(finished, read(text), judge(text)))

    result = compose(request, report, report_take=tell)
    texts = [take.text for take in result.takes]
    # What was composed before a stop is kept, so it is read, too.
    with stopping(never):
        # The window has its turn after each take.
        for text in in_turns(texts):
            judge(text)
        return TakesComposed(result, {text: read(text) for text in texts}, found)
