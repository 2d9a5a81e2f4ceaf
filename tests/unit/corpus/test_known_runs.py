import random

import pytest

from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.corpus.quotations import QuotationIndex
from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import TextFileError
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_runs, bundled_tunebook

HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"
KNOWN = HEADER + "|:D|GABc dedB|dedB AGEG|GABc dedB|AGFA G3:|\n"
SAME_IN_D = "X:1\nM:4/4\nL:1/8\nK:D\ndefg abaf|abaf edBd|defg abaf|edce d4|\n"
OTHER = HEADER + "GABc dedB|dedB AGEG|GABc dedB|AGFA B4|\n"
SAYS_NOTHING = HEADER + "G8|G8|G8|G8|\n"


def test_a_run_is_known_in_any_key_and_another_one_is_not():
    known = KnownRuns.of([parse(KNOWN), parse(SAYS_NOTHING)])
    assert [known.quoted(parse(text)) for text in (KNOWN, SAME_IN_D, OTHER)] == [True, True, False]
    assert not known.quoted(parse(SAYS_NOTHING))
    assert len(known) == 1


def test_runs_come_back_from_their_file(tmp_path):
    known, path = KnownRuns.of([parse(KNOWN)]), tmp_path / "runs"
    path.write_bytes(known.data)
    assert KnownRuns.load(path).data == known.data
    path.write_bytes(known.data[:-1])
    with pytest.raises(TextFileError, match=r"runs\.damaged"):
        KnownRuns.load(path)


def test_the_file_in_the_box_knows_the_tunebook_in_the_box():
    known = KnownRuns.load(bundled_runs())
    tunes = random.Random(0).sample([*read_tunebook(bundled_tunebook())], 60)
    scores = [parse(tune.text) for tune in tunes]
    index = QuotationIndex(scores)
    assert [known.quoted(score) for score in scores] == [
        bool(index.quotations(score)) for score in scores
    ]
