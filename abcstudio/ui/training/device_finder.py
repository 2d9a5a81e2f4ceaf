"""What networks compute on, found in the background."""

from PySide6.QtCore import QObject, Signal

from abcstudio.learning.devices import Device, cards, choose_device
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.form.training_form import TrainingForm
from abcstudio.workers.job import plain_work


class DeviceFinder(QObject):
    """Shows in the form what the wanted device comes down to.

    Signals:
        failed: Carries the exception.
    """

    failed = Signal(object)

    def __init__(self, form: TrainingForm, studio: Studio) -> None:
        super().__init__(form)
        self._form = form
        self._job = LatestJob(studio)
        self._cards_job = LatestJob(studio)
        self._is_library_loaded = False
        form.device_chosen.connect(self._find)

    def show_loaded(self, device: Device) -> None:
        """Take the device that was found when the network library was loaded."""
        self._is_library_loaded = True
        self._cards_job.run(plain_work(cards), self._form.show_cards, self.failed.emit)
        if self._form.wanted_device() == "auto":
            self._form.show_device(device)
        else:
            self._find()

    def show_used(self, device: Device) -> None:
        """Take the device that a run computes on."""
        self._is_library_loaded = True
        self._form.show_device(device)

    def _find(self) -> None:
        # Before the library is loaded this would load it, which nothing can interrupt.
        if self._is_library_loaded:
            work = plain_work(choose_device, self._form.wanted_device())
            self._job.run(work, self._form.show_device, self.failed.emit)
