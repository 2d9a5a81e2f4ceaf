"""Each criterion tells real tunes of the tunebook from the same tunes made worse."""

import pytest

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.fitting.examples import CORRUPTIONS, Examples, Known, add_examples
from abcstudio.composing.jury.fitting.fit import auc
from abcstudio.composing.jury.judged_tune import judged
from abcstudio.composing.jury.jury import TYPICAL, Jury
from abcstudio.composing.jury.plagiarism import KnownTunes
from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_tunebook

# `benchmarks/jury.py` measures on all held-out tunes; here on some, with room for chance.
LEAST = 0.87
TUNES = 60

Judged = tuple[Jury, Examples]


@pytest.fixture(scope="module")
def examples() -> Judged:
    """Return the jury in the box and some tunes that it was not fitted on."""
    training, held_out = split_by_family(read_tunebook(bundled_tunebook()), 0.1, 0)
    met = [judged(parse(tune.text)) for tune in training[:: len(training) // 200]]
    new = [judged(parse(tune.text)) for tune in held_out[:: len(held_out) // TUNES]]
    jury = Jury.load(bundled_jury())
    found = Examples()
    known = Known(met, jury.tables, KnownTunes.of(met))
    add_examples(found, new, known, 0)
    return jury, found


@pytest.mark.parametrize(
    ("criterion", "kind"),
    [(name, kind.__name__) for name in CRITERIA for kind in CORRUPTIONS[name]],
)
def test_a_criterion_notices_what_it_should(examples: Judged, criterion: str, kind: str) -> None:
    jury, found = examples
    scale = jury.scales[criterion]
    real = [scale.value(one) for one in found.real[criterion]]
    worse = [scale.value(one) for one in found.worse[criterion][kind]]
    assert auc(real, worse) > LEAST


@pytest.mark.parametrize("criterion", CRITERIA)
def test_few_real_tunes_are_odd(examples: Judged, criterion: str) -> None:
    jury, found = examples
    values = [jury.scales[criterion].value(one) for one in found.real[criterion]]
    assert all(0.0 <= value <= 1.0 for value in values)
    assert sum(value < TYPICAL for value in values) < 0.25 * len(values)


def test_the_likeliest_melody_is_odd(examples: Judged) -> None:
    jury, found = examples
    circles = found.worse["melody"]["going_in_circles"]
    assert sum(jury.scales["melody"].value(one) < TYPICAL for one in circles) > 0.9 * len(circles)
