import itertools
import threading

import pytest

from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.melody_reader import can_read
from abcstudio.corpus.similarity import contour, quick_contours
from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.stopping import stopping
from tests.deadline import until
from tests.unit.counted_work import CallCounter

HEAD = "X:1\nT:Da capo al fine\nM:6/8\nL:1/8\nK:{key}\n"


def quick(text: str) -> tuple[int, ...]:
    return quick_contours([text])[0]


@pytest.mark.parametrize("key", ["G", "Bb", "Edor", "F#m", "none", "D ^g", "Hp"])
@pytest.mark.parametrize(
    "body",
    [
        "|:GAB c2d|efg fed:|",
        "d|G2A B2c|d3 d2|",
        "G>A B<c|d>>e f<<g|G> A z>B|",
        "(3GAB (3:2:2G2A|(4GABc (5GABcd|(2GA G2|",
        "^F2 F ^c=c C|F2 C3 __B|",
        "B3-B2A|B-|B ^f3-|f2 f|[GB]3-[GB]3|",
        "[GBd]2 [ce] [G2B2]3/|[1 G3 :|[2 A3 |]",
        "z3 G3|z G z A2 z|Z2|x2 A|",
        '"Am"A2 !trill!B {cde}c|.d ~e Hf ug vd|(GA) B2 % and GABc\nG6|',
        "GAB|[K:D]fcf|[L:1/16]fcfcfc|\nK:F\nBeB|M:2/4\nL:1/4\nBe|w:la la Be-ba-Gug\n",
        "C,D,E, c'd''e'|G3/2A/B// c/4 c3/4|y4 G y A|",
    ],
)
def test_it_reads_what_the_parser_reads(key: str, body: str) -> None:
    text = HEAD.format(key=key) + body
    assert can_read(text)
    assert quick(text) == contour(parse(text)) != ()


@pytest.mark.parametrize(
    "body", ["[V:1]GABc|\n[V:2]cBAG|", "GABc & C4|dedB|", "GABc|\nV:2\nCDEF|", "^3/2G ABc|"]
)
def test_what_it_cannot_read_is_left_to_the_parser(body: str) -> None:
    text = HEAD.format(key="G") + body
    assert not can_read(text)
    assert quick(text) == contour(parse(text))


def test_bundled_tunes_have_the_contours_that_the_parser_finds() -> None:
    texts = [tune.text for tune in read_tunebook(bundled_tunebook())[::40]]
    assert len(texts) > 100
    for text in texts:
        assert quick(text) == contour(parse(text)), text


def test_parting_the_bundled_tunes_is_quick_and_stops_at_once() -> None:
    tunes = read_tunebook(bundled_tunebook())
    asked: list[int] = []

    def should_stop() -> bool:
        asked.append(work.calls)
        return False

    with CallCounter() as work, stopping(should_stop):
        train, validation = split_by_family(tunes, 0.05, 1)
    assert work.calls < 3_000 * len(tunes)
    assert len(train) + len(validation) == len(tunes)
    gaps = [after - before for before, after in itertools.pairwise(asked)]
    assert max(gaps) < 150_000
    with pytest.raises(CancelledError), stopping(lambda: True):
        split_by_family(tunes, 0.05, 1)


def test_another_thread_is_not_kept_waiting() -> None:
    tunes = read_tunebook(bundled_tunebook())
    done = itertools.count()
    seen: list[int] = []

    def is_over() -> bool:
        seen.append(next(done))
        return not thread.is_alive()

    def part() -> None:
        with stopping(lambda: next(done) < 0):
            split_by_family(tunes, 0.05, 2)

    thread = threading.Thread(target=part)
    thread.start()
    until(is_over, what="the tunes are parted")
    # This thread has had its turns in most parts of the work.
    parts = {20 * place // seen[-1] for place in seen}
    assert len(parts) > 10
