"""What checks give back to be drawn: small, plain, of the student's own values."""

from types import SimpleNamespace

import pytest
import torch

from abcstudio.lessons.picturing import block, blocks, graph
from abcstudio.lessons.running.answer_run import plain_picture


def test_a_tensor_is_a_block_of_its_shape_and_its_corner() -> None:
    found = block("m", torch.arange(200).reshape(10, 20))
    assert found["shape"] == [10, 20]
    assert found["shown"] == [5, 8]
    assert found["values"][8] == 20.0


def test_a_tensor_without_axes_is_one_box() -> None:
    assert block("n", torch.tensor(1234)) == {
        "name": "n", "is": "tensor", "shape": [], "shown": [], "values": [1234.0],
    }  # fmt: skip


def test_what_is_no_tensor_is_named_and_what_is_missing_is_left_out() -> None:
    answer = SimpleNamespace(row=[1, 2])
    assert blocks(answer, "row", "other") == {
        "kind": "blocks", "blocks": [{"name": "row", "is": "list"}],
    }  # fmt: skip


@pytest.mark.parametrize("add", [lambda a, b: a + b, torch.add])
def test_a_function_shows_its_graph(add) -> None:
    def func(a, b):
        c = add(a, b)
        d = b - 1
        return c * d

    found = graph(func, a=1.5, b=2.5)
    assert found is not None
    signs = [node.get("sign", "") for node in found["nodes"]]
    assert signs == ["", "", "+", "", "-", "*"]
    assert found["result"] == 5


def test_a_function_that_gives_nothing_back_has_no_graph() -> None:
    assert graph(lambda a, b: None, a=1.0, b=2.0) is None


def test_a_picture_is_plain_and_not_endless() -> None:
    assert plain_picture({"a": (1, float("nan"), True, "x")}) == {"a": [1.0, None, True, "x"]}
    with pytest.raises(ValueError, match="too much"):
        plain_picture([0] * 50_000)
