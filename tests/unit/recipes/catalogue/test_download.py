"""A collection fetched from a server of this machine: whole, in parts, never another one."""

import hashlib
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from abcstudio.corpus.catalogue import CatalogueEntry
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.recipes.catalogue.download import DownloadProgress, download, state_of
from abcstudio.stopping import stopping
from tests.serving import Serving, serving

DATA = ("X:1\nT:A\nK:G\nGABc dedB|\n\n" * 20_000).encode()


@pytest.fixture
def server() -> Iterator[Serving]:
    with serving(DATA) as told:
        yield told


@pytest.fixture
def entry(server: Serving) -> CatalogueEntry:
    return CatalogueEntry(
        name="Tunes",
        file="tunes.abc",
        about={"en": "Some."},
        tunes=20_000,
        size=len(DATA),
        sha256=hashlib.sha256(DATA).hexdigest(),
        licence="MIT",
        address=server.address,
        page="https://example.org/tunes",
    )


def _error(entry: CatalogueEntry, folder: Path) -> str:
    with pytest.raises(CorpusError) as raised:
        download(entry, folder)
    return raised.value.message_id


def test_a_collection_is_fetched_with_progress(entry: CatalogueEntry, tmp_path: Path) -> None:
    told: list[DownloadProgress] = []
    path = download(entry, tmp_path, told.append)
    assert path == tmp_path / "tunes.abc"
    assert path.read_bytes() == DATA
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert told[-1] == DownloadProgress(len(DATA), len(DATA))
    assert [one.name for one in tmp_path.iterdir()] == ["tunes.abc"]
    assert state_of(entry, tmp_path, tmp_path).path == path


def test_nothing_is_fetched_by_looking(
    entry: CatalogueEntry, server: Serving, tmp_path: Path
) -> None:
    assert state_of(entry, tmp_path, tmp_path).path is None
    assert server.asked == []


def test_what_breaks_off_is_kept_and_only_the_rest_is_fetched(
    entry: CatalogueEntry, server: Serving, tmp_path: Path
) -> None:
    server.breaks_after = 100_000
    assert _error(entry, tmp_path) == "catalogue.broken_off"
    done = state_of(entry, tmp_path, tmp_path).done
    assert 0 < done <= 100_000
    server.breaks_after = None
    assert download(entry, tmp_path).read_bytes() == DATA
    assert server.asked == ["", f"bytes={done}-"]


def test_a_server_that_knows_no_parts_is_asked_for_all(
    entry: CatalogueEntry, server: Serving, tmp_path: Path
) -> None:
    server.breaks_after = 100_000
    _error(entry, tmp_path)
    server.breaks_after, server.knows_parts = None, False
    assert download(entry, tmp_path).read_bytes() == DATA


def test_a_stop_comes_through_while_the_server_says_nothing(
    entry: CatalogueEntry, server: Serving, tmp_path: Path
) -> None:
    server.stalls_after = 200_000
    came = threading.Event()

    def told(progress: DownloadProgress) -> None:
        if progress.done >= 200_000:
            came.set()

    with pytest.raises(CancelledError), stopping(came.is_set):
        download(entry, tmp_path, told)
    assert state_of(entry, tmp_path, tmp_path).done == 200_000
    server.stalls_after = None
    assert download(entry, tmp_path).read_bytes() == DATA
    assert server.asked[-1] == "bytes=200000-"


@pytest.mark.parametrize("data", [DATA[:-1] + b"!", DATA + b"more", DATA.replace(b"G", b"A")])
def test_another_file_is_thrown_away(
    entry: CatalogueEntry, server: Serving, tmp_path: Path, data: bytes
) -> None:
    server.data = data
    assert _error(entry, tmp_path) == "catalogue.another_file"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("status", "message_id"),
    [(404, "catalogue.gone"), (410, "catalogue.gone"), (403, "catalogue.refused"),
     (500, "catalogue.refused")],
)  # fmt: skip
def test_what_a_server_says_is_told(
    entry: CatalogueEntry, server: Serving, tmp_path: Path, status: int, message_id: str
) -> None:
    server.status = status
    assert _error(entry, tmp_path) == message_id


def test_a_beginning_of_another_file_is_thrown_away(
    entry: CatalogueEntry, server: Serving, tmp_path: Path
) -> None:
    server.breaks_after = 1000
    _error(entry, tmp_path)
    server.breaks_after, server.status = None, 416
    assert _error(entry, tmp_path) == "catalogue.refused"
    server.status = None
    assert download(entry, tmp_path).read_bytes() == DATA


def test_offline_is_said(entry: CatalogueEntry, tmp_path: Path) -> None:
    with serving(b"") as gone:
        address = gone.address
    assert _error(replace(entry, address=address), tmp_path) == "catalogue.offline"
    nowhere = replace(entry, address="https://tunes.invalid/tunes.abc")
    assert _error(nowhere, tmp_path) == "catalogue.offline"


@pytest.mark.parametrize(
    "address", ["http://example.org/tunes.abc", "file:///etc/hostname", "ftp://127.0.0.1/a"]
)
def test_only_safe_addresses_are_asked(
    entry: CatalogueEntry, server: Serving, tmp_path: Path, address: str
) -> None:
    assert _error(replace(entry, address=address), tmp_path) == "catalogue.unsafe"
    server.redirect = address
    assert _error(entry, tmp_path) == "catalogue.unsafe"


def test_a_folder_that_cannot_be_made_is_named(entry: CatalogueEntry, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    assert _error(entry, tmp_path / "taken") == "file.unwritable_new"


def test_an_installed_package_has_it(
    entry: CatalogueEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "labtunes"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('it is not imported')")
    (package / "data" / "tunes.abc").write_bytes(DATA)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    entry = replace(entry, package="labtunes", package_file="data/tunes.abc")
    state = state_of(entry, tmp_path / "downloads", tmp_path)
    assert state.path == package / "data" / "tunes.abc"
    assert state.is_from_package
    assert "labtunes" not in sys.modules


def test_what_comes_with_the_program_is_here(entry: CatalogueEntry, tmp_path: Path) -> None:
    state = state_of(replace(entry, address=""), tmp_path / "downloads", tmp_path / "box")
    assert state.path == tmp_path / "box" / entry.file
    assert not state.is_from_package
