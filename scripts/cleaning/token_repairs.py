"""Repairs of single marks: ties to nowhere, half slurs, broken rhythm between unequal notes.

Marks also come into one order: after a note tie, end of slur, broken rhythm; before it start of
slur, tuplet, grace notes, one decoration.
"""

from itertools import chain

from cleaning.body_tokens import MusicToken, MusicTokenKind

_TIMED = (MusicTokenKind.NOTE, MusicTokenKind.REST, MusicTokenKind.CHORD)
_AFTER_NOTE = (MusicTokenKind.TIE, MusicTokenKind.SLUR_END, MusicTokenKind.BROKEN)
_BEFORE_NOTE = (
    MusicTokenKind.SLUR_START,
    MusicTokenKind.TUPLET,
    MusicTokenKind.GRACE,
    MusicTokenKind.DECORATION,
)
_SLURS = (MusicTokenKind.SLUR_START, MusicTokenKind.SLUR_END)


def repair_tokens(tokens: tuple[MusicToken, ...]) -> tuple[tuple[MusicToken, ...], set[str]]:
    """Return the tokens with only marks that mean something, and the names of the repairs."""
    repairs: set[str] = set()
    kept: list[MusicToken] = []
    run: list[MusicToken] = []
    before: MusicToken | None = None
    for token in _with_paired_slurs(tokens, repairs):
        if token.kind in _TIMED:
            kept += [*_ordered(run, before, token, repairs), token]
            before, run = token, []
        else:
            run.append(token)
    return (*kept, *_ordered(run, before, None, repairs)), repairs


def _ordered(
    run: list[MusicToken], before: MusicToken | None, after: MusicToken | None, repairs: set[str]
) -> list[MusicToken]:
    """Put what stands between two notes in order and drop what cannot belong to them."""
    marks = {
        kind: [one for one in run if one.kind is kind] for kind in (*_AFTER_NOTE, *_BEFORE_NOTE)
    }
    between = [one for one in run if one.kind not in marks]
    ties = marks[MusicTokenKind.TIE][:1]
    if ties and not _same_pitch(before, after):
        repairs.add("ties to another note removed")
        ties = []
    broken = marks[MusicTokenKind.BROKEN]
    if broken and not _can_break(broken, before, after, between, marks[MusicTokenKind.TUPLET]):
        repairs.add("broken rhythm between unequal notes removed")
        broken = []
    if broken:
        between = []
    leading: list[MusicToken] = []
    if after is not None:
        leading = _leading_marks(marks, after, is_tied=bool(ties), repairs=repairs)
    elif any(marks[kind] for kind in _BEFORE_NOTE):
        repairs.add("marks without a note removed")
    return [*ties, *marks[MusicTokenKind.SLUR_END], *broken, *between, *leading]


def _leading_marks(
    marks: dict[MusicTokenKind, list[MusicToken]],
    after: MusicToken,
    is_tied: bool,
    repairs: set[str],
) -> list[MusicToken]:
    """Return the marks before a note: an ornament is written out or a sign, never both."""
    graces = marks[MusicTokenKind.GRACE][:1]
    signs = marks[MusicTokenKind.DECORATION][:1]
    if after.kind is MusicTokenKind.REST or is_tied:
        repairs |= {"marks without a note removed"} if graces or signs else set()
        graces, signs = [], []
    return [
        *marks[MusicTokenKind.SLUR_START],
        *marks[MusicTokenKind.TUPLET][:1],
        *graces,
        *([] if graces else signs),
    ]


def _same_pitch(before: MusicToken | None, after: MusicToken | None) -> bool:
    if before is None or after is None:
        return False
    left = {pitch.lstrip("^_=") for pitch in before.pitches}
    return bool(left & {pitch.lstrip("^_=") for pitch in after.pitches})


def _can_break(
    broken: list[MusicToken],
    before: MusicToken | None,
    after: MusicToken | None,
    between: list[MusicToken],
    tuplets: list[MusicToken],
) -> bool:
    """Say whether `A>B` is meant: equal notes, no bar line and no tuplet's start between."""
    return (
        len(broken) == 1
        and broken[0].text in (">", "<", ">>", "<<")
        and before is not None
        and after is not None
        and before.length == after.length
        and not tuplets
        and all(one.kind is MusicTokenKind.SPACE for one in between)
    )


def _with_paired_slurs(tokens: tuple[MusicToken, ...], repairs: set[str]) -> list[MusicToken]:
    """Keep slurs over two notes and more that have both ends; a tuplet needs no slur of its own."""
    open_places: list[int] = []
    paired: set[int] = set()
    for place, token in enumerate(tokens):
        if token.kind is MusicTokenKind.SLUR_START:
            open_places.append(place)
        elif token.kind is MusicTokenKind.SLUR_END and open_places:
            start = open_places.pop()
            inside = [one for one in tokens[start + 1 : place] if one.kind not in _SLURS]
            notes = sum(one.kind in _TIMED for one in inside)
            # The slur stands before or after the tuplet's own sign.
            signs = [*tokens[max(start - 1, 0) : start], *inside[:1]]
            is_tuplet = any(
                one.kind is MusicTokenKind.TUPLET and int(one.text[1]) == notes for one in signs
            )
            if notes > 1 and not open_places and not is_tuplet and _within_a_part(inside):
                paired |= {start, place}
            elif not is_tuplet:
                repairs.add("slurs without a partner removed")
    if open_places:
        repairs.add("slurs without a partner removed")
    slurs = {place for place, token in enumerate(tokens) if token.kind in _SLURS}
    return [token for place, token in enumerate(tokens) if place not in slurs - paired]


def _within_a_part(tokens: list[MusicToken]) -> bool:
    """Say whether no ending and no repeat stands among the tokens."""
    bars = chain.from_iterable(one.text for one in tokens if one.kind is MusicTokenKind.BAR)
    return ":" not in bars and not any(one.kind is MusicTokenKind.ENDING for one in tokens)
