"""Answers whose worth is known."""

RIGHT = [
    ("idx2char[piece[step]]", "idx2char[piece[step + 1]]"),
    ("idx2char[piece[:-1][step]]", "idx2char[piece[1:][step]]"),
    ('"".join(idx2char[n] for n in piece)[step]', '"".join(idx2char[n] for n in piece)[step + 1]'),
    ("[idx2char[n] for n in piece][step]", "[idx2char[n] for n in piece][1 + step]"),
    (
        "list(map(idx2char.__getitem__, piece))[step]",
        "idx2char[piece[piece.index(piece[step]) + 1]]",
    ),
    "import numpy as np\nrows = [(n, *np.array(idx2char)[piece[n : n + 2]]) for n in range(5)]",
    "rows = [(n, idx2char[a], idx2char[b]) for n, (a, b) in enumerate(zip(piece[:5], piece[1:6]))]",
]

WRONG = [
    ("reads-itself", {2: "idx2char[piece[step]]"}),
    ("reads-itself", {2: "read"}),
    ("the-past", {2: "idx2char[piece[step - 1]]"}),
    ("two-further", {2: "idx2char[piece[step + 2]]"}),
    ("one-late", {1: "idx2char[piece[step + 1]]"}),
    ("both-late", {1: "idx2char[piece[step + 1]]", 2: "idx2char[piece[step + 2]]"}),
    ("turned-round", {1: "idx2char[piece[step + 1]]", 2: "idx2char[piece[step]]"}),
    ("numbers", {1: "piece[step]"}),
    ("numbers", {2: "piece[step + 1]"}),
    ("step-for-number", {1: "idx2char[step]"}),
    ("step-for-number", {2: "idx2char[step + 1]"}),
    ("number-plus-one", {2: "idx2char[(piece[step] + 1) % len(idx2char)]"}),
    ("always-first", {1: "idx2char[piece[0]]"}),
    ("always-last", {2: "idx2char[piece[-1]]"}),
    ("always-the-sixth", {2: "idx2char[piece[5]]"}),
    ("from-the-end", {1: "idx2char[piece[-step]]"}),
    ("whole-piece", {1: "[idx2char[n] for n in piece]"}),
    ("piece-for-number", {1: "idx2char[piece]"}),
    ("called", {1: "idx2char(piece[step])"}),
    ("", {1: "idx2char[piece[step]].lower() + ' '"}),
    ("the-past", {1: "idx2char[piece[step - 1]]"}),
    ("more-characters", {1: "''.join(idx2char[n] for n in piece)"}),
    ("more-characters", {1: "''.join(idx2char[n] for n in piece[: step + 1])"}),
    ("more-characters", {2: "read + idx2char[piece[step + 1]]"}),
    ("step-for-number", {1: "idx2char[0]"}),
    ("number-plus-one", {2: "idx2char[piece[step + 1] - 1]"}),
    ("with-quotes", {1: "repr(idx2char[piece[step]])"}),
]
