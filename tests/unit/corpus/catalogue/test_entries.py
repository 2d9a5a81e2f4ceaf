"""The catalogue in the box, and what is refused as one."""

import hashlib
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from abcstudio.corpus.catalogue import read_catalogue
from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import CorpusError
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunes_dir, catalogue_file


def test_the_catalogue_in_the_box_names_all_there_is_to_know() -> None:
    entries = read_catalogue(catalogue_file())
    assert entries[0].file == "irish.abc"
    assert entries[0].package == "mitdeeplearning"
    assert len({one.file for one in entries}) == len(entries)
    for one in entries:
        assert urlsplit(one.page).scheme == "https"
        assert one.is_in_the_box or urlsplit(one.address).scheme == "https"
        assert one.licence
        assert one.tunes > 0
        assert int(one.sha256, 16)
        assert one.about_in("uk") != one.about_in("en") == one.about_in("de") != ""


def test_what_comes_with_the_program_is_what_the_catalogue_says() -> None:
    boxed = [one for one in read_catalogue(catalogue_file()) if one.is_in_the_box]
    assert [one.file for one in boxed] == ["northumbrian-minstrelsy.abc"]
    for one in boxed:
        data = (bundled_tunes_dir() / one.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == one.sha256
        tunes = read_tunebook(bundled_tunes_dir() / one.file)
        assert len(tunes) == one.tunes
        wrong = {
            tune.title
            for tune in tunes
            for found in parse(tune.text).diagnostics
            if found.severity == Severity.ERROR
        }
        assert not wrong


@pytest.mark.parametrize(
    "changed",
    [
        {"file": "../settings.json"},
        {"file": ".hidden"},
        {"sha256": "abc"},
        {"size": 0},
        {"size": 10**12},
        {"name": ""},
        {"about": "words"},
        {"unknown": 1},
    ],
)
def test_an_entry_that_is_none_is_refused(tmp_path: Path, changed: dict[str, object]) -> None:
    data = json.loads(catalogue_file().read_text(encoding="utf-8"))
    data["collections"][0] |= changed
    path = tmp_path / "collections.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(CorpusError):
        read_catalogue(path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"collections": [1]}', "{"])
def test_what_is_no_catalogue_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "collections.json"
    path.write_text(text)
    with pytest.raises(CorpusError):
        read_catalogue(path)
