"""How a text was composed, its place among the takes, and what its file held before."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.provenance import MixedIn
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.learning.sampling.sampling_config import SamplingConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOrigin:
    """How a take was composed, so that it can be composed again.

    Attributes:
        model_path: The model's file; None where only the take's own lines are known.
        prompt: The seed text that it continues.
        sampling: How the takes composed together were sampled.
        take: Its place among them, from 0.
        unknown: The options of the sampling that are not known; their values are the defaults.
        fingerprint: Tells models of one name apart, "" where it is not known.
        wishes: What was wished of the tune.
        asked: The header that was chosen, where the model has completed it to the prompt.
        marks: What the jury said when it chose the take; None where there was no choice.
        mixed: The model that was mixed in; None where one composed alone.
    """

    model_path: Path | None
    model_name: str
    prompt: str
    sampling: SamplingConfig
    take: int
    takes: int
    unknown: frozenset[str] = frozenset()
    fingerprint: str = ""
    asked: str = ""
    wishes: TuneWishes = NO_WISHES
    marks: JuryMarks | None = None
    mixed: MixedIn | None = None


@dataclass(slots=True)
class TextProvenance:
    """Where a text comes from, set by what composes, remembers or recovers it.

    Attributes:
        origin: How it was composed, where that is known.
        take_number: What a take is called by, 0 for what is no take.
        history_key: A take's place in the history, "" for what is not in it.
        made_from: The fingerprint of what the file of a recovered text held when the text was made
            from it; "" where the file was read or written here.
        is_preview: It is a known tune that is only looked at: the next one takes its tab.
    """

    origin: TakeOrigin | None = None
    take_number: int = 0
    history_key: str = ""
    made_from: str = ""
    is_preview: bool = False
