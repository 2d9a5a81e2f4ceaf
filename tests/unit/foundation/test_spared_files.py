"""Own files that cannot be read: they may be well, and are neither moved nor written over."""

from pathlib import Path

import pytest

from abcstudio.notation.assistance.snippet_file import load_snippets, save_snippets
from abcstudio.own_files import DamagedFile, SparedFileError, read_own_file, write_own_file
from abcstudio.settings import Settings, load_settings, save_settings
from tests.barred_files import barred


def test_settings_that_cannot_be_read_stay_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(volume=0.25), path)
    before = path.read_bytes()
    told: list[DamagedFile] = []
    with barred(path):
        assert load_settings(path, told.append) == Settings()
        with pytest.raises(SparedFileError):
            save_settings(Settings(volume=0.5), path)
    # Nor when it could be read again: what is set now began with the defaults.
    with pytest.raises(SparedFileError):
        save_settings(Settings(volume=0.5), path)
    assert [(one.path, one.kept, one.is_spared) for one in told] == [(path, None, True)]
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]
    assert load_settings(path) == Settings(volume=0.25)
    save_settings(Settings(volume=0.5), path)
    assert load_settings(path) == Settings(volume=0.5)


def test_snippets_that_cannot_be_read_are_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "snippets.json"
    path.write_text('{"snippets": [{"name": "a", "body": "b"}]}', encoding="utf-8")
    with barred(path):
        kept = load_snippets(path)
    with pytest.raises(SparedFileError):
        save_snippets(kept, path)
    assert [one.name for one in load_snippets(path).snippets] == ["a"]


def test_where_the_file_is_gone_a_new_one_is_written(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text("{}", encoding="utf-8")
    with barred(path):
        assert read_own_file(path) is None
    path.unlink()
    write_own_file(path, b'{"a": 1}')
    assert read_own_file(path) == {"a": 1}


def test_what_is_no_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.mkdir()
    told: list[DamagedFile] = []
    assert read_own_file(path, told.append) is None
    assert told[0].kept == tmp_path / "own.json.damaged"
    assert not told[0].is_spared
