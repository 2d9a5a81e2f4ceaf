"""A take that begins anew gives back in the window what it has shown, and nothing else."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.authors import AuthorKind
from abcstudio.composing.history.take_history import listed_takes
from abcstudio.composing.provenance import Provenance
from abcstudio.composing.takes import Take, make_take
from abcstudio.paths import takes_dir
from abcstudio.recipes.compose import (
    CharactersSampled,
    ComposeRequest,
    ComposeResult,
    TakeFinished,
)
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.arriving import read_takes
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

MINE = "X:7\nT:Mine\nM:4/4\nL:1/8\nK:G\nGABc d4|]\n"
SEED = "X:1\nT:Back\nR:reel\nM:4/4\nL:1/8\nK:C\n"


class Scripted:
    """Composes two takes, the first of which begins anew; waits in the end to be stopped."""

    def __init__(self, *, waits: bool) -> None:
        self._waits, self._stopped = waits, Event()

    def __call__(
        self,
        request: ComposeRequest,
        report: Callable[[CharactersSampled], None],
        should_stop: Callable[[], bool],
        *,
        report_take: Callable[[TakeFinished], None],
    ) -> ComposeResult:
        texts = ["", ""]
        for piece in (
            CharactersSampled(0, request.prompt),
            CharactersSampled(1, request.prompt),
            CharactersSampled(0, "C4 D4|E4 F4|"),
            CharactersSampled(1, "A8|B8|"),
            CharactersSampled(0, "G8|", taken_back=len("D4|E4 F4|")),
            CharactersSampled(1, "c8|]\n"),
        ):
            report(piece)
            texts[piece.take] = piece.after(texts[piece.take])
        while self._waits and not should_stop():
            self._stopped.wait(0.01)
        takes = tuple(self._take(request, number, text) for number, text in enumerate(texts, 1))
        for take in () if self._waits else takes:
            report_take(TakeFinished(take, None))
        return ComposeResult(takes=takes, rng_seed=0, characters=20, seconds=1.0)

    @staticmethod
    def _take(request: ComposeRequest, number: int, text: str) -> Take:
        origin = Provenance(model="Folk", fingerprint="0", prompt=request.prompt, take=number - 1)
        return make_take(number, text, origin)


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    """The Composer with a tune of one's own."""
    main_window.show_page("composer")
    page = main_window.composer
    page.desk.documents.add(Document("Mine", MINE))
    page.rooms[ComposingRoom].form.set_seed(SEED)
    page.rooms[ComposingRoom].form.takes.setValue(2)
    return page


def music(document: Document) -> str:
    return "".join(
        line for line in document.text().splitlines() if not line.startswith("%%")
    ).removeprefix(SEED.replace("\n", ""))


def test_a_take_that_begins_anew_comes_to_its_end_like_any(
    qtbot: QtBot, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_takes, "compose", Scripted(waits=False))
    mine, seen = page.desk.documents.current, dict[Document, str]()
    page.rooms[ComposingRoom].session.characters_arrived.connect(
        lambda document: seen.update({document: music(document)})
    )
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS) as ended:
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    assert mine.text() == MINE
    first, second = ended.args[0]
    assert seen == {first: "C4 G8|", second: "A8|B8|c8|]"}
    assert (music(first), music(second)) == ("C4 G8|", "A8|B8|c8|]")
    for document in (first, second):
        assert not document.text_document.isUndoAvailable()
        assert not document.is_modified
        pieces = document.authors.pieces()
        assert sum(piece.length for piece in pieces) == len(document.text())
        assert {piece.author.kind for piece in pieces} <= {
            AuthorKind.PERSON,
            AuthorKind.MODEL,
            AuthorKind.PROGRAM,
        }


def test_a_take_that_is_stopped_after_it_began_anew_says_how_much_had_come(
    qtbot: QtBot, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was taken back: so it is made again as it stood."""
    monkeypatch.setattr(read_takes, "compose", Scripted(waits=True))
    ends = set[str]()
    page.rooms[ComposingRoom].session.characters_arrived.connect(
        lambda document: ends.add(music(document))
    )
    qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ends >= {"C4 G8|", "A8|B8|c8|]"}, timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS) as ended:
        page.rooms[ComposingRoom].session.stop()
    first, second = ended.args[0]
    assert (music(first), music(second)) == ("C4 G8|", "A8|B8|c8|]")
    numbers = [document.provenance.take_number for document in (first, second)]

    def cuts() -> list[int | None]:
        kept = {take.number: take.cut for take in listed_takes(takes_dir()).takes}
        return [kept.get(number) for number in numbers]

    qtbot.waitUntil(
        lambda: cuts() == [len("C4 D4|E4 F4|G8|"), len("A8|B8|c8|]\n")], timeout=PATIENCE_MS
    )
