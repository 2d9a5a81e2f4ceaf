import pytest
import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep, pick, recorded

VOCAB_SIZE, STREAMS = 20, 3

needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here")


def network():
    seed_everything(2)
    return CharLSTM(
        VOCAB_SIZE, TrainingConfig(embedding_dim=8, hidden_size=24, num_layers=2)
    ).eval()


def drawn(device, config, places=40):
    """Return what a step draws, (streams, places)."""
    uniforms = torch.rand(
        places, STREAMS, 1, dtype=torch.float64, generator=torch.Generator().manual_seed(4)
    ).to(device)
    numbers = []
    with torch.inference_mode():
        stack = RecurrentStack(network().to(device))
        stack.reset(STREAMS)
        start = torch.zeros(STREAMS, dtype=torch.long, device=device)
        step = SamplingStep(stack, stack.advance(start), config)
        for row in uniforms:
            step.uniforms.copy_(row)
            step()
            numbers.append(step.numbers.clone())
    return torch.stack(numbers, dim=1).cpu()


CONFIGS = [
    SamplingConfig(),
    SamplingConfig(temperature=0.0),
    SamplingConfig(temperature=1.3, top_k=5, top_p=0.7),
]


@pytest.mark.parametrize("config", CONFIGS)
def test_a_step_draws_what_the_whole_network_would(config):
    numbers = drawn("cpu", config)
    uniforms = torch.rand(
        40, STREAMS, 1, dtype=torch.float64, generator=torch.Generator().manual_seed(4)
    )
    read = torch.cat([torch.zeros(STREAMS, 1, dtype=torch.long), numbers], dim=1)
    with torch.inference_mode():
        logits, _ = network()(read)
    for place in range(40):
        expected = pick(logits[:, place], uniforms[place], config)
        assert torch.equal(numbers[:, place], expected)


def test_what_is_infinitely_unlikely_is_not_drawn():
    with torch.inference_mode():
        stack = RecurrentStack(network())
        stack.reset(STREAMS)
        step = SamplingStep(stack, torch.zeros(STREAMS, VOCAB_SIZE), SamplingConfig())
        for place in range(VOCAB_SIZE):
            step.logits.fill_(-torch.inf)
            step.logits[:, place] = 0.0
            step.uniforms.fill_(0.999)
            step()
            assert step.numbers.tolist() == [place] * STREAMS


@pytest.mark.gpu
@needs_cuda
@pytest.mark.parametrize("config", CONFIGS)
def test_a_gpu_draws_what_the_processor_does(config):
    assert torch.equal(drawn("cuda", config), drawn("cpu", config))


@pytest.mark.gpu
@needs_cuda
def test_recorded_work_is_the_same_work():
    total, addend = torch.zeros(2, device="cuda"), torch.ones(2, device="cuda")

    def add() -> None:
        total.add_(addend)

    replay = recorded(add, [total])
    assert total.tolist() == [0.0, 0.0]
    addend.fill_(3.0)
    replay()
    replay()
    assert total.tolist() == [6.0, 6.0]


def test_what_cannot_be_recorded_is_launched():
    """On a GPU because its result is waited for; without one nothing can be recorded."""
    total = torch.ones(2, device="cuda" if torch.cuda.is_available() else "cpu")

    def work():
        total.add_(float(total.sum().item()))

    replay = recorded(work, [total])
    assert total.tolist() == [1.0, 1.0]
    replay()
    assert total.tolist() == [3.0, 3.0]
