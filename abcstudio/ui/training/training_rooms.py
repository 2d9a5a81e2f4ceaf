"""The table of rooms of the page of training: a room is added by a folder and a row."""

from abcstudio.ui.training.chosen_run.run_commands import RunCommands
from abcstudio.ui.training.chosen_run.run_comparison import RunComparison
from abcstudio.ui.training.chosen_run.runs_presenter import RunsPresenter
from abcstudio.ui.training.cost.cost_presenter import CostPresenter
from abcstudio.ui.training.form_presenter import FormPresenter
from abcstudio.ui.training.hearing_presenter import HearingPresenter
from abcstudio.ui.training.log_remarks import LogRemarks
from abcstudio.ui.training.presets.own_presets import OwnPresets
from abcstudio.ui.training.presets.preset_commands import PresetCommands
from abcstudio.ui.training.progress_presenter import ProgressPresenter
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.training_commands import TrainingCommands

ROOMS = (
    RunStarter,
    TrainingCommands,
    FormPresenter,
    ProgressPresenter,
    Sweeps,
    RunsTable,
    RunsPresenter,
    RunComparison,
    RunCommands,
    OwnPresets,
    HearingPresenter,
    LogRemarks,
    CostPresenter,
    PresetCommands,
)
"""In the order in which they are made, which is the order of their commands in a menu."""
