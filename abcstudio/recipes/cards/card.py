"""What a model's file says of it, without its numbers; torch is not needed for that."""

import math
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import ModelHeader, read_header, tensor_shapes
from abcstudio.messages import reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFacts:
    """The facts of a model.

    Attributes:
        header: What its file says: name, characters, settings, losses, and what it learned.
        parameters: How many numbers its network has.
        size: Of its file, in bytes.
        written: When its file was written, in seconds since 1970.
    """

    path: Path
    header: ModelHeader
    parameters: int
    size: int
    written: float


def read_facts(path: Path) -> ModelFacts:
    """Return the facts of a model.

    Raises:
        ModelFileError: The file is not a model that this program can open.
    """
    header = read_header(path)
    shapes = tensor_shapes(header.config, len(header.vocabulary))
    try:
        about = path.stat()
    except OSError as error:
        raise ModelFileError("model.unreadable", path=path, reason=reason(error)) from error
    return ModelFacts(
        path=path,
        header=header,
        parameters=sum(math.prod(shape) for shape in shapes.values()),
        size=about.st_size,
        written=about.st_mtime,
    )
