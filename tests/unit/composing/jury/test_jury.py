"""What the jury says of single tunes, of hostile ones too."""

import json
import math
import re
from pathlib import Path

import pytest

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.jury import LIKE_MOST, TYPICAL, Jury, JuryVerdict
from abcstudio.composing.jury.plagiarism import Copied
from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import TextFileError
from abcstudio.jury_messages import JURY
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.paths import bundled_jury, bundled_tunebook

HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"
REEL = HEADER + (
    "|:G2BG dGBG|G2Bd egfa|g2eg d2BG|A2AB AGEF|"
    "G2BG dGBG|G2Bd egfa|g2ag edBd|1 A2G2 G4:|2 A2G2 G4|]\n"
)
HOSTILE = {
    "nothing": "",
    "no_notes": HEADER + "z8|z8|]",
    "one_note": HEADER + "G8|]",
    "no_bar_lines": HEADER + "GABc" * 500,
    "many_notes": HEADER + "GABcdefg|" * 12_500,
    "one_pitch": HEADER + "GGGG GGGG|" * 40,
    "many_parts": HEADER + "|:G4A4:|" * 1500,
    "free_meter": "X:1\nM:none\nK:none\n" + "GAB cde f|" * 8,
    "tiny_meter": "X:1\nM:1/64\nL:1/8\nK:G\n" + "GABc|" * 8,
    "huge_notes": HEADER + "G99999999 A9999999|B/1048576 c999999|" * 8,
    "chords": HEADER + "[GBd]4[GBd]4|[Ac]8|z4[G,,b'']4|" * 4,
    "microtones": HEADER + "^1/2G_3/2A=B^^c __d4 e2|" * 8,
    "many_keys": HEADER + "[K:F#]G2A2[K:Gb]B2c2|[K:Cb]G2A2[M:7/8]B2c|" * 8,
    "tuplets": HEADER + "(3GAB (5cdefg (9GABcdefga|" * 8,
    "ties": HEADER + "G4-G4-|G4-G4-|" * 8,
    "pickups": HEADER + "|:G|:A|:B|:c|" * 20,
    "endings": HEADER + "|:G4A4|1 B4c4:|2 B4d4:|3 B4e4:|" * 10,
    "voices": HEADER + "V:1\nGABc defg|\nV:2\nG,8|\n" * 8,
    "deep": HEADER + "C,,,,,,,,,,8|c'''''''''''8|" * 8,
}


@pytest.fixture(scope="module")
def jury() -> Jury:
    """Return the jury in the box."""
    return Jury.load(bundled_jury())


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_judged(jury: Jury, name: str) -> None:
    verdict = jury.judge(parse(HOSTILE[name]))
    assert tuple(verdict.values) == tuple(verdict.sentences) == CRITERIA
    assert all(0.0 <= value <= 1.0 for value in verdict.values.values())
    assert 0.0 <= verdict.score <= 1.0
    assert all(str(sentence) for sentence in verdict.sentences.values())


@pytest.mark.parametrize("name", ["nothing", "no_notes", "one_note", "no_bar_lines"])
def test_too_little_is_not_judged(jury: Jury, name: str) -> None:
    verdict = jury.judge(parse(HOSTILE[name]))
    assert set(verdict.values.values()) == {0.0}
    assert {str(one) for one in verdict.sentences.values()} == {
        "There is too little to judge: two measures and 8 notes are needed."
    }


def test_a_tune_that_never_changes_is_odd(jury: Jury) -> None:
    verdict = jury.judge(parse(HOSTILE["one_pitch"]))
    for criterion in ("range", "structure", "melody"):
        assert verdict.values[criterion] < TYPICAL


def test_an_accidental_is_named(jury: Jury) -> None:
    plain = jury.judge(parse(REEL))
    altered = jury.judge(parse(REEL.replace("g2eg d2BG", "g2eg ^d2BG")))
    assert altered.values["mode"] < min(TYPICAL, plain.values["mode"])
    assert "ccidental" in str(altered.sentences["mode"])
    assert altered.values["rhythm"] == plain.values["rhythm"]
    assert plain.values["mode"] >= TYPICAL


def test_a_copy_in_another_key_is_named(jury: Jury) -> None:
    tune = read_tunebook(bundled_tunebook())[986]
    copy = transpose(tune.text, 3)
    verdict = jury.judge(parse(copy), lambda source: f"no. {source + 1}")
    assert verdict.values["plagiarism"] < 0.01
    assert "no. 987" in str(verdict.sentences["plagiarism"])
    assert verdict.copied.source == 986


def test_a_leap_of_two_octaves_is_out_of_range(jury: Jury) -> None:
    leaping = jury.judge(parse(REEL.replace("g2ag edBd", "g'2a'g' edBd")))
    assert leaping.values["range"] < TYPICAL <= jury.judge(parse(REEL)).values["range"]


def test_only_what_most_real_tunes_are_like_is_called_typical(jury: Jury) -> None:
    seen = set()
    for tune in read_tunebook(bundled_tunebook())[::60]:
        verdict = jury.judge(parse(tune.text))
        for criterion, value in verdict.values.items():
            message_id = verdict.sentences[criterion].message_id
            assert message_id.endswith(".typical") == (value >= LIKE_MOST)
            assert message_id.endswith(".seldom") == (TYPICAL <= value < LIKE_MOST)
            if message_id.endswith(".seldom"):
                assert f"{round(100 * value)} %" in str(verdict.sentences[criterion])
                seen.add(criterion)
    assert seen >= {"mode", "rhythm", "melody"}


def test_the_score_is_a_probability() -> None:
    assert verdict_of(0.0).score == 0.5
    assert verdict_of(-math.inf).score == 0.0
    assert verdict_of(800.0).score == 1.0
    assert 3 * (1 - verdict_of(math.log(3)).score) == pytest.approx(verdict_of(math.log(3)).score)


def verdict_of(odds: float) -> JuryVerdict:
    sentences = dict.fromkeys(CRITERIA, Phrase("jury.rhythm.typical"))
    return JuryVerdict({}, sentences, Copied(-1, frozenset(), 8), odds)


def test_a_copy_and_a_spoilt_tune_have_lower_scores(jury: Jury) -> None:
    tune = read_tunebook(bundled_tunebook())[986].text
    plain = jury.judge(parse(REEL)).score
    assert jury.judge(parse(tune)).score < 0.1 * plain
    assert jury.judge(parse(REEL.replace("g2ag edBd", "g'2a'g' edBd"))).score < plain
    assert jury.judge(parse(REEL.replace("g2eg", "^g2_eg"))).score < plain


def test_the_jury_in_the_box_is_written_and_read_again(jury: Jury, tmp_path: Path) -> None:
    path = tmp_path / "jury.json"
    path.write_text(json.dumps(jury.data), encoding="ascii")
    again = Jury.load(path)
    assert again.data == jury.data
    score = parse(REEL)
    assert again.judge(score).values == jury.judge(score).values


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "\x00", '{"format": 2}', '{"format": 1}',
        '{"format": 2, "tables": {}, "scales": {}, "known": ""}',
        '{"format": 2, "tables": [], "scales": {}, "known": ""}',
    ],
)  # fmt: skip
def test_a_damaged_jury_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "jury.json"
    path.write_text(text, encoding="ascii")
    with pytest.raises(TextFileError):
        Jury.load(path)


def test_every_sentence_belongs_to_a_figure(jury: Jury) -> None:
    for message_id in JURY:
        if match := re.fullmatch(r"jury\.(\w+)\.(\w+)\.(?:high|low)", message_id):
            for kind in jury.scales[match[1]].kinds.values():
                assert f"{match[1]}.{match[2]}" in kind.weighings, message_id
    for name in CRITERIA:
        assert f"jury.{name}.typical" in JURY
        assert name == "plagiarism" or f"jury.{name}.odd" in JURY
