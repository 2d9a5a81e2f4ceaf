"""The commands of the chosen training run."""

from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QInputDialog

from abcstudio.recipes.train import MAX_STEPS
from abcstudio.runs.history import FINISHED, RunSummary
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.services.actions import Command, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.training.chosen_run.run_comparison import RunComparison
from abcstudio.ui.training.chosen_run.runs_presenter import RunsPresenter
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.key_words import keys_of

KILLED = "running"
"""How a run stands that had no time to say so; without a checkpoint it begins again."""
RESUMABLE = ("stopped", "failed", FINISHED, KILLED)


class RunCommands(QObject):
    """Registers the commands, and lets the buttons beside the list follow them."""

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.runs)
        actions, rooms = parts.actions, parts.rooms
        presenter = rooms[RunsPresenter]
        self._studio = parts.studio
        panel = self._panel = parts.runs
        self._comparison = rooms[RunComparison]
        session = self._session = parts.session
        self._starter = rooms[RunStarter]
        group = CommandGroup(actions, self, menu="train", page="training")
        self._add_commands(group, presenter)
        panel.choice_changed.connect(self._show_whether_compared)
        actions.shown_first.connect(self._on_shown_first)
        group.follow(panel.choice_changed, session.started, session.ended, session.busy_changed)

    def _add_commands(self, group: CommandGroup, presenter: RunsPresenter) -> None:
        use, self._resume_command, _extend, self._compare, card, delete = group.add_all(
            CommandSpec("training.use", "&Use the run in Composer",
                "Composes with the chosen run's network from now on",
                do=presenter.use_chosen, why_not=self._why_no_use, icon="sparkles", section="run"),
            CommandSpec("training.resume", "&Resume the run",
                "Goes on with the chosen run where it stopped; one that came to its end trains "
                "for as many steps again. From another page, shows the run first",
                do=self._resume, why_not=self._why_no_resume, keys="Alt+Shift+U",
                icon="player-play", section="run", shows_first=True),
            CommandSpec("training.extend", "E&xtend the run…",
                "Goes on with the chosen run for as many steps as you say",
                do=self._extend, why_not=self._why_no_resume, icon="player-skip-forward",
                section="run"),
            CommandSpec("training.compare", "&Compare others with the run",
                "Keeps the chosen run's curve in sight, under that of each run that you choose "
                "then",
                do=self._compare_chosen, why_not=self._why_no_comparison, icon="chart-line",
                section="run", is_switch=True),
            CommandSpec("training.card", "&About the run's network…",
                "What the chosen run's network learned, how good it is, and a tune of it",
                do=presenter.show_card, why_not=self._why_no_use, icon="info-circle",
                submenu="models", section="run"),
            CommandSpec("training.delete", "&Delete the run",
                "Deletes the chosen run with its network and takes; in the list {0} does it",
                do=presenter.delete_chosen, why_not=self._why_no_deletion, icon="trash",
                named_keys="Del", section="run"),
        )  # fmt: skip
        panel = self._panel
        panel.use.set_command(use)
        panel.resume.set_command(self._resume_command)
        panel.compare.set_command(self._compare)
        panel.card.set_command(card)
        panel.delete.set_command(delete)
        panel.list.itemActivated.connect(lambda _item: use.trigger())
        panel.list.delete_pressed.connect(delete.trigger)

    def _on_shown_first(self, command: Command) -> None:
        """Say which run would go on; the row of it has the focus."""
        if command.action is not self._resume_command:
            return
        self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)
        words = self.tr("Look at the run that is chosen in the list; once more resumes it.")
        if keys := keys_of(self._resume_command):
            words = self.tr("Look at the run that is chosen in the list; {0} resumes it.")
            words = words.format(keys)
        self._studio.notify(words)

    def _resume(self) -> None:
        if (run := self._panel.run) is not None:
            self._starter.resume(run)

    def _extend(self) -> None:
        """Ask for how many steps the chosen run goes on."""
        run = self._panel.run
        if run is None:
            return
        dialog = QInputDialog(self._panel)
        dialog.setWindowTitle(self.tr("Extend the run"))
        reached = QLocale().toString(run.step)
        words = self.tr("Steps so far: {0}. How many more?").format(reached)
        dialog.setLabelText(words)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        most = max(1, MAX_STEPS - run.step)
        dialog.setIntRange(1, most)
        dialog.setIntValue(min(most, max(1, run.step)))
        dialog.setOkButtonText(self.tr("Extend"))
        dialog.intValueSelected.connect(partial(self._extend_by, run))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _extend_by(self, asked: RunSummary, steps: int) -> None:
        run = self._panel.run
        if run is None or run.folder != asked.folder:
            run = asked
        # Else the list may have heard meanwhile how far a run came that had only just stopped.
        self._starter.extend(run, steps)

    def _compare_chosen(self) -> None:
        if (run := self._panel.run) is not None:
            self._comparison.toggle(run)

    def _show_whether_compared(self) -> None:
        run = self._panel.run
        self._compare.setChecked(run is not None and run.folder == self._panel.compared)

    def _why_none(self) -> str:
        return "" if self._panel.run is not None else self.tr("No run is chosen in the list.")

    def _why_no_use(self) -> str:
        run = self._panel.run
        if run is None:
            return self._why_none()
        return "" if run.model is not None else self.tr("The run has kept no network yet.")

    def _why_no_resume(self) -> str:
        run = self._panel.run
        if run is None:
            return self._why_none()
        if reason := self._session.why_busy():
            return reason
        has_point = run.state == KILLED or RunFolder(run.folder).has_checkpoint
        if run.state in RESUMABLE and has_point:
            return ""
        return self.tr("The run has kept nothing to go on from.")

    def _why_no_comparison(self) -> str:
        run = self._panel.run
        return self._why_none() if run is None else self._comparison.why_not(run)

    def _why_no_deletion(self) -> str:
        run = self._panel.run
        if run is None:
            return self._why_none()
        is_live = self._session.is_running and run.folder == self._session.folder
        return self.tr("The run is under way: stop it first.") if is_live else ""
