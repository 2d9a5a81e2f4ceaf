"""What a person fills in for a report, and what they can choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.own_files import pass_over
from abcstudio.recipes.reports.found_runs import chosen_runs
from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.reports.content import OwnBox
from abcstudio.reports.own_words import LANGUAGES, OwnWords, read_own_words
from abcstudio.reports.template import read_template
from abcstudio.runs.history import RunSummary, find_runs


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """What there is to fill in.

    Attributes:
        words: What was said before.
        runs: All runs that have trained, the newest first.
        proposed: Those that are told of where none were chosen, the one told in full first.
        boxes: In each language what only a person can say.
    """

    words: OwnWords
    runs: tuple[RunSummary, ...]
    proposed: tuple[str, ...]
    boxes: Mapping[str, tuple[OwnBox, ...]]


def read_form(own: Path, places: ReportPlaces) -> ReportForm:
    """Read what a person has said and what they can choose from.

    Args:
        own: The folder of what they have said.
        places: Where things are.

    Raises:
        OSError: The folder of the runs, or the text of reports, cannot be read.
        ValueError: The text of reports is damaged.
    """
    boxes = {
        language: tuple(
            part for part in read_template(places.texts, language).parts if isinstance(part, OwnBox)
        )
        for language in LANGUAGES
    }
    return ReportForm(
        words=read_own_words(own, pass_over),
        runs=tuple(run for run in find_runs(places.runs).runs if run.step > 0),
        proposed=tuple(run.folder.name for run in chosen_runs(places.runs, ())),
        boxes=boxes,
    )
