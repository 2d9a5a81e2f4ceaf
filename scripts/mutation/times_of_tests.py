"""A plugin of pytest: write how long each part of a test took to the file `MUTANTS_TIMES`."""

import os
from pathlib import Path

import pytest


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    with Path(os.environ["MUTANTS_TIMES"]).open("a", encoding="utf-8") as file:
        file.write(f"{report.duration:.3f}\t{report.nodeid}\n")
