"""`abcstudio compose`: its flags have the window's ranges; it tells what it added to a take."""

from dataclasses import replace

import pytest

from abcstudio.cli.compose import sampling_of
from abcstudio.cli.main import main, make_parser
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.field_values import Flag
from abcstudio.learning.sampling.sampling_config import SamplingConfig, chosen_options


def parsed(*arguments: str) -> SamplingConfig:
    return sampling_of(make_parser().parse_args(["compose", *arguments]))


@pytest.mark.parametrize("name", chosen_options())
def test_each_option_is_a_flag_with_its_range(name: str) -> None:
    values, flag = chosen_options()[name].values, name.replace("_", "-")
    if isinstance(values, Flag):
        assert getattr(parsed(f"--{flag}"), name) is True
        assert getattr(parsed(f"--no-{flag}"), name) is False
        return
    for bound in (values.minimum, values.maximum):
        assert getattr(parsed(f"--{flag}", str(bound)), name) == bound
    for beyond in (values.minimum - 1, values.maximum + 1):
        with pytest.raises(SystemExit):
            parsed(f"--{flag}={beyond}")


def test_what_is_not_given_is_the_default_but_for_the_seed() -> None:
    one, other = parsed(), parsed()
    assert one.rng_seed != other.rng_seed
    assert one == replace(USUAL_SAMPLING, rng_seed=one.rng_seed)


@pytest.mark.parametrize(
    ("prompt", "added"), [("X:1\\nK:D\\ndAFA|", ""), ("X:1\\ndAFA|", "K:C"), ("dAFA|", "X:1, K:C")]
)
def test_a_header_that_the_network_did_not_write_is_named(
    prompt: str, added: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compose", "--prompt", prompt, "--max-chars", "10", "--rng-seed", "1"]) == DONE
    told = capsys.readouterr()
    assert "dAFA|" in told.out
    assert told.err.rstrip().endswith(f"Put in front of its music: {added}." if added else "")
    assert ("header" in told.err) == bool(added)


def test_characters_that_the_model_does_not_know_are_left_out_by_a_flag(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["compose", "--prompt", "X:1\\nT:Їжак\\nK:D\\ndAFA|", "--max-chars", "10"]
    assert main(asked) == UNUSABLE
    told = capsys.readouterr().err
    assert "never seen" in told
    assert "--drop-unknown" in told
    assert "--model" in told
    assert main([*asked, "--drop-unknown"]) == DONE


def test_a_take_without_music_is_said_with_what_was_put_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    prompt = "X:1\\nT:The"
    assert main(["compose", "--prompt", prompt, "--max-chars", "10", "--rng-seed", "1"]) == DONE
    told = capsys.readouterr()
    assert "\nK:C\n" in told.out
    assert "wrote no music in take 1" in told.err
    assert "The program put in: K:C." in told.err


@pytest.mark.parametrize(
    ("prompt", "is_said"), [("X:1\\nK:D\\ndAFA|", True), ("X:1\\nM:3/4\\nK:D\\ndAFA|", False)]
)
def test_a_key_that_leaves_the_meter_open_is_said_and_the_prompt_stays(
    prompt: str, is_said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compose", "--prompt", prompt, "--max-chars", "10", "--rng-seed", "1"]) == DONE
    told = capsys.readouterr()
    assert told.out.startswith(prompt.replace("\\n", "\n"))
    assert ("no M: before it" in told.err) == is_said
