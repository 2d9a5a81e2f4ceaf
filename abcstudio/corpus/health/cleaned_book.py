"""The tunes of a source as cleaning has left them; nothing on disk knows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import tune_in


@dataclass(frozen=True, slots=True)
class CleanedBook:
    """A source's tunes with what each has become.

    Attributes:
        tunes: As they were read.
        texts: What each is now, None where it is left out.
    """

    tunes: tuple[Tune, ...]
    texts: tuple[str | None, ...]

    @classmethod
    def of(cls, tunes: Sequence[Tune]) -> "CleanedBook":
        """Return the book of tunes in which nothing is changed yet."""
        return cls(tuple(tunes), tuple(tune.text for tune in tunes))

    @property
    def changed(self) -> tuple[int, ...]:
        """The places of the tunes that are other ones now, those left out among them."""
        pairs = zip(self.tunes, self.texts, strict=True)
        return tuple(place for place, (tune, text) in enumerate(pairs) if text != tune.text)

    @property
    def kept(self) -> tuple[int, ...]:
        """The places of the tunes that are not left out."""
        return tuple(place for place, text in enumerate(self.texts) if text is not None)

    def with_changes(self, changes: Mapping[int, str | None]) -> "CleanedBook":
        """Return the book with other texts at some places."""
        texts = (changes.get(place, text) for place, text in enumerate(self.texts))
        return replace(self, texts=tuple(texts))

    def changes_for(self, tunes: Sequence[Tune]) -> dict[int, str | None]:
        """Return what this book's changes are to tunes that were read anew, by their places there.

        A tune that stands in its file as before is changed as it is here; any other is as it was
        read.
        """
        ways = {(self.tunes[at].file, self.tunes[at].text): self.texts[at] for at in self.changed}
        known = ((at, (tune.file, tune.text)) for at, tune in enumerate(tunes))
        return {at: ways[tune] for at, tune in known if tune in ways}

    def piece(self, place: int) -> tuple[str, str]:
        """Return a tune's text as it is now and the header of its file; "" when it is left out."""
        return self.texts[place] or "", self.tunes[place].file_header

    def tune(self, place: int) -> Tune:
        """Return a tune as it is now; as it was read where nothing is changed."""
        tune, text = self.tunes[place], self.texts[place]
        if text is None or text == tune.text:
            return tune
        return replace(tune_in(text, tune.offset, tune.number, tune.file_header), file=tune.file)

    @property
    def kept_tunes(self) -> tuple[Tune, ...]:
        """The tunes that are not left out, as they are now."""
        return tuple(map(self.tune, self.kept))
