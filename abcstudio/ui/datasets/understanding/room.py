"""Statistics of the tunes."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter, QPalette

from abcstudio.corpus.figures.corpus_figures import CorpusFigures
from abcstudio.files import atomic_write
from abcstudio.recipes.figures.figure_csv import figures_csv
from abcstudio.recipes.figures.figure_svg import DrawnChart, charts_svg
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.understanding.chart_words import bar_name, chart_titles
from abcstudio.ui.datasets.understanding.figures_presenter import FiguresPresenter
from abcstudio.ui.datasets.understanding.figures_view import FiguresView
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence

_SHARPNESS = 2
_SVG_BARS = 14


class FiguresCommands(QObject):
    """Registers the commands, which are off until the tunes are counted."""

    def __init__(
        self,
        actions: Actions,
        presenter: FiguresPresenter,
        view: FiguresView,
        sources: TuneSources,
        studio: Studio,
    ) -> None:
        super().__init__(view)
        self._presenter, self._view, self._sources = presenter, view, sources
        self._studio = studio
        group = CommandGroup(
            actions, self, menu="file", submenu="datasets", page="datasets", why_not=self._why_not
        )
        self.picture, self.table = group.add_all(
            CommandSpec("datasets.export_charts", "Save charts as &picture…",
                "Writes the charts of the shown tunes as one picture, PNG or SVG",
                do=self.save_picture, icon="photo"),
            CommandSpec("datasets.export_figures", "Save fi&gures as CSV…",
                "Writes every bar of every chart as a line that a spreadsheet reads",
                do=self.save_table, icon="table"),
        )  # fmt: skip
        group.follow(presenter.counted)
        view.set_actions(self.picture, self.table)

    def save_picture(self) -> None:
        """Ask for a file and write the charts as a picture."""
        kinds = {"png": self.tr("Picture (*.png)"), "svg": self.tr("Drawing (*.svg)")}
        path, figures = self._ask(self.tr("Save the charts"), kinds)
        if path is not None and figures is not None:
            is_svg = path.suffix.lower() == ".svg"
            self._write(path, self._svg(figures).encode() if is_svg else self._png())

    def save_table(self) -> None:
        """Ask for a file and write the figures as a table."""
        path, figures = self._ask(
            self.tr("Save the figures"), {"csv": self.tr("Comma-separated values (*.csv)")}
        )
        if path is not None and figures is not None:
            # Spreadsheets tell UTF-8 by its mark.
            self._write(path, figures_csv(figures, chart_titles()).encode("utf-8-sig"))

    def _ask(self, title: str, kinds: dict[str, str]) -> tuple[Path | None, CorpusFigures | None]:
        figures = self._presenter.figures
        if figures is None:
            return None, None
        name = file_name_of(self._sources.name.removesuffix(".abc"))
        start = Path(tunes_folder(self._studio)) / f"{name}.{next(iter(kinds))}"
        return ask_target(self._view, title, start, kinds), figures

    def _write(self, path: Path, data: bytes) -> None:
        try:
            atomic_write(path, data)
        except OSError as error:
            self._studio.notify(error_sentence(error), "error")
        else:
            self._studio.notify(self.tr("{0} is written.").format(path.name), "success")

    def _svg(self, figures: CorpusFigures) -> str:
        charts = [
            DrawnChart(
                title,
                [(bar_name(chart, bar), bar.count) for bar in figures.charts[chart][:_SVG_BARS]],
            )
            for chart, title in chart_titles().items()
        ]
        return charts_svg(self._sources.name, charts)

    def _png(self) -> bytes:
        content = self._view.content
        image = QImage(content.size() * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        image.fill(content.palette().color(QPalette.ColorRole.Window))
        content.render(image)
        out = QBuffer()
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(out, QByteArray(b"png")).write(image)
        return bytes(out.data().data())

    def _why_not(self) -> str:
        if self._presenter.figures is not None:
            return ""
        return self.tr("The tunes are not counted yet: open their statistics.")


class FiguresRoom(QObject):
    """Shows charts of the tunes that the filter shows."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        studio, sources = parts.studio, parts.sources
        self.view = FiguresView(studio)
        parts.views.add_view(self.view, self.tr("Statistics"))
        self.presenter = FiguresPresenter(sources, parts.browser, self.view, studio)
        FiguresCommands(parts.actions, self.presenter, self.view, sources, studio)
