"""The user's preferences: frozen data, kept as one readable JSON file."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypedDict, Unpack

from abcstudio.bounded_json import json_bytes
from abcstudio.corpus.browsing.query import GROUPINGS
from abcstudio.engraving.paper.paper import DEFAULT_STAFF_MM, MAX_STAFF_MM, MIN_STAFF_MM, SIZES
from abcstudio.field_values import (
    Choice,
    Flag,
    Named,
    PathName,
    Plain,
    Real,
    Record,
    Several,
    String,
    Whole,
    fitting,
    kept,
    misfits,
    values_of,
)
from abcstudio.learning.devices import DEVICES
from abcstudio.own_files import Tell, copy_aside, pass_over, read_own_file, write_own_file
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.runs.loggers.kinds import LOG_KINDS

FORMAT_VERSION = 1
THEMES = ("system", "light", "dark")
MAX_RECENT_FILES = 10
MAX_WRITTEN_FOLDERS = 20
MAX_SOURCES = 200
MAX_FORM_VALUES = 50
MAX_PRESETS = 50

# Commands whose keys older versions wrote under another name.
_RENAMED = {
    "tune.mend_problem": "tune.fix_problem",
    "tune.mend_all": "tune.fix_all",
    "tune.mend_alike": "tune.fix_alike",
}

_PANES = Several(Whole(0, 100_000), 10, belong_together=True)
_CARET = Whole(0, 2**31 - 1)
# Fields of `WindowState` by their names in files of older versions, among the preferences.
_FLAT_NAMES = {
    "window_geometry": "geometry",
    "page": "page",
    "splitters": "splitters",
    "folded_panels": "folded_panels",
}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Preferences, and what the program remembers for its next start.

    Attributes:
        language: A code such as "uk", or "system"; the window decides which there are.
        shortcuts: Keys that the user changed, by action id; portable text such as "Ctrl+R".
        audio_device: The device's name; "" is the system's default.
        sound_font: The user's own .sf2, "" for the one in the box.
        interpretation: Switches of the performance that are not as a musician sets them, by name.
        tunes_folder: Where open and save dialogs start; "" is the home folder.
        runs_folder: Where training runs go; "" is the user's data folder.
        recent_files: Newest first.
        written_folders: Where the person's files were written, newest first; what a killed writing
            left there is cleared away at the next start.
        sources: Tunebook files and folders that the user added to the bundled one.
        source_counts: How many tunes each source had when it was read last.
        source_notes: What there was to say of the files of each, by name; nothing for most.
        source_encodings: The encodings that the person has named for sources, as Python calls them.
        tunes_grouped_by: The column that the table of tunes is grouped by, "" for none.
        window: The state of the window at its last closing.
        model: The chosen model's file; "" is the one in the box.
        score_zoom: The size of the music, 1.0 for the natural one.
        score_fills_lines: The score's lines fill the width instead of ending where the text's do.
        compose_form: The compose form's values when it was last used.
        rewriting: How measures were composed anew last.
        training_config: The training form's values when it was last used.
        training_presets: Values of the training form that the person has given names.
        training_device: What the person wanted networks to be trained on, "auto" for the best.
        training_tunes: Which tunes were trained on: their source and what of it.
        training_milestones: The steps at which networks are kept, as typed; "" for the usual ones.
        training_logs: Where runs are logged besides their folders.
        keep_awake: Whether the machine is kept from falling asleep while a network trains.
        notify_run_end: Whether the desktop tells when a run ends while another window is used.
        run_names: The last names that training runs were given, one of each kind.
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
        newer: What only a newer version of the program knows, also within `window`; it is kept as
            it is.
    """

    language: str = kept("system", String(16))
    theme: str = kept("system", Choice(THEMES))
    shortcuts: Mapping[str, str] = kept({}, Named(String(100)))
    audio_device: str = kept("", String())
    sound_font: str = kept("", PathName())
    instrument: str = kept("flute", Choice(tuple(INSTRUMENTS)))
    volume: float = kept(0.8, Real(0.0, 1.0))
    interpretation: Mapping[str, bool] = kept({}, Named(Flag()))
    tunes_folder: str = kept("", PathName())
    runs_folder: str = kept("", PathName())
    recent_files: tuple[str, ...] = kept((), Several(PathName(), MAX_RECENT_FILES))
    written_folders: tuple[str, ...] = kept((), Several(PathName(), MAX_WRITTEN_FOLDERS))
    sources: tuple[str, ...] = kept((), Several(PathName(), MAX_SOURCES))
    source_counts: Mapping[str, int] = kept({}, Named(Whole(0, 2**31 - 1), MAX_SOURCES + 2))
    source_notes: Mapping[str, Mapping[str, Any]] = kept({}, Named(Named(Plain()), MAX_SOURCES + 2))
    source_encodings: Mapping[str, str] = kept({}, Named(String(40), MAX_SOURCES + 2))
    tunes_grouped_by: str = kept("", Choice(("", *(column.value for column in GROUPINGS))))
    window: WindowState = kept(WindowState(), Record(WindowState))  # noqa: RUF009 - a field
    model: str = kept("", PathName())
    score_zoom: float = kept(1.0, Real(0.4, 4.0))
    score_fills_lines: bool = kept(False, Flag())
    compose_form: Mapping[str, Any] = kept({}, Named(Plain(), MAX_FORM_VALUES))
    rewriting: Mapping[str, Any] = kept({}, Named(Plain(), MAX_FORM_VALUES))
    training_config: Mapping[str, Any] = kept({}, Named(Plain()))
    training_presets: Mapping[str, Mapping[str, Any]] = kept({}, Named(Named(Plain()), MAX_PRESETS))
    training_device: str = kept("auto", Choice(DEVICES))
    training_tunes: Mapping[str, str] = kept({}, Named(String(200_000)))
    training_milestones: str = kept("", String(1000))
    training_logs: tuple[str, ...] = kept((), Several(Choice(tuple(LOG_KINDS)), len(LOG_KINDS)))
    keep_awake: bool = kept(True, Flag())
    notify_run_end: bool = kept(True, Flag())
    run_names: tuple[str, ...] = kept((), Several(String()))
    paper: str = kept("", Choice(("", *SIZES)))
    staff_mm: float = kept(DEFAULT_STAFF_MM, Real(MIN_STAFF_MM, MAX_STAFF_MM))
    announce_notes: str = kept("", Choice(("", "on", "off")))
    explain_caret: bool = kept(True, Flag())
    close_brackets: bool = kept(False, Flag())
    show_piano: bool = kept(False, Flag())
    hear_entered: bool = kept(True, Flag())
    midi_input: str = kept("", String())
    midi_output: str = kept("", String())
    midi_clock: bool = kept(True, Flag())
    heard_here_too: bool = kept(False, Flag())
    loop_times: int = kept(0, Choice((0, 2, 3, 4, 5, 8, 10, 16, 32)))
    loop_faster_percent: int = kept(0, Whole(0, 50))
    loop_most_percent: int = kept(100, Whole(20, 300))
    metronome: bool = kept(False, Flag())
    count_in: bool = kept(False, Flag())
    newer: Mapping[str, Any] = field(default_factory=dict)

    def with_recent_file(self, path: str) -> "Settings":
        """Return settings in which `path` is the newest recent file."""
        others = tuple(other for other in self.recent_files if other != path)
        return replace(self, recent_files=(path, *others)[:MAX_RECENT_FILES])

    def with_written_folder(self, path: str) -> "Settings":
        """Return settings in which `path` is the folder that was written into last."""
        others = tuple(other for other in self.written_folders if other != path)
        return replace(self, written_folders=(path, *others)[:MAX_WRITTEN_FOLDERS])

    def without_recent_file(self, path: str) -> "Settings":
        """Return settings that no longer remember a file."""
        return replace(self, recent_files=tuple(p for p in self.recent_files if p != path))

    def changed(self, **changes: "Unpack[SettingsChanges]") -> "Settings":
        """Return settings with some other values, each as its field keeps it.

        Raises:
            ValueError: A value does not fit its field.
        """
        kept_values = {
            name: setting_values(name).accepted(value) for name, value in changes.items()
        }
        return replace(self, **kept_values)


class SettingsChanges(TypedDict, total=False):
    """Some fields of `Settings` by name, so that the types of changes are checked too."""

    language: str
    theme: str
    shortcuts: Mapping[str, str]
    audio_device: str
    sound_font: str
    instrument: str
    volume: float
    interpretation: Mapping[str, bool]
    tunes_folder: str
    runs_folder: str
    recent_files: tuple[str, ...]
    written_folders: tuple[str, ...]
    sources: tuple[str, ...]
    source_counts: Mapping[str, int]
    source_notes: Mapping[str, Mapping[str, Any]]
    source_encodings: Mapping[str, str]
    tunes_grouped_by: str
    window: WindowState
    model: str
    score_zoom: float
    score_fills_lines: bool
    compose_form: Mapping[str, Any]
    rewriting: Mapping[str, Any]
    training_config: Mapping[str, Any]
    training_presets: Mapping[str, Mapping[str, Any]]
    training_device: str
    training_tunes: Mapping[str, str]
    training_milestones: str
    training_logs: tuple[str, ...]
    keep_awake: bool
    notify_run_end: bool
    run_names: tuple[str, ...]
    paper: str
    staff_mm: float
    announce_notes: str
    explain_caret: bool
    close_brackets: bool
    show_piano: bool
    hear_entered: bool
    midi_input: str
    midi_output: str
    midi_clock: bool
    heard_here_too: bool
    loop_times: int
    loop_faster_percent: int
    loop_most_percent: int
    metronome: bool
    count_in: bool


def load_settings(path: Path, tell: Tell = pass_over) -> Settings:
    """Read settings; whatever is missing or does not fit there takes its default.

    Args:
        path: The settings file.
        tell: Called where it cannot be used at all, after it was put aside; and where some of it
            does not fit, after it was copied and written anew without that.
    """
    data = _with_window(read_own_file(path, tell) or {})
    newer = _not_of(Settings, data)
    if not _is_newer(newer.get("format")):
        newer.pop("format", None)
    window = data.get("window")
    in_window = _not_of(WindowState, window) if isinstance(window, Mapping) else {}
    if in_window:
        newer["window"] = in_window
    settings = Settings(**fitting(Settings, data), newer=newer)
    keys = {_RENAMED.get(name, name): value for name, value in settings.shortcuts.items()}
    settings = replace(settings, shortcuts=keys)
    if odd := misfits(Settings, data):
        damaged = copy_aside(path, odd)
        if damaged.kept is not None:
            with suppress(OSError):
                save_settings(settings, path)
        tell(damaged)
    return settings


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings, and with them what a newer version had kept there.

    Raises:
        SparedFileError: The file could not be read by this process.
        OSError: The file cannot be written; the old one is unchanged.
    """
    data = asdict(replace(settings, newer={}))
    del data["newer"]
    newer = {**settings.newer, "window": {**data["window"], **settings.newer.get("window", {})}}
    write_own_file(path, json_bytes({"format": FORMAT_VERSION, **data, **newer}))


def _with_window(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a settings file with the state of the window in a record of its own."""
    moved = {new: data[old] for old, new in _FLAT_NAMES.items() if old in data}
    others = {name: value for name, value in data.items() if name not in _FLAT_NAMES}
    if moved:
        record = others.get("window")
        others["window"] = {**(record if isinstance(record, Mapping) else {}), **moved}
    return others


def _is_newer(version: Any) -> bool:
    """Return whether a newer version of the program wrote the file: it keeps its number."""
    return type(version) is int and version > FORMAT_VERSION


def _not_of(record: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of the data is no field of a record."""
    known = {item.name for item in fields(record)}
    return {name: value for name, value in data.items() if name not in known}


def setting_values(name: str) -> Any:
    """Return what a setting may be, for the loader and the boxes of the window alike."""
    return values_of(Settings, name)
