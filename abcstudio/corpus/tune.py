"""One tune of a tunebook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tune:
    """One tune as it stands in its tunebook.

    Attributes:
        text: From its `X:` line, or its first field where it lacks one, to its last line, without a
            final newline.
        offset: Where the text starts in its file, in characters.
        number: Its place in the tunebook, from 1.
        reference_number: What `X:` says, "" without one; no identity.
        title: The first `T:`.
        rhythm: `R:` in lower case, "" when unknown.
        meter: The first `M:` as written.
        key: The first `K:` as written.
        origin: The book or source it comes from (`B:`, else `S:`), "" when unknown.
        measure_count: Measures as written, repeats not unrolled.
        file_header: The fields and directives at the start of its file, which hold for every tune
            of it (ABC 2.1, 2.2.2); "" when there are none.
        file: The file of a folder that it is from, as the folder names it, after the name of its
            source where several are combined; "" elsewhere.
        weight: How many times it stands in a text to learn from.
    """

    text: str
    offset: int
    number: int
    reference_number: str
    title: str
    rhythm: str
    meter: str
    key: str
    origin: str
    measure_count: int
    file_header: str = ""
    file: str = ""
    weight: int = 1

    @classmethod
    def headless(cls, text: str) -> "Tune":
        """Return a whole text without headers as one tune, of which nothing is known."""
        return cls(
            text=text,
            offset=0,
            number=1,
            reference_number="",
            title="",
            rhythm="",
            meter="",
            key="",
            origin="",
            measure_count=0,
        )

    @property
    def known_by(self) -> tuple[str, str, str]:
        """Its file, number and title: what stays of it where its notes are edited."""
        return self.file, self.reference_number, self.title

    @property
    def standalone_text(self) -> str:
        """The tune with the file header's lines after its `X:` line, as it can stand alone."""
        return with_file_header(self.text, self.file_header)


def with_file_header(text: str, file_header: str) -> str:
    """Return a tune's text with its file header's lines after its `X:` line."""
    if not file_header:
        return text
    first, line_end, rest = text.partition("\n")
    return f"{first}{line_end or chr(10)}{file_header}\n{rest}"
