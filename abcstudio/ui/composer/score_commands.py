"""The commands that bring the score out of the window: files, printer, clipboard."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from abcstudio.corpus.tune import Tune
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.tunebook.room import TunebookRoom
from abcstudio.ui.exporting.book_dialog import BookDialog
from abcstudio.ui.exporting.score_exporter import ScoreExporter
from abcstudio.ui.exporting.tune_printer import TunePrinter
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP
from abcstudio.workers.scores import TuneSet, TuneText

if TYPE_CHECKING:
    from abcstudio.ui.exporting.print_preview import PrintPreview

_TUNE_COMMANDS = (
    CommandSpec(
        id="file.export_score",
        words=QT_TRANSLATE_NOOP("ScoreCommands", "&Export the score…"),
        tooltip=QT_TRANSLATE_NOOP("ScoreCommands", "Write the tune's score as PDF, SVG or PNG"),
        keys="Ctrl+Shift+E",
        icon="photo",
        section="score",
    ),
    CommandSpec(
        id="file.copy_score",
        words=QT_TRANSLATE_NOOP("ScoreCommands", "Cop&y the score as a picture"),
        tooltip=QT_TRANSLATE_NOOP(
            "ScoreCommands", "Copy the tune's score to the clipboard, for a letter or a web page"
        ),
        keys="Ctrl+Shift+C",
        icon="copy",
        section="score",
    ),
    CommandSpec(
        id="file.print",
        words=QT_TRANSLATE_NOOP("ScoreCommands", "&Print…"),
        tooltip=QT_TRANSLATE_NOOP("ScoreCommands", "Print the tune's score, or the open set"),
        keys="Ctrl+P",
        icon="printer",
        section="score",
    ),
    CommandSpec(
        id="file.print_preview",
        words=QT_TRANSLATE_NOOP("ScoreCommands", "Print pre&view…"),
        tooltip=QT_TRANSLATE_NOOP("ScoreCommands", "See the sheets, and choose paper and size"),
        keys="Ctrl+Shift+P",
        icon="eye",
        section="score",
    ),
)

_BOOK_COMMANDS = (
    CommandSpec(
        id="file.export_book",
        words=QT_TRANSLATE_NOOP("ScoreCommands", "Export the tune&book as PDF…"),
        tooltip=QT_TRANSLATE_NOOP(
            "ScoreCommands", "Write all tunes of this text as one PDF with contents and an index"
        ),
        keys="Ctrl+Shift+B",
        icon="books",
        section="score",
    ),
)


class ScoreCommands(QObject):
    """Registers the commands for the tune at the caret, and one for the whole tunebook."""

    def __init__(
        self,
        parts: ComposerParts,
    ) -> None:
        desk = parts.desk
        super().__init__(desk)
        self._desk = desk
        self._watch = desk.watch
        self._files = parts.files
        self._engraver = parts.engraver
        self._studio = desk.studio
        self._window = parts.page
        self._open_set = parts.rooms[TunebookRoom].presenter.set_to_print
        self.exporter = ScoreExporter(parts.studio, parts.engraver, parts.files, parts.page)
        self.printer = TunePrinter(parts.studio, parts.engraver, parts.page)
        self.printer.unavailable.connect(self._on_no_printer)
        self._preview: PrintPreview | None = None
        what_to_do = {
            "file.export_score": self._with_tune(self.exporter.ask),
            "file.copy_score": self._with_tune(self.exporter.copy),
            "file.print": self._with_what_is_open(self.printer.ask),
            "file.print_preview": self._with_what_is_open(self._show_preview),
            "file.export_book": self._ask_book,
        }
        group = CommandGroup(
            parts.actions, self, menu="file", page="composer", why_not=desk.why_not
        )
        group.add_all(_TUNE_COMMANDS, what_to_do)
        group.add_all(_BOOK_COMMANDS, what_to_do, self._why_no_book)
        group.follow(desk.changed)

    @property
    def preview(self) -> "PrintPreview | None":
        """The window with the sheets, None before it was asked for."""
        return self._preview

    def _with_tune(self, action: Callable[[TuneText], object]) -> Callable[[], None]:
        """Return what does something with the tune at the caret as the text stands now."""

        def run() -> None:
            view = self._watch.settle()
            if view is not None:
                title = view.tune.title or self._desk.document_name
                action(TuneText(view.text, view.tune.file_header, title))

        return run

    def _with_what_is_open(
        self, action: Callable[[TuneText | TuneSet], object]
    ) -> Callable[[], None]:
        """Return a slot that acts on the open set, or on the tune at the caret."""
        with_tune = self._with_tune(action)

        def run() -> None:
            tunes = self._open_set(self._desk.document)
            if tunes is None:
                with_tune()
            else:
                action(tunes)

        return run

    def _show_preview(self, tune: TuneText | TuneSet) -> None:
        if self._preview is None:
            # Imported here: looking for printers takes a moment that the start does not have.
            from abcstudio.ui.exporting.print_preview import PrintPreview

            self._preview = PrintPreview(self._studio, self._engraver, self._window)
            self._preview.print_button.clicked.connect(self._print_preview)
            self._preview.save_button.clicked.connect(self._save_preview)
        self._preview.show_tune(tune)

    def _print_preview(self) -> None:
        if self._preview is not None and self._preview.tune is not None:
            self.printer.ask(self._preview.tune)

    def _save_preview(self) -> None:
        tune = None if self._preview is None else self._preview.tune
        if isinstance(tune, TuneSet):
            self._ask_pdf(tune.tunes, tune.title)
        elif tune is not None:
            self.exporter.ask(tune)

    def _ask_book(self) -> None:
        self._watch.settle()
        open_set = self._open_set(self._desk.document)
        tunes = self._watch.tunes if open_set is None else open_set.tunes
        if len(tunes) > 1:
            self._ask_pdf(tunes, self._desk.document_name)

    def _ask_pdf(self, tunes: Sequence[Tune], name: str) -> None:
        BookDialog(
            studio=self._studio,
            engraver=self._engraver,
            tunes=tunes,
            title=name,
            folder=self._files.folder(),
            parent=self._window,
        ).show()

    def _why_no_book(self) -> str:
        is_single = self._watch.count < 2
        lone = self.tr("This text holds no second tune.") if is_single else ""
        return self._desk.why_not() or lone

    def _on_no_printer(self) -> None:
        self._studio.notify(
            self.tr(
                "There is no printer. You can export the score as PDF and print that elsewhere."
            ),
            "warning",
            self.tr("Export…"),
            self._with_tune(self.exporter.ask),
        )
