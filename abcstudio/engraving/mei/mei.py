"""A score as MEI, the only language that Verovio is given."""

from bisect import bisect_right
from fractions import Fraction

from abcstudio.engraving.limits import check_score
from abcstudio.engraving.mei.mei_head import (
    StaffNames,
    clef_attributes,
    key_element,
    meter_element,
    score_foot,
    score_head,
    staff_definitions,
    tempo_element,
)
from abcstudio.engraving.mei.mei_layer import LayerContent, LayerWriter
from abcstudio.engraving.mei.mei_marks import fermata_at
from abcstudio.engraving.mei.mei_text import (
    Ids,
    attributes,
    directives_within,
    line_event,
    plain,
    tag,
)
from abcstudio.notation.measures.columns import Cell, Column, columns_of
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import (
    BarLine,
    Chord,
    ClefChange,
    Element,
    KeyChange,
    LineBreak,
    MeterChange,
    PartLabel,
    Rest,
    Score,
    TempoChange,
    TimedElement,
    VariantEnding,
    Voice,
)
from abcstudio.notation.staff_layout import StaffLayout
from abcstudio.stopping import stop_if_asked

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?><mei xmlns="http://www.music-encoding.org/ns/mei" '
    'meiversion="5.0"><meiHead><fileDesc><titleStmt><title/></titleStmt><pubStmt/></fileDesc>'
    "</meiHead><music><body><mdiv><score>"
)
DEFAULT_SCORE_WIDTH = 2000
_CLOSE = "</score></mdiv></body></music></mei>"
_RENDITIONS = {
    "single": "single", "double": "dbl", "thin-thick": "end", "thick-thin": "dbl",
    "dotted": "dotted", "invisible": "invis",
}  # fmt: skip


def mei_of(
    score: Score,
    score_width: int = DEFAULT_SCORE_WIDTH,
) -> str:
    """Return the MEI of a score; notes carry the id `n-<place in the text>`, rests `r-...`.

    Titles are broken for the width of the score, in tenths of a drawing unit: Verovio would let
    them be cut off. Any score can be written: a measure that is too long or too short is written as
    it is.

    Raises:
        EngravingError: It holds more than can be drawn.
    """
    stop_if_asked()
    check_score(score)
    return _ScoreWriter(score, score_width).text()


class _ScoreWriter:
    def __init__(self, score: Score, score_width: int) -> None:
        self._score = score
        self._score_width = score_width
        ids = self._ids = Ids()
        self._layout = shown = score.layout and score.layout.only(
            {voice.voice_id for voice in score.voices}
        )
        self._staves = _staves(score, shown)
        leading = {voice.voice_id for voice in self._staves}
        self._clefs = [voice.clef for voice in self._staves]
        overlays = [
            voice for voice in score.voices
            if voice.voice_id not in leading and self._staff_of(voice)
        ]  # fmt: skip
        self._overlay_staves = [self._staff_of(voice) for voice in overlays]
        self._overlays = [
            _overlay_music(voice, self._staves[staff - 1], score.meter)
            for voice, staff in zip(overlays, self._overlay_staves, strict=True)
        ]
        self._writers = [
            LayerWriter(voice, staff, ids) for staff, voice in enumerate(self._staves, start=1)
        ]
        self._overlay_writers = [
            LayerWriter(voice, staff, ids)
            for voice, staff in zip(overlays, self._overlay_staves, strict=True)
        ]
        self._clefs_drawn: set[tuple[int, int]] = set()
        self._beat_unit = _beat_unit(score.meter)

    def text(self) -> str:
        """Return the whole document."""
        score = self._score
        # One voice alone may end its line of text, or begin an ending, inside a measure.
        cuts = (LineBreak, VariantEnding) if len(score.voices) == 1 else ()
        columns = columns_of(self._staves, score.meter, cuts)
        written = [self._column(column) for column in columns]
        if written:
            written[0][0].events[:0] = self._opening_events()
        else:
            written = [[LayerContent() for _ in self._staves]]
            columns = [Column(cells=[None for _ in self._staves], left=None, right=None, number=1)]
        self._hand_clefs_back(columns, written)
        for directive in directives_within(score):
            index = _column_after(columns, directive.span.start)
            written[index][0].events.append(line_event(directive))
        head = score_head(score, self._score_width) + score_foot(score) + meter_element(score.meter)
        staves = staff_definitions(self._staves, self._names(), score.key, self._layout)
        definition = tag("scoreDef", {}, head + staves)
        body = "".join(
            self._measure(index, column, layers)
            for index, (column, layers) in enumerate(zip(columns, written, strict=True))
        )
        # Where there is no <sb/> at all, Verovio chooses the breaks itself.
        return f"{_OPEN}{definition}<section><sb/>{body}</section>{_CLOSE}"

    def _staff_of(self, overlay: Voice) -> int:
        """Return the number of the staff that a voice shares; 0 when it is not shown."""
        main = overlay.overlay_of if overlay.overlay_of is not None else overlay.voice_id
        if self._layout is not None:
            rows = [staff.voices for staff in self._layout.staves]
            return next((n for n, row in enumerate(rows, start=1) if main in row), 0)
        ids = [voice.voice_id for voice in self._staves]
        return ids.index(main) + 1 if main in ids else 1

    def _names(self) -> list[StaffNames]:
        """Return what stands before each staff: the names of all voices on it."""
        named = [voice for voice in self._score.voices if voice.overlay_of is None]
        rows = range(1, len(self._staves) + 1)
        on_staff = [[voice for voice in named if self._staff_of(voice) == row] for row in rows]
        return [
            StaffNames(
                tuple(voice.name for voice in voices if voice.name),
                tuple(voice.short_name for voice in voices if voice.short_name),
            )
            for voices in on_staff
        ]

    def _hand_clefs_back(self, columns: list[Column], written: list[list[LayerContent]]) -> None:
        """Draw a clef that holds from a column on at the end of the column before, as is usual."""
        for index, column in enumerate(columns[1:], start=1):
            for row, cell in enumerate(column.cells):
                clefs = cell.changes_of(ClefChange) if cell else []
                before = written[index - 1][row]
                if clefs and isinstance(clefs[-1], ClefChange) and before.content:
                    before.content += tag("clef", clef_attributes(clefs[-1].clef, prefix=""))
                    self._clefs_drawn.add((index, row))

    def _opening_events(self) -> list[str]:
        tempo = self._score.tempo
        return [tempo_element(tempo)] if tempo is not None else []

    def _column(self, column: Column) -> list[LayerContent]:
        """Return the layers of a column: the staves' first, then the overlays'."""
        stop_if_asked()
        onsets = [cell.measure.onset if cell else None for cell in column.cells]
        over = [
            music.get(onsets[staff - 1])
            for music, staff in zip(self._overlays, self._overlay_staves, strict=True)
        ]
        shared = {staff for staff, music in zip(self._overlay_staves, over, strict=True) if music}
        layers = []
        for row, (writer, cell) in enumerate(zip(self._writers, column.cells, strict=True)):
            stem = "up" if row + 1 in shared else ""
            for change in cell.changes_of(ClefChange) if cell else ():
                if isinstance(change, ClefChange):
                    self._clefs[row] = change.clef
                    writer.set_clef(change.clef)
            layers.append(writer.write(cell.music, cell.is_full, stem) if cell else LayerContent())
        for writer, music in zip(self._overlay_writers, over, strict=True):
            layers.append(writer.write(music, False, "down") if music else LayerContent())
        main = column.cells[0]
        if main is not None:
            layers[0].events[:0] = _column_events(main)
            for change in main.changes_of(MeterChange):
                if isinstance(change, MeterChange):
                    self._beat_unit = _beat_unit(change.meter)
            end = 1 + float(main.measure.duration * self._beat_unit)
            for fermata in column.right.fermatas if column.right else ():
                layers[0].events.append(fermata_at(fermata, end))
        return layers

    def _measure(self, index: int, column: Column, layers: list[LayerContent]) -> str:
        """Return a column as a measure, with what stands before and after it."""
        stop_if_asked()
        parts = ["<sb/>"] if column.breaks_before else []
        parts.append(self._definition(index, column))
        if column.ending is not None:
            parts.append(_ending_tag(column.ending, column.right))
        values: dict[str, object] = {
            "xml:id": f"m-{index + 1}",
            "n": "" if column.is_continuation else column.number,
            "left": _left(column.left, is_first=index == 0),
            "right": _right(column.right),
        }
        parts.append(tag("measure", values, self._staff_tags(layers)))
        if column.closes_ending:
            parts.append("</ending>")
        return "".join(parts)

    def _staff_tags(self, layers: list[LayerContent]) -> str:
        count = len(self._staves)
        parts = []
        for staff in range(1, count + 1):
            content = [layers[staff - 1].content or "<mSpace/>"]
            for place, overlay_staff in enumerate(self._overlay_staves):
                if overlay_staff == staff and layers[count + place].content:
                    content.append(layers[count + place].content)
            tags = [tag("layer", {"n": n}, music) for n, music in enumerate(content, start=1)]
            parts.append(tag("staff", {"n": staff}, "".join(tags)))
        parts.extend(event for layer in layers for event in layer.events)
        return "".join(parts)

    def _definition(self, index: int, column: Column) -> str:
        """Return the keys, meters and clefs that hold from a column on, "" when all stays."""
        staves, meter = [], ""
        for staff, (cell, clef) in enumerate(zip(column.cells, self._clefs, strict=True), start=1):
            content, values = "", {}
            for change in cell.changes if cell else ():
                if isinstance(change, KeyChange):
                    content = key_element(change.key, clef)
                elif isinstance(change, MeterChange):
                    meter = meter_element(change.meter)
                elif isinstance(change, ClefChange) and (index, staff - 1) not in self._clefs_drawn:
                    values = clef_attributes(change.clef)
            if content or values:
                staves.append(tag("staffDef", {"n": staff, **values}, content))
        if not staves and not meter:
            return ""
        group = tag("staffGrp", {}, "".join(staves)) if staves else ""
        return tag("scoreDef", {}, meter + group)


def _staves(score: Score, layout: StaffLayout | None) -> list[Voice]:
    """Return the voice that leads each staff, from top to bottom."""
    if layout is not None:
        voices = {voice.voice_id: voice for voice in score.voices}
        return [voices[staff.voices[0]] for staff in layout.staves]
    staves = [voice for voice in score.voices if voice.overlay_of is None]
    return staves or list(score.voices[:1])


def _overlay_music(
    overlay: Voice, main: Voice, meter: Meter
) -> dict[Fraction | None, tuple[Element, ...]]:
    """Return an overlay's measures by the onset of the main voice's; silent ones are left out."""
    onsets = [measure.onset for measure in split_measures(main, meter)]
    found: dict[Fraction | None, tuple[Element, ...]] = {}
    for measure in split_measures(overlay, meter):
        if not any(isinstance(e, Chord) or _is_seen(e) for e in measure.elements):
            continue
        if onsets:
            onset = onsets[max(0, bisect_right(onsets, measure.onset) - 1)]
            found[onset] = found.get(onset, ()) + measure.elements
    return found


def _is_seen(element: Element) -> bool:
    return isinstance(element, Rest) and element.visible


def _beat_unit(meter: Meter) -> int:
    """Return how many of a meter's beats make a whole note; a free meter is written as 4/4."""
    return 4 if meter.is_free else meter.beat_unit


def _column_after(columns: list[Column], offset: int) -> int:
    """Return the first column whose music stands after a place in the text; at most the last."""
    for index, column in enumerate(columns):
        cell = column.cells[0]
        music = cell.measure.elements if cell else ()
        if any(isinstance(e, TimedElement) and e.span.start > offset for e in music):
            return index
    return len(columns) - 1


def _column_events(cell: Cell) -> list[str]:
    events = []
    for change in (*cell.changes, *cell.music):
        if isinstance(change, TempoChange):
            events.append(tempo_element(change.tempo))
        elif isinstance(change, PartLabel) and change.label.strip():
            label = tag("rend", {"rend": "box"}, plain(change.label))
            where: dict[str, object] = {
                "xml:id": f"p-{change.span.start}", "staff": 1, "tstamp": 0, "place": "above",
            }  # fmt: skip
            events.append(tag("reh", where, label))
    return events


def _ending_tag(ending: VariantEnding, right: BarLine | None) -> str:
    label = ", ".join(str(number) for number in ending.passes)
    is_open = right is None or not right.closes_repeat
    values = {"n": label.replace(" ", ""), "label": label, "lendsym": "none" if is_open else ""}
    return f"<ending{attributes(dict(values))}>"


def _left(bar_line: BarLine | None, is_first: bool) -> str:
    if bar_line is None:
        return ""
    if bar_line.opens_repeat:
        return "rptstart"
    return "dbl" if is_first and bar_line.style in ("double", "thick-thin") else ""


def _right(bar_line: BarLine | None) -> str:
    if bar_line is None:
        return "invis"
    return "rptend" if bar_line.closes_repeat else _right_style(bar_line)


def _right_style(bar_line: BarLine) -> str:
    if bar_line.opens_repeat:
        return "single"
    return _RENDITIONS[bar_line.style]
