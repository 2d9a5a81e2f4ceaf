"""`abcstudio compose` with wishes: each holds in each take, or a sentence says why it cannot."""

import json
from pathlib import Path
from typing import Any

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.composing.provenance import read_provenance, without_provenance
from abcstudio.composing.tune_wishes import TuneWishes
from tests.unit.composing.kept_wishes import broken_wishes


def composed(
    capsys: pytest.CaptureFixture[str], *arguments: str, takes: int = 2
) -> list[dict[str, Any]]:
    """Compose takes; return what their lines of JSON tell."""
    given = ["compose", "--takes", str(takes), "--rng-seed", "5", "--jsonl"]
    assert main([*given, *arguments]) == DONE
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return lines[:-1]


@pytest.mark.parametrize(
    ("arguments", "wishes"),
    [
        (
            "--form aabb --measures 4 --range whistle --meter 6/8 --key D --rhythm jig"
            " --no-accidentals --end-on-tonic --new",
            TuneWishes(
                form="AABB", measures=4, range="whistle", meter="6/8", key="D", rhythm="jig",
                accidentals=False, ends_on_tonic=True, new=True,
            ),
        ),
        ("--pickup with --form AB --measures 4",
         TuneWishes(pickup="with", form="AB", measures=4)),
        ("--pickup without --form AB", TuneWishes(pickup="without", form="AB")),
        ("--rhythm waltz --range D-b", TuneWishes(rhythm="waltz", range="D-b")),
    ],
)  # fmt: skip
def test_each_take_is_as_wished_and_says_so(
    arguments: str, wishes: TuneWishes, capsys: pytest.CaptureFixture[str]
) -> None:
    # Several where all is wished for at once.
    count = 2 if wishes.new else 1
    takes = composed(capsys, *arguments.split(" "), takes=count)
    assert len(takes) == count
    for take in takes:
        tune = without_provenance(take["text"])
        assert (broken_wishes(tune, wishes), tune) == ([], tune)
        assert take["wishes"] == wishes.data()
        assert take["guard"]["characters"] > 0
        origin = read_provenance(take["text"])
        assert origin is not None
        assert (origin.wishes, origin.sampling.guard) == (wishes, True)
        # With lines of the header, the network is asked for a title.
        assert "\nT:" in tune or not wishes.for_clock().fields


def test_takes_have_the_rhythm_of_a_given_tune(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given.abc"
    # The file header says the unit, and of the meter the tune knows better.
    music = "|:A|d2e fga|g>fe d2:|"
    given.write_text(f"M:4/4\nL:1/8\n\nX:1\nM:6/8\nK:D\n{music}\n", encoding="utf-8")
    wishes = TuneWishes(rhythm_of="M:6/8\nL:1/8\n|:o|o2o ooo|o>oo o2:|\n", range="whistle")
    takes = composed(capsys, "--rhythm-of", str(given), "--range", "whistle", takes=1)
    for take in takes:
        tune = without_provenance(take["text"])
        assert (broken_wishes(tune, wishes), tune) == ([], tune)
        origin = read_provenance(take["text"])
        assert origin is not None
        assert origin.wishes == wishes


def test_a_tune_without_a_rhythm_to_keep_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given.abc"
    given.write_text("X:1\nM:none\nK:D\nd2e|\n", encoding="utf-8")
    assert main(["compose", "--rhythm-of", str(given)]) == UNUSABLE
    assert "given.abc: the first tune has no rhythm" in capsys.readouterr().err


def test_takes_without_wishes_tell_none(capsys: pytest.CaptureFixture[str]) -> None:
    takes = composed(capsys, "--max-chars", "10")
    assert "wishes" not in takes[0]
    assert "guard" not in takes[0]
    assert "%%abcstudio wishes" not in takes[0]["text"]


def test_measures_are_full_unless_the_flag_says_otherwise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert all(take["guard"]["characters"] > 0 for take in composed(capsys, takes=1))
    assert all("guard" not in take for take in composed(capsys, "--no-guard"))


def test_full_measures_that_cannot_be_are_left_out_and_refused_where_the_flag_is_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compose", "--max-chars", "10"]) == DONE
    assert "no whole tune fits into 10 characters" in capsys.readouterr().err
    assert main(["compose", "--max-chars", "10", "--guard"]) == UNUSABLE
    assert "No tune with whole measures" in capsys.readouterr().err


def test_a_long_form_has_room_unless_the_length_is_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wanted = ["compose", "--form", "AABBCCDD", "--measures", "64"]
    assert main([*wanted, "--max-chars", "500"]) == UNUSABLE
    told = capsys.readouterr().err
    assert "256 measures takes some 2,560 characters, and a take has 500 at most" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--form", "ABA"], "'ABA' is not a form, such as AABB"),
        (["--form", "AABB", "--measures", "65"], "not a whole number between 1 and 64"),
        (["--measures", "8"], "give --form too"),
        (["--range", "banjo"], "'banjo' is not a range, such as D-b or one of whistle, flute"),
        (["--pickup", "some"], "'some' is not with or without"),
        (["--meter", "4/5"], "'4/5' is not a meter, such as 6/8"),
        (["--key", "H"], "'H' is not a key, such as D, Em or Ador"),
        (["--rhythm", ""], "'' is not a rhythm"),
        (["--key", "D", "--no-guard"], "leave out --no-guard"),
        (["--rhythm-of", "a.abc", "--meter", "C"], "leave out --meter and --form"),
    ],
)
def test_what_is_no_wish_is_refused_with_what_is_one(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compose", *arguments])
    assert ended.value.code == UNUSABLE
    assert words in capsys.readouterr().err


HEADER = "X:1\\nM:4/4\\nL:1/8\\nK:D\\n"
JIG = "X:1\\nM:6/8\\nL:1/8\\nK:D\\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--rhythm", "düo"], "has never seen ü, so it cannot write R:düo"),
        (["--key", "G", "--prompt", HEADER], "The seed says K:D, and K:G is wished"),
        (
            ["--no-accidentals", "--prompt", f"{HEADER}^A"],
            "K:D\n^”: no accidentals. Change the seed",
        ),
        (["--form", "AABB", "--prompt", f"{HEADER}A"], "K:D\nA”: the form. Change the seed"),
        (
            ["--range", "F-A", "--key", "D", "--end-on-tonic"],
            "one of the wishes there is one: the range.",
        ),
        (["--form", "A", "--prompt", f"{HEADER}A8A"], "No tune with whole measures goes on"),
        (["--new", "--prompt", f"{JIG}AFA Agf|ede fdB|AFA AdF|EFE E2 A|"], "The seed itself has"),
    ],
)
def test_a_wish_that_cannot_be_held_is_refused_with_the_way_out(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compose", *arguments]) == UNUSABLE
    assert words in capsys.readouterr().err
