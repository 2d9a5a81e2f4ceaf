"""A table of at least 2 x 2, and ten black pictures whose colours come before height and width."""

import torch

from abcstudio.lessons.picturing import blocks

NAMED = [
    ("type(matrix)", "list", "not-a-tensor"),
    ("type(matrix)", "tuple", "not-a-tensor"),
    ("type(images)", "list", "not-a-tensor"),
    ("type(images)", "tuple", "not-a-tensor"),
    ("type(matrix)", "ndarray", "numpy-array"),
    ("type(images)", "ndarray", "numpy-array"),
    ("matrix.ndim", 1, "only-a-row"),
    ("matrix.ndim", 0, "only-a-number"),
    ("matrix.ndim", 3, "one-axis-too-many"),
    ("matrix has two rows and two columns", False, "too-small"),
    ("images.shape", "4", "four-numbers"),
    ("images.shape", "10 x 256 x 256 x 3", "colours-last"),
    ("images.shape", "3 x 256 x 256", "one-picture"),
    ("images.shape", "1 x 3 x 256 x 256", "one-picture"),
    ("images.shape", "10 x 256 x 256", "no-colours"),
    ("images.shape", "10 x 1 x 256 x 256", "no-colours"),
    ("images.shape", "3 x 10 x 256 x 256", "colours-first"),
    ("images.shape", "1966080", "one-long-row"),
    ("images == 0", False, "not-black"),
    ("type(matrix)", "matrix", "numpy-array"),
    ("axes of images", 1, "axes-missing"),
    ("axes of images", 2, "axes-missing"),
    ("axes of images", 3, "axes-missing"),
    ("axes of images", 5, "axes-too-many"),
    ("sizes of images", "in another order", "sizes-swapped"),
    ("sizes of images", "others", "other-sizes"),
]


def given(dice):
    # `torch.empty` is filled with what is no number, and not with the zeros of fresh memory.
    torch.use_deterministic_algorithms(True)
    return {}


def kind(value):
    return "Tensor" if isinstance(value, torch.Tensor) else type(value).__name__


def sizes(found):
    wanted = [10, 3, 256, 256]
    is_so = found == wanted
    return (
        "as wanted"
        if is_so
        else "in another order"
        if sorted(found) == sorted(wanted)
        else "others"
    )


def probe(answer, dice):
    torch.use_deterministic_algorithms(False)
    return {
        "type(matrix)": lambda: kind(answer.matrix),
        "matrix.ndim": lambda: answer.matrix.ndim,
        "matrix has two rows and two columns": lambda: min(answer.matrix.shape) >= 2,
        "type(images)": lambda: kind(answer.images),
        "images.shape": lambda: " x ".join(map(str, answer.images.shape)),
        "axes of images": lambda: answer.images.ndim,
        "sizes of images": lambda: sizes(list(answer.images.shape)),
        "images == 0": lambda: bool((answer.images == 0).all()),
    }


def picture(answer):
    return blocks(answer, "matrix", "images")
