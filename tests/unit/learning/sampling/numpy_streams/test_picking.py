import numpy as np
import pytest
import torch

from abcstudio.learning.sampling.numpy_streams.picking import NumpyUniforms, pick
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams import sampling_step


def numbers_of_torch(rng_seed, count):
    generator = torch.Generator().manual_seed(rng_seed)
    return torch.rand(count, generator=generator, dtype=torch.float64).numpy()


@pytest.mark.parametrize("rng_seed", [0, 7, 2**31, 2**32 - 1, 2**32 + 5])
def test_the_random_numbers_are_those_of_torch(rng_seed):
    uniforms = NumpyUniforms([rng_seed, 1])
    found = np.array([uniforms.take()[:, 0] for _ in range(600)])
    assert np.array_equal(found[:, 0], numbers_of_torch(rng_seed, 600))
    assert np.array_equal(found[:, 1], numbers_of_torch(1, 600))


def test_a_stream_that_is_seeded_anew_has_the_numbers_of_that_seed():
    uniforms = NumpyUniforms([3, 4, 5])
    for _ in range(250):
        uniforms.take()
    uniforms.seed(1, 77)
    uniforms.keep([1, 2])
    found = np.array([uniforms.take()[:, 0] for _ in range(300)])
    assert np.array_equal(found[:, 0], numbers_of_torch(77, 300))
    assert np.array_equal(found[:, 1], numbers_of_torch(5, 550)[250:])


@pytest.mark.parametrize(
    "options",
    [{}, {"temperature": 0.3}, {"temperature": 0.0}, {"top_k": 5}, {"top_p": 0.6},
     {"top_k": 9, "top_p": 0.8, "temperature": 1.5}],
)  # fmt: skip
def test_characters_are_chosen_as_torch_chooses_them(options):
    dice = np.random.RandomState(1)
    logits = dice.normal(0.0, 3.0, (3000, 40)).astype(np.float32)
    logits[dice.uniform(size=logits.shape) < 0.3] = -np.inf
    uniforms, config = dice.uniform(size=(3000, 1)), SamplingConfig(**options)
    expected = sampling_step.pick(torch.from_numpy(logits), torch.from_numpy(uniforms), config)
    assert np.array_equal(pick(logits, uniforms, config), expected.numpy())
