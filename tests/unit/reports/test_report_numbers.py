"""A report is read back from its DOCX, and each of its numbers is one of the logs."""

from math import prod
from pathlib import Path

import pytest

from abcstudio.recipes.reports.report import write_report
from abcstudio.recipes.reports.report_request import ReportRequest, ReportResult
from abcstudio.reports.own_words import OwnWords
from tests.unit.reports.made_runs import TUNE, make_places, make_run
from tests.unit.reports.read_back import ReadBack

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


class Written(ReadBack):
    """A report in a language, read back by what others have written."""

    def __init__(self, home: Path, language: str) -> None:
        self.base = make_run(home / "runs", "base", 1)
        self.fast = make_run(home / "runs", "fast", 2, learning_rate=0.02)
        target = home / "report.docx"
        words = OwnWords(language=language, runs=("base", "fast"), aim="To hear 3 tunes.")
        request = ReportRequest(words=words, target=target, checks_answers=False)
        self.result: ReportResult = write_report(request, make_places(home), ignore)
        super().__init__(target, language)


@pytest.fixture(scope="module", params=["en", "uk"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp(request.param), request.param)


def test_the_outcome_is_that_of_the_log(written: Written) -> None:
    written.check_outcome(written.base, characters=29)


def test_every_hyper_parameter_is_that_of_the_run(written: Written) -> None:
    written.check_hyper_parameters(written.base)


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
    written.check_variants("learning_rate", written.base, written.fast)


def test_the_appendix_has_the_digests_of_the_logs(written: Written) -> None:
    written.check_digests(written.base, written.fast)


def test_every_figure_names_its_run(written: Written) -> None:
    assert len(written.figures) == len(written.document.inline_shapes) == 4
    assert all("base" in caption for caption in written.figures)


def test_what_nobody_has_said_is_asked_and_listed(written: Written) -> None:
    assert "To hear 3 tunes." in written.text
    assert len(written.result.empty) == 3
    boxes = [table for table in written.document.tables if len(table.columns) == 1]
    assert len(boxes) == 3
    assert all("?" in box.rows[0].cells[0].text for box in boxes)


def test_the_samples_are_those_of_the_folder(written: Written) -> None:
    assert "zq:|" in written.text
    assert TUNE.strip() in written.text
