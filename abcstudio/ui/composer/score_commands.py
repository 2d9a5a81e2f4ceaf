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
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.workers.scores import TuneSet, TuneText

if TYPE_CHECKING:
    from abcstudio.ui.exporting.print_preview import PrintPreview


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
        group = CommandGroup(
            parts.actions,
            self,
            menu="file",
            page="composer",
            acts_on_tune=True,
            why_not=desk.why_not,
        )
        self._add_commands(group)
        group.follow(desk.changed)

    def _add_commands(self, group: CommandGroup) -> None:
        group.add_all(
            CommandSpec("file.export_score", "&Export the score…",
                "Write the tune's score as PDF, SVG or PNG",
                do=self._with_tune(self.exporter.ask), keys="Ctrl+Shift+E", icon="photo",
                submenu="export", section="score"),
            CommandSpec("file.copy_score", "Cop&y the score as a picture",
                "Copy the tune's score to the clipboard, for a letter or a web page",
                do=self._with_tune(self.exporter.copy), keys="Ctrl+Shift+C", icon="copy",
                submenu="export", section="score"),
            CommandSpec("file.print", "&Print…", "Print the tune's score, or the open set",
                do=self._with_what_is_open(self.printer.ask), keys="Ctrl+P", icon="printer",
                section="score"),
            CommandSpec("file.print_preview", "Print pre&view…",
                "See the sheets, and choose paper and size",
                do=self._with_what_is_open(self._show_preview), keys="Ctrl+Shift+P", icon="eye",
                section="score"),
            CommandSpec("file.export_book", "Export the tune&book as PDF…",
                "Write all tunes of this text as one PDF with contents and an index",
                do=self._ask_book, why_not=self._why_no_book, keys="Ctrl+Shift+B", icon="books",
                submenu="export", section="score"),
        )  # fmt: skip

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
