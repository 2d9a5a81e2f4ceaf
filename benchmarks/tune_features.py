"""What tell_apart.py looks at: what the jury measures of a tune, and as much again."""

from collections import Counter
from collections.abc import Mapping

from abcstudio.composing.jury.criteria import CRITERIA, Tables, all_figures, figures_of
from abcstudio.composing.jury.figures import Figures, share
from abcstudio.composing.jury.judged_tune import JudgedTune, judged
from abcstudio.composing.jury.plagiarism import Copied
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import BarLine, Chord, Score, VariantEnding


def features(text: str, tables: Tables) -> Figures:
    """Return the features of one tune; none where there is too little music."""
    score = parse(text)
    tune = judged(score)
    if not tune.is_enough:
        return {}
    nothing = Copied(-1, frozenset(), len(tune.measures))
    measured = {name: figures_of(name, tune, tables, nothing) for name in CRITERIA}
    return {**all_figures(measured, tune), **_form(score, tune)}


def _form(score: Score, tune: JudgedTune) -> Figures:
    elements = score.voices[0].elements
    chords = [one for one in elements if isinstance(one, Chord)]
    codes: Mapping[str, int] = Counter(one.code for one in score.diagnostics)
    return {
        "form.measures": float(sum(not one.is_pickup for one in tune.measures)),
        "form.pickups": float(sum(one.is_pickup for one in tune.measures)),
        "form.endings": float(sum(isinstance(one, VariantEnding) for one in elements)),
        "form.repeats": float(
            sum(isinstance(one, BarLine) and one.closes_repeat > 0 for one in elements)
        ),
        "form.grace": share(sum(one.grace_notes is not None for one in chords), len(chords)),
        "form.ornaments": share(sum(bool(one.decorations) for one in chords), len(chords)),
        "form.chords": share(sum(len(one.notes) > 1 for one in chords), len(chords)),
        "form.tuplets": share(sum(one.tuplet is not None for one in chords), len(chords)),
        "form.wrong": float(codes["measure-short"] + codes["measure-long"]),
    }
