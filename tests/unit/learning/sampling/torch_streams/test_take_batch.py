import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.network import PromptReader, narrower_widths
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.learning.sampling.torch_streams.take_batch import TakeBatch

TAKES = 9


def batch_of_takes():
    seed_everything(2)
    stack = RecurrentStack(CharLSTM(20, TrainingConfig(embedding_dim=8, hidden_size=64)).eval())
    config = SamplingConfig(temperature=1.0)
    widths = narrower_widths(stack, TAKES)
    logits = PromptReader(stack).read([[3, 1, 4]] * TAKES, lambda _count: None)
    return TakeBatch(stack, logits, config, range(5, 5 + TAKES), widths)


def numbers_of(pairs, takes):
    texts: dict[int, list[int]] = {take: [] for take in takes}
    for take, number in pairs:
        texts[take].append(number)
    return texts


def test_characters_drawn_at_once_are_those_drawn_singly():
    """As a GPU draws them; more than the uniform numbers that are made at once."""
    with torch.inference_mode():
        at_once = list(batch_of_takes().sampled(300))
        batch = batch_of_takes()
        singly = [pair for _ in range(300) for pair in batch.sampled(1)]
    assert at_once == singly


def test_takes_that_go_on_alone_are_the_same():
    with torch.inference_mode():
        batch = batch_of_takes()
        whole = numbers_of(batch.sampled(40), range(TAKES))
        batch = batch_of_takes()
        begun = numbers_of(batch.sampled(10), range(TAKES))
        batch.narrow(set(range(TAKES)))
        assert batch.takes == list(range(TAKES))
        batch.narrow({2, 7})
        rest = numbers_of(batch.sampled(30), batch.takes)
    assert {2, 7} <= set(batch.takes)
    for take in (2, 7):
        assert begun[take] + rest[take] == whole[take]
