"""The state of the window at its last closing: one record with the ranges of its values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from abcstudio.field_values import Named, PathName, Several, String, Whole, kept

_PANES = Several(Whole(0, 100_000), 10, belong_together=True)
_CARET = Whole(0, 2**31 - 1)
_FLAT_NAMES = {
    "window_geometry": "geometry",
    "page": "page",
    "splitters": "splitters",
    "folded_panels": "folded_panels",
}
"""The fields by the names that they had among the preferences in files of older versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """Where the window stood, and what it showed.

    Attributes:
        geometry: Qt's saved geometry, base64.
        page: The page in front.
        splitters: Sizes by splitter name, in pixels.
        folded_panels: Side panels that are folded away, "page.side".
        file: The file that was in the editor, "" for none.
        take: The key of the take that was there, "" for none.
        caret: The character before which the caret stood in it.
        tabs: The files that had a tab, from left to right, and the place of the caret in each.
        place: How many of these stood at the left of the text that was in the editor.
    """

    geometry: str = kept("", String())
    page: str = kept("composer", String(100))
    splitters: Mapping[str, tuple[int, ...]] = kept({}, Named(_PANES))
    folded_panels: tuple[str, ...] = kept((), Several(String(100)))
    file: str = kept("", PathName())
    take: str = kept("", String(100))
    caret: int = kept(0, _CARET)
    tabs: Mapping[str, int] = kept({}, Named(_CARET, 200))
    place: int = kept(0, Whole(0, 200))

    def with_splitter(self, name: str, sizes: tuple[int, ...]) -> "WindowState":
        """Return a state in which one splitter has other sizes."""
        return replace(self, splitters={**self.splitters, name: sizes})

    def with_texts(
        self,
        file: str = "",
        take: str = "",
        caret: int = 0,
        *,
        tabs: Mapping[str, int] | None = None,
        place: int = 0,
    ) -> "WindowState":
        """Return a state in which other texts were open, or none that are kept."""
        return replace(self, file=file, take=take, caret=caret, tabs=tabs or {}, place=place)

    def with_none_in_front(self) -> "WindowState":
        """Return a state in which no text was in the editor; the tabs stay."""
        return self.with_texts(tabs=self.tabs)


def with_window(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a settings file with the state of the window in a record of its own."""
    moved = {new: data[old] for old, new in _FLAT_NAMES.items() if old in data}
    others = {name: value for name, value in data.items() if name not in _FLAT_NAMES}
    if moved:
        record = others.get("window")
        others["window"] = {**(record if isinstance(record, Mapping) else {}), **moved}
    return others
