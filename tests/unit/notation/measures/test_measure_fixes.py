"""The fixes of a measure that is too short or too long: its twin, its last note, a rest."""

import random
from collections import Counter

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.diagnostics import Diagnostic, Fix
from abcstudio.notation.editing.fixing import fix_problems
from abcstudio.notation.editing.writer import apply_changes
from abcstudio.notation.lexing.lexer import TokenKind, tokenize
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.thorough import tries

HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nK:C\n"
ODD_LENGTHS = ("measure-short", "measure-long")


def fixes(music: str) -> list[tuple[str, str, bool]]:
    """Return message, result and whether it is a guess of each fix of the only finding."""
    (found,) = parse(HEADER + music).diagnostics
    return [
        (
            fix.message_id.removeprefix("notation.fix-"),
            apply_changes(HEADER + music, [fix]).removeprefix(HEADER),
            fix.is_guess,
        )
        for fix in all_fixes(found)
    ]


def all_fixes(found: Diagnostic) -> tuple[Fix, ...]:
    return (found.fix, *found.other_fixes) if found.fix is not None else ()


def with_fault(text: str, rng: random.Random) -> str:
    """Return a tune without one of its notes, or with one of another length."""
    notes = [token.span for token in tokenize(text) if token.kind is TokenKind.NOTE]
    span = rng.choice(notes)
    note = text[span.start : span.end]
    other = rng.choice(("", note.rstrip("0123456789/"), note.rstrip("0123456789/") + "3"))
    return text[: span.start] + other + text[span.end :]


def test_a_measure_is_written_as_its_twin() -> None:
    assert fixes("ABcd efga|ABcd efg|ABcd efga|")[0] == (
        "twin", "ABcd efga|ABcd efga|ABcd efga|", False,
    )  # fmt: skip
    assert fixes("ABcd efga|ABcd ef2ga|cBAG FEDC|")[0] == (
        "twin", "ABcd efga|ABcd efga|cBAG FEDC|", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "music",
    [
        # Two others that are nearly this one, but not one another.
        "ABcd efga|ABcd efg|ABcd efgb|",
        # Two notes are missing.
        "ABcd efga|ABcd e2|ABcd efga|",
        # It has more than notes.
        'ABcd efga|ABcd "C"efg|ABcd efga|',
        "ABcd efga|A(Bc)d efg|ABcd efga|",
    ],
)
def test_what_is_no_twin_is_not_copied(music: str) -> None:
    assert "twin" not in [name for name, _, _ in fixes(music)]


def test_without_a_twin_the_last_note_or_a_rest_is_a_guess() -> None:
    assert fixes("ABcd efga|cBAG FE|GABc c4|") == [
        ("last-note", "ABcd efga|cBAG FE3|GABc c4|", True),
        ("add-rest", "ABcd efga|cBAG FE z2|GABc c4|", True),
    ]
    assert fixes("ABcd efga|cBAG FEDC2|GABc c4|") == [
        ("last-note", "ABcd efga|cBAG FEDC|GABc c4|", True)
    ]
    assert fixes("ABcd efga|cBAG FEDCB|GABc c4|") == []


def test_guesses_are_made_only_where_they_are_asked_for() -> None:
    text = HEADER + "ABcd efga|cBAG FE|GABc c4|"
    assert fix_problems(text).text == text
    assert fix_problems(text, ODD_LENGTHS).text == text
    assert fix_problems(text, ODD_LENGTHS, guesses=True).text == HEADER + (
        "ABcd efga|cBAG FE3|GABc c4|"
    )


def test_a_fix_of_a_real_tune_brings_no_other_problem() -> None:
    """Each fix by itself; most that copy a twin give the tune back as it was."""
    rng = random.Random(3)
    texts = [tune.text for tune in read_tunebook(bundled_tunebook())]
    seen: Counter[str] = Counter()
    for _ in range(tries(600)):
        whole = rng.choice(texts)
        text = with_fault(whole, rng)
        before = Counter(found.code for found in parse(text).diagnostics)
        for found in parse(text).diagnostics:
            for fix in all_fixes(found) if found.code in ODD_LENGTHS else ():
                fixed = apply_changes(text, [fix])
                after = Counter(each.code for each in parse(fixed).diagnostics)
                assert after[found.code] < before[found.code], (text, fix)
                assert after - before == Counter(), (text, fix)
                seen[fix.message_id] += 1
                seen["restored"] += fix.message_id == "notation.fix-twin" and fixed == whole
    assert min(seen[f"notation.fix-{name}"] for name in ("twin", "last-note", "add-rest")) > 20
    assert seen["restored"] > 0.8 * seen["notation.fix-twin"]
