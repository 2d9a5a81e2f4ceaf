"""Composing in the background, where each finished take is read too: not in the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from abcstudio.recipes.compose import ComposeRequest, ComposeResult, TakeFinished, compose
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.workers.job import Report, ShouldStop


@dataclass(frozen=True, slots=True)
class TakeRead:
    """A finished take, and what the list says about it."""

    finished: TakeFinished
    facts: TuneFacts


@dataclass(frozen=True, slots=True)
class TakesComposed:
    """All takes, and what the list says about each text of them."""

    result: ComposeResult
    facts: Mapping[str, TuneFacts]


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
    return TakesComposed(result, {take.text: read(take.text) for take in result.takes})
