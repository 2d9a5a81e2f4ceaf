"""Every offered fix, applied, removes what it is for and brings nothing new."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fixes import examine_all, faults_of, made_texts
from music_faults import FAULTS as KNOWN_FAULTS

from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.diagnostics import Diagnostic, Fix
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.paths import bundled_tunebook
from tests.thorough import tries

ROOT = Path(__file__).parents[4]
HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nK:C\n"
FAULTS = {
    "accidental-needless": HEADER + "ABcd efg=a|ABcd efga|]",
    "bar-line-missing": HEADER + "ABcd efga|ABcd efga\nABcd efga|]",
    "broken-rhythm-alone": HEADER + "ABcd efga>:|ABcd efga|]",
    "broken-rhythm-over-bar": HEADER + "ABcd efga>|ABcd efga|]",
    "broken-rhythm-unequal": HEADER + "A2>B c2 efg2|]",
    "measure-short": HEADER + "ABcd efga|ABcd efg|ABcd gfed|]",
    "measure-long": HEADER + "ABcd efga|ABcd efga2|ABcd gfed|]",
    "chord-not-closed": HEADER + "[CEG2 ABcdef|ABcd efga|]",
    "quote-not-closed": HEADER + '"Am ABcd efga|ABcd efga|]',
    "chord-empty": HEADER + "ABcd[] efga|]",
    "chord-kind-unknown": HEADER + '"Fine"ABcd efga|]',
    "chord-root-small": HEADER + '"dmin"ABcd efga|]',
    "chord-old-style": HEADER + "+CEG+8|]",
    "chord-symbol-unknown": HEADER + '"4"ABcd efga|]',
    "ending-not-closed": HEADER + "|:ABcd efga|1 ABcd efga",
    "field-not-inline": HEADER + "ABcd [T:x]efga|]",
    "key-mode-misspelt": "X:1\nM:4/4\nK:Amini\nABcd efga|]",
    "key-word-unknown": "X:1\nM:4/4\nK:C what\nABcd efga|]",
    "missing-key": "X:1\nM:4/4\nABcd efga|]",
    "missing-reference-number": "T:x\nM:4/4\nK:C\nABcd efga|]",
    "repeat-assumed": HEADER + "ABcd efga||ABcd efga|\nP:B\nABcd efga:|",
    "repeat-not-closed": HEADER + "|:ABcd efga|ABcd efga|]",
    "shorthand-undefined": HEADER + "hABcd efga|]",
    "slur-not-closed": HEADER + "(ABcd efga|]",
    "slur-not-opened": HEADER + "ABcd) efga|]",
    "symbol-unknown": HEADER + "ABcd efga|]\ns: foo",
    "tempo-not-quoted": "X:1\nM:4/4\nQ:Allegro\nK:C\nABcd efga|]",
    "tempo-old-style": "X:1\nM:4/4\nQ:120\nK:C\nABcd efga|]",
    "text-in-header": "X:1\nM:4/4\nsome text\nK:C\nABcd efga|]",
    "tie-without-note": HEADER + "-ABcd efga|]",
    "tie-without-partner": HEADER + "ABcd efga-|b8|]",
    "unknown-character": HEADER + "ABcd ;efga|]",
    "unknown-decoration": HEADER + "!foobar!ABcd efga|]",
    "bad-tuplet": HEADER + "(0ABcd efga|]",
    "tuplet-short": HEADER + "ABcd ef(3ga|]",
    "field-indented": " X:1\nM:4/4\nK:C\nABcd efga|]",
    "field-unknown": "X:1\nM:4/4\nJ:words\nK:C\nABcd efga|]",
}
MORE = [
    HEADER + "|:ABcd efga|ABcd efga",
    HEADER + "|:ABcd efga|:ABcd efga:|",
    HEADER + "|:ABcd efga||ABcd efga|]",
    HEADER + "|:ABcd efga::",
    HEADER + "ABcd efga|:",
    HEADER + "ABcd efga|[|=20",
    HEADER + "!trll!ABcd !fermatta!efga|]",
    HEADER + "ABcd efga|]A8|\nP:B\nA8:|",
    HEADER + "|:ABcd efga|[1 ABcd efga|[2 ABcd efga|]",
    HEADER + "ABcd efga-|]",
    HEADER + "ABcd [eg]4-|]",
    HEADER + "ABcd efg2-|z8|]",
    HEADER + "ABcd efga(3|]",
    HEADER + "ABcd e2(5:4:5ga|]",
    HEADER + "ABcd efga|cdef gab|ABcd gfed|]",
    HEADER + "ABcd efga|cdef gabc'2|ABcd gfed|]",
    HEADER + '"Am ABcd efga|"Dm"ABcd efga|]',
    HEADER + '"AmABcd efga|ABcd efga|]',
]


def fixed(text: str, found: Diagnostic) -> str:
    assert found.fix is not None
    span = found.fix.span
    return text[: span.start] + found.fix.replacement + text[span.end :]


def left_and_new(text: str) -> Iterator[tuple[Diagnostic, bool, Counter[str]]]:
    """Yield each finding that has a fix, whether applying it leaves it, and what is new then."""
    diagnostics = parse(text).diagnostics
    before = Counter(found.code for found in diagnostics)
    for found in diagnostics:
        for fix in (found.fix, *found.other_fixes):
            if fix is None:
                continue
            with_fix = replace(found, fix=fix)
            after = Counter(other.code for other in parse(fixed(text, with_fix)).diagnostics)
            yield with_fix, after[found.code] >= before[found.code], after - before


@pytest.mark.parametrize(("code", "text"), FAULTS.items(), ids=list(FAULTS))
def test_the_fix_of_each_fault(code: str, text: str) -> None:
    examined = list(left_and_new(text))
    assert code in [found.code for found, _, _ in examined]
    for found, is_left, new in examined:
        assert (found.code, is_left, dict(new)) == (found.code, False, {})


def test_every_kind_of_fix_has_an_example() -> None:
    kinds = {
        kind
        for file in (ROOT / "abcstudio" / "notation").rglob("*.py")
        for kind in re.findall(r'"(notation\.fix-[a-z-]+)"', file.read_text(encoding="utf-8"))
    }
    offered = {
        found.fix.message_id
        for text in (*FAULTS.values(), *MORE)
        for found, _, _ in left_and_new(text)
        if found.fix is not None
    }
    assert kinds == offered


@pytest.mark.parametrize("text", MORE)
def test_fixes_at_odd_places(text: str) -> None:
    examined = list(left_and_new(text))
    assert examined
    for found, is_left, new in examined:
        assert (found.code, is_left, dict(new)) == (found.code, False, {})


def test_the_fixes_of_the_bundled_tunes() -> None:
    examined = [
        (found.code, is_left, dict(new))
        for tune in read_tunebook(bundled_tunebook())[::12]
        for found, is_left, new in left_and_new(tune.text)
    ]
    assert [finding for finding in examined if finding[1] or finding[2]] == []


def test_the_fixes_of_known_faults_and_damaged_tunes() -> None:
    """A short form of benchmarks/reliability/fixes.py."""
    tunes = [tune.text for tune in read_tunebook(bundled_tunebook())]
    tally = examine_all(made_texts(tunes, faults_each=2, damaged=tries(5), seed=7))
    assert [(each["source"], each["code"], each["wrong"]) for each in tally.failures] == []
    assert set(tally.offered) >= set(KNOWN_FAULTS)


def test_a_fix_that_does_nothing_is_noticed() -> None:
    score = parse(HEADER + "ABcd ;efga|]")
    (found,) = score.diagnostics
    assert list(faults_of(score, found)) == []
    useless = replace(found, fix=Fix("notation.fix-remove", Span(0, 0), "%\n"))
    assert list(faults_of(score, useless)) == ["the problem is still there"]
    too_much = Span(found.span.start, found.span.end + 1)
    greedy = replace(found, fix=Fix("notation.fix-remove", too_much, ""))
    assert "other music" in list(faults_of(score, greedy))


def test_a_name_that_is_nearly_a_decoration_becomes_it() -> None:
    text = HEADER + "!fermatta!A8|]"
    (found,) = parse(text).diagnostics
    assert fixed(text, found) == HEADER + "!fermata!A8|]"


def test_an_open_repeat_is_closed_where_its_section_ends() -> None:
    text = HEADER + "|:ABcd efga|ABcd efga||\nABcd efga|]"
    (found,) = parse(text).diagnostics
    assert fixed(text, found) == HEADER + "|:ABcd efga|ABcd efga:|\nABcd efga|]"


def test_a_pickup_after_plain_bar_lines_is_a_pickup() -> None:
    assert parse(HEADER + " | | GA|ABcd efga|ABcd ef|]").diagnostics == ()


@pytest.mark.parametrize(
    ("music", "wanted"),
    [
        ("A2>B", "A3B/"),
        ("A2 > {g}^B,", "A3  {g}^B,/"),
        ("z<A4", "z/A6"),
        ("A2>>B", "A7/2B/4"),
        ("A2>B>c", None),
        ("A3<>B", None),
        ("[Ac]2>B", None),
    ],
)
def test_an_unequal_broken_rhythm_is_written_out(music: str, wanted: str | None) -> None:
    text = f"X:1\nL:1/8\nM:none\nK:C\n{music}|]"
    found = next(f for f in parse(text).diagnostics if f.code == "broken-rhythm-unequal")
    if wanted is None:
        assert found.fix is None
    else:
        assert fixed(text, found) == f"X:1\nL:1/8\nM:none\nK:C\n{wanted}|]"
