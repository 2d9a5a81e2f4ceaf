from dataclasses import replace
from itertools import product

import pytest
import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.network import PromptReader
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.learning.vocabulary import Vocabulary
from tests.thorough import some

VOCABULARY = Vocabulary.of("\nX:1T:abcdefgABCDEFG|[]234")
PROMPTS = ["X:1\nT:abc\n", "X", "X:1\nT:a" + "bcd" * 50, "X:1\nT:abc\n", "X:1\nT:gfe\n"]
CONFIG = SamplingConfig(temperature=1.0, max_chars=150, rng_seed=7, stop_at_tune_end=False)


def network(cell="lstm", hidden_size=24, heads=0, layers=1, reach=128):
    seed_everything(2)
    model = CharLSTM(
        len(VOCABULARY),
        TrainingConfig(
            embedding_dim=8,
            hidden_size=hidden_size,
            num_layers=layers,
            cell=cell,
            pointer_heads=heads,
            pointer_reach=reach,
        ),
    )
    with torch.no_grad():
        # Else a network that has learned nothing forgets its prompt at once.
        for layer in range(layers):
            model.recurrent.get_parameter(f"weight_hh_l{layer}").mul_(3.0)
        if model.pointers is not None:
            model.pointers.mixture.weight.normal_(std=0.5)
            model.pointers.queries.bias.normal_()
    return model.eval()


def texts_of(sampler, prompts, config=CONFIG):
    texts = [""] * len(prompts)
    for take, character in sampler.sample_each(prompts, config):
        texts[take] += character
    return texts


CELLS = ("lstm", "gru", "rnn")
HEADS = ((0, 1), (3, 128), (4, 512))
SIZES = ((24, 2), (100, 1), (512, 2))
# Any two of the three together, once.
PAIRS = [
    (cell, *heads, *SIZES[(place + other) % 3])
    for place, cell in enumerate(CELLS)
    for other, heads in enumerate(HEADS)
]
ALL = [(cell, *heads, *size) for cell, heads, size in product(CELLS, HEADS, SIZES)]


@pytest.mark.parametrize(
    ("cell", "heads", "reach", "hidden_size", "layers"),
    some(PAIRS, (case for case in ALL if case not in PAIRS)),
)
def test_a_take_is_that_of_a_batch_where_all_have_its_prompt(
    cell, heads, reach, hidden_size, layers
):
    """Where a network reads several prompts at once, and where it reads one after the other."""
    sampler = Sampler(network(cell, hidden_size, heads, layers, reach), VOCABULARY)
    assert sampler.can_mix(len(PROMPTS))
    config = replace(CONFIG, max_chars=60)
    mixed = texts_of(sampler, PROMPTS, config)
    assert len(set(mixed)) == len(PROMPTS)
    alone = {one: texts_of(sampler, [one] * len(PROMPTS), config) for one in {*PROMPTS}}
    assert mixed == [alone[prompt][take] for take, prompt in enumerate(PROMPTS)]


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_a_take_is_that_of_its_prompt_alone(cell):
    sampler = Sampler(network(cell), VOCABULARY)
    for take, text in enumerate(texts_of(sampler, PROMPTS)):
        config = SamplingConfig(
            temperature=1.0, max_chars=150, rng_seed=7 + take, stop_at_tune_end=False
        )
        assert text == "".join(sampler.sample(PROMPTS[take], config))


def test_takes_with_seeds_of_their_own():
    sampler = Sampler(network(), VOCABULARY)
    pairs = list(sampler.sample_each(["X"] * 3, CONFIG, [9, 4, 9]))
    texts = ["".join(one for take, one in pairs if take == number) for number in range(3)]
    assert texts[0] == texts[2] != texts[1]


def test_takes_that_end_leave_the_others_as_they_are():
    sampler = Sampler(network(hidden_size=512, layers=2), VOCABULARY)
    prompts = PROMPTS * 2

    def third(forbidden):
        def forbid(take, text):
            return "\n" if take == 2 else forbidden

        config = SamplingConfig(max_chars=60, rng_seed=7)
        pairs = list(sampler.sample_each(prompts, config, forbid=forbid))
        return "".join(character for take, character in pairs if take == 2)

    assert third(VOCABULARY.characters.replace("\n", "")) == third("\n")


@pytest.mark.parametrize("heads", [0, 4])
def test_what_is_read_together_is_what_is_read_alone(heads):
    stack = RecurrentStack(network(hidden_size=512, heads=heads, layers=2))
    primers = [VOCABULARY.encode(prompt) for prompt in PROMPTS]
    with torch.inference_mode():
        reader = PromptReader(stack)
        logits = reader.read(primers, lambda _count: None)
        states = [stack.kept(row) for row in range(len(primers))]
        for row, primer in enumerate(primers):
            alone = PromptReader(stack).read([primer], lambda _count: None)
            assert torch.equal(logits[row : row + 1], alone)
            assert all(map(torch.equal, stack.kept(0).units, states[row].units))


@pytest.mark.parametrize("heads", [0, 4])
def test_what_was_read_last_is_not_read_again(heads):
    stack, told = RecurrentStack(network(hidden_size=512, heads=heads)), list[int]()
    one, other = (VOCABULARY.encode(prompt) for prompt in PROMPTS[:2])
    with torch.inference_mode():
        reader = PromptReader(stack)
        first = reader.read([one], told.append).clone()
        states = [stack.kept(0)]
        stack.advance(torch.tensor([3]))
        told.clear()
        again = reader.read([one, one], told.append)
        states += [stack.kept(0), stack.kept(1)]
        assert told == []
        assert all(torch.equal(first[0], row) for row in again)
        again.fill_(0.0)
        assert torch.equal(first, reader.read([one], told.append))
        assert told == []
        reader.read([other], told.append)
        reader.read([one], told.append)
        assert told[-1] == len(one)
        states.append(stack.kept(0))
    for state in states[1:]:
        assert all(map(torch.equal, state.units, states[0].units))
        if heads:
            assert torch.equal(state.rings[0].keys, states[0].rings[0].keys)


@pytest.mark.parametrize("hidden_size", [24, 512])
def test_the_reading_is_told_as_of_the_longest_prompt(hidden_size):
    reader = PromptReader(RecurrentStack(network(hidden_size=hidden_size)))
    primers, told = [[1] * 300, [2] * 900, [3] * 40, [2] * 900], list[int]()
    with torch.inference_mode():
        reader.read(primers, told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 900)
    assert len(told) >= 4


def test_an_exception_of_what_is_told_ends_the_reading():
    reader = PromptReader(RecurrentStack(network()))

    def stop(count):
        if count:
            raise InterruptedError

    with torch.inference_mode(), pytest.raises(InterruptedError):
        reader.read([[1] * 300, [2] * 900], stop)
