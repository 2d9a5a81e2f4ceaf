"""A report read back from its DOCX, and its numbers beside those of the logs."""

import hashlib
import json
import math
import re
import struct
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from abcstudio.runs.run_folder import RunFolder

# As the report rounds losses.
NEARLY = 5.1e-5
_DIGEST = 64
# How the report says values that are words.
VALUES = {
    "en": {"lstm": "LSTM", "adam": "Adam", "adamw": "AdamW", "float32": "32 bits",
           "auto": "automatic"},
    "uk": {"lstm": "LSTM", "adam": "Adam", "adamw": "AdamW", "constant": "без змін",
           "random": "випадково", "off": "вимкнено", "float32": "32 біти", "auto": "автоматично"},
}  # fmt: skip
LOGS = ("run.json", "metrics.jsonl", "losses.f32", "training.abc", "validation.abc")


class ReadBack:
    """What a report says, by tables.

    Args:
        path: The DOCX.
        language: "en" or "uk".
    """

    def __init__(self, path: Path, language: str) -> None:
        import docx

        self.language = language
        self.document: Any = docx.Document(str(path))

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
        """Return the rows of a table by its number."""
        return next(rows for caption, rows in self.tables.items() if f" {number}. " in caption[:14])

    @property
    def text(self) -> str:
        """All paragraphs."""
        return "\n".join(paragraph.text for paragraph in self.document.paragraphs)

    @property
    def figures(self) -> list[str]:
        """The captions of the pictures."""
        texts = [paragraph.text for paragraph in self.document.paragraphs]
        return [text for text in texts if re.match(r"(Fig|Рис)\. \d", text)]

    def number(self, words: str) -> float:
        """Read a number as the report's language writes it."""
        if self.language == "uk":
            return float(words.replace("\N{NO-BREAK SPACE}", "").replace(",", "."))
        return float(words.replace(",", ""))

    def check_outcome(self, run: RunFolder, characters: int) -> None:
        """Compare the outcome of the run that is told in full with its log."""
        facts, rows, losses = log_of(run)
        values = [row[1] for row in self.table(5)[1:]]
        best, _, step = values[3].partition(" (")
        measured = {row["val_loss"]: row["step"] for row in rows if row.get("val_loss") is not None}
        last = next(row for row in reversed(rows) if row.get("val_loss") is not None)
        assert self.number(values[0]) == round(math.log(characters), 4)
        assert self.number(values[1]) == pytest.approx(losses[0], abs=NEARLY)
        assert self.number(values[2]) == pytest.approx(facts["train_loss"], abs=NEARLY)
        assert self.number(best) == pytest.approx(facts["best_val_loss"], abs=NEARLY)
        assert re.findall(r"\d+", step) == [str(measured[min(measured)])]
        assert self.number(values[4]) == pytest.approx(last["val_loss"], abs=NEARLY)
        assert [self.number(value) for value in (values[6], values[7], values[8])] == [
            facts["step"],
            round(rows[-1]["train_seconds"], 1),
            facts["chars_per_second"],
        ]

    def check_hyper_parameters(self, run: RunFolder) -> None:
        """Compare each setting of the run that is told in full with its log."""
        config = log_of(run)[0]["config"]
        told = {row[1]: row[2] for row in self.table(4)[1:]}
        assert told.keys() == config.keys()
        for name, value in config.items():
            found = told[name] if isinstance(value, str) else self.number(told[name])
            assert found == VALUES[self.language].get(value, value), name

    def check_variants(self, setting: str, *runs: RunFolder) -> None:
        """Compare the table of the runs with their logs; one setting tells them apart."""
        for row, run in zip(self.table(6)[1:], runs, strict=True):
            facts, metrics, _ = log_of(run)
            assert row[0].startswith(facts["name"])
            assert [self.number(cell) for cell in row[1:3]] == [
                facts["config"][setting],
                facts["step"],
            ]
            assert self.number(row[3]) == pytest.approx(facts["train_loss"], abs=NEARLY)
            assert self.number(row[4]) == pytest.approx(facts["best_val_loss"], abs=NEARLY)
            assert self.number(row[5]) == round(metrics[-1]["train_seconds"], 1)
        assert setting in self.text

    def check_digests(self, *runs: RunFolder) -> None:
        """Compare the digests of the appendix with those of the logs."""
        rows = next(rows for rows in self.tables.values() if len(rows[-1][-1]) == _DIGEST)
        told = {(row[0], row[1]): row[2] for row in rows[1:]}
        for run in runs:
            for name in LOGS:
                data = (run.path / name).read_bytes()
                assert told.pop((run.path.name, name)) == hashlib.sha256(data).hexdigest()
        assert not told


def log_of(run: RunFolder) -> tuple[dict[str, Any], list[dict[str, Any]], list[float]]:
    """Read a log with nothing of the program."""
    facts = json.loads((run.path / "run.json").read_text())
    rows = [json.loads(line) for line in (run.path / "metrics.jsonl").read_text().splitlines()]
    data = (run.path / "losses.f32").read_bytes()
    return facts, rows, list(struct.unpack(f"<{len(data) // 4}f", data))
