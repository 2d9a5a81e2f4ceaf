"""Preferences survive a restart; a damaged file costs only what is damaged."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from abcstudio.own_files import DamagedFile
from abcstudio.settings import (
    MAX_RECENT_FILES,
    MAX_SOURCES,
    MAX_WRITTEN_FOLDERS,
    Settings,
    SettingsChanges,
    WindowState,
    load_settings,
    save_settings,
    setting_values,
)


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    settings = Settings(
        language="uk",
        theme="dark",
        shortcuts={"compose": "Ctrl+J"},
        recent_files=("/tunes/гопак.abc",),
        window=WindowState(splitters={"composer": (200, 700, 300)}),
        volume=0.5,
        interpretation={"drums": False},
    )
    path = tmp_path / "settings.json"
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", ["", "[1]", "{", '"x"', "\x00"])
def test_a_damaged_file_gives_the_defaults(content: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    stored = {"theme": "purple", "language": "uk", "volume": "loud", "splitters": {"a": ["x"]}}
    stored["interpretation"] = {"drums": "loud"}
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert load_settings(path) == Settings(language="uk")


@pytest.mark.parametrize(
    "content", [b"{", b"[1]", b"[" * 100_000, b"\xff\xfe", b'{"a": 1},', b'{"volume": NaN']
)
def test_a_file_that_does_not_parse_is_kept_and_told_of(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    told: list[DamagedFile] = []
    settings = load_settings(path, told.append)
    assert settings == Settings()
    save_settings(settings, path)
    (damaged,) = told
    assert damaged.kept == tmp_path / "settings.json.damaged"
    assert damaged.kept.read_bytes() == content
    assert load_settings(path, told.append) == settings
    assert len(told) == 1


def test_a_file_with_values_that_do_not_fit_is_copied_and_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    stored: dict[str, Any] = {"format": 1, "language": "uk", "volume": "loud", "loop_times": 7}
    stored |= {"sources": ["/a.abc", 5], "window": {"page": "training", "splitters": {"a": ["x"]}}}
    content = json.dumps(stored)
    path.write_text(content, encoding="utf-8")
    told: list[DamagedFile] = []
    settings = load_settings(path, told.append)
    window = WindowState(page="training")
    assert settings == Settings(language="uk", sources=("/a.abc",), window=window)
    (damaged,) = told
    assert sorted(damaged.parts) == ["loop_times", "sources", "volume", "window"]
    assert damaged.kept == tmp_path / "settings.json.damaged"
    assert damaged.kept.read_text(encoding="utf-8") == content
    assert load_settings(path, told.append) == settings
    assert len(told) == 1


def test_of_values_that_fit_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(volume=1, sources=("/a.abc",), window=WindowState(splitters={"a": (1, 2)}))
    save_settings(settings, path)
    told: list[DamagedFile] = []
    assert load_settings(path, told.append) == settings
    assert told == []


def test_the_format_of_a_newer_version_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"format": 99, "theme": "dark"}), encoding="utf-8")
    save_settings(replace(load_settings(path), volume=0.5), path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert (stored["format"], stored["theme"], stored["volume"]) == (99, "dark", 0.5)


def test_an_earlier_damaged_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for number in range(3):
        path.write_text(f"{{ {number}", encoding="utf-8")
        load_settings(path)
    kept = {entry.name: entry.read_text(encoding="utf-8") for entry in tmp_path.iterdir()}
    assert kept == {
        "settings.json.damaged": "{ 0",
        "settings.json.damaged-2": "{ 1",
        "settings.json.damaged-3": "{ 2",
    }


def test_what_a_newer_version_keeps_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    newer = {"stage_lights": {"on": [1, 2.5, None]}, "theme": "dark", "newer": {"x": 1}}
    newer["window"] = {"page": "training", "screens": {"left": 1}}
    path.write_text(json.dumps(newer), encoding="utf-8")
    settings = replace(load_settings(path), volume=0.5)
    save_settings(settings, path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert stored["stage_lights"] == newer["stage_lights"]
    known = json.loads(json.dumps(asdict(WindowState(page="training"))))
    assert stored["window"] == {**known, "screens": {"left": 1}}
    assert (stored["theme"], stored["volume"]) == ("dark", 0.5)
    assert load_settings(path) == settings


ODD_VALUES: tuple[Any, ...] = (
    None, True, -1, 2**31, 2**63, 10**30, 10**400, 1e300, -0.5, float("nan"), float("inf"), "",
    "\ud800", "x" * 20_000, "\x00", [], [None], ["\ud800"], [2**31, 2**31], {}, {"a": {}},
    {"\ud800": "a"}, {"composer.main": [2**31, 5]}, ["a.abc"] * 5000,
)  # fmt: skip


@pytest.mark.parametrize("name", [item.name for item in fields(Settings) if item.name != "newer"])
def test_an_odd_value_costs_only_itself_and_can_be_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for value in ODD_VALUES:
        path.write_text(json.dumps({"language": "uk", "midi_input": "k", name: value}))
        settings = load_settings(path)
        assert name == "language" or settings.language == "uk"
        assert name == "midi_input" or settings.midi_input == "k"
        kept = getattr(settings, name)
        assert setting_values(name).accepted(kept) == kept
        save_settings(settings, path)
        assert load_settings(path) == settings


@pytest.mark.parametrize("name", [item.name for item in fields(Settings) if item.name != "newer"])
def test_a_change_is_held_against_the_range_that_the_loader_knows(name: str) -> None:
    before = Settings()
    assert before.changed(**{name: getattr(before, name)}) == before
    refused = 0
    for value in ODD_VALUES:
        try:
            changed = before.changed(**{name: value})
        except (ValueError, OverflowError):
            refused += 1
        else:
            kept = getattr(changed, name)
            assert setting_values(name).accepted(kept) == kept
    assert refused


def test_a_name_that_no_file_can_have_is_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    odd = {
        "tunes_folder": "\0", "runs_folder": "/a\0b", "model": "\0", "sound_font": "\0",
        "recent_files": ["\0", "/a.abc"], "sources": ["/b.abc", "c\0"],
    }  # fmt: skip
    path.write_text(json.dumps(odd))
    settings = load_settings(path)
    assert settings == Settings(recent_files=("/a.abc",), sources=("/b.abc",))


def test_of_very_much_as_much_is_read_as_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    many = [f"/tunes/{number}.abc" for number in range(100_000)]
    window = {"page": "training", "splitters": {"odd": [2**31, 5], "well": [300, 5]}}
    names = ("recent_files", "written_folders", "sources")
    path.write_text(json.dumps({**dict.fromkeys(names, many), "window": window}))
    settings = load_settings(path)
    kept = [getattr(settings, name) for name in names]
    assert [len(files) for files in kept] == [MAX_RECENT_FILES, MAX_WRITTEN_FOLDERS, MAX_SOURCES]
    assert settings.window == WindowState(page="training", splitters={"well": (300, 5)})


def test_changes_are_the_settings_with_their_types() -> None:
    settings = get_type_hints(Settings)
    del settings["newer"]
    assert get_type_hints(SettingsChanges) == settings
    assert not SettingsChanges.__required_keys__


def test_a_file_name_with_bytes_that_mean_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    name = b"/tunes/\xff.abc".decode("utf-8", "surrogateescape")
    save_settings(Settings(recent_files=(name,)), path)
    assert load_settings(path).recent_files == (name,)


def test_recent_files_are_newest_first_without_repeats_and_bounded() -> None:
    settings = Settings()
    for number in range(MAX_RECENT_FILES + 3):
        settings = settings.with_recent_file(f"{number}.abc")
    settings = settings.with_recent_file("5.abc")
    assert settings.recent_files[0] == "5.abc"
    assert len(settings.recent_files) == len(set(settings.recent_files)) == MAX_RECENT_FILES
    assert "5.abc" not in settings.without_recent_file("5.abc").recent_files


def test_keys_of_a_command_that_has_another_name_now_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    keys = {"tune.mend_all": "Ctrl+Alt+F", "tune.compose": "F9"}
    path.write_text(json.dumps({"format": 1, "shortcuts": keys}), encoding="utf-8")
    shortcuts = load_settings(path).shortcuts
    assert shortcuts == {"tune.fix_all": "Ctrl+Alt+F", "tune.compose": "F9"}


def test_the_window_of_a_file_of_an_older_version_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    flat = {
        "window_geometry": "AdnQ", "page": "training", "splitters": {"a.main": [1, 2], "b": ["x"]},
        "folded_panels": ["composer.left"],
    }  # fmt: skip
    path.write_text(json.dumps({"format": 1, "theme": "dark", **flat}), encoding="utf-8")
    window = WindowState(
        geometry="AdnQ",
        page="training",
        splitters={"a.main": (1, 2)},
        folded_panels=("composer.left",),
    )
    settings = load_settings(path)
    assert settings == Settings(theme="dark", window=window)
    save_settings(settings, path)
    assert not flat.keys() & json.loads(path.read_text(encoding="utf-8")).keys()
    assert load_settings(path) == settings


def test_texts_that_are_no_longer_open_leave_no_caret() -> None:
    state = WindowState().with_texts("mine.abc", "", 40, place=2)
    assert (state.caret, state.place) == (40, 2)
    assert state.with_texts() == WindowState()
