"""Every element of tunes, explained and read aloud in Ukrainian: no English word, no exception."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from ukrainian_faults import english_words

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.notation.explaining.explanation import Explainer
from abcstudio.notation.explaining.spoken import reading_at
from abcstudio.notation.measures.measure_at import MeasurePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.ui.words.translation import message
from tests.thorough import some
from tests.ui.i18n.speaking import speaking

# Signs of all kinds, which the tunes in the box seldom have.
STRANGE = """%%MIDI program 25
X:1
T:Усе
C:Олена
R:slip jig
O:Галичина
M:9/8
L:1/8
Q:3/8=120
P:A2B
V:1 clef=bass name=Бас
K:Bbmix
|:!trill!{gab}^c>d [CEG]2"Am7"z2 x4|(3abc (d-d) .e ~f Hg|1 A,,B,, =e__f:|2 "^текст"Ty+fermata+a4|]
w:сло-во * співу_
[K:D dor] [M:C|] uA vB !segno!c !D.S.!d &efg |: u4 {/a}b ::
"""
ALL = 300


def told(tune: str, header: str) -> Iterator[tuple[int, str]]:
    """Yield what is said at each place of a tune, shown and read aloud."""
    score = parse(tune, header)
    explainer, places = Explainer(score), MeasurePlaces(score)
    last = None
    for offset in range(len(tune) + 1):
        found = explainer.of_token(offset)
        if found is not None and found.span != last:
            last = found.span
            yield from ((offset, said(phrase)) for phrase in found.sentences)
            yield offset, " ".join(map(said, reading_at(places, offset)))


def said(phrase: Phrase) -> str:
    return message(phrase.message_id, phrase.parameters)


def tunes_of_the_box(count: int) -> list[Tune]:
    book = read_tunebook(bundled_tunebook())
    return list(book[:: len(book) // count])[:count]


@pytest.mark.parametrize("count", some([3], [ALL]))
def test_all_is_explained_in_ukrainian(qapp: QApplication, count: int) -> None:
    found = set[str]()
    with speaking(qapp, "uk"):
        for tune, header in [
            (STRANGE, ""),
            *((t.text, t.file_header) for t in tunes_of_the_box(count)),
        ]:
            own = set(re.findall("[A-Za-z]+", f"{header} {tune}"))
            for offset, words in told(tune, header):
                if strange := [word for word in english_words(words) if word not in own]:
                    found.add(f"{strange}: {words} ({tune[offset : offset + 12]!r})")
    assert not found
