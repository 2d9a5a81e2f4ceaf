"""The commands that bring the score out of the window: files, printer, clipboard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from abcstudio.engraving.engraver import Engraver
from abcstudio.ui.actions import Actions
from abcstudio.ui.book_dialog import BookDialog
from abcstudio.ui.printing import TunePrinter
from abcstudio.ui.score_exporting import ScoreExporter
from abcstudio.ui.studio import Studio
from abcstudio.workers.scores import TuneText

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage
    from abcstudio.ui.print_preview import PrintPreview

_GROUP = "score"


class ScoreCommands(QObject):
    """Registers the commands for the tune at the caret, and one for the whole tunebook."""

    def __init__(
        self, page: "ComposerPage", studio: Studio, actions: Actions, engraver: Engraver
    ) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._engraver = engraver
        self.exporter = ScoreExporter(studio, engraver, page.files, page)
        self.printer = TunePrinter(studio, engraver, page)
        self.printer.unavailable.connect(self._on_no_printer)
        self._preview: PrintPreview | None = None
        self._add()
        page.documents.current_changed.connect(self._show_states)
        page.documents.state_changed.connect(self._show_states)
        page.watch.tune_changed.connect(self._show_states)
        self._show_states()

    @property
    def preview(self) -> "PrintPreview | None":
        """The window with the sheets, None before it was asked for."""
        return self._preview

    def _add(self) -> None:
        add = partial(self._actions.add, menu="file", page="composer", group=_GROUP)
        add(
            "file.export_score",
            self.tr("&Export the score…"),
            self._with_tune(self.exporter.ask),
            keys="Ctrl+Shift+E",
            icon_name="photo",
            tooltip=self.tr("Write the tune's score as PDF, SVG or PNG"),
        )
        add(
            "file.copy_score",
            self.tr("Cop&y the score as a picture"),
            self._with_tune(self.exporter.copy),
            keys="Ctrl+Shift+C",
            icon_name="copy",
            tooltip=self.tr("Put the tune's score on the clipboard, for a letter or a web page"),
        )
        add(
            "file.print",
            self.tr("&Print…"),
            self._with_tune(self.printer.ask),
            keys="Ctrl+P",
            icon_name="printer",
            tooltip=self.tr("Print the tune's score"),
        )
        add(
            "file.print_preview",
            self.tr("Print pre&view…"),
            self._with_tune(self._show_preview),
            keys="Ctrl+Shift+P",
            icon_name="eye",
            tooltip=self.tr("See the sheets, and choose paper and size"),
        )
        add(
            "file.export_book",
            self.tr("Export the tune&book as PDF…"),
            self._ask_book,
            keys="Ctrl+Shift+B",
            icon_name="books",
            tooltip=self.tr("Write all tunes of this text as one PDF with contents and an index"),
        )

    def _with_tune(self, action: Callable[[TuneText], object]) -> Callable[[], None]:
        """Return what does something with the tune at the caret as the text stands now."""

        def run() -> None:
            view = self._page.watch.settle()
            if view is not None:
                title = view.tune.title or self._page.document_name
                action(TuneText(view.text, view.tune.file_header, title))

        return run

    def _show_preview(self, tune: TuneText) -> None:
        if self._preview is None:
            # Imported here: looking for printers takes a moment that the start does not have.
            from abcstudio.ui.print_preview import PrintPreview

            self._preview = PrintPreview(self._studio, self._engraver, self._page)
            self._preview.print_button.clicked.connect(self._print_preview)
            self._preview.save_button.clicked.connect(self._save_preview)
        self._preview.show_tune(tune)

    def _print_preview(self) -> None:
        if self._preview is not None and self._preview.tune is not None:
            self.printer.ask(self._preview.tune)

    def _save_preview(self) -> None:
        if self._preview is not None and self._preview.tune is not None:
            self.exporter.ask(self._preview.tune)

    def _ask_book(self) -> None:
        self._page.watch.settle()
        tunes = self._page.watch.tunes
        if len(tunes) > 1:
            folder = self._page.files.folder()
            name = self._page.document_name
            BookDialog(self._studio, self._engraver, tunes, name, folder, self._page).show()

    def _show_states(self) -> None:
        no_tune = self._page.why_unchangeable()
        for action_id in (
            "file.export_score", "file.copy_score", "file.print", "file.print_preview",
        ):  # fmt: skip
            self._actions.set_available(action_id, no_tune)
        is_single = self._page.watch.count < 2
        lone = self.tr("This text holds no second tune.") if is_single else ""
        self._actions.set_available("file.export_book", no_tune or lone)

    def _on_no_printer(self) -> None:
        self._studio.notify(
            self.tr(
                "There is no printer. You can export the score as PDF and print that elsewhere."
            ),
            "warning",
            self.tr("Export…"),
            self._with_tune(self.exporter.ask),
        )
