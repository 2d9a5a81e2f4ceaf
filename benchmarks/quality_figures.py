"""The figures of model_quality.py: shares of a set of tunes, in per cent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quality_motifs import Motifs, motifs
from quality_readers import WRONG_MEASURES, Finding, Verdict, abc2midi_verdicts, own_verdict
from quality_takes import Text

from abcstudio.corpus.quotations import QuotationIndex
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import BarLine, LineBreak, Score

Figures = dict[str, float]
_KINDS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Measured:
    """One tune and what was found in it.

    Attributes:
        measures: How many it has, pickups and halves of measures included, free meter left out.
        wrong_measures: How many of them our reader finds too short, too long or run together.
        ends_properly: On a final bar line or the end of a repeat, within the characters of a take.
        quotes: Four measures in a row are a training tune's, in any key.
    """

    text: str
    own: Verdict
    abc2midi: Verdict
    measures: int
    wrong_measures: int
    ends_properly: bool
    quotes: bool
    motifs: Motifs


def measured(tunes: Sequence[Text], training: QuotationIndex) -> tuple[Measured, ...]:
    """Return what can be found in each tune."""
    foreign = abc2midi_verdicts([tune.text for tune in tunes])
    return tuple(
        _measured(tune, verdict, training) for tune, verdict in zip(tunes, foreign, strict=True)
    )


def _measured(tune: Text, foreign: Verdict, training: QuotationIndex) -> Measured:
    score = parse(tune.text)
    measures = [m for voice in score.voices for m in split_measures(voice, score.meter)]
    return Measured(
        tune.text,
        own_verdict(score),
        foreign,
        sum(measure.expected > 0 for measure in measures),
        sum(one.code in WRONG_MEASURES for one in score.diagnostics),
        tune.came_to_an_end and ends_properly(score),
        bool(training.quotations(score)),
        motifs(score),
    )


def figures(tunes: Sequence[Measured]) -> Figures:
    """Return the shares. A tune without a measure has no right ones."""

    def share(holds: Callable[[Measured], bool]) -> float:
        return percent(sum(map(holds, tunes)), len(tunes))

    measures = sum(one.measures for one in tunes)
    return {
        "tunes": len(tunes),
        "without_error": share(lambda one: one.own.without_error and one.abc2midi.without_error),
        "without_error_notation": share(lambda one: one.own.without_error),
        "without_error_abc2midi": share(lambda one: one.abc2midi.without_error),
        "every_measure_right_notation": share(lambda one: _is_right(one, one.own)),
        "every_measure_right_abc2midi": share(lambda one: _is_right(one, one.abc2midi)),
        "full_measures": percent(measures - sum(one.wrong_measures for one in tunes), measures),
        "ends_properly": share(lambda one: one.ends_properly),
        "quotes_training": share(lambda one: one.quotes),
        **_motif_figures([one.motifs for one in tunes]),
    }


def _motif_figures(tunes: Sequence[Motifs]) -> Figures:
    units = sum(one.units for one in tunes)
    notes = sum(one.notes for one in tunes)
    return {
        "units_returning": percent(sum(one.returning for one in tunes), units),
        "units_nearly_returning": percent(sum(one.nearly_returning for one in tunes), units),
        "repeats_nothing": percent(sum(not one.nearly_returning for one in tunes), len(tunes)),
        "ends_on_tonic": percent(sum(one.ends_on_tonic for one in tunes), len(tunes)),
        "second_endings": percent(sum(one.has_second_ending for one in tunes), len(tunes)),
        "notes_outside_mode": percent(sum(one.outside_mode for one in tunes), notes),
    }


def commonest_findings(tunes: Sequence[Measured]) -> dict[str, list[dict[str, object]]]:
    """Return for each reader the kinds of finding that most tunes have, each with an example."""
    return {
        "notation": _commonest(tunes, lambda one: one.own),
        "abc2midi": _commonest(tunes, lambda one: one.abc2midi),
    }


def ends_properly(score: Score) -> bool:
    """Whether the last thing in the music is a final bar line or the end of a repeat."""
    elements = score.voices[0].elements
    last = next((one for one in reversed(elements) if not isinstance(one, LineBreak)), None)
    return isinstance(last, BarLine) and (last.style == "thin-thick" or last.closes_repeat > 0)


def percent(count: int, of: int) -> float:
    """Return a share in per cent."""
    return round(100.0 * count / max(1, of), 1)


def _is_right(tune: Measured, verdict: Verdict) -> bool:
    return tune.measures > 0 and verdict.measures_right


def _commonest(
    tunes: Sequence[Measured], reader: Callable[[Measured], Verdict]
) -> list[dict[str, object]]:
    holders: dict[str, list[tuple[Measured, Finding]]] = {}
    for tune in tunes:
        first_of_kind = {one.kind: one for one in reversed(reader(tune).findings)}
        for kind, finding in first_of_kind.items():
            holders.setdefault(kind, []).append((tune, finding))
    ordered = sorted(holders.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        {
            "kind": kind,
            "tunes": len(found),
            "example": {"message": found[0][1].message, "text": found[0][0].text.split("\n")},
        }
        for kind, found in ordered[:_KINDS_SHOWN]
    ]
