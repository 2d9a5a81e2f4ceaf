"""`abcstudio report` writes the report and says what is empty."""

from pathlib import Path

import pytest

from abcstudio.cli import main
from abcstudio.paths import report_dir, runs_dir
from abcstudio.reports.own_words import OwnWords, write_own_words
from tests.unit.reports.made_runs import make_run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path))
    return tmp_path


def test_the_report_is_written_with_the_words_of_the_window(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_run(runs_dir(), "base", 1)
    write_own_words(report_dir(), OwnWords(aim="Щоб почути", language="uk", author="Ніхто"))
    quality = home / "quality.txt"
    quality.write_text("Гарно звучить.")
    target = home / "report.html"
    assert main(["report", str(target), "--author", "Хтось", "--quality", str(quality)]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{target}\n"
    assert printed.err.count("Not filled in yet") == 2
    text = target.read_text()
    for words in ("Щоб почути", "Гарно звучить.", "Автор роботи: Хтось", "base"):
        assert words in text


def test_a_run_that_is_not_there_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = home / "report.docx"
    assert main(["report", str(target), "--runs", "nothing"]) == 2
    assert "There is no training run nothing" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["report", str(home / "report.odt")])
    assert ".docx, .pdf, .html or .zip" in capsys.readouterr().err
    assert not target.exists()
