"""One tune of a tunebook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tune:
    """One tune as it stands in its tunebook.

    Attributes:
        text: From its `X:` line to its last line, without a final newline.
        offset: Where the text starts in its file, in characters.
        number: Its place in the tunebook, from 1.
        reference_number: What `X:` says; no identity.
        title: The first `T:`.
        rhythm: `R:` in lower case, "" when unknown.
        meter: The first `M:` as written.
        key: The first `K:` as written.
        origin: The book or source it comes from (`B:`, else `S:`), "" when unknown.
        measure_count: Measures as written, repeats not unrolled.
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
