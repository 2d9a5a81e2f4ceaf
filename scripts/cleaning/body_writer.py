"""Sections as text: one spelling of every bar line, one space between beams, short lines."""

from cleaning.body_tokens import MusicToken, MusicTokenKind
from cleaning.measure_list import MeasureTokens
from cleaning.structure import TuneSection

MEASURES_A_LINE = 4

_STUCK_TO_THE_LEFT = (MusicTokenKind.BROKEN, MusicTokenKind.SLUR_END, MusicTokenKind.TIE)
_STUCK_TO_THE_RIGHT = (
    MusicTokenKind.BROKEN,
    MusicTokenKind.SLUR_START,
    MusicTokenKind.TUPLET,
    MusicTokenKind.GRACE,
    MusicTokenKind.DECORATION,
    MusicTokenKind.KEY,
    MusicTokenKind.METER,
)


def write_body(sections: list[TuneSection]) -> str:
    """Return the lines of a tune body; every section begins a line, the last ends the tune."""
    lines: list[str] = []
    pick_up = ""
    for number, section in enumerate(sections, start=1):
        is_last = number == len(sections)
        if _is_pick_up(section) and not is_last:
            pick_up += measure_text(section.measures[0].tokens)
            pick_up += "" if sections[number].repeated else "|"
            continue
        first, *others = _section_lines(section, is_last)
        lines += [pick_up + first, *others]
        pick_up = ""
    return "\n".join(lines)


def _is_pick_up(section: TuneSection) -> bool:
    """Say whether a section is only the notes before a repeat that begins after them."""
    only = section.measures[0]
    return len(section.measures) == 1 and not section.repeated and only.duration < only.expected


def _section_lines(section: TuneSection, is_last: bool) -> list[str]:
    lines: list[str] = []
    line = "|:" if section.repeated else ""
    on_line = 0
    left = len(section.measures)
    has_endings = any(measure.ending for measure in section.measures)
    for place, measure in enumerate(section.measures):
        following = section.measures[place + 1] if place + 1 < len(section.measures) else None
        line += _ending_text(section.measures, place) + measure_text(measure.tokens)
        left -= 1
        if following is None:
            closing = ":|" if section.repeated and not has_endings else ("|]" if is_last else "||")
            return [*lines, line + closing]
        is_pickup = place == 0 and measure.duration < measure.expected
        on_line += 0 if is_pickup else 1
        line += _bar_text(measure, following)
        # A line holds four measures; one left over, or an ending, does not begin the next.
        if (
            on_line >= MEASURES_A_LINE
            and left > 1
            and not following.ending
            and not measure.right.closes
        ):
            lines.append(line)
            line, on_line = "", 0
    return lines


def _ending_text(measures: list[MeasureTokens], place: int) -> str:
    if not measures[place].ending:
        return ""
    hidden = place > 0 and measures[place - 1].right.hidden
    return ("[" if hidden or place == 0 else "") + measures[place].ending + " "


def _bar_text(measure: MeasureTokens, following: MeasureTokens) -> str:
    bar = measure.right
    if bar.closes:
        return ":|"
    if bar.hidden and following.ending:
        return " "
    return "||" if bar.heavy and not following.ending else "|"


def measure_text(tokens: list[MusicToken]) -> str:
    """Return one measure's music; marks stick to the notes they belong to."""
    text = ""
    glued = True
    for token in tokens:
        if token.kind is MusicTokenKind.SPACE:
            text += "" if glued or text.endswith(" ") else " "
            continue
        if token.kind in (MusicTokenKind.KEY, MusicTokenKind.METER):
            text += f"[{'K' if token.kind is MusicTokenKind.KEY else 'M'}:{token.text}]"
        elif token.kind in _STUCK_TO_THE_LEFT:
            text = text.rstrip() + token.text
        else:
            text += token.text
        glued = token.kind in _STUCK_TO_THE_RIGHT
    return text.strip()
