"""A reader of the SVG that Verovio writes: groups, uses, paths, figures and text, into a `Page`."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from abcstudio.engraving.page import Box, ElementBox, Glyph, Item, Page, Shape, Text, TextRun
from abcstudio.engraving.path_data import ellipse_data, path_box, polygon_data
from abcstudio.engraving.verovio_toolkit import glyph_outline
from abcstudio.errors import EngravingError

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MOVE = re.compile(r"translate\(([^)]*)\)")
_SCALE = re.compile(r"scale\(([^)]*)\)")
_OUR_ID = re.compile(r"[a-z]-\d+(-\d+)?")
_BOLD = {"ending", "fing", "reh", "tempo"}
_ITALIC = {"dir", "dynam", "mNum"}
_MUSIC_FONT = "Leipzig"


def read_page(svg: str) -> Page:
    """Return what an SVG of Verovio draws."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise EngravingError("engraving.unreadable") from error
    inner = root.find(f"{_SVG}svg")
    if inner is None:
        raise EngravingError("engraving.unreadable")
    return _Reader(root, inner).page()


@dataclass(frozen=True, slots=True)
class _Place:
    """What a group hands down to its children."""

    x: float = 0
    y: float = 0
    element_id: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_head: bool = False


class _Reader:
    def __init__(self, root: ElementTree.Element, inner: ElementTree.Element) -> None:
        self._inner = inner
        self._outlines = {
            _glyph_name(group.get("id", "")): path.get("d", "")
            for group in root.iterfind(f"{_SVG}defs/{_SVG}g")
            for path in group.iterfind(f"{_SVG}path")
        }
        self._items: list[Item] = []
        self._boxes: dict[str, Box] = {}
        self._measures: dict[str, Box] = {}
        self._systems: list[tuple[Box, range]] = []

    def page(self) -> Page:
        _, _, width, height = _numbers(self._inner.get("viewBox", "0 0 0 0"))
        self._group(self._inner, _Place())
        boxes = [ElementBox(element_id, box) for element_id, box in self._boxes.items()]
        measures = [ElementBox(element_id, box) for element_id, box in self._measures.items()]
        systems = sorted(self._systems, key=lambda system: system[0].top)
        return Page(
            width=width,
            height=height,
            outlines=self._outlines,
            items=tuple(self._items),
            notes=tuple(boxes),
            measures=tuple(measures),
            systems=tuple(box for box, _ in systems),
            system_items=tuple(items for _, items in systems),
        )

    # Verovio nests groups a dozen deep at most, whatever the tune, so recursion is safe here.
    def _group(self, group: ElementTree.Element, place: _Place) -> None:
        for child in group:
            tag = child.tag.removeprefix(_SVG)
            if tag == "g":
                self._classed_group(child, place)
            elif tag == "use":
                self._use(child, place)
            elif tag == "text":
                self._items.extend(text_lines(child, place, self._outlines))
            elif tag in ("path", "polygon", "polyline", "rect", "ellipse", "line"):
                self._figure(tag, child, place)

    def _classed_group(self, group: ElementTree.Element, place: _Place) -> None:
        classes = set(group.get("class", "").split())
        if "placeholder" in classes:
            return
        element_id = group.get("id", "")
        x, y = _moved(group.get("transform", ""))
        inner = _Place(
            place.x + x,
            place.y + y,
            element_id if _OUR_ID.fullmatch(element_id) else place.element_id,
            (place.is_bold or bool(classes & _BOLD)) and "label" not in classes,
            place.is_italic or bool(classes & _ITALIC),
            "notehead" in classes or bool(classes & {"rest", "multiRest", "mRest"}),
        )
        before = len(self._items)
        self._group(group, inner)
        if "system" in classes:
            items = range(before, len(self._items))
            self._systems.append((_hull(self._items[before:], self._outlines), items))
        elif "staff" in classes:
            self._staff(self._items[before:], place.element_id)

    def _staff(self, items: list[Item], measure_id: str) -> None:
        lines = [item for item in items if isinstance(item, Shape)][:5]
        if lines and measure_id.startswith("m-"):
            box = _hull(list(lines), self._outlines)
            known = self._measures.get(measure_id)
            self._measures[measure_id] = known.united(box) if known else box

    def _use(self, use: ElementTree.Element, place: _Place) -> None:
        transform = use.get("transform", "")
        x, y = _moved(transform)
        scale = _SCALE.search(transform)
        name = _glyph_name(use.get("href", "").removeprefix("#"))
        size = _numbers(scale[1])[0] if scale else 1.0
        glyph = Glyph(place.element_id, name, place.x + x, place.y + y, size)
        self._add(glyph, place)

    def _add(self, item: Item, place: _Place) -> None:
        self._items.append(item)
        if place.is_head and place.element_id[:2] in ("n-", "r-"):
            box = _item_box(item, self._outlines)
            known = self._boxes.get(place.element_id)
            self._boxes[place.element_id] = known.united(box) if known else box

    def _figure(self, tag: str, figure: ElementTree.Element, place: _Place) -> None:
        data = _figure_data(tag, figure)
        if place.x or place.y:
            raise EngravingError("engraving.unreadable")
        width = figure.get("stroke-width")
        is_line = tag in ("polyline", "line") or (tag == "path" and "C" not in data)
        shape = Shape(
            place.element_id,
            data,
            is_filled=not is_line
            and figure.get("fill") != "none"
            and figure.get("fill-opacity") != "0",
            stroke_width=float(width.removesuffix("px")) if width else 1.0,
            has_round_ends=figure.get("stroke-linecap") == "round",
            dashes=tuple(_numbers(figure.get("stroke-dasharray", ""))),
        )
        self._add(shape, place)


def text_lines(text: ElementTree.Element, place: _Place, outlines: dict[str, str]) -> list[Text]:
    """Return the lines of a text element and add the musical signs in it to the outlines."""
    lines: list[Text] = []

    def visit(element: ElementTree.Element, style: TextRun, anchor: str, element_id: str) -> None:
        anchor = element.get("text-anchor", anchor)
        own_id = element.get("id", "")
        element_id = own_id if _OUR_ID.fullmatch(own_id) else element_id
        if not lines or element.get("y") or element.get("x"):
            x = float(element.get("x", lines[-1].x if lines else 0))
            y = float(element.get("y", lines[-1].y if lines else 0))
            lines.append(Text(element_id, place.x + x, place.y + y, anchor, ()))
        elif element_id != lines[-1].element_id and not lines[-1].runs:
            lines[-1] = lines[-1]._replace(element_id=element_id)
        style = _styled(element, style)
        if element.text:
            run = style._replace(text=element.text)
            lines[-1] = lines[-1]._replace(anchor=anchor, runs=(*lines[-1].runs, run))
        for child in element:
            visit(child, style, anchor, element_id)

    visit(text, TextRun("", 0, place.is_bold, place.is_italic), "start", place.element_id)
    for line in lines:
        for run in line.runs:
            if run.is_music:
                for character in run.text:
                    code = f"{ord(character):04X}"
                    outlines.setdefault(code, glyph_outline(code))
    return [line for line in lines if any(run.text.strip() for run in line.runs)]


def _styled(element: ElementTree.Element, style: TextRun) -> TextRun:
    size = element.get("font-size", "")
    weight, slant = element.get("font-weight"), element.get("font-style")
    return TextRun(
        "",
        float(size.removesuffix("px")) if size else style.size,
        weight == "bold" if weight else style.is_bold,
        slant in ("italic", "oblique") if slant else style.is_italic,
        element.get("font-family") == _MUSIC_FONT or style.is_music,
    )


def _figure_data(tag: str, figure: ElementTree.Element) -> str:
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


def _hull(items: list[Item], outlines: dict[str, str]) -> Box:
    hull: Box | None = None
    for item in items:
        box = _item_box(item, outlines)
        hull = hull.united(box) if hull else box
    return hull or Box(0, 0, 0, 0)


def _glyph_name(element_id: str) -> str:
    return element_id.split("-")[0]


def _moved(transform: str) -> tuple[float, float]:
    if not transform:
        return (0.0, 0.0)
    found = _MOVE.search(transform)
    numbers = _numbers(found[1]) if found else []
    return (numbers[0], numbers[1] if len(numbers) > 1 else 0.0) if numbers else (0.0, 0.0)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
