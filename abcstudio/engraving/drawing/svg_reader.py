"""The SVG that Verovio writes, read into an `EngravedScore`: groups, uses, paths and text."""

import re
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

from abcstudio.engraving.drawing.drawing_parts import Box, ElementBox, Glyph, Item, Shape, Text
from abcstudio.engraving.drawing.engraved_score import (
    Drawing,
    EngravedScore,
    PlacedDrawing,
    height_of,
)
from abcstudio.engraving.drawing.path_data import (
    ellipse_data,
    path_box,
    polygon_data,
    upright_data,
)
from abcstudio.engraving.drawing.svg_text import OUR_ID, TextStyle, text_lines
from abcstudio.errors import EngravingError

_SVG = "{http://www.w3.org/2000/svg}"
_FIGURES = frozenset(
    f"{_SVG}{tag}" for tag in ("path", "polygon", "polyline", "rect", "ellipse", "line")
)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MOVE = re.compile(r"translate\(([^)]*)\)")
_UPRIGHT = re.compile(r"rotate\(-90(?:\.0*)? ([-\d.]+), ?([-\d.]+)\)")
_PLACED = re.compile(r"translate\(([-\d.]+), ?([-\d.]+)\) scale\(([-\d.]+)[^)]*\)")
_BOLD = {"ending", "fing", "reh", "tempo"}
_ITALIC = {"dir", "dynam", "mNum"}
_HEADS = {"notehead", "rest", "multiRest", "mRest"}
_DRAWINGS = {"system": "system", "pgHead": "head", "pgFoot": "foot"}


def read_svg(svg: str) -> EngravedScore:
    """Return what an SVG of Verovio draws."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise EngravingError("engraving.unreadable") from error
    inner = root.find(f"{_SVG}svg")
    if inner is None:
        raise EngravingError("engraving.unreadable")
    return _Reader(root, inner).engraved()


class _Look(NamedTuple):
    """What the class of a group says about what is in it."""

    kind: str
    is_bold: bool
    is_italic: bool
    is_label: bool
    is_head: bool


class _Place(NamedTuple):
    """What a group hands down to its children."""

    x: float = 0
    y: float = 0
    element_id: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_head: bool = False
    hub: tuple[float, float] | None = None


# No font has a sign for a roll. It is set as a turn, so that stems and beams keep clear of it, and
# drawn as a wave that is as large: a path of the font, under a name that SMuFL leaves free.
_ROLL_SIGN = "F400"
_ROLL_PATH = (
    "M14 96c-26 0 -9 37 0 52c70 70 105 96 140 96c76 0 144 -140 209 -140c22 0 55 20 83 44"
    "c26 0 9 -37 0 -52c-70 -70 -105 -96 -140 -96c-76 0 -144 140 -209 140c-22 0 -55 -20 -83 -44z"
)
# Verovio sets a tempo so low that its note stands on the meter. The letter of a part, which stands
# over it, goes up with it.
_TEMPO_LIFT = 110.0


class _Found:
    """What has been read of one drawing."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.boxes: dict[str, Box] = {}
        self.measures: dict[str, Box] = {}
        self.anchor: float | None = None
        self.number: Text | None = None

    def piece(self, kind: str, box: Box) -> PlacedDrawing:
        """Return it in the place where it has been read."""
        drawing = Drawing(
            items=tuple(self.items),
            notes=tuple([ElementBox(element_id, box) for element_id, box in self.boxes.items()]),
            measures=tuple(
                [ElementBox(element_id, box) for element_id, box in self.measures.items()]
            ),
            kind=kind,
            box=box,
            anchor=self.anchor,
        )
        return PlacedDrawing(drawing, number=self.number)


class _Reader:
    def __init__(self, root: ElementTree.Element, inner: ElementTree.Element) -> None:
        self._inner = inner
        self._outlines = {
            _glyph_name(group.get("id", "")): path.get("d", "")
            for group in root.iterfind(f"{_SVG}defs/{_SVG}g")
            for path in group.iterfind(f"{_SVG}path")
        }
        self._found = _Found()
        self._has_tempo = False
        self._pieces: list[PlacedDrawing] = []

    def engraved(self) -> EngravedScore:
        _, _, width, _ = _numbers(self._inner.get("viewBox", "0 0 0 0"))
        self._group(self._inner, _Place())
        self._end_others()
        return EngravedScore(width, height_of(self._pieces), self._outlines, tuple(self._pieces))

    # Verovio nests groups a dozen deep at most, whatever the tune, so recursion is safe here.
    def _group(self, group: ElementTree.Element, place: _Place) -> None:
        for child in group:
            tag = child.tag
            if tag == f"{_SVG}g":
                if len(child):
                    self._classed_group(child, place)
            elif tag == f"{_SVG}use":
                self._use(child, place)
            elif tag in _FIGURES:
                self._figure(tag.removeprefix(_SVG), child, place)
            elif tag == f"{_SVG}text":
                style = TextStyle(
                    place.x, place.y, place.element_id, place.is_bold, place.is_italic
                )
                self._found.items.extend(text_lines(child, style, self._outlines))

    def _classed_group(self, group: ElementTree.Element, place: _Place) -> None:
        look = _look_of(group.get("class", ""))
        if look.kind == "placeholder":
            return
        x, y, element_id, is_bold, is_italic, _, hub = place
        own_id = group.get("id", "")
        if own_id[1:2] == "-" and OUR_ID.fullmatch(own_id):
            element_id = own_id
        if move := group.get("transform"):
            dx, dy = _moved(move)
            x, y = x + dx, y + dy
            hub = _hub_of(move) or hub
        if look.kind == "measure":
            self._has_tempo = any(_look_of(e.get("class", "")).kind == "tempo" for e in group)
        if look.kind == "tempo" or (look.kind == "reh" and self._has_tempo):
            y -= _TEMPO_LIFT
        is_bold = (is_bold or look.is_bold) and not look.is_label
        inner = _Place(
            x=x,
            y=y,
            element_id=element_id,
            is_bold=is_bold,
            is_italic=is_italic or look.is_italic,
            is_head=look.is_head,
            hub=hub,
        )
        if look.kind in _DRAWINGS:
            self._drawing(look.kind, group, inner)
        elif look.kind == "staff":
            before = len(self._found.items)
            self._group(group, inner)
            self._staff(before, place.element_id)
        elif look.kind == "roll":
            self._roll(group, inner)
        elif look.kind == "mNum" and self._found.number is None:
            self._number(group, inner)
        else:
            self._group(group, inner)

    def _drawing(self, group_kind: str, group: ElementTree.Element, place: _Place) -> None:
        self._end_others()
        self._group(group, place)
        self._end(_DRAWINGS[group_kind])

    def _end_others(self) -> None:
        """Make a drawing of what stands in no system, title or words."""
        if self._found.items:
            self._end("")

    def _end(self, kind: str) -> None:
        self._pieces.append(self._found.piece(kind, _hull(self._found, self._outlines)))
        self._found = _Found()

    def _roll(self, group: ElementTree.Element, place: _Place) -> None:
        """Read a turn that stands for a roll."""
        items = self._found.items
        before = len(items)
        self._group(group, place)
        self._outlines[_ROLL_SIGN] = _ROLL_PATH
        items[before:] = [
            item._replace(name=_ROLL_SIGN) if isinstance(item, Glyph) else item
            for item in items[before:]
        ]

    def _number(self, group: ElementTree.Element, place: _Place) -> None:
        """Read the number at the start of a system; it is not part of the drawing."""
        items = self._found.items
        before = len(items)
        self._group(group, place)
        lines = items[before:]
        if len(lines) == 1 and isinstance(lines[0], Text) and len(lines[0].runs) == 1:
            self._found.number = lines[0]
            del items[before:]

    def _staff(self, before: int, measure_id: str) -> None:
        found = self._found
        lines = [item for item in found.items[before:] if isinstance(item, Shape)][:5]
        if not lines:
            return
        if found.anchor is None:
            found.anchor = path_box(lines[0].data).top
        if measure_id.startswith("m-"):
            box = path_box("".join([line.data for line in lines]))
            known = found.measures.get(measure_id)
            found.measures[measure_id] = known.united(box) if known else box

    def _use(self, use: ElementTree.Element, place: _Place) -> None:
        name = _glyph_name(use.get("href", "").removeprefix("#"))
        placed = _PLACED.fullmatch(use.get("transform", ""))
        if placed is None:
            raise EngravingError("engraving.unreadable")
        x, y, size = (float(number) for number in placed.groups())
        x, y = place.x + x, place.y + y
        if place.hub is not None:
            data = upright_data(self._outlines[name], x, y, size, place.hub)
            self._add(Shape(place.element_id, data, True, 0.0), place)
            return
        self._add(Glyph(place.element_id, name, x, y, size), place)

    def _add(self, item: Item, place: _Place) -> None:
        found = self._found
        found.items.append(item)
        if place.is_head and place.element_id[:2] in ("n-", "r-"):
            box = _item_box(item, self._outlines)
            known = found.boxes.get(place.element_id)
            found.boxes[place.element_id] = known.united(box) if known else box

    def _figure(self, tag: str, figure: ElementTree.Element, place: _Place) -> None:
        if place.x or (place.y and tag != "rect"):
            raise EngravingError("engraving.unreadable")
        data = _figure_data(tag, figure, place.y)
        get = figure.get
        width, dashes = get("stroke-width"), get("stroke-dasharray")
        is_line = tag in ("polyline", "line") or (tag == "path" and "C" not in data)
        shape = Shape(
            element_id=place.element_id,
            data=data,
            is_filled=not is_line and get("fill") != "none" and get("fill-opacity") != "0",
            stroke_width=float(width.removesuffix("px")) if width else 1.0,
            has_round_ends=get("stroke-linecap") == "round",
            dashes=tuple(_numbers(dashes)) if dashes else (),
        )
        self._add(shape, place)


@lru_cache(maxsize=512)
def _look_of(group_class: str) -> _Look:
    classes = set(group_class.split())
    kinds = ("placeholder", *_DRAWINGS, "staff", "mNum", "tempo", "reh", "roll", "measure")
    return _Look(
        next((kind for kind in kinds if kind in classes), ""),
        bool(classes & _BOLD),
        bool(classes & _ITALIC),
        "label" in classes,
        bool(classes & _HEADS),
    )


def _figure_data(tag: str, figure: ElementTree.Element, down: float) -> str:
    """Return the path of a figure; only a rectangle can stand further down."""
    if tag == "path":
        return figure.get("d", "")
    if tag in ("polygon", "polyline"):
        return polygon_data(_numbers(figure.get("points", "")), is_closed=tag == "polygon")
    if tag == "line":
        ends = [float(figure.get(name, 0)) for name in ("x1", "y1", "x2", "y2")]
        return polygon_data(ends, is_closed=False)
    if tag == "ellipse":
        return ellipse_data(*(float(figure.get(name, 0)) for name in ("cx", "cy", "rx", "ry")))
    x, y, w, h = (float(figure.get(name, 0)) for name in ("x", "y", "width", "height"))
    y += down
    return polygon_data([x, y, x + w, y, x + w, y + h, x, y + h], is_closed=True)


def _item_box(item: Item, outlines: dict[str, str]) -> Box:
    if isinstance(item, Shape):
        return path_box(item.data)
    if isinstance(item, Glyph):
        box = path_box(outlines.get(item.name, ""))
        s = item.scale
        return Box(
            item.x + box.left * s, item.y - box.bottom * s,
            item.x + box.right * s, item.y - box.top * s,
        )  # fmt: skip
    size = max((run.size for run in item.runs), default=0)
    return Box(item.x, item.y - size, item.x, item.y + size / 3)


def _hull(found: _Found, outlines: dict[str, str]) -> Box:
    """Return the box of all that has been read."""
    boxes = [_item_box(item, outlines) for item in found.items]
    if found.number is not None:
        boxes.append(_item_box(found.number, outlines))
    if not boxes:
        return Box(0, 0, 0, 0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _glyph_name(element_id: str) -> str:
    return element_id.split("-")[0]


def _moved(transform: str) -> tuple[float, float]:
    if not transform:
        return (0.0, 0.0)
    found = _MOVE.search(transform)
    numbers = _numbers(found[1]) if found else []
    return (numbers[0], numbers[1] if len(numbers) > 1 else 0.0) if numbers else (0.0, 0.0)


def _hub_of(transform: str) -> tuple[float, float] | None:
    """Return what a group is turned about by a quarter, as the wave of a broken chord is."""
    found = _UPRIGHT.search(transform)
    return (float(found[1]), float(found[2])) if found else None


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
