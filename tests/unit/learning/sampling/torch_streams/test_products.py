import pytest
import torch

from abcstudio.learning.devices import has_fast_bfloat16
from abcstudio.learning.sampling.torch_streams.products import FixedProduct


def product_with(weight, rows, may_be_half=False):
    return FixedProduct(weight, may_be_half).for_rows(rows)


def seeded(*shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(sum(shape)))


@pytest.mark.parametrize("shape", [(96, 24), (85, 448), (1024, 256), (2048, 512)])
@pytest.mark.parametrize("rows", [1, 3, 32])
def test_a_packed_product_is_the_plain_one(shape, rows):
    weight, vectors = seeded(*shape) * 0.05, seeded(rows, shape[1]).tanh()
    expected = vectors.double() @ weight.double().t()
    assert torch.allclose(product_with(weight, rows)(vectors).double(), expected, atol=1e-5)


@pytest.mark.skipif(not has_fast_bfloat16("cpu"), reason="no bfloat16 in this processor")
def test_only_large_matrices_that_may_be_are_halved():
    large, vectors = seeded(2048, 512), seeded(2, 512)
    assert product_with(large, 2)(vectors).dtype == torch.float32
    assert product_with(large, 2, may_be_half=True)(vectors).dtype == torch.bfloat16
    small, vectors = seeded(96, 24), seeded(2, 24)
    assert product_with(small, 2, may_be_half=True)(vectors).dtype == torch.float32


@pytest.mark.parametrize("rows", [2, 5, 32])
def test_a_row_depends_on_no_other(rows):
    product = product_with(seeded(2048, 512) * 0.05, rows, may_be_half=True)
    vectors = seeded(rows, 512).tanh()
    together = product(vectors)
    assert torch.equal(product(vectors.clone()), together)
    strangers = seeded(rows + 1, 512)[1:].tanh()
    for row in range(rows):
        mixed = strangers.clone()
        mixed[row] = vectors[row]
        assert torch.equal(product(mixed)[row], together[row])


def test_without_onednn_products_are_plain(monkeypatch):
    monkeypatch.setattr(torch.backends.mkldnn, "is_available", lambda: False)
    weight, vectors = seeded(2048, 512), seeded(3, 512)
    product = product_with(weight, 3, may_be_half=True)
    assert torch.equal(product(vectors), vectors @ weight.t().contiguous())
