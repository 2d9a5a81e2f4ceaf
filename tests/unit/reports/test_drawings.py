"""What stands on paper: lines where they lead, pictures of lessons, boxes, bold words."""

import io
from pathlib import Path
from typing import Any

import docx
import numpy as np
import pytest
from PIL import Image

from abcstudio.paths import fonts_dir, report_texts_dir
from abcstudio.recipes.reports.report import write_report
from abcstudio.recipes.reports.report_request import ReportRequest
from abcstudio.reports.drawing.drawing import RESOLUTION, PrintDrawing
from abcstudio.reports.drawing.lesson_pictures import lesson_drawing
from abcstudio.reports.own_words import OwnWords
from abcstudio.reports.template import read_template
from tests.unit.reports.made_runs import make_places, make_run

DOTS = RESOLUTION / 72
BLOCKS = {
    "kind": "blocks",
    "blocks": [{"name": "t", "shape": [2, 9], "shown": [2, 3], "values": [1.0, 2.0] * 3}],
}
ODDS = {
    "kind": "odds",
    "logits": [1.0, 0.0],
    "choices": [0.5, 1.0, 2.0],
    "drawn": [[0.9, 0.1], [0.7, 0.3], [0.6, 0.4]],
}


def dark(drawing: PrintDrawing) -> np.ndarray:
    """Return which dots are not white, by row and column."""
    with Image.open(io.BytesIO(drawing.png())) as image:
        return np.asarray(image.convert("L")) < 200


def test_a_line_leads_from_point_to_point() -> None:
    drawing = PrintDrawing(100, 60, fonts_dir())
    drawing.line([(10, 10), (90, 10), (90, 50)], width=2)
    dots = dark(drawing)
    for x, y in ((12, 10), (50, 10), (88, 10), (90, 30), (90, 48)):
        assert dots[round(y * DOTS), round(x * DOTS)], (x, y)
    assert not dots[round(30 * DOTS), round(50 * DOTS)]


@pytest.mark.parametrize("picture", [BLOCKS, ODDS], ids=lambda one: one["kind"])
def test_each_kind_of_picture_is_drawn(picture: dict[str, Any]) -> None:
    drawing = lesson_drawing(picture, read_template(report_texts_dir(), "en"), fonts_dir())
    assert drawing is not None
    dots = dark(drawing)
    assert dots.any(axis=0).sum() > 100
    assert dots.any(axis=1).sum() > 50


def test_dots_stand_where_the_next_table_would() -> None:
    def second(tables: int) -> float:
        """Return where, in points, the first ink behind the first table is."""
        values = [1.0] * 6 * tables
        block = {"name": "t", "shape": [2, 2, 9], "shown": [tables, 1, 2, 3], "values": values}
        words = read_template(report_texts_dir(), "en")
        drawing = lesson_drawing({"kind": "blocks", "blocks": [block]}, words, fonts_dir())
        assert drawing is not None
        inked = np.flatnonzero(dark(drawing)[round(20 * DOTS) :].any(axis=0)) / DOTS
        return float(inked[inked > 138][0])

    assert 0 < second(1) - second(2) < 2


def test_a_picture_without_its_values_is_none() -> None:
    words = read_template(report_texts_dir(), "en")
    assert lesson_drawing({"kind": "odds"}, words, fonts_dir()) is None
    assert lesson_drawing({"kind": "other"}, words, fonts_dir()) is None


def test_a_document_has_bold_words_and_one_box_for_each_empty_answer(tmp_path: Path) -> None:
    make_run(tmp_path / "runs", "base", 1)
    target = tmp_path / "report.docx"
    write_report(
        ReportRequest(words=OwnWords(), target=target, checks_answers=False),
        make_places(tmp_path),
        lambda _report: None,
    )
    document = docx.Document(str(target))
    bold = [run for text in document.paragraphs for run in text.runs if run.bold]
    assert bold
    boxes = [table for table in document.tables if len(table.columns) == 1]
    assert {len(box.rows) for box in boxes} == {1}
