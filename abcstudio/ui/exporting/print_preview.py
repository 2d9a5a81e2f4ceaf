"""The sheets of a tune as the printer will make them, in a window beside the work."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractButton,
    QGraphicsView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.paper.paper import Sheet
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.exporting.paper_choice import PaperChoice, chosen_paper, paper_name
from abcstudio.ui.exporting.tune_printer import paint_sheets, set_paper
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, window_title
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.scores import TuneSet, TuneText, lay_out_sheets


class PrintPreview(QWidget):
    """Sheets in the middle; above them the paper, the size of the music, and what to do."""

    def __init__(self, studio: Studio, engraver: Engraver, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._studio = studio
        self._engraver = engraver
        self._tune: TuneText | TuneSet | None = None
        self._sheets: Sequence[Sheet] = ()
        self._job = LatestJob(studio)
        self.setProperty("help_topic", "printing")
        self.resize(100 * GRID, 80 * GRID)
        self.choice = PaperChoice(studio, self)
        self.choice.changed.connect(self._lay_out_sheets)
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self.preview = QPrintPreviewWidget(self._printer)
        # The view inside it has the focus, and needs the name.
        for view in self.preview.findChildren(QGraphicsView):
            view.setAccessibleName(self.tr("Sheets"))
            view.setToolTip(self.tr("The sheets as they will be printed"))
        self.preview.paintRequested.connect(self._paint)
        self.state = StatePanel()
        self.count = Label()
        self.count.setProperty("muted", True)
        self._icons: list[tuple[QAbstractButton, str]] = []
        self.print_button = QPushButton(self.tr("&Print…"))
        self._icons.append((self.print_button, "printer"))
        self.print_button.setToolTip(self.tr("Choose a printer and print these sheets"))
        self.save_button = QPushButton(self.tr("&Save as file…"))
        self._icons.append((self.save_button, "file-export"))
        self.save_button.setToolTip(self.tr("Write the score as PDF, SVG or PNG"))
        self._lay_out()
        self._draw_icons()
        studio.colors_changed.connect(self._draw_icons)
        for keys in (Qt.Key.Key_Escape, QKeySequence(QKeySequence.StandardKey.Close)):
            QShortcut(QKeySequence(keys), self, self.close)

    @property
    def tune(self) -> TuneText | TuneSet | None:
        """The tune or the set that is shown."""
        return self._tune

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The sheets that are shown."""
        return self._sheets

    def show_tune(self, tune: TuneText | TuneSet) -> None:
        """Show a tune or a set and come to the front."""
        self._tune = tune
        self.setWindowTitle(self.tr("{0} - print preview").format(window_title(tune.title)))
        self._lay_out_sheets()
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._job.cancel()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        for words, widget in (
            (self.tr("Pape&r"), self.choice.paper),
            (self.tr("Sta&ff"), self.choice.staff),
        ):
            label = Label(words)
            label.setBuddy(widget)
            bar.addWidget(label)
            bar.addWidget(widget)
        bar.addSpacing(GRID)
        for icon_name, words, keys, action in (
            ("zoom-out", self.tr("Smaller"), "Ctrl+-", self.preview.zoomOut),
            ("zoom-in", self.tr("Larger"), "Ctrl++", self.preview.zoomIn),
            ("file", self.tr("Whole sheet"), "Ctrl+0", self.preview.fitInView),
        ):
            bar.addWidget(self._tool(icon_name, words, keys, action))
        bar.addWidget(self.count, 1)
        bar.addWidget(self.save_button)
        bar.addWidget(self.print_button)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.state)
        self._middle.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._middle, 1)

    def _tool(
        self, icon_name: str, words: str, keys: str, action: Callable[[], object]
    ) -> QToolButton:
        tool = QToolButton()
        self._icons.append((tool, icon_name))
        tool.setAccessibleName(words)
        tool.setShortcut(keys)
        tool.setToolTip(f"{words} ({key_words(keys)})")
        tool.clicked.connect(action)
        return tool

    def _draw_icons(self) -> None:
        for button, name in self._icons:
            button.setIcon(icon(name))

    def _lay_out_sheets(self) -> None:
        """Have the sheets made for the chosen paper; the last ones stand until they are there."""
        if self._tune is None:
            return
        if not self._sheets:
            self.state.show_state(self.tr("Laying out the sheets…"), "", is_busy=True)
            self._show(is_ready=False)
        paper = chosen_paper(self._studio)
        work = partial(lay_out_sheets, self._tune, self._engraver, paper)
        self._job.run(work, self._on_laid_out, self._on_failed)

    def _on_laid_out(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets
        set_paper(self._printer, paper_name(self._studio))
        count = len(sheets)
        self.count.setText(self.tr("%Ln sheets", "", count) if count > 1 else self.tr("One sheet"))
        if count > 1:
            self.preview.setAllPagesViewMode()
        else:
            self.preview.setSinglePageViewMode()
        self._show(is_ready=True)
        self.preview.updatePreview()
        self.preview.fitInView()

    def _on_failed(self, error: Exception) -> None:
        self._sheets = ()
        self.count.setText("")
        self.state.show_state(self.tr("There is nothing to print"), error_sentence(error))
        self._show(is_ready=False)

    def _show(self, *, is_ready: bool) -> None:
        self._middle.setCurrentWidget(self.preview if is_ready else self.state)
        for button in (self.print_button, self.save_button):
            button.setEnabled(is_ready)

    def _paint(self, printer: QPrinter) -> None:
        paint_sheets(printer, self._sheets)
