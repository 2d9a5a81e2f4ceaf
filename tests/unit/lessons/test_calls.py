"""The call at a place of code: by its name, or the innermost one that is open."""

from pathlib import Path

import pytest

from abcstudio.lessons.calls import call_at, read_calls
from abcstudio.paths import lessons_dir

CALLS = read_calls(lessons_dir())


def call_in(code: str) -> str:
    """Return the name of the call at the sign | of some code."""
    place = code.index("|")
    found = call_at(CALLS, code.replace("|", "", 1), place)
    return found.call.partition("(")[0] if found is not None else ""


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("torch.multi|nomial(p, 1)", "multinomial"),
        ("torch.multinomial(p, |1)", "multinomial"),
        ("torch.multinomial(torch.softmax(x, dim=-1), |)", "multinomial"),
        ("torch.multinomial(torch.softmax(x, |", "softmax"),
        ("nn.Linear(|", "Linear"),
        ("F.cross_entropy(a, (1, [2, |", "cross_entropy"),
        ("np.array([x for x in |", "array"),
        ("loss.backward(|)", "backward"),
        ("optim.Adam(model.parameters(), |", "Adam"),
        ("func(torch.zeros(1), |)", ""),
        ("torch.nothing_like_it(|)", ""),
        ("|", ""),
        ("x = 1|", ""),
        (")))|", ""),
    ],
)
def test_the_call_at_the_caret_is_found(code: str, name: str) -> None:
    assert call_in(code) == name


def test_all_calls_say_what_they_take() -> None:
    assert len(CALLS) > 100
    assert all("(" in call.call and len(call.call) <= 300 for call in CALLS.values())
    assert "num_samples" in CALLS["torch.multinomial"].call
    assert "hidden_size" in CALLS["torch.nn.LSTM"].call


def test_without_a_list_no_call_is_known(tmp_path: Path) -> None:
    assert read_calls(tmp_path) == {}
    (tmp_path / "calls.json").write_text('["no", "calls"]')
    assert read_calls(tmp_path) == {}
