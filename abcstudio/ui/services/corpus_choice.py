"""Which tunes are trained on: a source and what of it, so that they can be found again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.bounded_json import parse_json
from abcstudio.corpus.combined_sources import SourcePart
from abcstudio.corpus.preparation.preparation import Preparation, preparation_from
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.errors import CorpusError
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.words.corpus_names import source_name
from abcstudio.ui.words.rhythm_names import rhythm_name

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class PreparedChoice:
    """Tunes that steps have made.

    Attributes:
        steps: By which they are made again.
        held_out: Those that are held out, none where the training form's share decides, or where
            they are not made yet.
    """

    steps: Preparation
    held_out: tuple[Tune, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class CorpusChoice:
    """Some tunes of a source.

    Attributes:
        source: The file or folder, "" for the bundled tunebook.
        total: How many tunes the source has.
        asked: What the tunes have in common.
        numbers: The tunes that were selected one by one, by their places; none for all.
        prepared: The steps that made the tunes of what was asked for; None where they are as read.
    """

    source: str = ""
    total: int = 0
    asked: TuneFilter = field(default_factory=TuneFilter)
    numbers: tuple[int, ...] = ()
    prepared: PreparedChoice | None = None

    @property
    def is_whole(self) -> bool:
        """Whether these are all tunes of the source."""
        return not self.numbers and self.asked == TuneFilter() and self.prepared is None

    def of(self, tunes: Sequence[Tune]) -> tuple[Tune, ...]:
        """Return the chosen ones of a source's tunes; none where its places are other ones now."""
        if self.numbers:
            wanted = set(self.numbers) if len(tunes) == self.total else set()
            return tuple(tune for tune in tunes if tune.number in wanted)
        return self.asked.passing(tunes)

    def name(self, source_name: str, count: int) -> str:
        """Return what to call `count` chosen tunes; a part is never called by the whole's name."""
        if self.is_whole:
            return source_name
        translate, locale = QCoreApplication.translate, QLocale()
        asked = self.asked
        prepared = translate("CorpusChoice", "prepared") if self.prepared is not None else ""
        parts = [
            translate("CorpusChoice", "“{0}”").format(asked.words) if asked.words else "",
            rhythm_name(asked.rhythm),
            asked.meter,
            asked.key,
        ]
        if self.numbers:
            parts = [translate("CorpusChoice", "selected")]
        return translate("CorpusChoice", "{0}: {1} of {2}, {3}").format(
            source_name,
            locale.toString(count),
            locale.toString(self.total),
            ", ".join(part for part in (*parts, prepared) if part),
        )

    def data(self) -> dict[str, str]:
        """Return the choice as plain data for the settings."""
        asked = self.asked
        return {
            "source": self.source,
            "total": str(self.total),
            "words": asked.words,
            "rhythm": asked.rhythm,
            "meter": asked.meter,
            "key": asked.key,
            "numbers": ",".join(map(str, self.numbers)),
            "steps": "" if self.prepared is None else json.dumps(self.prepared.steps.data()),
        }


def name_to_learn_from(source: Path, parts: Sequence[SourcePart] = ()) -> str:
    """Return what to call a source that is learned from: with the weights of what it combines."""
    name, weights = source_name(source), weights_in_words(parts)
    if not weights:
        return name
    return QCoreApplication.translate("CorpusChoice", "{0} ({1})").format(name, weights)


def weights_in_words(parts: Sequence[SourcePart]) -> str:
    """Return which sources are read more often than once, "" for none."""
    heavy = [(source_name(Path(part.path)), part.weight) for part in parts if part.weight > 1]
    words = QCoreApplication.translate("CorpusChoice", "{0} × {1}")
    said = [words.format(one_line(name), weight) for name, weight in heavy[:_MOST_NAMES]]
    return ", ".join([*said, "…"] if len(heavy) > _MOST_NAMES else said)


def choice_from(data: Mapping[str, str]) -> CorpusChoice:
    """Return the choice that `data` wrote; what is missing or damaged there asks for nothing."""
    numbers = data.get("numbers", "").split(",")
    total = data.get("total", "")
    return CorpusChoice(
        data.get("source", ""),
        int(total) if _is_count(total) else 0,
        TuneFilter(*(data.get(name, "") for name in ("words", "rhythm", "meter", "key"))),
        tuple(int(number) for number in numbers if _is_count(number)),
        _prepared(data.get("steps", "")),
    )


def _prepared(text: str) -> PreparedChoice | None:
    if not text:
        return None
    try:
        return PreparedChoice(preparation_from(parse_json(text)))
    except (CorpusError, ValueError):
        return None


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
