"""The authors of a text in words, and how much of it is by each."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from abcstudio.composing.authors import Author, AuthorKind, Run


def author_name(author: Author) -> str:
    """Return what an author is called among the shares."""
    names = {
        AuthorKind.PERSON: QCoreApplication.translate("AuthorWords", "you"),
        AuthorKind.REWRITING: QCoreApplication.translate("AuthorWords", "by commands"),
        AuthorKind.PASTED: QCoreApplication.translate("AuthorWords", "pasted"),
        AuthorKind.FILE: QCoreApplication.translate("AuthorWords", "already there"),
        AuthorKind.PROGRAM: QCoreApplication.translate("AuthorWords", "notes on its origin"),
    }
    unnamed = QCoreApplication.translate("AuthorWords", "a model")
    return names.get(author.kind) or author.name or unnamed


def author_at_caret(author: Author | None) -> str:
    """Return who wrote what stands at the caret, "" where nothing does."""
    if author is None:
        return ""
    words = author_name(author)
    if author.kind is AuthorKind.MODEL and author.take:
        with_take = QCoreApplication.translate("AuthorWords", "{0}, take {1}")
        words = with_take.format(words, author.take)
    return QCoreApplication.translate("AuthorWords", "At the caret: {0}").format(words)


def shares(runs: Iterable[Run]) -> list[tuple[Author, float]]:
    """Return how much of a text is by each author, the most first; lines on its origin aside."""
    counts: dict[Author, int] = {}
    for run in runs:
        if run.author.kind is not AuthorKind.PROGRAM:
            author = replace(run.author, take="")
            counts[author] = counts.get(author, 0) + run.end - run.start
    whole = sum(counts.values())
    listed = sorted(counts.items(), key=lambda each: -each[1])
    return [(author, count / whole) for author, count in listed]


def share_words(author: Author, share: float) -> str:
    """Return an author's share: "Folk 61 %"."""
    percent = round(100 * share)
    if not percent:
        words = QCoreApplication.translate("AuthorWords", "{0} less than 1 %")
        return words.format(author_name(author))
    if percent == 100 and share < 1:
        percent = 99
    return QCoreApplication.translate("AuthorWords", "{0} {1} %").format(
        author_name(author), percent
    )
