"""What stands in place of the table where no run is listed: why, and the way on."""

from PySide6.QtCore import Signal

from abcstudio.ui.controls.state_panel import StatePanel


class NoRuns(StatePanel):
    """A sentence and a button.

    Signals:
        whole_list_requested: The filter should be taken away.
        form_requested: The person goes back to the form, to train a first network.
    """

    whole_list_requested = Signal()
    form_requested = Signal()

    def show_why(self, *, has_runs: bool) -> None:
        """Say that nothing fits the filter, or that there is no run yet."""
        if has_runs:
            self.show_state(
                self.tr("No run fits the filter"),
                self.tr("Fewer words find more."),
                [(self.tr("Show all runs"), self.whole_list_requested.emit)],
            )
            return
        self.show_state(
            self.tr("No network has been trained yet"),
            self.tr(
                "Every run stands here with its settings, its loss and its music, to be sorted, "
                "marked and compared. Choose a preset on the page and press Start training."
            ),
            [(self.tr("Go to the settings"), self.form_requested.emit)],
        )
