"""Notes and rests as places of the text: found, walked along, gathered into measures."""

from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span

HEADER = "X:1\nL:1/8\nM:4/4\nK:D\n"
TUNE = HEADER + '"D"~{g}A2 [FA]2 z2 (3BcB|1 .d2 e2 f4 :|2 "Em"d8-|]\n[L:1/8] d4 ^c4 | B8 |\n'


def places(text: str = TUNE) -> ScorePlaces:
    return ScorePlaces(parse(text))


def words(found: ScorePlaces, starts: tuple[int, ...]) -> list[str]:
    return [place.span.of(found.score.text) for s in starts if (place := found.at(s))]


def test_every_note_and_rest_is_a_place() -> None:
    found = places()
    assert words(found, tuple(found.starts))[:9] == [
        "g", "A2", "F", "A", "z2", "B", "c", "B", "d2",
    ]  # fmt: skip
    grace = found.at(TUNE.index("g}"))
    assert grace is not None
    assert grace.is_grace
    assert not found.at(TUNE.index("A2")).is_grace


def test_a_span_touches_what_it_overlaps_and_a_caret_what_it_stands_at() -> None:
    found = places()
    start = TUNE.index("A2")
    assert words(found, found.touched(Span(start + 1, TUNE.index("z2") + 1))) == [
        "A2", "F", "A", "z2",
    ]  # fmt: skip
    assert words(found, found.touched(Span(start + 1, start + 1))) == ["A2"]
    assert found.touched(Span(start + 2, start + 2)) == ()
    assert found.touched(Span(0, 3)) == ()


def test_a_caret_behind_a_note_or_a_chord_finds_it() -> None:
    found = places()
    for part, expected in (("A2", ["A2"]), ("[FA]2", ["F", "A"]), ("z2", ["z2"])):
        assert words(found, found.ending_at(TUNE.index(part) + len(part))) == expected
    assert found.ending_at(TUNE.index("[FA]2")) == ()
    assert found.ending_at(0) == ()


def test_the_whole_of_a_note_has_what_stands_before_it() -> None:
    found = places()
    assert found.whole(TUNE.index("A2")).of(TUNE) == '"D"~{g}A2'
    assert found.whole(TUNE.index("g}")).of(TUNE) == "g"
    assert found.whole(TUNE.index("FA]")).of(TUNE) == "[FA]2"
    assert found.whole(TUNE.index("A]")).of(TUNE) == "A"


def test_walking_goes_from_element_to_element() -> None:
    found = places()
    start: int | None = TUNE.index("A2")
    seen = []
    while start is not None:
        seen.append(start)
        start = found.neighbour(start, 1)
    assert words(found, tuple(seen)) == [
        "A2",
        "F",
        "z2",
        "B",
        "c",
        "B",
        "d2",
        "e2",
        "f4",
        "d8",
        "d4",
        "^c4",
        "B8",
    ]
    assert found.neighbour(seen[0], -1) is None
    assert found.neighbour(seen[4], -1) == seen[3]


def test_measures_end_with_their_plain_bar_line() -> None:
    found = places()
    assert found.measure(TUNE.index("z2")).of(TUNE) == '"D"~{g}A2 [FA]2 z2 (3BcB'
    assert found.measure(TUNE.index("e2")).of(TUNE) == ".d2 e2 f4"
    assert found.measure(TUNE.index("d8")).of(TUNE) == '"Em"d8-'
    assert found.measure(TUNE.index("^c4")).of(TUNE) == "d4 ^c4 |"
    assert found.measure(TUNE.index("B8")).of(TUNE) == "B8 |"


def test_a_range_covers_both_ends_in_either_order() -> None:
    found = places()
    first, last = TUNE.index("e2"), TUNE.index("A]")
    expected = "[FA]2 z2 (3BcB|1 .d2 e2"
    assert found.between(first, last, whole_measures=False).of(TUNE) == expected
    assert found.between(last, first, whole_measures=False).of(TUNE) == expected
    measures = found.between(TUNE.index("d4"), TUNE.index("B8"), whole_measures=True)
    assert measures.of(TUNE) == "d4 ^c4 | B8 |"


def test_a_range_stays_in_the_voice_where_it_began() -> None:
    text = HEADER + "V:1\nA4 B4|c8|\nV:2\nD4 E4|F8|\n"
    found = places(text)
    span = found.between(text.index("A4"), text.index("E4"), whole_measures=False)
    assert span.of(text) == "A4 B4"
    span = found.between(text.index("D4"), text.index("c8"), whole_measures=True)
    assert span.of(text) == "D4 E4|F8|"


def test_a_problem_concerns_what_it_touches_or_what_is_nearest() -> None:
    found = places()
    assert words(found, found.concerned(Span(TUNE.index("f4"), TUNE.index("f4") + 1))) == ["f4"]
    bar = TUNE.index(":|2")
    assert words(found, found.concerned(Span(bar, bar + 2))) == ["f4"]
    assert words(found, found.concerned(Span(TUNE.index('"D"'), TUNE.index('"D"') + 3))) == ["A2"]
    assert found.concerned(Span(0, 3)) == ()


def test_what_a_macro_writes_stands_nowhere_of_its_own() -> None:
    found = places("X:1\nL:1/8\nm: ~A2 = ABA\nK:C\n~A2 Z| x8 |\n")
    assert [found.score.text[start] for start in found.starts][-2:] == ["Z", "x"]
