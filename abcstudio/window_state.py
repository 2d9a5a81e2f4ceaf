"""The state of the window at its last closing: one record with the ranges of its values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from abcstudio.field_values import Named, PathName, Several, String, Whole, kept

_PANES = Several(Whole(0, 100_000), 10, belong_together=True)
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
    """

    geometry: str = kept("", String())
    page: str = kept("composer", String(100))
    splitters: Mapping[str, tuple[int, ...]] = kept({}, Named(_PANES))
    folded_panels: tuple[str, ...] = kept((), Several(String(100)))
    file: str = kept("", PathName())
    take: str = kept("", String(100))
    caret: int = kept(0, Whole(0, 2**31 - 1))

    def with_splitter(self, name: str, sizes: tuple[int, ...]) -> "WindowState":
        """Return a state in which one splitter has other sizes."""
        return replace(self, splitters={**self.splitters, name: sizes})

    def with_text(self, file: str = "", take: str = "", caret: int = 0) -> "WindowState":
        """Return a state in which another text was in the editor, or none that is kept."""
        return replace(self, file=file, take=take, caret=caret)


def with_window(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a settings file with the state of the window in a record of its own."""
    moved = {new: data[old] for old, new in _FLAT_NAMES.items() if old in data}
    others = {name: value for name, value in data.items() if name not in _FLAT_NAMES}
    if moved:
        record = others.get("window")
        others["window"] = {**(record if isinstance(record, Mapping) else {}), **moved}
    return others
