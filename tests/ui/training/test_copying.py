"""What a person sees of a run whose network has pointer heads."""

import json
import re

from PySide6.QtCore import Qt

from tests.ui.training.small_runs import RUN_MS


def test_a_run_with_pointer_heads_says_how_much_is_copied(shown, qtbot) -> None:
    page = shown.page
    said: list[str] = []
    page.session.reported.connect(lambda _report: said.append(page.parts.progress.line.text()))
    page.parts.form.config_form.controls["pointer_heads"].setValue(2)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.keyClick(shown.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert re.search(r"characters/s   ·   \d+ % copied", said[-1])
    metrics = (page.session.folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    assert 0.0 < json.loads(metrics[-1])["copied_share"] < 1.0
