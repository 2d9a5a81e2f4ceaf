"""Reads and writes files of translations (`.ts`), sentence by sentence."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"
PREFIX = "abcstudio_"
_TYPED = ("CommandSynonyms",)
"""Contexts of words that people type and the window never says: calques are among them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a file of translations.

    Attributes:
        context: The class that says it, or `messages`.
        source: Its English.
        comment: What tells it from others of the same English: the id of a message.
        is_counted: It has forms by a number.
        forms: Its translation, one text, or one for each form; empty where there is none.
        state: "unfinished", "obsolete", "vanished", or "" where it is done.
    """

    context: str
    source: str
    comment: str
    is_counted: bool
    forms: tuple[str, ...]
    state: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is found by."""
        return self.context, self.source, self.comment

    @property
    def is_done(self) -> bool:
        """Whether a person can read it: all forms are there, and nobody has doubts."""
        return not self.state and bool(self.forms) and all(self.forms)

    @property
    def is_spoken(self) -> bool:
        """Whether the window says it, so that its words must be those of the glossary."""
        return self.context not in _TYPED

    @property
    def name(self) -> str:
        """What a list of faults calls it."""
        return f"{self.context}/{self.comment or self.source}"


def languages(folder: Path = TRANSLATIONS) -> list[str]:
    """Return the languages that have a file of translations."""
    return sorted(file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.ts"))


def source_file(language: str, folder: Path = TRANSLATIONS) -> Path:
    """Return where the translations of a language are kept."""
    return folder / f"{PREFIX}{language}.ts"


def read_sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a file of translations."""
    root = ElementTree.parse(path).getroot()
    return [_sentence(context, message) for context, message in _messages(root)]


def write_forms(path: Path, forms_of: Callable[[Sentence], tuple[str, ...]]) -> None:
    """Put forms into a file of translations, where a function gives any for a sentence."""
    tree = ElementTree.parse(path)
    for context, message in _messages(tree.getroot()):
        forms = forms_of(_sentence(context, message))
        if forms:
            _put(message, forms)
    tree.write(path, encoding="utf-8", xml_declaration=True)


def _messages(root: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element]]:
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message


def _sentence(context: str, message: ElementTree.Element) -> Sentence:
    translation = message.find("translation")
    is_counted = message.get("numerus") == "yes"
    forms: tuple[str, ...] = ()
    if translation is not None and is_counted:
        forms = tuple(form.text or "" for form in translation.iter("numerusform"))
    elif translation is not None and translation.text:
        forms = (translation.text,)
    return Sentence(
        context=context,
        source=message.findtext("source") or "",
        comment=message.findtext("comment") or "",
        is_counted=is_counted,
        forms=forms,
        state="" if translation is None else translation.get("type", ""),
    )


def _put(message: ElementTree.Element, forms: tuple[str, ...]) -> None:
    translation = message.find("translation")
    assert translation is not None
    translation.clear()
    if message.get("numerus") != "yes":
        (translation.text,) = forms
        return
    for form in forms:
        ElementTree.SubElement(translation, "numerusform").text = form
