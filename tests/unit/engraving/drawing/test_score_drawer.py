"""A changed tune is drawn in part, and its score is the one that the whole tune gives."""

import gc
import random
import re
from pathlib import Path

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing import score_drawer
from abcstudio.engraving.drawing.drawing_parts import Shape
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver_tasks import ScoreReceiver, ScoreSender
from abcstudio.engraving.drawing.score_drawer import ScoreDrawer
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.engraving.mei.mei_systems import Systems
from abcstudio.notation.reader.parser import parse
from tests.thorough import some, tries

HEAD = "X:1\nT:A Tune\nC:Trad.\nR:reel\nM:4/4\nL:1/8\nQ:1/4=120\n"
LINES = "GABc dedB|dedB dedB|c2ec B2dB|A2A2 AFDF:|\n|:g2gf gdBd|g2f2 e2d2|c2ec B2dB|A2FA G4:|\n"
TUNES = {
    "plain": f"{HEAD}K:G\n{LINES * 4}",
    "ties and slurs over the line": f"{HEAD}K:D\n" + "DEFG ABcd-|\n"
    "d2AB (c2d2|\n"
    "e2)dc d4|\n"
    "!<(!f2ed c2BA|\n"
    "G4!<)! A4|\n" + LINES * 2,
    "a slur over three lines": f"{HEAD}K:D\n(DEFG ABcd|\nd2AB c2d2|\ne4) d4|\n{LINES * 3}",
    "endings": f"{HEAD}K:Em\n"
    + "|:E2BE dEBE|E2BE AFDF|\n[1 E2BE dEBE|\nBABc dAFD:|\n[2 E8|]\n" * 4,
    "keys and clefs": f"{HEAD}K:D\n{LINES}K:Bb\n{LINES}M:6/8\nGAB cde|[K:C clef=bass]C,D,E, "
    f"F,G,A,|\n[K:treble]GAB cde|M:C\nK:F#m\n{LINES}",
    "two voices": f"{HEAD}%%score {{1 2}}\nV:1 name=Fiddle sname=F.\n"
    + "V:2 clef=bass name=Cello\nK:G\n"
    + "[V:1] GABc dedB|c2ec B2dB|\n[V:2] G,4 B,4|C4 G,4|\n" * 6,
    "song": f"{HEAD}K:G\n" + "G2A2 B2c2|d4 B4|\nw: sing-ing this song-\n"
    "c4 B4|A4 G4-|\nw: -ly by-y\n"
    "G4 z4|c2B2A2G2|\n"
    "w: __ so long it is\n" * 3 + "W:And more words\nW:below\n",
    "parts and marks": f"{HEAD}P:AB\nK:G\nP:A\n"
    + '"G"!trill!G2AB "C"c4|~d2BG "_low"A4|\nP:B\n'
    + "{g}f2ed .c2.B2|(3ABc d2 !fermata!e4|\n" * 4,
    "a whole note": f"{HEAD}K:G\n{LINES}G8|A8|\n{LINES * 2}",
    "pickup and rests": f"{HEAD}K:G\nGA|{LINES}z8|Z2|x4 z4|\n{LINES}G2[Bd]2 & E4|G8|\n",
}
TYPED = ("g", "|", "2", "-", "(", "z", '"Am"', "[K:A]", "\n", "G8|", ":|", "!f!")


def whole(mei: str) -> EngravedScore:
    return read_svg(draw(mei))


def assert_same(engraved: EngravedScore, expected: EngravedScore) -> None:
    assert (engraved.width, engraved.height) == (expected.width, expected.height)
    assert engraved.items == expected.items
    assert engraved.system_items == expected.system_items
    for found, wanted in (
        (engraved.notes, expected.notes),
        (engraved.measures, expected.measures),
    ):
        assert [box.element_id for box in found] == [box.element_id for box in wanted]
        assert [n for box in found for n in box.box] == pytest.approx(
            [n for box in wanted for n in box.box]
        )
    assert [n for box in engraved.systems for n in box] == pytest.approx(
        [n for box in expected.systems for n in box]
    )


@pytest.mark.parametrize("name", TUNES)
def test_an_edited_tune_looks_as_if_it_were_drawn_whole(name: str) -> None:
    text = TUNES[name]
    chance = random.Random(name)
    places = [found.end() for found in re.finditer(r"[A-Ga-g](?=[ A-Ga-g|\n])", text)]
    drawer = ScoreDrawer()
    drawer.draw(mei_of(parse(text)))
    for typed in chance.sample(TYPED, tries(2)):
        place = chance.choice(places)
        for changed in (text[:place] + typed + text[place:], text):
            mei = mei_of(parse(changed))
            assert_same(drawer.draw(mei), whole(mei))


def test_every_feature_stays_as_it_is_drawn_in_the_whole() -> None:
    features = (Path(__file__).parents[1] / "features.abc").read_text(encoding="utf-8")
    for tune in split_tunebook(features):
        # Some of them twice over, so that there are lines which the change leaves alone.
        header, key, music = re.split(r"(^K:.*\n)", tune.text, maxsplit=1, flags=re.MULTILINE)
        text = header + key + f"{music}\n" * 3
        drawer = ScoreDrawer()
        drawer.draw(mei_of(parse(text)))
        place = text.index(music) + len(music) // 2
        for typed in some(("g",), ("|",)):
            mei = mei_of(parse(text[:place] + typed + text[place:]))
            assert_same(drawer.draw(mei), whole(mei))


def test_lines_come_and_go_and_titles_change() -> None:
    text = TUNES["plain"]
    half = text.index(LINES, len(HEAD) + 10)
    versions = (
        text + LINES,
        text[:half] + LINES + text[half:],
        text,
        text.replace("A Tune", "A Longer Title"),
        text.replace("T:A Tune\n", "T:A Tune\nT:Another Name\n"),
        text,
        text.replace("C:Trad.\n", ""),
        text + "W:Words below\n",
        text + "W:Words below, more of them\n",
        text.replace("dedB|dedB", "dedB d8|dedB", 1),
    )
    drawer = ScoreDrawer()
    for version in versions:
        mei = mei_of(parse(version))
        assert_same(drawer.draw(mei), whole(mei))


def test_only_what_is_around_a_change_is_drawn_and_the_rest_is_shared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []

    def seen(mei: str, options: EngravingOptions) -> str:
        given.append(mei)
        return draw(mei, options)

    monkeypatch.setattr(score_drawer, "draw", seen)
    text = f"{HEAD}K:G\n{LINES * 10}"
    drawer = ScoreDrawer()
    before = drawer.draw(mei_of(parse(text)))
    place = text.index("e2d2", len(text) // 2)
    after = drawer.draw(mei_of(parse(text[:place] + "g" + text[place:])))
    assert given[1].count("<measure") < given[0].count("<measure") / 4
    shared = {piece.drawing for piece in before.pieces} & {p.drawing for p in after.pieces}
    assert len(shared) == len(before.pieces) - 1
    last, old_last = after.pieces[-2], before.pieces[-2]
    assert last.drawing is old_last.drawing
    assert last.offset == old_last.offset + 1


def test_the_same_text_again_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = ScoreDrawer()
    mei = mei_of(parse(TUNES["plain"]))
    engraved = drawer.draw(mei)
    monkeypatch.setattr(score_drawer, "draw", lambda *_: pytest.fail("it was drawn again"))
    assert drawer.draw(mei).pieces == engraved.pieces


def test_another_width_or_filled_lines_are_drawn_whole() -> None:
    mei = mei_of(parse(TUNES["plain"]))
    drawer = ScoreDrawer()
    drawer.draw(mei)
    wide = drawer.draw(mei, EngravingOptions(score_width=2600))
    assert wide.width == 26_000
    filled = EngravingOptions(breaks="auto")
    assert drawer.draw(mei, filled).items == read_svg(draw(mei, filled)).items
    assert_same(drawer.draw(mei), whole(mei))


def test_what_reaches_over_more_than_one_line_end_makes_a_tune_one_piece() -> None:
    assert Systems(mei_of(parse(TUNES["ties and slurs over the line"]))).is_plain
    assert not Systems(mei_of(parse(TUNES["a slur over three lines"]))).is_plain


def test_scores_pass_between_processes_as_what_is_new() -> None:
    sender, receiver = ScoreSender(), ScoreReceiver()
    text = f"{HEAD}K:G\n{LINES * 10}"
    drawer = ScoreDrawer()
    known = receiver.engraved(sender.message(drawer.draw(mei_of(parse(text)))))
    place = text.index("e2d2", len(text) // 2)
    engraved = drawer.draw(mei_of(parse(text[:place] + "g" + text[place:])))
    message = sender.message(engraved)
    assert len(message.drawings) == 1
    received = receiver.engraved(message)
    assert received.items == engraved.items
    assert received.systems == engraved.systems
    assert received.pieces[0].drawing is known.pieces[0].drawing


def test_long_scores_keep_their_figures_exact() -> None:
    text = f"{HEAD}K:G\n" + "GABc dedB|\n" * 600
    engraved = ScoreDrawer().draw(mei_of(parse(text)))
    assert engraved.height > 1_000_000
    beams = [i for i in engraved.items if isinstance(i, Shape) and i.is_filled]
    assert not any("e" in beam.data for beam in beams)


def test_what_is_drawn_leaves_no_cycles_of_objects() -> None:
    """The engraving process searches for none: what is in one stays there as long as it runs."""
    drawer, sender = ScoreDrawer(), ScoreSender()
    meis = [mei_of(parse(text)) for text in TUNES.values()]
    sender.message(drawer.draw(meis[0], EngravingOptions()))
    gc.collect()
    gc.disable()
    try:
        for mei in meis:
            sender.message(drawer.draw(mei, EngravingOptions()))
        parse(TUNES["song"])
        assert gc.collect() == 0
    finally:
        gc.enable()
