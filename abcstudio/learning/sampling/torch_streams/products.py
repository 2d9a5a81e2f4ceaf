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
_MANY_ROWS = 8


class FixedProduct:
    """The product with one weight."""

    def __init__(self, weight: Tensor, may_be_half: bool = False) -> None:
        """Pack a weight.

        Args:
            weight: float32, (outputs, inputs).
            may_be_half: Weights and vectors may be rounded to bfloat16, and are where the
                processor multiplies these faster; sums are float32, the result then bfloat16.
        """
        self._numbers = weight.numel()
        packed = _packed(weight, may_be_half and has_fast_bfloat16("cpu"))
        if packed is None or self._numbers < _FEWEST_PACKED:
            transposed = weight.t().contiguous()  # (inputs, outputs)
            self._few: Product = lambda vectors: vectors @ transposed
            self._many = packed or self._few
        else:
            self._few = self._many = packed

    def for_rows(self, rows: int) -> Product:
        """Return the function from vectors, (rows, inputs), to their products, (rows, outputs).

        It may be called with fewer rows too: a row's product does not depend on the others.
        """
        is_many = rows >= _MANY_ROWS or rows * self._numbers >= _FEWEST_PACKED
        return self._many if is_many else self._few


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
