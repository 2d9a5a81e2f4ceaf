"""What commands act on, page by page: the tune in front, the page's own things, the window."""

from enum import Enum, auto

COMPOSER = "composer"
_MENUS_OF_THE_TUNE = ("tune", "note")
_ALSO_OF_THE_TUNE = frozenset(
    {
        "file.close",
        "file.copy_score",
        "file.export_all_sound",
        "file.export_book",
        "file.export_midi",
        "file.export_musicxml",
        "file.export_score",
        "file.export_wav",
        "file.print",
        "file.print_preview",
        "play.from_caret",
        "play.selection",
        "view.next_tune",
        "view.previous_tune",
        "view.read_note",
    }
)
_OF_TAKES = frozenset(
    {
        "tune.audition",
        "tune.audition_before",
        "tune.clear_opening",
        "tune.compare_takes",
        "tune.compose",
        "tune.compose_again",
        "tune.compose_best",
        "tune.compose_from_opening",
        "tune.keep",
        "tune.next",
        "tune.play_opening",
        "tune.previous",
        "tune.stop_composing",
    }
)
_OF_THE_TUNEBOOK = frozenset(
    {
        "tune.kept_down",
        "tune.kept_up",
        "tune.open_kept",
        "tune.play_set",
        "tune.remove_kept",
        "tune.rename_kept",
        "tune.renumber_book",
        "tune.set_times",
    }
)


class Subject(Enum):
    """What a command acts on while a page is in front."""

    WINDOW = auto()
    """The window, or what sounds: the same on all pages."""

    PAGE = auto()
    """What its own page shows. From another page it goes there first."""

    CHOSEN = auto()
    """The tunes that are chosen on the page in front."""

    NOTHING = auto()
    """It is off: it needs the tune in the Composer, and the page in front has other tunes."""


def acts_on_tune(action_id: str, menu: str, page: str) -> bool:
    """Return whether a command speaks of the tune that is in front, in the Composer or elsewhere.

    Those on takes, the seed and the tunebook speak of these, and act on them from every page.
    """
    if page != COMPOSER or action_id in _OF_TAKES | _OF_THE_TUNEBOOK:
        return False
    return menu in _MENUS_OF_THE_TUNE or action_id in _ALSO_OF_THE_TUNE
