"""Successive versions of a tune in, scores out, at the cost of what changed between them.

While a tune is being written, only the systems around the change are given to Verovio; the others
keep their drawings and move to where they stand now. The score is the one that the whole tune
gives: where a part could show something else, the whole tune is drawn.
"""

from dataclasses import dataclass, replace

from abcstudio.engraving.drawing.drawing_parts import moved_item
from abcstudio.engraving.drawing.engraved_score import EngravedScore, PlacedDrawing, height_of
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw, roomy
from abcstudio.engraving.mei.mei_systems import System, Systems, common_ends

_MOST_OF_IT = 0.75
"""The share of a tune's systems from which on drawing all of them is no slower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A document and its score: a piece for each system, and the titles and words around them."""

    document: Systems
    options: EngravingOptions
    engraved: EngravedScore
    pieces: tuple[PlacedDrawing, ...]
    head: PlacedDrawing | None
    foot: PlacedDrawing | None

    @classmethod
    def of(
        cls, document: Systems, options: EngravingOptions, engraved: EngravedScore
    ) -> "_Drawn | None":
        """Take a score apart; None where its systems are not those of the document."""
        by_kind: dict[str, list[PlacedDrawing]] = {}
        for piece in engraved.pieces:
            by_kind.setdefault(piece.drawing.kind, []).append(piece)
        pieces = by_kind.pop("system", [])
        heads, feet = by_kind.pop("head", []), by_kind.pop("foot", [])
        if by_kind or len(heads) > 1 or len(feet) > 1:
            return None
        if any(piece.drawing.anchor is None for piece in pieces):
            return None
        head, foot = next(iter(heads), None), next(iter(feet), None)
        return cls(
            document=document,
            options=options,
            engraved=engraved,
            pieces=tuple(pieces),
            head=head,
            foot=foot,
        )


class ScoreDrawer:
    """Draws the versions of one tune after each other, in this process."""

    def __init__(self) -> None:
        self._latest: _Drawn | None = None

    def draw(self, mei: str, options: EngravingOptions | None = None) -> EngravedScore:
        """Return the score of a document.

        Raises:
            EngravingError: It cannot be drawn.
        """
        options = roomy(mei, options or EngravingOptions())
        document = Systems(mei)
        latest, self._latest = self._latest, None
        is_parted = options.breaks == "encoded" and document.is_plain
        drawn = None
        if is_parted and latest is not None and _is_alike(latest, document, options):
            drawn = _Change(latest, document).drawn()
        if drawn is not None:
            self._latest = drawn
            return drawn.engraved
        engraved = read_svg(draw(mei, options))
        drawn = _Drawn.of(document, options, engraved) if is_parted else None
        if drawn is not None and len(drawn.pieces) == len(document.systems):
            self._latest = drawn
        return engraved


def _is_alike(latest: _Drawn, document: Systems, options: EngravingOptions) -> bool:
    """Return whether all that rules the whole score is as it was."""
    old = latest.document
    return (
        latest.options == options
        and old.opening == document.opening
        and old.longest == document.longest
    )


class _Change:
    """From one drawn document to the next."""

    def __init__(self, latest: _Drawn, document: Systems) -> None:
        self._latest = latest
        self._document = document
        self._old, self._new = latest.document.systems, document.systems
        self._start, self._end = common_ends(self._old, self._new)

    def drawn(self) -> _Drawn | None:
        """Return the new document drawn, None where a part of it does not tell."""
        count = len(self._new)
        if self._start == len(self._old) == count:
            return self._joined(range(0), [], 0.0, 0.0, self._latest)
        first = max(0, self._start - 1)
        last = min(count - 1, count - self._end)
        first, last = self._document.clean_range(first, last)
        if last - first + 1 > _MOST_OF_IT * count:
            return None
        part = self._drawn_part(first, last)
        if part is None:
            return None
        return self._fitted(range(first, last + 1), part)

    def _drawn_part(self, first: int, last: int) -> _Drawn | None:
        """Draw some systems; the stand-ins beside them are left out."""
        mei = self._document.part(first, last)
        engraved = read_svg(draw(mei, self._latest.options))
        part = _Drawn.of(self._document, self._latest.options, engraved)
        if part is None or engraved.width != self._latest.engraved.width:
            return None
        begin = int(first > 0)
        pieces = part.pieces[begin : begin + last - first + 1]
        stand_ins = begin + (last < len(self._new) - 1)
        if len(part.pieces) != len(pieces) + stand_ins:
            return None
        return replace(part, pieces=pieces)

    def _fitted(self, places: range, part: _Drawn) -> _Drawn | None:
        """Put a part in its place; None where it does not meet what stands beside it."""
        kept = [self._kept(place, fresh) for place, fresh in zip(places, part.pieces, strict=True)]
        first, last = places[0], places[-1]
        is_start, is_end = first == 0, last == len(self._new) - 1
        # What does not change beside the change shows that nothing further away does.
        if (not is_start and kept[0] is None) or (not is_end and kept[-1] is None):
            return None
        down = 0.0 if is_start else _anchor(self._known(first)) - _anchor(part.pieces[0])
        pieces = [
            _lowered(fresh, down) if known is None else _at(known, _anchor(fresh) + down)
            for fresh, known in zip(part.pieces, kept, strict=True)
        ]
        further = 0.0 if is_end else _anchor(pieces[-1]) - _anchor(self._known(last))
        return self._joined(places, pieces, down, further, part)

    def _joined(
        self, places: range, pieces: list[PlacedDrawing], down: float, further: float, part: _Drawn
    ) -> _Drawn:
        """Return the whole score.

        Args:
            places: Of the systems that are drawn anew.
            pieces: Those systems.
            down: How far below its own place the part stands.
            further: How much lower all below it stands than before.
            part: Gives the titles and the words where it reaches so far.
        """
        latest, count = self._latest, len(self._new)
        above = [self._moved(place, 0.0) for place in range(places.start)]
        below = [self._moved(place, further) for place in range(places.stop, count)]
        has_start = bool(places) and places[0] == 0
        has_end = bool(places) and places[-1] == count - 1
        head = _same_or(latest.head, part.head) if has_start else latest.head
        if has_end:
            foot = _same_or(latest.foot, part.foot and _lowered(part.foot, down))
        else:
            foot = latest.foot and _lowered(latest.foot, further)
        systems = (*above, *pieces, *below)
        whole = (*systems, *(piece for piece in (head, foot) if piece is not None))
        outlines = {**latest.engraved.outlines, **part.engraved.outlines}
        engraved = EngravedScore(latest.engraved.width, height_of(whole), outlines, whole)
        return _Drawn(
            document=self._document,
            options=latest.options,
            engraved=engraved,
            pieces=systems,
            head=head,
            foot=foot,
        )

    def _old_place(self, place: int) -> int | None:
        """Return where a system stood that has not changed."""
        if place < self._start:
            return place
        earlier = len(self._new) - len(self._old)
        return place - earlier if place >= len(self._new) - self._end else None

    def _known(self, place: int) -> PlacedDrawing:
        old_place = self._old_place(place)
        assert old_place is not None
        return self._latest.pieces[old_place]

    def _moved(self, place: int, down: float) -> PlacedDrawing:
        """Return a system that is not drawn anew in its place in the text and in the score."""
        old_place = self._old_place(place)
        assert old_place is not None
        return _renamed(
            _lowered(self._latest.pieces[old_place], down), self._old[old_place], self._new[place]
        )

    def _kept(self, place: int, fresh: PlacedDrawing) -> PlacedDrawing | None:
        """Return the system as it was drawn before, if it still looks like that."""
        if self._old_place(place) is None:
            return None
        known = self._moved(place, 0.0)
        return known if _looks_like(_at(known, _anchor(fresh)), fresh) else None


def _anchor(piece: PlacedDrawing) -> float:
    assert piece.drawing.anchor is not None
    return piece.drawing.anchor + piece.down


def _at(piece: PlacedDrawing, anchor: float) -> PlacedDrawing:
    return _lowered(piece, anchor - _anchor(piece))


def _lowered(piece: PlacedDrawing, down: float) -> PlacedDrawing:
    if not down:
        return piece
    number = piece.number
    return piece._replace(
        down=piece.down + down, number=number and number._replace(y=number.y + down)
    )


def _renamed(piece: PlacedDrawing, old: System, new: System) -> PlacedDrawing:
    """Return the piece of a system that is the same in another place of the tune."""
    offset, measure = new.base - old.base, new.measure - old.measure
    if not (offset or measure or old.number != new.number):
        return piece
    number = piece.number
    if number is not None:
        runs = (number.runs[0]._replace(text=new.number),)
        number = number._replace(element_id=f"m-{new.measure}", runs=runs)
    return piece._replace(
        offset=piece.offset + offset, measure=piece.measure + measure, number=number
    )


def _looks_like(known: PlacedDrawing, fresh: PlacedDrawing) -> bool:
    """Return whether two pieces are the same in the same place."""
    old, new = known.drawing.items, fresh.drawing.items
    return (
        len(old) == len(new)
        and known.number == fresh.number
        and all(
            moved_item(one, known.down - fresh.down, known.offset, known.measure) == other
            for one, other in zip(old, new, strict=True)
        )
    )


def _same_or(known: PlacedDrawing | None, fresh: PlacedDrawing | None) -> PlacedDrawing | None:
    """Return a piece as it is known already where the fresh one looks like it."""
    if known is None or fresh is None:
        return fresh
    return known if known.items == fresh.items else fresh
