"""A take is on disk as soon as it is whole, however busy the window is meanwhile."""

from abcstudio.composing.history.take_history import journal_of, listed_takes
from abcstudio.journal import journal_lock
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from tests.deadline import until


def test_takes_are_written_while_the_window_handles_no_events(page: ComposerPage) -> None:
    history = page.rooms[TakesRoom].history
    first, second = (take(page) for _ in range(2))
    # As on a slow disk: the second one is whole while the first is being written.
    with journal_lock(journal_of(takes_dir())):
        for document in (first, second):
            history.remember(document, facts_of(document.text()))
        second.set_kept(True)
    wanted = {first.provenance.take_number: False, second.provenance.take_number: True}

    def are_kept() -> bool:
        kept = {one.number: one.is_kept for one in listed_takes(takes_dir()).takes}
        return kept.items() >= wanted.items()

    until(are_kept, what="both takes and the star are on disk")


def test_a_file_that_a_take_is_saved_to_meanwhile_is_remembered(page: ComposerPage) -> None:
    document, history = take(page), page.rooms[TakesRoom].history
    facts = facts_of(document.text())
    history.remember(document, facts)
    key = document.provenance.history_key
    document.save(takes_dir() / "saved.abc")
    history.remember(document, facts)
    (kept,) = (one for one in history.takes if one.key == key)
    assert kept.path == str(document.path)


def take(page: ComposerPage) -> Document:
    number = page.rooms[TakesRoom].history.next_numbers()[0]
    document = Document(
        page.rooms[TakesRoom].history.name_of(number), f"X:{number}\nT:Whole\nK:D\nDEFG A4|\n"
    )
    document.provenance.take_number = number
    page.desk.documents.add(document)
    return document
