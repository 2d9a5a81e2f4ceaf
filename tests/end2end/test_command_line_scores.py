"""Scores from the command line, as a person meets them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from tests.deadline import until

TUNES = """X:1
T:Козачок
R:reel
M:4/4
L:1/8
K:D
|:dAFA DFAd|fdcd FAdf|gfge fefd|edcB A4:|

X:2
T:The Second
M:6/8
L:1/8
K:G
|:GAB ded|BAG G3|ABA GFE|D3 G3:|
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def abcstudio(tmp_path: Path) -> Run:
    (tmp_path / "tunes.abc").write_text(TUNES, encoding="utf-8")

    def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
        result = subprocess.run(
            [sys.executable, "-m", "abcstudio", "export", *map(str, arguments)],
            cwd=tmp_path, env={**os.environ, "ABCSTUDIO_HOME": str(tmp_path / "home")},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert result.returncode == code, result.stdout + result.stderr
        assert "Traceback" not in result.stderr
        return result

    return run


def test_each_tune_becomes_a_drawing_a_document_or_a_picture(
    abcstudio: Run, tmp_path: Path
) -> None:
    for format in ("svg", "pdf", "png"):
        result = abcstudio("--format", format, "--out-dir", "out", "tunes.abc")
        assert result.stdout.split() == [f"out/tunes.{format}", f"out/tunes-2.{format}"]
        assert result.stderr == ""
    root = ElementTree.parse(tmp_path / "out" / "tunes.svg").getroot()
    ids = {group.get("id") for group in root.iter("{http://www.w3.org/2000/svg}g")}
    assert f"n-{TUNES.index('dAFA')}" in ids


def test_a_tunebook_becomes_one_document(abcstudio: Run, tmp_path: Path) -> None:
    asked = ("--format", "pdf", "--book", "--title", "Мій збірник", "--paper", "letter")
    front = ("--cover", "--index", "key")
    assert abcstudio(*asked, *front, "tunes.abc").stdout.split() == ["tunes.pdf"]
    document = pypdfium2.PdfDocument(tmp_path / "tunes.pdf")
    assert document[0].get_size() == (612, 792)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert "Мій збірник" in pages[0]
    assert "Козачок" in pages[1]
    assert "G major" in pages[-1]
    document.close()
    abcstudio("--format", "pdf", "--book", "--out-dir", "few", "tunes.abc")
    document = pypdfium2.PdfDocument(tmp_path / "few" / "tunes.pdf")
    assert len(document) == 1
    document.close()


def test_what_cannot_be_is_said(abcstudio: Run, tmp_path: Path) -> None:
    assert "PDF only" in abcstudio("--format", "svg", "--book", "tunes.abc", code=2).stderr
    assert "between" in abcstudio("--format", "png", "--resolution", 9, "t.abc", code=2).stderr
    assert "between" in abcstudio("--format", "pdf", "--staff-mm", 90, "t.abc", code=2).stderr
    assert "t.abc" in abcstudio("--format", "pdf", "--book", "t.abc", code=2).stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the child in /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_drawing_of_a_large_tune_obeys_signals(tmp_path: Path, number: int) -> None:
    text = "X:1\nM:4/4\nL:1/8\nK:C\n" + ("CDEF GABc|" * 4 + "\n") * 390
    (tmp_path / "large.abc").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "abcstudio", "export", "--format", "svg", "--out-dir", "out",
         "large.abc"],
        cwd=tmp_path, env={**os.environ, "ABCSTUDIO_HOME": str(tmp_path / "home")},
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    children = Path(f"/proc/{process.pid}/task")

    def has_child() -> bool:
        return any((task / "children").read_text() for task in children.iterdir())

    until(lambda: process.poll() is not None or has_child(), what="the program has a child")
    process.send_signal(number)
    _, errors = process.communicate(timeout=180)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert not (tmp_path / "out" / "large.svg").exists()
