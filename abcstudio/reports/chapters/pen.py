"""What writes chapters: it numbers figures and tables as they come."""

from collections.abc import Sequence
from pathlib import Path

from abcstudio.reports.content import Block, Code, Figure, Heading, Paragraph, Table
from abcstudio.reports.drawing.drawing import PrintDrawing
from abcstudio.reports.figures_in_words import Numbers
from abcstudio.reports.template import Template


class Pen:
    """Collects the blocks of a report.

    Attributes:
        words: The text of the report's language.
        numbers: How numbers are written in it.
        fonts: The folder of the typeface.
        blocks: What has been written so far.
    """

    def __init__(self, words: Template, fonts: Path) -> None:
        self.words = words
        self.fonts = fonts
        self.numbers = Numbers(words.language)
        self.blocks: list[Block] = []
        self._figures = self._tables = 0

    def add(self, block: Block) -> None:
        """Write a block as it is."""
        self.blocks.append(block)

    def say(self, name: str, /, **filling: object) -> None:
        """Write a sentence."""
        self.add(Paragraph(self.words.line(name, **filling)))

    def note(self, name: str, /, **filling: object) -> None:
        """Write what is not there."""
        self.add(Paragraph(self.words.line(name, **filling), is_note=True))

    def heading(self, name: str, level: int, /, **filling: object) -> None:
        """Write a heading."""
        self.add(Heading(self.words.word(name, **filling), level))

    def code(self, text: str) -> None:
        """Write lines as they are, without blank ones around them."""
        self.add(Code(text.strip("\n").rstrip()))

    def table(self, caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a table under its number."""
        self._tables += 1
        words = self.words.word("table", number=self._tables, words=caption)
        self.add(Table(tuple(head), tuple(map(tuple, rows)), words))

    def drawing(self, caption: str, drawing: PrintDrawing) -> None:
        """Write a drawing over its number."""
        self.picture(caption, drawing.png(), drawing.width_mm)

    def picture(self, caption: str, png: bytes, width_mm: float) -> None:
        """Write a picture over its number."""
        self._figures += 1
        words = self.words.word("figure", number=self._figures, words=caption)
        self.add(Figure(png, words, width_mm))

    def named(self, *names: str) -> list[str]:
        """Return some words by their ids."""
        return [self.words.word(name) for name in names]
