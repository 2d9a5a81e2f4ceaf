"""Fixing many problems at once: all gone that can go, nothing new, nothing else touched."""

import pytest

from abcstudio.errors import CancelledError
from abcstudio.notation.editing.fixing import fix_problems
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stopping

HEADER = "X:1\nT:Tune\nM:4/4\nL:1/8\nK:G\n"


def codes_of(text: str) -> list[str]:
    return [found.code for found in parse(text).diagnostics]


def test_all_that_can_be_fixed_is_fixed() -> None:
    text = HEADER + "+GB+2 (ab) !fermta!c2 d2|;A4 (A4-B4)|\n"
    fixed = fix_problems(text)
    assert fixed.left == 0
    assert fixed.fixed == len([f for f in parse(text).diagnostics if f.fix is not None])
    assert all(found.fix is None for found in parse(fixed.text).diagnostics)
    assert fixed.text.startswith(HEADER + "[GB]2 (ab) !fermata!c2 d2|")


def test_only_the_wanted_kind_is_fixed() -> None:
    text = HEADER + "+GB+2 c2 d4|+GB+2 !fermta!c2 d4|\n"
    fixed = fix_problems(text, {"chord-old-style"})
    assert fixed.text == HEADER + "[GB]2 c2 d4|[GB]2 !fermta!c2 d4|\n"
    assert fixed.fixed == 2


def test_a_text_without_problems_stays_as_it_is() -> None:
    text = HEADER + "GABc dedB|\n"
    assert fix_problems(text) == type(fix_problems(text))(text, 0, 0)


def test_a_stop_ends_it() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        fix_problems(HEADER + "+GB+2 c2 d4|\n")


@pytest.mark.parametrize("body", [";" * 40 + "A|", "(a-b" * 20, '"x' * 9, "|:A:|B|:C|:D:|:E"])
def test_fixing_never_adds_a_problem(body: str) -> None:
    text = HEADER + body + "\n"
    before, after = codes_of(text), codes_of(fix_problems(text).text)
    for code in set(after):
        assert after.count(code) <= before.count(code), code


@pytest.mark.parametrize(
    "body",
    [
        "|: d2| (A4-B4)| (a-b !fermta!c2 d2| |: ",
        "|: |: (3abc [1 ",
        "(ab) A4 |: !f (a-b z8| d2| [ab (a-b ",
    ],
)
def test_what_is_told_adds_up(body: str) -> None:
    """A fix that removes two problems counts as two: the button, the notice and the list agree."""
    text = HEADER + body + "\n"
    before = parse(text).diagnostics
    fixed = fix_problems(text)
    after = parse(fixed.text).diagnostics
    promised = sum(found.has_sure_fix for found in before)
    assert fixed.fixed + fixed.left == promised
    assert fixed.fixed + fixed.gone_too == len(before) - len(after)
