"""A text is coloured where it is seen, however much happens to others meanwhile."""

from PySide6.QtGui import QTextDocument

from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow

TUNE = "X:1\nT:The Mill\nK:D\n" + "DEFG ABcd|\n" * 20


def is_colored(document: QTextDocument) -> bool:
    block = document.begin()
    while block.isValid() and not block.layout().formats():
        block = block.next()
    return block.isValid()


def test_what_comes_into_a_text_out_of_sight_is_coloured_when_it_is_seen(
    main_window: MainWindow,
) -> None:
    main_window.show_page("composer")
    page = main_window.composer
    seen, unseen = Document("Seen"), Document("Unseen")
    page.desk.documents.add(seen)
    page.desk.documents.add(unseen, make_current=False)
    for character in TUNE:
        unseen.append_characters(character)
    assert page.parts.highlighting.highlighter_of(unseen).colored == 0
    seen.append_characters("X:1\n")
    assert page.parts.highlighting.highlighter_of(seen).colored > 0
    page.desk.documents.make_current(unseen)
    page.desk.editor.grab()
    assert is_colored(unseen.text_document)
    # What changes below in the text that was left is found again with its new colours.
    before = page.parts.highlighting.highlighter_of(seen).colored
    seen.append_characters("K:C\nCDEF|\n")
    assert page.parts.highlighting.highlighter_of(seen).colored == before
    page.desk.documents.make_current(seen)
    page.desk.editor.grab()
    assert seen.text_document.findBlockByNumber(2).layout().formats()
