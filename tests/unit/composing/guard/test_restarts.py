"""Takes that begin anew where going back does not help, and what they have shown by then."""

from typing import Any, cast

from abcstudio.composing.arrivals import Arrivals, SampledPiece
from abcstudio.composing.candidates import Candidates
from abcstudio.composing.chosen_takes import ChosenTakes
from abcstudio.composing.guard import take_guard
from abcstudio.composing.guard.take_guard import TakeGuard
from abcstudio.composing.take_batches import TakeBatches
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from tests.unit.composing.faults import faults
from tests.unit.composing.guard.test_measure_referee import CHARACTERS, PROMPT, Chances

RIGHT = "ABAB|cege|ABAB|ceAB|cege|ABAB|ceAB|cege|]\n\n"
# Its last measure lacks a note, as where a pickup came before the first.
WRONG = "cege|ABAB|ceAB|ABAB|cege|ABAB|ceAB|ceg|]\n\n"


class Stubborn(Chances):
    """Knows two tunes by heart and finds one as good as the other."""

    def weights(self, text):
        said = text.removeprefix(PROMPT)
        known = [tune[len(said)] for tune in (RIGHT, WRONG) if tune.startswith(said)]
        # Once it has left them its measures are too long.
        return [1000 * known.count(one) + (1e-6 if one in "|]:\n" else 1) for one in CHARACTERS]


def pieces(count=8):
    config = SamplingConfig(guard=True, max_chars=300, rng_seed=2)
    guard = TakeGuard(CHARACTERS, attempts=1)
    sampler = cast(Any, Stubborn())
    return list(guard.takes(sampler, [PROMPT] * count, config, 0, id))


def texts_of(found, count=8):
    texts = [PROMPT] * count
    for piece in found:
        assert piece.taken_back <= len(texts[piece.number]) - len(PROMPT)
        texts[piece.number] = piece.after(texts[piece.number])
    return texts


def test_a_take_begins_anew_where_it_cannot_be_closed():
    found = pieces()
    assert texts_of(found) == [PROMPT + RIGHT.removesuffix("\n")] * 8
    back = [piece for piece in found if piece.taken_back]
    assert back
    # What is taken back stays in sight until something else stands in its place.
    assert all(piece.text for piece in back)


def test_a_take_may_begin_anew_so_often_and_no_more(monkeypatch):
    usual = pieces()
    monkeypatch.setattr(take_guard, "RESTARTS", 1)
    once = pieces()
    monkeypatch.setattr(take_guard, "RESTARTS", 0)
    never = pieces()
    times = [sum(bool(piece.taken_back) for piece in found) for found in (never, usual)]
    assert times[0] < times[1]
    assert any(text.startswith(PROMPT + "c") for text in texts_of(never))
    for text in texts_of(once) + texts_of(never):
        assert not faults(text)


def test_what_is_taken_back_goes_all_the_way():
    """From the sampler to who is told what arrives; what was sampled is counted as it stands."""
    config = SamplingConfig(guard=True, max_chars=300, rng_seed=2)
    sampler = cast(Any, Stubborn())
    batches = TakeBatches([PROMPT] * 8, config, sampler, TakeGuard(CHARACTERS), together=True)
    reported, ended = list[SampledPiece](), dict[int, str]()
    work = ChosenTakes(batches, Candidates(batches.prompts, 1, None), Arrivals(reported.append))
    work.sample(id, max, lambda take, candidate: ended.update({take: candidate.text}))
    assert any(piece.taken_back for piece in reported)
    shown = [""] * 8
    for piece in reported:
        shown[piece.number] = piece.after(shown[piece.number])
    assert shown == [one.text for one in work.chosen()] == [ended[take] for take in range(8)]
    assert shown == [PROMPT + RIGHT.removesuffix("\n")] * 8
    assert work.characters == sum(len(text) - len(PROMPT) for text in shown)
