"""What `abcstudio find` finds in all sources that the window lists."""

import json
from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.corpus.combined_sources import SourcePart, save_combination
from abcstudio.paths import bundled_tunebook, settings_file
from abcstudio.settings import Settings, save_settings
from tests.recordings import sound_of, wav_bytes

HEADER = "M:4/4\nL:1/8\nK:G\n"
# No tune in the box goes so.
ODD = f"T:The Odd Reel\n{HEADER}G,GA,A BB,cC|G,GA,A BB,cC|G,GA,A BB,cC|BB,cC G4|\n"
PLAIN = f"X:1\nT:The Plain Reel\n{HEADER}GABc dedB|dgfa gedB|eaag bged|eagf dBAc|\n"


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tunebook and a folder on the list, with one tune in both."""
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "home"))
    (tmp_path / "mine.abc").write_text(f"{PLAIN}\nX:2\n{ODD}")
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "odd.abc").write_text(f"X:7\n{ODD}")
    list_sources(tmp_path / "mine.abc", tmp_path / "others")
    return tmp_path


def list_sources(*paths: Path) -> None:
    save_settings(Settings(sources=tuple(map(str, paths))), settings_file())


def test_a_tune_of_two_sources_is_found_once_and_names_both(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["find", "G,GA,A BB,cC", "--all-sources", "--limit", "3"]) == DONE
    first = capsys.readouterr().out.splitlines()[0]
    assert first == (
        "  1  “The Odd Reel”, tune 2 of mine.abc: measure 1, G; note for note, at the same pitch; "
        "also in others/odd.abc"
    )
    main(["find", "G,GA,A BB,cC"])
    assert "The Odd Reel" not in capsys.readouterr().out


def test_titles_of_the_box_and_of_the_list_are_one_ranking(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["find", "the plain rel", "--all-sources", "--json"]) == DONE
    (answer,) = json.loads(capsys.readouterr().out)
    assert (answer["found"][0]["tune"], answer["found"][0]["files"]) == (1, ["mine.abc"])
    assert main(["find", "drowsy maggie", "--all-sources", "--json"]) == DONE
    (answer,) = json.loads(capsys.readouterr().out)
    assert answer["found"][0]["files"] == ["Bundled tunebook"]


def test_a_recording_is_looked_for_in_all_of_them(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = sources / "session.wav"
    recording.write_bytes(wav_bytes(sound_of(PLAIN)))
    assert main(["find", str(recording), "--all-sources"]) == DONE
    assert "“The Plain Reel”, tune 1 of mine.abc" in capsys.readouterr().out.splitlines()[0]


def test_what_a_listed_source_combines_is_read_once_and_what_is_gone_is_said(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    combined = sources / "both.sources"
    save_combination(combined, [SourcePart(str(sources / "mine.abc"), 3)])
    list_sources(combined, sources / "mine.abc", sources / "gone.abc")
    assert main(["find", "G,GA,A BB,cC", "--all-sources"]) == DONE
    said = capsys.readouterr()
    assert "mine.abc: measure 1" in said.out
    assert "also in" not in said.out
    assert "gone.abc" in said.err


def test_files_of_one_name_are_told_apart(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "others" / "mine.abc").write_text(f"X:1\n{ODD}")
    list_sources(sources / "mine.abc", sources / "others" / "mine.abc")
    assert main(["find", "G,GA,A BB,cC", "--all-sources", "--json"]) == DONE
    (answer,) = json.loads(capsys.readouterr().out)
    assert answer["found"][0]["files"] == [
        f"mine.abc ({sources.name})", "mine.abc (others)"
    ]  # fmt: skip


def test_one_source_and_all_of_them_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    book = str(bundled_tunebook())
    with pytest.raises(SystemExit) as end:
        main(["find", "kesh", "--all-sources", "--in", book])
    assert end.value.code == UNUSABLE
    assert "--in" in capsys.readouterr().err
