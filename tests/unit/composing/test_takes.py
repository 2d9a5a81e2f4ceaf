from dataclasses import replace

import pytest

from abcstudio.composing.provenance import (
    Provenance,
    provenance_lines,
    read_provenance,
    with_provenance,
    without_provenance,
)
from abcstudio.composing.takes import complete_tune, make_take, remarks_on, tunes_in
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.learning.sampling.sampling_config import SamplingConfig, sampling_options
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord

TUNE = "X:1\nT:Up\nM:4/4\nL:1/8\nK:D\nDEFG ABcd|dcBA GFED|]"
ORIGIN = Provenance(
    model="Folk",
    fingerprint="0123456789ab",
    prompt="X:1\nT: 100% Ü\n",
    take=2,
    takes=5,
    sampling=SamplingConfig(rng_seed=42, top_k=40, top_p=0.95),
)


def notes(text):
    return [e for voice in parse(text).voices for e in voice.elements if isinstance(e, Chord)]


def test_provenance_can_be_read_again():
    assert read_provenance(with_provenance(TUNE, ORIGIN)) == ORIGIN


def test_wishes_stand_in_a_line_of_their_own_that_only_nonsense_spoils():
    wished = replace(ORIGIN, wishes=TuneWishes(form="AABB", key="D"))
    lines = provenance_lines(wished)
    assert '%%abcstudio wishes {"form": "AABB", "measures": 8, "key": "D"}\n' in lines
    assert read_provenance(lines) == wished
    newer = lines.replace('"key": "D"', '"key": "D", "mood": "sad"')
    assert read_provenance(newer) == wished
    assert read_provenance(lines.replace('{"form"', '["form"')) is None
    assert "wishes" not in provenance_lines(ORIGIN)


def test_people_count_takes_from_one_and_older_files_are_read_too():
    lines = provenance_lines(ORIGIN)
    assert "%%abcstudio rng_seed 42 tune 3 of 5\n" in lines
    assert read_provenance(lines.replace("tune 3 of", "take 2 of")) == ORIGIN


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("rng_seed {0.sampling.rng_seed}", "rng_seed 99999999999999999999"),
        ("rng_seed {0.sampling.rng_seed}", "rng_seed -1"),
        ("temperature {0.sampling.temperature}", "temperature nan"),
        ("temperature {0.sampling.temperature}", "temperature 1e999"),
        ("of {0.takes}\n", "of 2147483648\n"),
    ],
)
def test_provenance_beyond_all_ranges_says_nothing(said, instead):
    lines, said = provenance_lines(ORIGIN), said.format(ORIGIN)
    assert said in lines
    assert read_provenance(lines.replace(said, instead)) is None


@pytest.mark.parametrize("name", sampling_options())
def test_the_lines_tell_every_option_of_sampling(name):
    assert f" {name} " in provenance_lines(ORIGIN)


def test_lines_of_older_versions_leave_options_neutral_or_unknown():
    lines = provenance_lines(ORIGIN).splitlines()
    lines[2] = "%%abcstudio temperature 0.8 top_k 40 top_p 0.95"
    sampling = replace(
        ORIGIN.sampling,
        repetition_guard=False,
        share_attempts=False,
        edition=0,
    )
    unknown = frozenset({"max_chars", "stop_at_tune_end"})
    assert read_provenance("\n".join(lines)) == replace(ORIGIN, sampling=sampling, unknown=unknown)
    lines[2] += " repetition_guard 1"
    sampling = replace(sampling, repetition_guard=True)
    assert read_provenance("\n".join(lines)) == replace(ORIGIN, sampling=sampling, unknown=unknown)


def test_provenance_is_plain_ascii_and_stands_below_the_music():
    text = with_provenance(TUNE, ORIGIN)
    assert text.startswith(f"{TUNE}\n%%abcstudio model")
    assert provenance_lines(ORIGIN).isascii()
    assert without_provenance(text) == TUNE


def test_a_tune_with_provenance_is_the_same_music():
    text = with_provenance(TUNE, ORIGIN)
    assert len(notes(text)) == len(notes(TUNE)) == 16
    assert not [d for d in parse(text).diagnostics if d.severity is Severity.ERROR]


def test_new_provenance_replaces_the_old():
    other = Provenance(model="Mine", fingerprint="ba9876543210", prompt="X")
    assert with_provenance(with_provenance(TUNE, ORIGIN), other) == with_provenance(TUNE, other)


@pytest.mark.parametrize(
    "text",
    [
        TUNE,
        "",
        "%%abcstudio model",
        "%%abcstudio model 5 x\n%%abcstudio rng_seed 1\n",
        '%%abcstudio model "a" b\n%%abcstudio rng_seed x take y of z\n',
    ],
)
def test_nonsense_is_no_provenance(text):
    assert read_provenance(text) is None


def test_a_drawn_text_is_cut_at_blank_lines():
    raw = f"{TUNE}\n\n\n{TUNE}\n \nX:3\nT:no music\nK:G\n\nX:4\nT:cut sho"
    assert tunes_in(raw) == (TUNE, TUNE)


@pytest.mark.parametrize(
    ("block", "complete"),
    [
        ("DEFG ABcd|", "X:1\nK:C\nDEFG ABcd|"),
        ("T:Up\nDEFG|", "X:1\nT:Up\nK:C\nDEFG|"),
        ("X:7\nT:Up\nM:3/4\nDEF|", "X:7\nT:Up\nM:3/4\nK:C\nDEF|"),
        ("T:Up\nX:7\nK:G\nDEF|\nK:D\nABc|", "X:7\nT:Up\nK:G\nDEF|\nK:D\nABc|"),
        (TUNE, TUNE),
    ],
)
def test_a_missing_header_is_completed(block, complete):
    assert complete_tune(block) == complete


@pytest.mark.parametrize("raw", ["DEFG ABcd|", "T:Up\nDEFG ABcd|", TUNE, f"{TUNE}\n\nX:2\nT:x"])
def test_a_take_can_be_heard(raw):
    take = make_take(1, raw, ORIGIN)
    assert len(notes(take.text)) >= 8
    assert take.text.endswith("\n")
    assert "\n\n" not in take.text
    assert read_provenance(take.text) == ORIGIN


def test_a_take_without_music_is_still_a_text():
    assert make_take(1, "", ORIGIN).text.startswith("X:1\nK:C\n%%abcstudio")


def test_a_text_that_goes_on_keeps_its_later_tunes():
    text = make_take(1, f"{TUNE}\n\n{TUNE}\n\nX:3\nT:cut sho", ORIGIN).text
    first, second = text.split("\n\n")
    for tune in (first, second.rstrip("\n")):
        assert without_provenance(tune).rstrip("\n") == TUNE
        assert read_provenance(tune) == ORIGIN


@pytest.mark.parametrize(
    ("raw", "added"),
    [
        (TUNE, ()),
        ("DEFG ABcd|", ("X:1", "K:C")),
        ("X:1\nDEFG ABcd|", ("K:C",)),
        (f"{TUNE}\n\nT:More\nDEFG ABcd|", ("X:1", "K:C")),
        ("X:1\nT:cut sho", ("K:C",)),
        ("", ("X:1", "K:C")),
    ],
)
def test_what_was_put_into_the_header_is_known(raw, added):
    assert make_take(1, raw, ORIGIN).added_fields == added


def test_a_take_without_music_is_told_from_one_without_a_header():
    takes = [make_take(n, raw, ORIGIN) for n, raw in enumerate((TUNE, "DEF|", "X:1\nT:", ""), 1)]
    poor, silent = map(str, remarks_on([(take.number, take) for take in takes]))
    assert "no whole header in take 2. Put in front of its music: X:1, K:C." in poor
    assert "no music in take 3, 4" in silent
    assert "The program put in: K:C, X:1." in silent
    (whole,) = map(str, remarks_on([(7, make_take(7, "X:1\nT:Silence\nK:D\n", ORIGIN))]))
    assert "no music in take 7" in whole
    assert "put in" not in whole
    assert not remarks_on([(1, takes[0])])


@pytest.mark.parametrize(("temperature", "top_p"), [(0.8, 1.0), (0.81234567, 1 / 3), (1.0, 1e-4)])
def test_the_lines_of_a_take_tell_each_number_to_its_last_digit(
    temperature: float, top_p: float
) -> None:
    sampling = SamplingConfig(temperature=temperature, top_p=top_p, rng_seed=7)
    origin = Provenance(model="Folk", fingerprint="0", prompt="X:1\n", sampling=sampling)
    told = read_provenance(with_provenance("X:1\nK:C\nC|", origin))
    assert told is not None
    assert (told.sampling.temperature, told.sampling.top_p) == (temperature, top_p)
