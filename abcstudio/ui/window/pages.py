"""The table of pages: what each is called, its keys, and how it is made.

What is made after the window has been painted is imported then, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSplitter, QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio

translate = QCoreApplication.translate


class Page(Protocol):
    """What the window needs of a page, which is a `QWidget` too."""

    @property
    def columns(self) -> QSplitter:
        """Its panels side by side; the first and the last can be folded away."""

    @property
    def main_focus(self) -> QWidget:
        """The widget that takes the focus when the page comes to the front."""

    @property
    def notice_grounds(self) -> tuple[QWidget, ...]:
        """The widgets that notices may cover for some seconds; the first that has room is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """What a page is made from."""

    studio: Studio
    actions: Actions
    playback: PlaybackController
    engraver: Engraver


Maker = Callable[[PageParts], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page of the window.

    Attributes:
        page_id: Its name in settings, commands and requests; its help topic is called so too.
        words: Gives its command in the window's language.
        sentence: Says what is done there.
        keys: The keys that bring it to the front.
        icon_name: The icon of its command.
        load: Imports what the page needs, and returns what makes it.
        is_late: Whether it is made after the window has been painted, unless it is in front.
    """

    page_id: str
    words: Callable[[], str]
    sentence: Callable[[], str]
    keys: str
    icon_name: str
    load: Callable[[], Maker]
    is_late: bool = False


def _datasets_page() -> Maker:
    from abcstudio.ui.datasets.datasets_page import DatasetsPage

    return lambda parts: DatasetsPage(parts.studio, parts.actions, parts.playback, parts.engraver)


def _training_page() -> Maker:
    from abcstudio.ui.training.training_page import TrainingPage

    return lambda parts: TrainingPage(parts.studio, parts.actions)


def _composer_page() -> Maker:
    return lambda parts: ComposerPage(parts.studio, parts.actions, parts.playback, parts.engraver)


def _learn_page() -> Maker:
    from abcstudio.ui.learn.learn_page import LearnPage

    return lambda parts: LearnPage(parts.studio, parts.actions)


PAGES = (
    PageRow(
        page_id="datasets",
        words=lambda: translate("WindowCommands", "&Datasets"),
        sentence=lambda: translate("WindowCommands", "Browse and hear tunes"),
        keys="Ctrl+1",
        icon_name="books",
        load=_datasets_page,
        is_late=True,
    ),
    PageRow(
        page_id="training",
        words=lambda: translate("WindowCommands", "&Training"),
        sentence=lambda: translate("WindowCommands", "Train a network on tunes"),
        keys="Ctrl+2",
        icon_name="brain",
        load=_training_page,
        is_late=True,
    ),
    PageRow(
        page_id="composer",
        words=lambda: translate("WindowCommands", "&Composer"),
        sentence=lambda: translate("WindowCommands", "Compose, edit, hear, keep"),
        keys="Ctrl+3",
        icon_name="music",
        load=_composer_page,
    ),
    PageRow(
        page_id="learn",
        words=lambda: translate("WindowCommands", "&Learn"),
        sentence=lambda: translate("WindowCommands", "Learn how such a network is made"),
        keys="Ctrl+4",
        icon_name="school",
        load=_learn_page,
        is_late=True,
    ),
)

FIRST_PAGE = "composer"
"""The page of a first start."""

PAGE_IDS = tuple(row.page_id for row in PAGES)
