"""Answers whose worth is known."""

RIGHT = [
    (
        "[vectorized_songs[i : i + seq_length] for i in starts]",
        "[vectorized_songs[i + 1 : i + seq_length + 1] for i in starts]",
    ),
    (
        "np.stack([vectorized_songs[i : i + seq_length] for i in starts])",
        "np.stack([vectorized_songs[i + 1 :][:seq_length] for i in starts])",
    ),
    (
        "vectorized_songs[starts[:, None] + np.arange(seq_length)]",
        "vectorized_songs[starts[:, None] + np.arange(1, seq_length + 1)]",
    ),
    (
        "[[vectorized_songs[i + k] for k in range(seq_length)] for i in starts]",
        "[[vectorized_songs[i + k + 1] for k in range(seq_length)] for i in starts]",
    ),
    (
        "[vectorized_songs[i : i + seq_length] for i in starts]",
        "[vectorized_songs[1:][i : i + seq_length] for i in starts]",
    ),
    (
        "import torch\ndef get_batch(vectorized_songs, seq_length, batch_size):\n"
        "    starts = torch.randint(0, len(vectorized_songs) - seq_length, (batch_size,))\n"
        "    text = torch.as_tensor(vectorized_songs)\n"
        "    x = torch.stack([text[i : i + seq_length] for i in starts.tolist()])\n"
        "    y = torch.stack([text[i + 1 : i + 1 + seq_length] for i in starts.tolist()])\n"
        "    return x, y\n"
    ),
]

WRONG = [
    ("target-is-input", {2: "[vectorized_songs[i : i + seq_length] for i in starts]"}),
    ("target-is-input", {2: "input_batch"}),
    ("to-the-left", {2: "[vectorized_songs[i - 1 : i + seq_length - 1] for i in starts + 1]\n"
                        "input_batch = [vectorized_songs[i : i + seq_length] "
                        "for i in starts + 1]"}),
    ("two-to-the-right", {2: "[vectorized_songs[i + 2 : i + seq_length + 2] for i in starts]"}),
    ("wrapped", {2: "[np.roll(piece, -1) for piece in input_batch]"}),
    ("other-starts", {2: "[vectorized_songs[i : i + seq_length] for i in "
                         "np.random.choice(n - seq_length, batch_size)]"}),
    ("target-too-short", {2: "[vectorized_songs[i + 1 : i + seq_length] for i in starts]"}),
    ("target-too-long", {2: "[vectorized_songs[i : i + seq_length + 1] for i in starts]"}),
    ("one-number", {2: "[vectorized_songs[i + seq_length] for i in starts]"}),
    ("piece-too-short", {1: "[vectorized_songs[i : i + seq_length - 1] for i in starts]"}),
    ("fixed-end", {1: "[vectorized_songs[i:seq_length] for i in starts]"}),
    ("one-start", {1: "[vectorized_songs[starts[0] : starts[0] + seq_length] for i in starts]",
                   2: "[vectorized_songs[starts[0] + 1 : starts[0] + 1 + seq_length] "
                      "for i in starts]"}),
    ("not-by-chance", {1: "[vectorized_songs[i : i + seq_length] for i in range(batch_size)]",
                       2: "[vectorized_songs[i + 1 : i + 1 + seq_length] "
                          "for i in range(batch_size)]"}),
    ("beginning-only", {1: "[vectorized_songs[i // 3 : i // 3 + seq_length] for i in starts]",
                        2: "[vectorized_songs[i // 3 + 1 : i // 3 + seq_length + 1] "
                           "for i in starts]"}),
    ("places-by-chance", {1: "[np.random.choice(vectorized_songs, seq_length) for i in starts]"}),
    ("with-gaps", {1: "[vectorized_songs[i : i + 2 * seq_length : 2] for i in starts // 2]"}),
    ("transposed", {1: "np.array([vectorized_songs[i : i + seq_length] for i in starts]).T",
                    2: "np.array([vectorized_songs[i + 1 : i + 1 + seq_length] "
                       "for i in starts]).T"}),
    ("starts-for-pieces", {1: "starts"}),
    ("one-piece", {1: "vectorized_songs[starts[0] : starts[0] + seq_length]",
                   2: "vectorized_songs[starts[0] + 1 : starts[0] + 1 + seq_length]"}),
    (
        "short-numbers",
        "import torch\ndef get_batch(vectorized_songs, seq_length, batch_size):\n"
        "    starts = np.random.choice(len(vectorized_songs) - 1 - seq_length, batch_size)\n"
        "    x = [vectorized_songs[i : i + seq_length] for i in starts]\n"
        "    y = [vectorized_songs[i + 1 : i + seq_length + 1] for i in starts]\n"
        "    return tuple(torch.tensor(np.array(z), dtype=torch.int32) for z in (x, y))\n",
    ),
    (
        "numpy-array",
        "import torch\ndef get_batch(vectorized_songs, seq_length, batch_size):\n"
        "    starts = np.random.choice(len(vectorized_songs) - 1 - seq_length, batch_size)\n"
        "    x = [vectorized_songs[i : i + seq_length] for i in starts]\n"
        "    y = [vectorized_songs[i + 1 : i + seq_length + 1] for i in starts]\n"
        "    return np.array(x), np.array(y)\n",
    ),
    ("number-plus-one", {2: "[piece + 1 for piece in input_batch]"}),
    ("number-plus-one", {2: "[[number + 1 for number in piece] for piece in input_batch]"}),
    ("places-for-text", {1: "[np.arange(i, i + seq_length) for i in starts]",
                         2: "[np.arange(i + 1, i + seq_length + 1) for i in starts]"}),
    ("text-changed", {1: "[vectorized_songs[i : i + seq_length] for i in starts]\n"
                         "np.random.shuffle(vectorized_songs)"}),
    ("other-starts", {1: "[vectorized_songs[i : i + seq_length] for i in np.sort(starts)]"}),
    ("", {1: "[vectorized_songs[i - seq_length : i] for i in starts]",
          2: "[vectorized_songs[i - seq_length + 1 : i + 1] for i in starts]"}),
    ("", {1: "[vectorized_songs[i : i + seq_length][::-1] for i in starts]",
          2: "[vectorized_songs[i + 1 : i + seq_length + 1][::-1] for i in starts]"}),
    ("last-made-up", {2: "[list(piece[1:]) + [0] for piece in input_batch]"}),
    ("target-backwards", {2: "[piece[::-1] for piece in input_batch]"}),
]  # fmt: skip
