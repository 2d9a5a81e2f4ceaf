"""A row of the list of training runs: four lines in sight, all of them for screen readers."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidgetItem

from abcstudio.runs.history import RunSummary
from abcstudio.ui.look.plain_text import in_lines
from abcstudio.ui.training.live.standing import Standing, state_words
from abcstudio.ui.training.runs.run_row import run_row
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.words.run_words import run_details

RUN_ROLE = Qt.ItemDataRole.UserRole
"""Under which a row keeps its `RunSummary`."""


def run_item(run: RunSummary, standing: Standing, varied: Collection[str]) -> QListWidgetItem:
    """Return the row of a run; `varied` are the settings that tell the runs apart."""
    is_live = run.is_elsewhere or run.folder == standing.live
    is_compared = run.folder == standing.compared
    state = state_words(run, standing)
    details = [*run_details(run, state, _unvalidated_words(run, is_live))]
    if is_compared:
        details.append(QCoreApplication.translate("RunsPanel", "Others are compared with it"))
    item = QListWidgetItem("\n".join(details))
    item.setData(RUN_ROLE, run)
    item.setData(ROW_ROLE, run_row(run, state, is_live, varied, is_compared=is_compared))
    item.setToolTip(in_lines(*details, str(run.folder)))
    return item


def _unvalidated_words(run: RunSummary, is_live: bool) -> str:
    """Return why a run has no validation loss."""
    translate = QCoreApplication.translate
    if run.validation_share == 0:
        return translate("RunsPanel", "No validation: the held-out share is 0")
    is_over = run.held_out == 0 or (run.state in ("finished", "failed") and not is_live)
    return (
        translate("RunsPanel", "No validation")
        if is_over
        else translate("RunsPanel", "No validation yet")
    )
