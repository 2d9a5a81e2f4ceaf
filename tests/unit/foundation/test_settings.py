"""Preferences survive a restart; a damaged file costs only what is damaged."""

import json
from pathlib import Path

import pytest

from abcstudio.settings import MAX_RECENT_FILES, Settings, load_settings, save_settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    settings = Settings(
        language="uk",
        theme="dark",
        shortcuts={"compose": "Ctrl+J"},
        recent_files=("/tunes/гопак.abc",),
        splitters={"composer": (200, 700, 300)},
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


def test_recent_files_are_newest_first_without_repeats_and_bounded() -> None:
    settings = Settings()
    for number in range(MAX_RECENT_FILES + 3):
        settings = settings.with_recent_file(f"{number}.abc")
    settings = settings.with_recent_file("5.abc")
    assert settings.recent_files[0] == "5.abc"
    assert len(settings.recent_files) == len(set(settings.recent_files)) == MAX_RECENT_FILES
    assert "5.abc" not in settings.without_recent_file("5.abc").recent_files
