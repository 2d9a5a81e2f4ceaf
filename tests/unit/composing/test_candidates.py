"""Which tune of a candidate's text the jury hears, and which candidate it keeps."""

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.candidates import Candidates
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury

EARLIER = "X:1\nM:4/4\nK:C\nCDEF GABc|\n\n"
HEADER = "X:2\nM:6/8\nL:1/8\nK:D\n"
JIG = "|:DFA dAF|GBd gdB|DFA dAF|GEC D3:|\n"
JURY = Jury.load(bundled_jury())


def test_the_jury_hears_the_new_tune_and_not_those_of_the_prompt() -> None:
    candidates = Candidates([EARLIER + HEADER], 1, JURY)
    candidates.add(SampledPiece(0, JIG))
    candidates.judge(0)
    chosen = candidates.chosen(0)
    assert chosen.text == EARLIER + HEADER + JIG
    assert chosen.marks == JuryMarks.of(JURY.judge(parse(HEADER + JIG)))


def test_the_better_of_two_candidates_is_kept() -> None:
    candidates = Candidates([HEADER], 2, JURY)
    for number, music in enumerate(("D6|D6|D6|^c_a^f G3|\n", JIG)):
        candidates.add(SampledPiece(number, music))
        candidates.judge(number)
    assert candidates.chosen(0).text == HEADER + JIG
