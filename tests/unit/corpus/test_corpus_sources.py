from pathlib import Path

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import CorpusError
from abcstudio.messages import english


def test_a_folder_is_read_through_and_numbered_through(tmp_path: Path) -> None:
    (tmp_path / "b.abc").write_bytes(
        "X:1\nT:Löwe\nK:C\nC4|\nX:2\nT:Two\nK:C\nC4|\n".encode("cp1252")
    )
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.ABC").write_bytes("X:1\nT:Three\nK:C\nC4|\n".encode("utf-16"))
    (tmp_path / "readme.md").write_text("X:1\nT:No\nK:C\n")
    tunes = read_tunebook(tmp_path)
    assert [(tune.number, tune.title) for tune in tunes] == [(1, "Löwe"), (2, "Two"), (3, "Three")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("none.abc", None, "corpus.not_found"), ("prose.abc", "No tune here.", "corpus.no_tunes")],
)
def test_what_holds_no_tune_is_told_in_a_sentence(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(CorpusError) as caught:
        read_tunebook(path)
    assert caught.value.message_id == message
    assert str(path) in english(message, caught.value.parameters)
