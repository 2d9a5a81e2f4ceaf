"""Which notes of the score each kind of problem is about."""

import pytest

from abcstudio.messages import ENGLISH
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.limits import (
    MAX_CHORD_NOTES,
    MAX_DIAGNOSTICS,
    MAX_MACRO_TEXT,
    MAX_MARKS,
    MAX_OVERLAYS,
)
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse

HEADER = "X:1\nL:1/8\nM:4/4\nK:C\n"
_USES = MAX_MACRO_TEXT // 190 + 1
MACRO = "X:1\nL:1/8\nm: ~A2 = " + "A" * 190 + "\nK:C\n"
_NO_SENTENCES = ("fix-", "length-", "repeat-from-")

# The kind of problem, the music, and the notes: what stands between < and > in the second text.
ON_NOTES = [
    ("missing-key", "X:1\nABcd|", "X:1\n<ABcd>|"),
    ("unknown-decoration", "AB !foo!cd|", "AB !foo!<c>d|"),
    ("unknown-decoration", "AB |!foo!~{g}cd|", "AB |!foo!~{g}<c>d|"),
    ("unknown-decoration", "AB {g!foo!a}cd|", "AB {g!foo!<a>}cd|"),
    ("unknown-decoration", "AB [c!foo!e]d|", "AB [c!foo!<e>]d|"),
    ("unknown-decoration", "AB [ce!foo!]d|", "AB [c<e>!foo!]d|"),
    ("unknown-decoration", "AB !foo![ce]d|", "AB !foo![<ce>]d|"),
    ("unknown-decoration", "AB cd|\ns: * !foo! *\n", "A<B> cd|\ns: * !foo! *\n"),
    ("shorthand-undefined", "AB hcd|", "AB h<c>d|"),
    ("shorthand-undefined", "AB !fo cd|", "AB !fo <c>d|"),
    ("chord-symbol-unknown", 'AB "5"cd|', 'AB "5"<c>d|'),
    ("chord-root-small", 'AB "dmin"cd|', 'AB "dmin"<c>d|'),
    ("chord-kind-unknown", 'AB "Do"{g}cd|', 'AB "Do"{g}<c>d|'),
    ("chord-kind-unknown", 'AB |"Do" [L:1/8] z|', 'AB |"Do" [L:1/8] <z>|'),
    ("quote-not-closed", 'AB "Am cd|ef|', 'A<B> "Am cd|ef|'),
    ("quote-not-closed", '"Am cd|ef|', '"Am cd|<e>f|'),
    ("limit-marks", "AB " + ".!trill!" * MAX_MARKS + "cd|", "<c>"),
    ("grace-not-closed", "AB {gcd|", "A<B> {gcd|"),
    ("chord-not-closed", "AB [cd|", "AB [<cd>|"),
    ("chord-empty", "AB []cd|", "A<B> []cd|"),
    ("chord-old-style", "AB +ce+d|", "AB +<ce>+d|"),
    ("limit-chord", "AB [" + "c" * (MAX_CHORD_NOTES + 1) + "]d|", "<c>"),
    ("bad-accidental", "AB ^1/0cd|", "AB <^1/0c>d|"),
    ("octave-out-of-range", "AB c''''''''d|", "AB <c''''''''>d|"),
    ("limit-length", "AB c99999999d|", "AB <c99999999>d|"),
    ("limit-rest", "AB|Z99999|", "AB|<Z99999>|"),
    ("bad-length", "AB c0d|", "AB <c0>d|"),
    ("unknown-character", "AB ;cd|ef|", "AB ;<c>d|ef|"),
    ("unknown-character", "AB cd;|ef|", "AB c<d>;|ef|"),
    ("bad-tuplet", "AB (0cd|", "AB (0<c>d|"),
    ("tuplet-short", "AB (3cd", "AB (3<c>d"),
    ("tuplet-over-bar", "AB (3cd|ef|", "AB (3<c>d|ef|"),
    ("tuplet-nested", "AB (3c(3def|", "AB (3c(3<d>ef|"),
    ("slur-not-closed", "AB (cd|", "AB (<c>d|"),
    ("slur-not-opened", "AB c)d|", "AB <c>)d|"),
    ("tie-without-note", "-AB cd|", "-<A>B cd|"),
    ("tie-without-partner", "AB c-d|", "AB <c>-d|"),
    ("broken-rhythm-unequal", "A2>B|", "<A2>>B|"),
    ("broken-rhythm-alone", "AB>:|cd|", "A<B>>:|cd|"),
    ("broken-rhythm-over-bar", "AB>|cd|", "A<B>>|cd|"),
    ("limit-overlays", "AB" + "&c" * (MAX_OVERLAYS + 1) + "|", "<c>"),
    ("limit-macro-text", "~A2 " * (_USES + 1), "<" + "~A2" * _USES + "A2>"),
    ("bar-line-missing", "ABcd efga\nABcd efga|ABcd efga|", "<ABcdefga>"),
    ("accidental-needless", "AB=cd efga|ABcd efga|", "AB<=c>d efga|"),
    ("measure-short", "ABcd efga|ABcd efg|ABcd efga|", "ABcd efga|<ABcdefg>|"),
    ("measure-long", "ABcd efga|ABcd efgab|ABcd efga|", "ABcd efga|<ABcdefgab>|"),
    ("voice-shorter", "V:1\nABcd efga|bagf edcB|\nV:2\nABcd efga|", "<ABcdefga>"),
    ("repeat-assumed", "AB||cd|\nP:B\nef:|", "e<f>:|"),
    ("repeat-not-closed", "AB|:cd|]", "AB|:<c>d|]"),
    ("ending-not-closed", "|:AB|1 cd", "|:AB|1 <c>d"),
    ("ending-without-first", "|:AB|2 cd:|", "|:AB|2 <c>d:|"),
    ("limit-repeats", "|:AB" + ":" * 20 + "|cd|", "A<B>:"),
    ("limit-passes", "|:AB|[1-999999 cd:|", "<c>d:|"),
    ("key-empty", "AB|[K:]cd|", "[K:]<c>d|"),
    ("bad-key", "AB|[K:H]cd|", "[K:H]<c>d|"),
    ("key-word-unknown", "AB|[K:C moo]cd|", "[K:C moo]<c>d|"),
    ("key-mode-misspelt", "AB|[K:Amini]cd|", "[K:Amini]<c>d|"),
    ("bad-meter", "AB|[M:5]cd|", "[M:5]<c>d|"),
    ("meter-rest-unread", "AB|[M:4/4 foo]cd|", "[M:4/4 foo]<c>d|"),
    ("bad-unit-note-length", "AB|[L:x]cd|", "[L:x]<c>d|"),
    ("bad-tempo", "AB|[Q:1/4=]cd|", "[Q:1/4=]<c>d|"),
    ("tempo-old-style", "AB|[Q:C=100]cd|", "[Q:C=100]<c>d|"),
    ("tempo-not-quoted", "AB|[Q:Allegro]cd|", "[Q:Allegro]<c>d|"),
    ("midi-word-unknown", "AB|[I:MIDI progam 3]cd|", "[I:MIDI progam 3]<c>d|"),
    ("field-not-inline", "AB|[T:x]cd|", "[T:x]<c>d|"),
    ("bad-instruction", "AB|[I:linebreak foo]cd|", "[I:linebreak foo]<c>d|"),
    ("limit-diagnostics", "AB " + ";c" * MAX_DIAGNOSTICS, ";<c>;"),
]  # fmt: skip

OF_LINES_WITHOUT_NOTES = {
    "another-tune", "bad-macro", "bad-part-order", "bad-reference-number", "bad-staff-layout",
    "bad-user-symbol",
    "block-not-closed", "directive-refused", "field-in-body", "field-indented",
    "field-unknown",
    "layout-voice-unknown", "limit-elements", "limit-field", "limit-lines",
    "limit-macro-length", "limit-macros", "limit-parts", "limit-verses", "limit-voices", "no-notes",
    "lyrics-too-long", "missing-reference-number", "part-missing", "symbol-unknown",
    "symbols-too-many", "text-after-tune", "text-in-header", "voice-not-shown",
}  # fmt: skip
"""Problems of a field, a directive, lyrics or the file: the score has no sign for them."""


def _concerned(code: str, music: str) -> tuple[str, str]:
    """Return the notes that the first problem of a kind is about, and the text marked there."""
    header = MACRO if code == "limit-macro-text" else HEADER
    text = music if music.startswith("X:") else header + music
    score = parse(text)
    span = next(found.span for found in score.diagnostics if found.code == code)
    places = ScorePlaces(score)
    spans = [place.span for at in places.concerned(span) if (place := places.at(at)) is not None]
    notes = "".join(each.of(text) for each in spans)
    marked = f"{text[: spans[0].start]}<{notes}>{text[spans[-1].end :]}"
    return notes, marked


@pytest.mark.parametrize(("code", "music", "marked"), ON_NOTES)
def test_each_problem_is_marked_at_its_own_notes(code: str, music: str, marked: str) -> None:
    notes, seen = _concerned(code, music)
    assert f"<{notes}>" in marked
    assert marked in seen


def test_every_kind_of_problem_has_its_place() -> None:
    names = [key.removeprefix("notation.") for key in ENGLISH if key.startswith("notation.")]
    kinds = {name for name in names if not name.startswith(_NO_SENTENCES)}
    # Only a tunebook is looked through for these: the Composer, which shows places, says neither.
    of_books = {"missing-title", "missing-meter"}
    assert kinds - of_books == {code for code, _, _ in ON_NOTES} | OF_LINES_WITHOUT_NOTES


def test_a_mark_is_never_put_under_the_note_before_it() -> None:
    text = HEADER + 'ABcd "5"!foo!h;{!bar!g}efga|'
    places = ScorePlaces(parse(text))
    found = [f for f in places.score.diagnostics if f.severity is not Severity.HINT]
    assert len(found) == 5
    for each in found:
        assert min(places.concerned(each.span)) > each.span.start
