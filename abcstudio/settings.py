"""The user's preferences: frozen data, kept as one readable JSON file."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from abcstudio.files import atomic_write

log = logging.getLogger(__name__)

FORMAT_VERSION = 1
LANGUAGES = ("system", "en", "uk")
THEMES = ("system", "light", "dark")
MAX_RECENT_FILES = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences and the state of the window at its last closing.

    Attributes:
        shortcuts: Keys that the user changed, by action id; portable text such as "Ctrl+R".
        audio_device: The device's name; "" is the system's default.
        sound_font: The user's own .sf2, "" for the one in the box.
        interpretation: Switches of the performance that are not as a musician sets them, by name.
        tunes_folder: Where open and save dialogs start; "" is the home folder.
        runs_folder: Where training runs go; "" is the user's data folder.
        recent_files: Newest first.
        sources: Tunebook files and folders that the user added to the bundled one.
        window_geometry: Qt's saved geometry, base64.
        splitters: Sizes by splitter name.
        model: The chosen model's file; "" is the one in the box.
        folded_panels: Side panels that are folded away, "page.side".
        score_zoom: The size of the music, 1.0 for the natural one.
        score_fills_lines: The score's lines fill the width instead of ending where the text's do.
        training_config: The training form's values when it was last used.
        training_device: What the person wanted networks to be trained on, "auto" for the best.
        paper: The kind of paper that is printed on, "" for what is usual in the country.
        staff_mm: The height of a staff on paper.
        announce_notes: Whether notes are spoken while the caret moves, "on" or "off"; "" leaves it
            to whether a screen reader is there.
        explain_caret: Whether a line under the text explains the ABC at the caret.
        close_brackets: Whether the editor writes closing brackets and quotes with opening ones.
        show_piano: Whether the piano stands above the transport bar.
        hear_entered: Whether a note is heard when it is entered.
        midi_input: The MIDI keyboard's name, "" for none.
        midi_output: The MIDI port that is sent to, "" for none.
        midi_clock: Whether the clock's ticks are sent there too.
        heard_here_too: Whether a tune that is sent there is also heard here.
        loop_times: How often a loop is played before the music goes on, 0 for ever.
        loop_faster_percent: How much faster a loop goes each time, in percent of the written tempo.
        loop_most_percent: Where that ends.
        metronome: Whether the beats click while a tune is played.
        count_in: Whether a measure clicks before a tune is played.
    """

    language: str = "system"
    theme: str = "system"
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    audio_device: str = ""
    sound_font: str = ""
    instrument: str = "flute"
    volume: float = 0.8
    interpretation: Mapping[str, bool] = field(default_factory=dict)
    tunes_folder: str = ""
    runs_folder: str = ""
    recent_files: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    window_geometry: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    page: str = "composer"
    model: str = ""
    folded_panels: tuple[str, ...] = ()
    score_zoom: float = 1.0
    score_fills_lines: bool = False
    training_config: Mapping[str, Any] = field(default_factory=dict)
    training_device: str = "auto"
    paper: str = ""
    staff_mm: float = 6.5
    announce_notes: str = ""
    explain_caret: bool = True
    close_brackets: bool = False
    show_piano: bool = False
    hear_entered: bool = True
    midi_input: str = ""
    midi_output: str = ""
    midi_clock: bool = True
    heard_here_too: bool = False
    loop_times: int = 0
    loop_faster_percent: int = 0
    loop_most_percent: int = 100
    metronome: bool = False
    count_in: bool = False

    def with_recent_file(self, path: str) -> "Settings":
        """Return settings in which `path` is the newest recent file."""
        others = tuple(other for other in self.recent_files if other != path)
        return replace(self, recent_files=(path, *others)[:MAX_RECENT_FILES])

    def without_recent_file(self, path: str) -> "Settings":
        """Return settings that no longer remember a file."""
        return replace(self, recent_files=tuple(p for p in self.recent_files if p != path))


def load_settings(path: Path) -> Settings:
    """Read settings; whatever is missing, damaged or unknown there takes its default."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        log.warning("The settings file %s cannot be read and is ignored: %s", path, error)
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    known = {
        item.name: _checked(item.name, data[item.name])
        for item in fields(Settings)
        if item.name in data
    }
    return Settings(**{name: value for name, value in known.items() if value is not None})


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings.

    Raises:
        OSError: The file cannot be written; the old one is unchanged.
    """
    data = {"format": FORMAT_VERSION, **asdict(settings)}
    atomic_write(path, json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n")


def _checked(name: str, value: Any) -> Any:
    """Return a stored value in its field's type, or None where it does not fit."""
    default = getattr(Settings(), name)
    if name == "language":
        return value if value in LANGUAGES else None
    if name == "theme":
        return value if value in THEMES else None
    if name == "announce_notes":
        return value if value in ("", "on", "off") else None
    if name == "splitters":
        return _checked_splitters(value)
    if name == "interpretation":
        # Which names there are is the engine's to know.
        fits = isinstance(value, dict) and all(isinstance(item, bool) for item in value.values())
        return value if fits else None
    if name == "training_config":
        # What it means is checked where it is used: names and ranges belong to the engine.
        return value if isinstance(value, dict) else None
    if isinstance(default, Mapping):
        fits = isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
        return value if fits else None
    if isinstance(default, tuple):
        return tuple(map(str, value)) if isinstance(value, list) else None
    if isinstance(default, float):
        return float(value) if isinstance(value, int | float) else None
    return value if isinstance(value, type(default)) else None


def _checked_splitters(value: Any) -> Mapping[str, tuple[int, ...]] | None:
    if not isinstance(value, dict):
        return None
    return {
        str(name): tuple(sizes)
        for name, sizes in value.items()
        if isinstance(sizes, list) and all(isinstance(size, int) for size in sizes)
    }
