"""The characters that are counted for a form are those that a run learns."""

from dataclasses import replace

import pytest

from abcstudio.corpus.augmentation import with_transpositions
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.learning.presets import PRESETS
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.preparing.training_texts import learned_characters, training_texts
from abcstudio.stopping import stopping

SOME = split_tunebook(bundled_tunebook().read_text(encoding="utf-8"))[::250]
POOR = split_tunebook("\n\n".join(f"X:{n}\nT:Odd {n}\nS:Mx\nK:G\n(GA) B|]" for n in (1, 2, 3)))


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("tunes", [SOME, POOR], ids=["of the box", "with few characters"])
@pytest.mark.parametrize("share", [0.0, 0.3])
def test_they_are_those_of_the_texts(name, tunes, share):
    config = replace(PRESETS[name], validation_share=share)
    texts = training_texts(tunes, (), config)
    training = with_transpositions(texts.training, config.transpositions)
    learned = Vocabulary.of(training, texts.validation).characters
    assert learned_characters(tunes, (), config) == learned


def test_counting_can_be_stopped():
    with pytest.raises(CancelledError), stopping(lambda: True):
        learned_characters(POOR, (), PRESETS["quick"])
