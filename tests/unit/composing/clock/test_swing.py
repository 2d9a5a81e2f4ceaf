import random
import shutil
import subprocess
from pathlib import Path

import pytest

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.states import Body, State
from abcstudio.composing.clock.wishes import Language
from tests.unit.composing.clock.test_clock import CHARACTERS, reads

HEADER = "X:1\nR:hornpipe\nM:4/4\nL:1/8\nK:G\n"


@pytest.mark.parametrize(
    ("music", "until"),
    [
        # A chord counts for one unit: behind two, the beat is lost until the bar line.
        ("[BD]2 GA B>cd2|G8|]", "[BD]2 GA B"),
        ("[BD]/d/[BD]/d/GA B>cd2|G8|]", "[BD]/d/[BD]/d/GA B"),
        ("[BD]2 ~GA B2d2|G8|]", "[BD]2 "),
        # Behind a triplet a chord, a rest or grace notes make the next note one of its kind.
        ("G(3GAB [BD]cd2f|G8|]", "G(3GAB ["),
        ("G(3GAB zcd2f|G8|]", "G(3GAB "),
        ("G(3GAB {c}dcdef|G8|]", "G(3GAB "),
        ("G2c2d2(3GAB|[BD]8|]", "G2c2d2(3GAB|["),
        ("G2(3GAz c2d2|G8|]", "G2(3GA"),
    ],
)
def test_any_program_swings_the_same_notes(music, until):
    assert reads(music, HEADER) == until
    assert reads(music, HEADER, careful=False) is True
    assert reads(music, HEADER.replace("hornpipe", "reel")) is True


@pytest.mark.parametrize(
    "music",
    [
        "[BD]3A G>A B>c|G8|]",
        "[BD]2 GA BcdB|c>B [BD]4 z2|]",
        "(3GAB c>d (3GAB (3{a}gfe|c>d [BD]4 z2|]",
        "(3GAB c[BD] z{a}g f2|G8|]",
    ],
)
def test_what_leaves_the_beat_alone_is_let_through(music):
    assert reads(music, HEADER) is True


@pytest.mark.skipif(shutil.which("abc2midi") is None, reason="abc2midi is not installed")
def test_abc2midi_finds_no_fault_in_what_is_let_through(tmp_path: Path) -> None:
    clock, rng = MeasureClock(Language(), CHARACTERS), random.Random(0)
    music = "G8|"
    for _ in range(300):
        state = clock.read(f"{HEADER}{music}").state
        assert state is not None
        music += _measure(clock, rng, state) + "\n"
    path = tmp_path / "swing.abc"
    path.write_text(f"{HEADER}{music}", "utf-8")
    said = subprocess.run(["abc2midi", str(path), "-c"], capture_output=True, text=True, timeout=60)
    assert said.stdout.count("line-char") == 0, said.stdout


def _measure(clock: MeasureClock, rng: random.Random, before: State) -> str:
    """Return a measure of signs drawn at random, with its bar line."""
    while True:
        state, music = before, ""
        for sign in (_sign(rng) for _ in range(60)):
            after = _after(clock, state, sign)
            if after is None:
                continue
            state, music = after, music + sign
            ended = _after(clock, state, "|")
            if isinstance(ended, Body) and ended.measure.need == 0:
                return f"{music}|"


def _after(clock: MeasureClock, state: State, signs: str) -> State | None:
    for sign in signs:
        after = clock.step(state, sign)
        if after is None:
            return None
        state = after
    return state


def _sign(rng: random.Random) -> str:
    note, other, third = rng.sample("GABcdef", 3)
    chord = f"[{note}{other}]"
    kinds = (
        chord, f"{chord}2", f"{chord}3", f"{chord}/", f"{note}>{other}", f"{note}<{chord}",
        f"(3{note}{other}{third}", f"(3{{a}}{note}{other}{third}", f"(3{note}{other}{chord}",
        f"(3{note}{other}z", "z", "z2", note, f"{note}2", f"{{a}}{note}", f"~{note}", f"T{note}",
        f"{note}/", f"{note}2-{note}",
    )  # fmt: skip
    return rng.choice(kinds)
