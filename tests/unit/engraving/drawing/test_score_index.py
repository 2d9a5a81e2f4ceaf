"""Places of a score: notes, measures, staves and signs are found where they stand."""

import pytest

from abcstudio.engraving.drawing.drawing_parts import Box, ElementBox
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.score_index import HALF_SPACE, ScoreIndex
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse

TUNE = "X:1\nT:Test\nM:6/8\nL:1/8\nK:D\nDEF GAB|z3 d3|\n[M:4/4]A2 B2 c4|c''8|\n[K:Eb]E8|]\n"
DUET = "X:1\nM:4/4\nL:1/8\nK:D\nV:1\nA4 B4|c8|\nV:2 clef=bass\nD,8|E,4 F,4|\n"


def engraving_of(text: str) -> EngravedScore:
    return read_svg(draw(mei_of(parse(text)), EngravingOptions(score_width=1500)))


@pytest.fixture(scope="module")
def engraved() -> EngravedScore:
    return engraving_of(TUNE)


@pytest.fixture(scope="module")
def index(engraved: EngravedScore) -> ScoreIndex:
    return ScoreIndex(engraved)


def box_of(engraved: EngravedScore, offset: int) -> Box:
    return next(note.box for note in engraved.notes if note.offset == offset)


def center(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def nearest(engraved: EngravedScore, x: float, y: float, tolerance: float) -> ElementBox | None:
    """Look at every note, as a check of the quick way."""

    def distance(note: ElementBox) -> float:
        box = note.box
        return max(box.left - x, x - box.right, box.top - y, y - box.bottom, 0)

    best = min(engraved.notes, key=distance)
    return best if distance(best) < tolerance else None


def test_each_note_is_found_at_its_place(engraved: EngravedScore, index: ScoreIndex) -> None:
    for note in engraved.notes:
        assert index.note_near(*center(note.box), 50) == note


def test_the_quick_way_finds_what_a_look_at_every_note_finds(
    engraved: EngravedScore, index: ScoreIndex
) -> None:
    for x in range(0, int(engraved.width), 470):
        for y in range(-200, int(engraved.height) + 200, 130):
            found, expected = index.note_near(x, y, 300), nearest(engraved, x, y, 300)
            assert (found is None) == (expected is None)


def test_empty_ground_leads_to_the_nearest_note_of_its_measure(
    engraved: EngravedScore, index: ScoreIndex
) -> None:
    first = engraved.measures[0].box
    found = index.note_in_measure(first.right - 30, first.top)
    assert found is not None
    assert found.offset == TUNE.index("B|z3")
    found = index.note_in_measure(engraved.measures[2].box.left + 1, engraved.measures[2].box.top)
    assert found is not None
    assert found.offset == TUNE.index("A2 B2")
    assert index.note_in_measure(first.left, first.top - 3000) is None


def test_measures_are_covered_when_all_in_them_is(
    engraved: EngravedScore, index: ScoreIndex
) -> None:
    wanted = [note.offset for note in engraved.notes if note.offset <= TUNE.index("z3")]
    boxes, inside = index.covered(frozenset(wanted))
    assert boxes == [engraved.measures[0].box]
    assert inside == frozenset(wanted) - {TUNE.index("z3")}
    assert index.covered(frozenset()) == ([], frozenset())


def test_systems_lie_above_and_below_one_another(
    engraved: EngravedScore, index: ScoreIndex
) -> None:
    low, high = box_of(engraved, TUNE.index("A2 B2")), box_of(engraved, TUNE.index("DEF"))
    assert index.row_number(high) == 0
    assert index.row_number(low) == 1
    above = index.above_or_below(low, -1)
    assert above is not None
    assert above < TUNE.index("A2 B2")
    assert index.above_or_below(high, -1) is None
    assert index.ends_of_row(high) == (TUNE.index("DEF"), TUNE.index("d3"))


def test_a_note_far_above_its_staff_is_still_on_it(
    engraved: EngravedScore, index: ScoreIndex
) -> None:
    high = box_of(engraved, TUNE.index("c''8"))
    staff = index.staff_of(high)
    assert staff is not None
    assert (staff.bottom - center(high)[1]) / HALF_SPACE == pytest.approx(19, abs=0.3)


def test_signs_lead_to_the_note_after_them(engraved: EngravedScore, index: ScoreIndex) -> None:
    first = engraved.measures[0].box
    kinds = {}
    for x in range(int(first.left), int(first.right), 20):
        for y in range(int(first.top) - 200, int(first.bottom) + 200, 40):
            sign = index.sign_at(x, y)
            if sign is not None:
                kinds[sign.kind] = index.note_after(sign.box)
    assert kinds == dict.fromkeys(("clef", "key", "meter"), TUNE.index("DEF"))


def test_each_voice_has_its_own_staff() -> None:
    engraved = engraving_of(DUET)
    index = ScoreIndex(engraved)
    upper, lower = box_of(engraved, DUET.index("A4")), box_of(engraved, DUET.index("D,8"))
    over, under = index.staff_of(upper), index.staff_of(lower)
    assert over is not None
    assert under is not None
    assert over.bottom - over.top == pytest.approx(720)
    assert under.bottom - under.top == pytest.approx(720)
    assert over.bottom < under.top
    found = index.note_in_measure(center(lower)[0] + 10, under.top)
    assert found is not None
    assert found.offset == DUET.index("D,8")


def test_a_score_without_music_has_nothing_to_find() -> None:
    index = ScoreIndex(engraving_of("X:1\nT:Nothing\nK:C\n"))
    box = Box(0, 0, 10, 10)
    assert index.note_near(5, 5, 100) is None
    assert index.note_in_measure(5, 5) is None
    assert index.note_after(box) is None
    assert index.above_or_below(box, 1) is None
    assert index.ends_of_row(box) is None
