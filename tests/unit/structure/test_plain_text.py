"""Only `ui/look/plain_text.py` makes Qt's labels and message boxes: Qt itself guesses HTML.

And only there words are fitted into their room: Qt measures a line of megabytes whole.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import abcstudio

UI = Path(abcstudio.__file__).parent / "ui"
GUESSING = {"QLabel", "QErrorMessage", "QProgressDialog", "QTextEdit", "QTextBrowser", "QWizard"}
MEASURING_CALLS = {"elidedText"}
MARKUP_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "setWhatsThis", "fromHtml"}
# Where the program shows its own words only, or escapes the rest.
ALLOWED = {
    "look/plain_text.py": {
        "QLabel",
        "class QLabel",
        "class QMessageBox",
        "QMessageBox",
        "elidedText",
    },
    "window/help_window.py": {"QTextBrowser", "setMarkdown", "insertHtml"},
    # Markdown without HTML, of which nothing is opened.
    "learn/lesson_reader.py": {"class QTextBrowser", "setMarkdown"},
    "window/about_dialog.py": {"QTextBrowser", "setMarkdown"},
    "training/curve/loss_plot.py": {"RichText"},
}


def _faults(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
            yield from (f"class {name}" for name in bases & (GUESSING | {"QMessageBox"}))
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            if called in GUESSING | {"QMessageBox"} | MARKUP_CALLS | MEASURING_CALLS:
                yield called
            yield from _title_faults(called, node)
        elif isinstance(node, ast.Attribute) and node.attr in ("RichText", "AutoText"):
            yield node.attr


def _title_faults(called: str, call: ast.Call) -> Iterator[str]:
    """Yield a window's title that is filled with a name without `window_title`."""
    if called == "setWindowTitle":
        words = ast.unparse(call.args[0])
        if ".format(" in words and "window_title(" not in words:
            yield "a title with a bare name"


def _files() -> list[str]:
    return sorted(path.relative_to(UI).as_posix() for path in UI.rglob("*.py"))


def test_no_file_lets_qt_guess_what_is_markup() -> None:
    found = {name: set(_faults((UI / name).read_text(encoding="utf-8"))) for name in _files()}
    left = {name: faults - ALLOWED.get(name, set()) for name, faults in found.items()}
    assert {name: faults for name, faults in left.items() if faults} == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("QLabel(name)", "QLabel"),
        ("class Sign(QLabel): pass", "class QLabel"),
        ("QMessageBox(self)", "QMessageBox"),
        ("metrics.elidedText(name, mode, 9)", "elidedText"),
        ("box.setHtml(text)", "setHtml"),
        ("label.setTextFormat(Qt.TextFormat.AutoText)", "AutoText"),
        ("self.setWindowTitle(tr('{0} - x').format(name))", "a title with a bare name"),
    ],
)
def test_a_planted_fault_is_found(source: str, fault: str) -> None:
    assert fault in set(_faults(source))
