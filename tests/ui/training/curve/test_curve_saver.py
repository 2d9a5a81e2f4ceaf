"""The curve written from its command, as the person named the file."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

LOSSES = [4.0, 3.0, 2.5, 2.0]


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_the_shown_curve_is_written(
    shown: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    save = shown.actions.action("training.save_curve")
    assert not save.isEnabled()
    shown.page.parts.plot.begin("Falling", LOSSES, [(2, 3.2), (4, 2.2)])
    assert save.isEnabled()
    path = tmp_path / f"curve.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    save.trigger()
    if suffix == "png":
        image = QImage(str(path))
        assert image.width() == 2 * shown.page.parts.plot.width()
        return
    text = path.read_text(encoding="utf-8-sig")
    assert ("4,2,2.2" in text) if suffix == "csv" else ("Falling" in text)


def test_a_folder_that_cannot_be_written_is_said(
    shown: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, studio: object
) -> None:
    told: list[str] = []
    shown.page.parts.plot.begin("Falling", LOSSES)
    studio.notice_requested.connect(lambda notice: told.append(notice.text))  # type: ignore[attr-defined]
    path = tmp_path / "nowhere" / "curve.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    shown.actions.action("training.save_curve").trigger()
    assert any("curve.csv" in words for words in told)
