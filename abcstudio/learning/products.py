"""A fixed matrix multiplied with vectors again and again: packed once, in the form that is fastest.

A recurrent step is one pass over a matrix that hardly fits a processor's cache, so what counts is
how many bytes it has and how they lie. Measured with a matrix of 4096 x 1024 on a Zen 5 with
avx512_bf16, one thread, microseconds (1 / 4 / 32 vectors): plain fp32 217 / 1573 / 5146, packed
fp32 182 / 368 / 2146, packed bfloat16 98 / 152 / 915. Below some 500,000 multiplications the call
itself costs more than packing saves: plain 4 / 11 / 47 with 512 x 128, packed 11 / 12 / 22.
"""

from collections.abc import Callable

import torch
from torch import Tensor

from abcstudio.learning.devices import has_fast_bfloat16

Product = Callable[[Tensor], Tensor]

_FEWEST_PACKED = 2**19


def product_with(weight: Tensor, may_be_half: bool = False) -> Product:
    """Return a function from vectors (streams, inputs) to their products (streams, outputs).

    A product's row does not depend on the other rows, and is the same each time it is computed
    with as many rows and threads.

    Args:
        weight: float32, (outputs, inputs).
        may_be_half: Weights and vectors may be rounded to bfloat16, and are where the processor
            multiplies these faster; sums are float32, the result then bfloat16.
    """
    transposed = weight.t().contiguous()  # (inputs, outputs)
    packed = _packed(weight, may_be_half and has_fast_bfloat16("cpu"))
    if packed is None:
        return lambda vectors: vectors @ transposed
    if weight.numel() >= _FEWEST_PACKED:
        return packed
    fewest_rows = -(-_FEWEST_PACKED // weight.numel())
    return lambda vectors: packed(vectors) if len(vectors) >= fewest_rows else vectors @ transposed


def _packed(weight: Tensor, half: bool) -> Product | None:
    """Return the product with oneDNN's own layout of a weight; None where there is none."""
    has_onednn = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    if weight.device.type != "cpu" or not has_onednn:
        return None
    dtype = torch.bfloat16 if half else torch.float32
    try:
        # torch's compiler packs weights with these two; it has no public name for them.
        multiply = torch.ops.mkldnn._linear_pointwise.default
        layout = torch.ops.mkldnn._reorder_linear_weight(weight.to(dtype))

        def product(vectors: Tensor) -> Tensor:
            result: Tensor = multiply(vectors.to(dtype), layout, None, "none", [], "")
            return result  # (streams, outputs)

        product(weight.new_zeros(1, weight.shape[1]))
    except (AttributeError, RuntimeError):
        return None
    return product
