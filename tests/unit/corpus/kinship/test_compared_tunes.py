"""Tunes laid over each other are near as they are where all their measures are looked for."""

import random
from dataclasses import replace

from melody_variants import disguised, with_other_notes

from abcstudio.corpus.kinship.compared_tunes import ComparedTunes
from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.melody import full_measure, melodies_of
from abcstudio.corpus.melody_index.shared_runs import RunFinder
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import tune_in
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook

KNOWN = 40


def searched(tunes: list[Tune], place: int, others: list[int]) -> set[int]:
    """Return the tunes that have half of one's measures, wherever these stand."""
    score = parse(tunes[place].text, tunes[place].file_header)
    finder = RunFinder(MelodyIndex.of_tunes([tunes[one] for one in others]).notes, len(tunes))
    found = finder.relatives(melodies_of(score)[0], full_measure(score), frozenset())
    return {others[one.tune] for one in found if one.is_same_tune}


def test_the_same_tunes_are_near_as_by_a_search_for_their_measures() -> None:
    rng = random.Random(4)
    known = [replace(tune, file_header="") for tune in read_tunebook(bundled_tunebook())[::100]]
    known = known[:KNOWN]
    made = [
        replace(tune, text=change(tune.text, rng))
        for tune in known
        for change in (with_other_notes, disguised)
    ]
    tunes = [*known, *made]
    compared = ComparedTunes(tunes, range(len(tunes)))
    near = 0
    for place in range(KNOWN):
        others = [KNOWN + 2 * place, KNOWN + 2 * place + 1, *range(place), (place + 1) % KNOWN]
        found = compared.having(place, others)
        assert set(found) == searched(tunes, place, others)
        near += len(found)
    assert near > KNOWN


def test_a_tune_under_the_header_of_its_file_is_compared_as_it_sounds() -> None:
    text = "X:1\nT:A\nK:C\n" + "CDEF GABc|dcBA GFED|ECGE cGEC|DFAd fdAF|"
    plain = tune_in(text, 0, 1, "")
    headed = replace(plain, file_header="L:1/4\n")
    none = replace(plain, text="X:1\nT:B\nK:C\n")
    compared = ComparedTunes([plain, headed, none], range(3))
    assert compared.having(0, [1, 2]) == [1]
    assert compared.having(1, [0, 2]) == [0]
    assert compared.having(2, [0, 1]) == []
