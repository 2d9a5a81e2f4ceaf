"""Which runs a report tells of, and which of them in full."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from abcstudio.reports.own_words import MOST_RUNS
from abcstudio.runs.history import RunSummary
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.run_words import shown_name

_NAME = Qt.ItemDataRole.UserRole


class RunsChoice(QWidget):
    """A list with a tick for each run over the choice of the one that is told in full.

    Signals:
        changed: Other runs are chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Runs of the report"))
        self.list.setToolTip(self.tr("The runs that the report tells of and compares"))
        self.main = ChoiceBox()
        self.main.setAccessibleName(self.tr("Run told in full"))
        self.main.setToolTip(self.tr("The run whose data, model and curve are shown in full"))
        label = Label(self.tr("Told in &full:"))
        label.setBuddy(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.list, 1)
        column.addWidget(label)
        column.addWidget(self.main)
        self.list.itemChanged.connect(self._on_ticked)
        self.main.currentIndexChanged.connect(self.changed)

    @property
    def names(self) -> tuple[str, ...]:
        """The folders of the chosen runs, the one told in full first."""
        ticked = [item.data(_NAME) for item in self._ticked()]
        main = self.main.currentData()
        return tuple(sorted(ticked, key=lambda name: name != main))

    def show_runs(self, runs: Sequence[RunSummary], chosen: Sequence[str]) -> None:
        """Show runs, with ticks at those that are chosen."""
        locale = QLocale()
        blockers = (QSignalBlocker(self.list), QSignalBlocker(self.main))
        self.list.clear()
        for run in runs:
            loss = "–" if run.best_val_loss is None else locale.toString(run.best_val_loss, "f", 3)
            words = self.tr("{0}: steps {1}, loss {2}")
            item = QListWidgetItem(words.format(shown_name(run), locale.toString(run.step), loss))
            item.setData(_NAME, run.folder.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_chosen = run.folder.name in chosen
            item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._show_main(chosen[0] if chosen else "")
        del blockers

    def _on_ticked(self, item: QListWidgetItem) -> None:
        """Take a tick; one too many gives way at once."""
        if len(self._ticked()) > MOST_RUNS:
            item.setCheckState(Qt.CheckState.Unchecked)
            return
        blocker = QSignalBlocker(self.main)
        self._show_main(str(self.main.currentData() or ""))
        del blocker
        self.changed.emit()

    def _show_main(self, name: str) -> None:
        self.main.clear()
        for item in self._ticked():
            self.main.addItem(item.text(), item.data(_NAME))
        self.main.setCurrentIndex(max(0, self.main.findData(name)))
        self.main.setEnabled(self.main.count() > 1)

    def _ticked(self) -> list[QListWidgetItem]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item for item in items if item.checkState() is Qt.CheckState.Checked]
