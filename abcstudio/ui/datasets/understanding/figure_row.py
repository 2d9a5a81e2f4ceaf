"""Four numbers about tunes in a row, each over what it counts."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from abcstudio.corpus.figures.corpus_figures import CorpusFigures
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GROUP_GAP, page_title_font, small_font


class FigureRow(QWidget):
    """How many tunes, how long they are, how many characters, how many distinct ones.

    Attributes:
        figures: The numbers by their names.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: dict[str, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GROUP_GAP)
        grid.setVerticalSpacing(0)
        captions = (
            ("tunes", self.tr("tunes")),
            ("measures", self.tr("measures, the median tune")),
            ("characters", self.tr("characters")),
            ("distinct", self.tr("distinct characters, as the network reads them")),
        )
        for place, (name, words) in enumerate(captions):
            figure = self.figures[name] = Label("–")
            figure.setFont(page_title_font())
            below = Label(words)
            below.setProperty("muted", True)
            below.setFont(small_font())
            below.setWordWrap(True)
            grid.addWidget(figure, 0, place)
            grid.addWidget(below, 1, place)
            grid.setColumnStretch(place, 1)

    def show_figures(self, figures: CorpusFigures) -> None:
        """Show other numbers."""
        locale = QLocale()
        read, written = len(figures.vocabulary), figures.distinct_written
        self.figures["tunes"].setText(locale.toString(figures.tunes))
        self.figures["measures"].setText(locale.toString(figures.median_measures, "g", 4))
        self.figures["characters"].setText(locale.toString(figures.characters))
        self.figures["distinct"].setText(locale.toString(read))
        words = self.tr("Without credits, numbers and slurs: {0}; as written in the file: {1}")
        self.figures["distinct"].setToolTip(
            words.format(locale.toString(read), locale.toString(written))
        )
