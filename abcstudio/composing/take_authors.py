"""Who wrote what of a take: the person its seed, the network the rest."""

from abcstudio.composing.authors import PERSON, PROGRAM, Author, AuthoredPiece
from abcstudio.composing.provenance import is_provenance


def take_authors(text: str, prompt: str, asked: str, author: Author) -> tuple[AuthoredPiece, ...]:
    """Return the authors of a take as it was composed.

    Args:
        text: The take with the lines that tell its origin.
        prompt: What it continues.
        asked: What the person had given of that, where the network has completed it; "" for all.
        author: The network.
    """
    given = (asked or prompt).splitlines()
    pieces: list[AuthoredPiece] = []
    place = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\n")
        if is_provenance(line):
            pieces.append(AuthoredPiece(len(line), PROGRAM))
        elif place < len(prompt):
            pieces += _line_of_seed(line, bare, given, author)
        else:
            pieces.append(AuthoredPiece(len(line), author))
        place += len(line)
    return tuple(pieces)


def _line_of_seed(line: str, bare: str, given: list[str], author: Author) -> list[AuthoredPiece]:
    """Return who wrote a line of the seed, of which the network may have written the end."""
    if bare in given:
        given.remove(bare)
        return [AuthoredPiece(len(line), PERSON)]
    begun = next((each for each in given if each and bare.startswith(each)), "")
    if begun:
        given.remove(begun)
    return [AuthoredPiece(len(begun), PERSON), AuthoredPiece(len(line) - len(begun), author)]
