"""Corpus preparation: view, presenter and commands."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from abcstudio.corpus.preparation.preparation import Preparation
from abcstudio.recipes.preparing.prepared_corpus import load_steps, save_steps
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.preparing.prepare_presenter import PreparePresenter
from abcstudio.ui.datasets.preparing.prepare_view import PrepareView
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work, saving_work


class StepsFiles(QObject):
    """Asks for a file, and writes or reads it in the background."""

    def __init__(self, presenter: PreparePresenter, studio: Studio, window: QWidget) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._studio = studio
        self._window = window
        self._job = LatestJob(studio)

    def ask_target(self) -> None:
        """Ask where to keep the steps, and write them."""
        title = self.tr("Save the steps of the corpus")
        start = Path(tunes_folder(self._studio)) / self.tr("corpus steps.json")
        kinds = {"json": self.tr("Steps of a corpus (*.json)")}
        target = ask_target(self._window, title, start, kinds)
        if target is not None:
            self.save(target)

    def ask_source(self) -> None:
        """Ask for a file of steps, and take them."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open the steps of a corpus"),
            tunes_folder(self._studio),
            self.tr("Steps of a corpus (*.json);;All files (*)"),
        )
        if name:
            self.load(Path(name))

    def save(self, target: Path) -> None:
        """Write the steps as they are now."""
        self._studio.will_write_into(target.parent)
        work = saving_work(save_steps, self._presenter.steps, target)
        self._job.run(work, partial(self._on_saved, target), self._on_unsaved)

    def load(self, path: Path) -> None:
        """Take the steps of a file."""
        self._job.run(plain_work(load_steps, path), partial(self._on_loaded, path), self._on_failed)

    def _on_saved(self, target: Path, _nothing: object) -> None:
        self._studio.notify(self.tr("The steps are in {0}.").format(target.name), "success")

    def _on_loaded(self, path: Path, steps: Preparation) -> None:
        back = self._presenter.take(steps)
        self._studio.notify(
            self.tr("The steps of {0} are taken.").format(one_line(path.name)),
            action_text=self.tr("Undo"),
            action=back,
        )

    def _on_unsaved(self, error: Exception) -> None:
        words = error_sentence(error)
        self._studio.notify(words, "error", self.tr("Save elsewhere…"), self.ask_target)

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")


class PrepareCommands(QObject):
    """Registers the commands."""

    def __init__(
        self,
        view: PrepareView,
        views: TuneViews,
        presenter: PreparePresenter,
        files: StepsFiles,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(presenter)
        self._view = view
        self._views = views
        self._presenter = presenter
        self._studio = studio
        group = CommandGroup(actions, self, menu="train", submenu="health", page="datasets")
        _prepare, open_steps, save_steps, train = group.add_all(
            CommandSpec("datasets.prepare", "&Prepare a corpus",
                "Shows the steps that make a corpus to learn from of these tunes",
                do=self._show, keys="Alt+Shift+R", icon="adjustments"),
            CommandSpec("datasets.open_steps", "&Open steps…",
                "Takes the steps of a corpus from a file", do=files.ask_source, icon="folder-open"),
            CommandSpec("datasets.save_steps", "&Save steps…",
                "Keeps the steps in a file, from which the corpus can be made again",
                do=files.ask_target, icon="file-export"),
            CommandSpec("datasets.train_prepared", "&Train on the prepared corpus",
                "Takes the corpus that the steps make to the training page",
                do=presenter.train, why_not=self.why_no_training, keys="Alt+Shift+J", icon="brain"),
        )  # fmt: skip
        view.open.set_command(open_steps)
        view.save.set_command(save_steps)
        view.train.set_command(train)
        group.follow(presenter.made)

    def _show(self) -> None:
        self._studio.page_requested.emit("datasets")
        self._views.show_view(self._view)

    def why_no_training(self) -> str:
        """Return why the corpus cannot be trained on, "" where it can."""
        corpus = self._presenter.corpus
        if corpus is None:
            return self.tr("“Prepare” makes the corpus first.")
        if corpus.training:
            return ""
        return self.tr("No tune is left to learn from. Let the steps leave more.")


class PreparingRoom(QObject):
    """Makes a corpus of the tunes of the page."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.views)
        studio, views = parts.studio, parts.views
        self._views = views
        self.view = PrepareView(studio)
        views.add_view(self.view, self.tr("Prepare"), lambda: self.view.form.clean)
        self.presenter = PreparePresenter(self.view, parts.browser, parts.sources, studio)
        self.files = StepsFiles(self.presenter, studio, views)
        self.commands = PrepareCommands(
            view=self.view,
            views=views,
            presenter=self.presenter,
            files=self.files,
            studio=studio,
            actions=parts.actions,
        )
        self.view.form.filter_requested.connect(views.go_to_search)
        self.view.installEventFilter(self)

    @property
    def is_in_front(self) -> bool:
        """Whether its view is the one that is in front of the page."""
        return self._views.tabs.currentWidget() is self.view

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.come_into_sight()
        return super().eventFilter(watched, event)
