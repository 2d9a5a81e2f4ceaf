"""Batches of a text in which each number stands once, so that it says where it stands."""

import numpy as np
import torch

NAMED = [
    ("type", "list", "only-a-list"),
    ("type", "ndarray", "numpy-array"),
    ("target", "the input itself", "target-is-input"),
    ("target", "1 to the left", "to-the-left"),
    ("target", "2 to the right", "two-to-the-right"),
    ("target", "wrapped around", "wrapped"),
    ("target", "pieces of its own", "other-starts"),
    ("type of elements", "int32", "short-numbers"),
    ("type of elements", "float32", "decimals"),
    ("type of elements", "float64", "decimals"),
    ("pieces", "places and no text", "places-for-text"),
    ("target", "each number and one", "number-plus-one"),
    ("text afterwards", "changed", "text-changed"),
    ("pieces", "each place by chance", "places-by-chance"),
    ("pieces", "with gaps", "with-gaps"),
    ("starts in a batch", "all the same", "one-start"),
    ("starts of two batches", "the same", "not-by-chance"),
    ("starts over the text", "the beginning only", "beginning-only"),
    ("target", "right, but its last", "last-made-up"),
]


class Text:
    """Numbers in an order of chance."""

    def __init__(self, dice, length):
        order = list(range(length))
        dice.shuffle(order)
        self.numbers = np.array(order)
        self.places = torch.empty(length, dtype=torch.long)
        self.places[torch.tensor(order)] = torch.arange(length)

    def at(self, batch):
        """Return at which places the numbers of a batch stand."""
        return self.places[batch.long().clamp(0, len(self.places) - 1)]

    def relation(self, x, y):
        if x.shape == y.shape and bool((y - x == 1).all()):
            return "each number and one"
        return relation(self.at(x), self.at(y))

    def order(self, x):
        found = order(self.at(x))
        is_places = order(x) == "one number after the other" != found
        return "places and no text" if is_places else found


def relation(x, y):
    if x.shape != y.shape:
        return "another shape"
    shift = y - x
    for steps, words in ((1, "1 to the right"), (0, "the input itself"), (-1, "1 to the left"),
                         (2, "2 to the right")):  # fmt: skip
        if bool((shift == steps).all()):
            return words
    if bool((shift[:, :-1] == 1).all()):
        return "wrapped around" if bool((y[:, -1] == x[:, 0]).all()) else "right, but its last"
    inside = bool((y[:, 1:] - y[:, :-1] == 1).all())
    return "pieces of its own" if inside else "another"


def order(x):
    if x.ndim != 2 or x.shape[1] < 2:
        return "no pieces"
    steps = x[:, 1:] - x[:, :-1]
    if bool((steps == 1).all()):
        return "one number after the other"
    if bool((steps == -1).all()):
        return "backwards"
    return "with gaps" if bool((steps == steps[0, 0]).all()) else "each place by chance"


def spread(batches, length):
    starts = torch.cat([x.reshape(-1)[:1] for x in batches])
    if int(starts.max()) < 0.5 * length:
        return "the beginning only"
    return "everywhere" if int(starts.min()) < 0.5 * length else "the end only"


def kind(value):
    return "Tensor" if isinstance(value, torch.Tensor) else type(value).__name__


def probe(answer, dice):
    length = dice.randint(300, 400)
    text = Text(dice, length)
    seq_length, batch_size = dice.randint(5, 12), dice.randint(3, 6)

    def batch(seq=seq_length, size=batch_size):
        return answer.get_batch(text.numbers.copy(), seq, size)

    def shape(which):
        return " x ".join(str(each) for each in batch()[which].shape)

    def starts():
        return [int(each) for each in text.at(batch(4, 12)[0][:, 0])]

    def near_the_ends():
        """Look at batches of a text so short that each piece of it comes."""
        short = Text(dice, 12)
        batches = [answer.get_batch(short.numbers.copy(), 5, 6) for _ in range(12)]
        found = {short.relation(*each) for each in batches}
        return found.pop() if len(found) == 1 else "not always the same"

    def afterwards():
        given = text.numbers.copy()
        answer.get_batch(given, seq_length, batch_size)
        return "as it was" if (given == text.numbers).all() else "changed"

    return {
        "type": lambda: kind(batch()[0]),
        "shape of x": lambda: shape(0),
        "shape of y": lambda: shape(1),
        "shape of a batch of 2 x 10": lambda: [list(each.shape) for each in batch(10, 2)],
        "text afterwards": afterwards,
        "pieces": lambda: text.order(batch()[0]),
        # So many rows that no order of their own is right by chance.
        "target": lambda: text.relation(*batch(seq_length, 12)),
        "type of elements": lambda: str(batch()[0].dtype).removeprefix("torch."),
        "type of elements of y": lambda: str(batch()[1].dtype).removeprefix("torch."),
        "starts in a batch": lambda: "all the same" if len(set(starts())) == 1 else "several",
        "starts of two batches": lambda: "the same" if starts() == starts() else "others",
        "starts over the text": lambda: spread(
            [text.at(batch(4, 1)[0]) for _ in range(60)], length
        ),
        "target near the ends": near_the_ends,
    }
