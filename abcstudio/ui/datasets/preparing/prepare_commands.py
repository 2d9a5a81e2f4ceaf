"""The commands that prepare a corpus."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.preparing.prepare_presenter import PreparePresenter
from abcstudio.ui.datasets.preparing.prepare_view import PrepareView
from abcstudio.ui.datasets.preparing.steps_files import StepsFiles
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_PREPARE = CommandSpec(
    id="datasets.prepare",
    words=QT_TRANSLATE_NOOP("PrepareCommands", "&Prepare a corpus"),
    tooltip=QT_TRANSLATE_NOOP(
        "PrepareCommands", "Shows the steps that make a corpus to learn from of these tunes"
    ),
    keys="Alt+Shift+R",
    icon="adjustments",
)
_OPEN = CommandSpec(
    id="datasets.open_steps",
    words=QT_TRANSLATE_NOOP("PrepareCommands", "&Open steps…"),
    tooltip=QT_TRANSLATE_NOOP("PrepareCommands", "Takes the steps of a corpus from a file"),
    icon="folder-open",
)
_SAVE = CommandSpec(
    id="datasets.save_steps",
    words=QT_TRANSLATE_NOOP("PrepareCommands", "&Save steps…"),
    tooltip=QT_TRANSLATE_NOOP(
        "PrepareCommands", "Keeps the steps in a file, from which the corpus can be made again"
    ),
    icon="file-export",
)
_TRAIN = CommandSpec(
    id="datasets.train_prepared",
    words=QT_TRANSLATE_NOOP("PrepareCommands", "&Train on the prepared corpus"),
    tooltip=QT_TRANSLATE_NOOP(
        "PrepareCommands", "Takes the corpus that the steps make to the training page"
    ),
    keys="Alt+Shift+J",
    icon="brain",
)


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
        group = CommandGroup(actions, self, menu="train", page="datasets")
        group.add(_PREPARE, self._show)
        view.open.set_command(group.add(_OPEN, files.ask_source))
        view.save.set_command(group.add(_SAVE, files.ask_target))
        view.train.set_command(group.add(_TRAIN, presenter.train, self.why_no_training))
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
