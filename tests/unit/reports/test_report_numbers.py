"""A report is read back from its DOCX, and each of its numbers is one of the logs."""

import hashlib
import json
import math
import re
import struct
from functools import cached_property
from math import prod
from pathlib import Path
from typing import Any

import pytest

from abcstudio.recipes.reports.report import write_report
from abcstudio.recipes.reports.report_request import ReportRequest, ReportResult
from abcstudio.reports.own_words import OwnWords
from abcstudio.runs.run_folder import RunFolder
from tests.unit.reports.made_runs import TUNE, make_places, make_run

# The network of eight, sixteen units: an LSTM has four gates.
SHAPES = {
    "embedding.weight": (29, 8),
    "recurrent.weight_ih_l0": (64, 8),
    "recurrent.weight_hh_l0": (64, 16),
    "recurrent.bias_ih_l0": (64,),
    "recurrent.bias_hh_l0": (64,),
    "output.weight": (29, 16),
    "output.bias": (29,),
}


def ignore(_report: object) -> None:
    pass


class Written:
    """A report in a language, read back by what others have written."""

    def __init__(self, home: Path, language: str) -> None:
        self.language = language
        self.base = make_run(home / "runs", "base", 1)
        self.fast = make_run(home / "runs", "fast", 2, learning_rate=0.02)
        target = home / "report.docx"
        words = OwnWords(language=language, runs=("base", "fast"), aim="To hear 3 tunes.")
        request = ReportRequest(words=words, target=target, checks_answers=False)
        self.result: ReportResult = write_report(request, make_places(home), ignore, bool)
        import docx

        self.document: Any = docx.Document(str(target))

    @cached_property
    def tables(self) -> dict[str, list[list[str]]]:
        """Each table by the words of its caption that are not its number."""
        captions = [
            paragraph.text
            for paragraph in self.document.paragraphs
            if re.match(r"(Table|Таблиця) \d", paragraph.text)
        ]
        grids = [
            [[cell.text for cell in row.cells] for row in table.rows]
            for table in self.document.tables
            if len(table.columns) > 1
        ]
        assert len(captions) == len(grids)
        return dict(zip(captions, grids, strict=True))

    def table(self, number: int) -> list[list[str]]:
        return next(rows for caption, rows in self.tables.items() if f" {number}. " in caption[:14])

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.document.paragraphs)

    def number(self, words: str) -> float:
        """Read a number as the report's language writes it."""
        if self.language == "uk":
            return float(words.replace("\N{NO-BREAK SPACE}", "").replace(",", "."))
        return float(words.replace(",", ""))


@pytest.fixture(scope="module", params=["en", "uk"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp(request.param), request.param)


def log_of(run: RunFolder) -> tuple[dict[str, Any], list[dict[str, Any]], list[float]]:
    """Read a log with nothing of the program."""
    facts = json.loads((run.path / "run.json").read_text())
    rows = [json.loads(line) for line in (run.path / "metrics.jsonl").read_text().splitlines()]
    data = (run.path / "losses.f32").read_bytes()
    return facts, rows, list(struct.unpack(f"<{len(data) // 4}f", data))


def test_the_outcome_is_that_of_the_log(written: Written) -> None:
    facts, rows, losses = log_of(written.base)
    values = [row[1] for row in written.table(5)[1:]]
    best, _, step = values[3].partition(" (")
    assert written.number(values[0]) == round(math.log(29), 4)
    assert written.number(values[1]) == pytest.approx(losses[0], abs=5.1e-5)
    assert written.number(values[2]) == pytest.approx(facts["train_loss"], abs=5.1e-5)
    assert written.number(best) == pytest.approx(facts["best_val_loss"], abs=5.1e-5)
    measured = {row["val_loss"]: row["step"] for row in rows}
    assert re.findall(r"\d+", step) == [str(measured[min(measured)])]
    assert written.number(values[4]) == pytest.approx(rows[-1]["val_loss"], abs=5.1e-5)
    assert [written.number(value) for value in (values[6], values[7], values[8])] == [
        facts["step"],
        round(rows[-1]["train_seconds"], 1),
        facts["chars_per_second"],
    ]


def test_every_hyper_parameter_is_that_of_the_run(written: Written) -> None:
    config = log_of(written.base)[0]["config"]
    told = {row[1]: row[2] for row in written.table(4)[1:]}
    assert told.keys() == config.keys()
    for name, value in config.items():
        found = told[name] if isinstance(value, str) else written.number(told[name])
        assert found == value, name


def test_the_vocabulary_and_its_numbers_are_right(written: Written) -> None:
    characters = sorted(set(TUNE))
    rows = written.table(1)[1:]
    pairs = [(int(row[0]), row[2]) for row in rows] + [(int(row[3]), row[5]) for row in rows]
    assert [number for _, number in sorted(pairs)] == [
        str(characters.index(character)) for character in TUNE[:20]
    ]
    for step, row in enumerate(written.table(2)[1:]):
        wanted = [characters.index(character) for character in TUNE[step : step + 2]]
        assert [int(cell.partition(" ")[0]) for cell in row[1:]] == wanted
    assert f"{len(characters)}" in written.text
    assert "17" in written.text
    length = len(TUNE) * 30
    assert any(words in written.text for words in (str(length), f"{length:,}"))


def test_the_parameters_add_up(written: Written) -> None:
    *rows, last = written.table(3)[1:]
    found = {row[0]: (row[1], written.number(row[2])) for row in rows}
    assert found == {
        name: (f"({', '.join(map(str, shape))})", prod(shape)) for name, shape in SHAPES.items()
    }
    assert written.number(last[2]) == sum(map(prod, SHAPES.values()))
    assert "LSTM(8, 16, batch_first=True)" in written.text


def test_the_variants_stand_beside_each_other(written: Written) -> None:
    rows = written.table(6)[1:]
    for row, run in zip(rows, (written.base, written.fast), strict=True):
        facts, metrics, _ = log_of(run)
        assert row[0] == facts["name"]
        assert [written.number(cell) for cell in row[1:3]] == [
            facts["config"]["learning_rate"],
            facts["step"],
        ]
        assert written.number(row[3]) == pytest.approx(facts["train_loss"], abs=5.1e-5)
        assert written.number(row[4]) == pytest.approx(facts["best_val_loss"], abs=5.1e-5)
        assert written.number(row[5]) == round(metrics[-1]["train_seconds"], 1)
    assert "learning_rate" in written.text


def test_the_appendix_has_the_digests_of_the_logs(written: Written) -> None:
    told = {(row[0], row[1]): row[2] for row in written.table(7)[1:]}
    for run in (written.base, written.fast):
        for name in ("run.json", "metrics.jsonl", "losses.f32", "training.abc", "validation.abc"):
            data = (run.path / name).read_bytes()
            assert told.pop((run.path.name, name)) == hashlib.sha256(data).hexdigest()
    assert not told


def test_every_figure_names_its_run(written: Written) -> None:
    captions = [
        paragraph.text
        for paragraph in written.document.paragraphs
        if re.match(r"(Fig|Рис)\. \d", paragraph.text)
    ]
    assert len(captions) == len(written.document.inline_shapes) == 4
    assert all("base" in caption for caption in captions)


def test_what_nobody_has_said_is_asked_and_listed(written: Written) -> None:
    assert "To hear 3 tunes." in written.text
    assert len(written.result.empty) == 3
    boxes = [table for table in written.document.tables if len(table.columns) == 1]
    assert len(boxes) == 3
    assert all("?" in box.rows[0].cells[0].text for box in boxes)


def test_the_samples_are_those_of_the_folder(written: Written) -> None:
    assert "zq:|" in written.text
    assert TUNE.strip() in written.text
