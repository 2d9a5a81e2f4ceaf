"""What runs on a graphics card, run without one: tensors of another device that hold no numbers.

An operation between the card and the processor raises as on a card. What needs numbers (reading a
loss), a backward pass or a generator of the card is beyond it: `make hostcard` has these. A
recurrent layer is stood in for by its shapes.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from abcstudio.learning.checkpoint import build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, Masks
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.recurrence import RecordedLookingBack, RecurrentStack
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep, pick
from abcstudio.learning.training.evaluation import _windows

VOCABULARY, ROWS, LENGTH = 20, 4, 60
SMALL = TrainingConfig(embedding_dim=8, hidden_size=24, batch_size=ROWS, seq_len=LENGTH)
HEADS: dict[str, Any] = {"pointer_heads": 2, "pointer_width": 8, "pointer_reach": 32}
NETWORKS: list[dict[str, Any]] = [
    {},
    {"num_layers": 2},
    {"cell": "gru"},
    {"cell": "rnn"},
    {"tied_weights": "on"},
    HEADS,
]


def layer(inputs: Any, state: Any, weights: Any, *_rest: Any) -> Any:
    """Stand in for cuDNN's layers: every tensor where the input is, the state contiguous."""
    parts = state if isinstance(state, tuple) else (state,)
    for tensor in (*parts, *weights):
        assert tensor.device == inputs.device
    assert all(part.is_contiguous() for part in parts)
    output = inputs.new_empty(*inputs.shape[:2], parts[0].shape[2])
    return (output, *(torch.empty_like(part) for part in parts))


def begin_at_nothing(heads: Any, counts: Any) -> None:
    heads._read = heads._following.new_zeros(len(counts))


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("lstm", "gru", "rnn_tanh"):
        monkeypatch.setattr(torch, name, layer)
        monkeypatch.setattr(torch._VF, name, layer)
    reads = dict.fromkeys(("lstm", "gru", "rnn"), layer)
    monkeypatch.setattr("abcstudio.learning.model._READS", reads)
    recorded = "abcstudio.learning.sampling.torch_streams.sampling_step.recorded"
    monkeypatch.setattr(recorded, lambda work, _changed: work)
    # A tensor made of a list of numbers needs a kernel of the card's, which is not there.
    monkeypatch.setattr(RecordedLookingBack, "_go_on_from", begin_at_nothing)
    if "card" not in str(torch._C._get_privateuse1_backend_name()):
        from torch.utils import backend_registration

        registration: Any = backend_registration
        module = registration._DummyBackendModule()
        module.get_amp_supported_dtype = lambda: [torch.bfloat16]
        registration._setup_privateuseone_for_python_backend("card", module)
    with FakeTensorMode(allow_non_fake_inputs=True), torch.no_grad():
        yield "card"


def network(values: dict[str, Any], device: str) -> CharLSTM:
    with torch.device(device):
        return build_model(replace(SMALL, **values), VOCABULARY)


def numbers(*shape: int, device: str) -> torch.Tensor:
    return torch.zeros(*shape, dtype=torch.long, device=device)


@pytest.mark.parametrize("values", NETWORKS)
def test_a_batch_is_read_where_it_is(card: str, values: dict[str, Any]) -> None:
    model, inputs = network(values, card), numbers(ROWS, LENGTH, device=card)
    layers = model.recurrent.num_layers
    units = torch.ones(ROWS, layers, 24, device=card)
    past = model.recurrent.get_parameter("weight_hh_l0")
    weights = tuple(torch.ones_like(past) for _ in range(layers))
    for masks in (None, Masks(units, weights, torch.ones(ROWS, device=card))):
        logits, state = model(inputs, None, masks)
        logits, state = model(inputs, state, masks)
        assert logits.device.type == "card"
        loss = torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), inputs.flatten())
        assert loss.device.type == "card"
        assert all(part.device.type == "card" for part in state)


@pytest.mark.parametrize("values", NETWORKS)
@pytest.mark.parametrize(
    "sampling",
    [
        SamplingConfig(),
        SamplingConfig(temperature=0.0),
        SamplingConfig(temperature=1.3, top_k=5, top_p=0.7),
    ],
)
def test_a_character_is_sampled_where_the_network_is(
    card: str, values: dict[str, Any], sampling: SamplingConfig
) -> None:
    stack = RecurrentStack(network(values, card))
    stack.reset(ROWS)
    stack.read(numbers(3, ROWS, device=card))
    step = SamplingStep(stack, stack.advance(numbers(ROWS, device=card)).clone(), sampling)
    step()
    assert {one.device.type for one in (step.numbers, step.logits, *stack.state())} == {"card"}
    step.uniforms.copy_(torch.zeros(ROWS, 1, dtype=torch.float64))


def test_held_out_text_is_cut_where_it_is(card: str) -> None:
    inputs, targets = _windows(numbers(2000, device=card), 100, 8)
    assert inputs.device.type == targets.device.type == "card"


def test_a_tensor_left_on_the_processor_is_found(card: str) -> None:
    with pytest.raises(Exception, match="device"):
        pick(torch.zeros(2, 5, device=card), torch.zeros(2, 1), SamplingConfig())


def test_a_state_left_on_the_processor_is_found(card: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model, inputs = network({}, card), numbers(ROWS, LENGTH, device=card)
    masks = Masks(torch.ones(ROWS, 1, 24, device=card), (), None)
    monkeypatch.setattr(torch.Tensor, "new_zeros", lambda _own, *shape: torch.zeros(*shape))
    with pytest.raises(AssertionError):
        model(inputs, None, masks)


def test_characters_left_on_the_processor_are_found(card: str) -> None:
    model = network(HEADS, card)
    with pytest.raises(Exception, match="device"):
        model(numbers(ROWS, LENGTH, device="cpu"))
