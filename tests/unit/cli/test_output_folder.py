"""A folder for results that cannot be one is unusable input, whatever command it was given to."""

from pathlib import Path

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.outcome import UNUSABLE

TUNE = "X:1\nT:A\nM:4/4\nL:1/8\nK:C\nCDEF GABc|cBAG FEDC|\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", "--out-dir"],
        ["compose", "--no-guard", "--max-chars", "20", "--out-dir"],
        ["train", "--preset", "quick", "--steps", "1", "--out"],
    ],
    ids=["demo", "compose", "train"],
)
@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_place_of_a_folder_is_refused_in_the_same_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], name: str
) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    if arguments[0] == "train":
        corpus = tmp_path / "tunes.abc"
        corpus.write_text("\n".join([TUNE.replace("X:1", f"X:{n}") for n in range(9)]), "utf-8")
        arguments = [*arguments[:1], "--corpus", str(corpus), *arguments[1:]]
    assert main([*arguments, str(tmp_path / name)]) == UNUSABLE
    words = f"abcstudio: {file} is a file, not a folder. Choose a folder to write to."
    assert words in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"
