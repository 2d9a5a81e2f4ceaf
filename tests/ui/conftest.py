"""The window's tests: a home of their own, a real studio, nothing left behind."""

import gc
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.child_process import ChildProcess
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.services.plots_ahead import load_plots
from tests.forked_children import forked_children
from tests.ui.events import deliver_events
from tests.ui.patience import PATIENCE_MS, PatientBot
from tests.ui.shared_windows import SharedWindow, bring_up

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The class of pytest-qt's application: the program's own."""
    from abcstudio.ui.window.named_files import StudioApplication

    return StudioApplication


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's hands and eyes, with the patience that a busy machine needs."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def _work_has_time() -> Iterator[None]:
    """Wait for what a person would not be kept waiting for: on a busy machine all takes longer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("abcstudio.ui.services.studio.SHUT_DOWN_MS", PATIENCE_MS)
        patch.setattr("abcstudio.engraving.drawing.engraver.PATIENCE_SECONDS", PATIENCE_MS / 1000)
        yield


@pytest.fixture(scope="session", autouse=True)
def _torch_is_loaded_once() -> Iterator[None]:
    """Fork what runs typed code: the page of lessons keeps a process ready, with torch in it."""
    with forked_children():
        yield


@pytest.fixture(scope="session", autouse=True)
def _plots_are_loaded_once(qapp: QApplication) -> None:
    """Load them here: a test that shows the page of training may end before they are there."""
    load_plots()


@pytest.fixture(scope="session", autouse=True)
def _no_other_thread_searches() -> None:
    """Keep Python from searching for garbage in whichever thread makes many objects.

    A view that a test had left in a cycle ended in the engraver's thread of the next test, while
    Qt deleted it in this one: a segmentation fault.
    """
    gc.disable()


@pytest.fixture(autouse=True)
def _what_the_last_test_left_ends(_no_other_thread_searches: None) -> None:
    """Search for it in this thread; only now does pytest hold none of it any more."""
    gc.collect(1)


@pytest.fixture(autouse=True)
def _no_closed_window_is_left(qapp: QApplication) -> Iterator[None]:
    """Delete whole windows that a test has only closed.

    Such a window hears of each change of the focus, and gives it to its own idea of a neighbour.
    """
    yield
    for window in qapp.topLevelWidgets():
        if window.inherits("MainWindow") and not window.isVisible():
            window.deleteLater()
    deliver_events()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for settings, runs and logs that no other test has seen."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ABCSTUDIO_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _numbers_are_written_as_before() -> Iterator[None]:
    """Take back the language of numbers that a test has spoken."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _no_thread_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread running; those of a shared window may go on."""
    with nullcontext() if _shares_window(request) else no_thread_left():
        yield


@contextmanager
def no_thread_left() -> Iterator[None]:
    """Fail where a thread that was started meanwhile goes on."""
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and not _is_shadow(t)]
    for thread in left:
        thread.join(PATIENCE_MS / 1000)
    names = [thread.name for thread in left if thread.is_alive() and not _is_torch_pool(thread)]
    assert not names, f"threads are still running: {names}"


@pytest.fixture(autouse=True)
def _nothing_is_left_to_paste(qapp) -> Iterator[None]:
    """Empty the clipboard: without a screen Qt frees what is in it after Python has gone."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def studio(qapp, request: pytest.FixtureRequest):
    """What the pages share, with the settings of a first start in light colours."""
    if _shares_window(request):
        yield request.getfixturevalue("shared_window").window.studio
        return
    made = new_studio()
    yield made
    assert made.shut_down(), "background work did not end in time"


def new_studio():
    """Make what the pages share."""
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio

    return Studio(Settings(theme="light", language="en"))


class LastingChild(ChildProcess):
    """An engraving process that waits for the next test when one has done with it."""

    def close(self) -> None:
        """Leave it to the next one who draws; whatever it knew of a tune, nobody asks for."""

    def end(self, *, at_once: bool = False) -> None:
        """End it only where it does not come to the end of its drawing soon."""
        if at_once and self.is_alive and self.process().poll(1):
            with suppress(EOFError, OSError):
                self.process().answer()
                return
        super().end(at_once=at_once)


@pytest.fixture(scope="session")
def engraving_child() -> Iterator[LastingChild]:
    """The process that draws for whoever is tested: one at a time, as it has one pipe."""
    with lasting_child() as child:
        yield child


@pytest.fixture(scope="session")
def engraving_child_of_files() -> Iterator[LastingChild]:
    """The process that draws in a window that is shared, beside which there may be another."""
    with lasting_child() as child:
        yield child


@contextmanager
def lasting_child() -> Iterator[LastingChild]:
    """Make an engraving process that outlives its engravers."""
    child = LastingChild()
    yield child
    ChildProcess.close(child)


@pytest.fixture
def engraver(engraving_child: LastingChild) -> Iterator[Engraver]:
    """An engraver whose process need not be started in each test again."""
    made = Engraver(engraving_child)
    yield made
    made.close()


@pytest.fixture(scope="session")
def _is_loaded() -> None:
    """Load what a window needs."""
    import abcstudio.ui.window.main_window  # noqa: F401


@pytest.fixture
def main_window(qtbot: QtBot, _is_loaded: None, studio, request: pytest.FixtureRequest):
    """The whole window, on the screen and active, closed properly afterwards."""
    if _shares_window(request):
        shared = request.getfixturevalue("shared_window")
        bring_up(shared.window, qtbot)
        yield shared.window
        shared.put_back()
        return
    with window_with(studio, request.getfixturevalue("engraver")) as window:
        bring_up(window, qtbot)
        yield window


@pytest.fixture(scope="module")
def shared_window(
    _is_loaded: None,
    qapp,
    engraving_child_of_files: LastingChild,
    tmp_path_factory: pytest.TempPathFactory,
):
    """The window of a file whose tests share one: `pytestmark = pytest.mark.one_window`."""
    with pytest.MonkeyPatch.context() as patch, no_thread_left():
        patch.setenv("ABCSTUDIO_HOME", str(tmp_path_factory.mktemp("home")))
        studio = new_studio()
        with window_with(studio, Engraver(engraving_child_of_files)) as window:
            yield SharedWindow(window)
        assert studio.shut_down(), "background work did not end in time"


@contextmanager
def window_with(studio, engraver: Engraver):
    """Make the whole window, and close it properly."""
    from abcstudio.ui.window.main_window import MainWindow

    # What is there by now stays, and need not be searched for garbage again and again.
    gc.collect()
    gc.freeze()
    window = MainWindow(studio, engraver)
    # In the program they come in the turns after the first picture.
    window.make_late_pages()
    deliver_events()
    yield window
    if window.isVisible():
        window.end_without_asking()
    engraver.close()
    window.deleteLater()
    deliver_events()
    gc.collect()


def _shares_window(request: pytest.FixtureRequest) -> bool:
    has_marker = request.node.get_closest_marker
    return has_marker("one_window") is not None and has_marker("own_window") is None


def _is_torch_pool(thread: threading.Thread) -> bool:
    """Tell torch's and tqdm's own long-lived helpers from what the studio started."""
    return thread.daemon and thread.name.startswith(("tqdm", "_remote_module"))


def _is_shadow(thread: threading.Thread) -> bool:
    """Tell Python's name for a QThread that logged something; the thread itself is Qt's to end."""
    return thread.name.startswith("Dummy-")
