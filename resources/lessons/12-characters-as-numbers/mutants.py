"""Answers whose worth is known."""

RIGHT = [
    (
        '"\\n\\n".join(songs)',
        "sorted(set(songs_joined))",
        "{char: number for number, char in enumerate(vocab)}",
        "np.array(vocab)",
        "np.array([char2idx[char] for char in string])",
    ),
    (
        "chr(10) + chr(10)\nsongs_joined = songs_joined.join(songs)",
        "sorted(list(set(songs_joined)))",
        "dict(zip(vocab, range(len(vocab))))",
        "vocab",
        "np.fromiter((char2idx[char] for char in string), dtype=int)",
    ),
    (
        '"\\n\\n".join(song for song in songs)',
        "sorted({char for song in songs for char in song} | {chr(10)})",
        "{vocab[number]: number for number in range(len(vocab))}",
        "{number: char for char, number in char2idx.items()}",
        "torch.tensor([char2idx[char] for char in string])",
    ),
    (
        '"\\n\\n".join(songs)',
        "list(dict.fromkeys(sorted(songs_joined)))",
        "{}\nfor char in vocab:\n    char2idx[char] = len(char2idx)",
        "list(vocab)",
        "np.array(list(map(char2idx.get, string)))",
    ),
    (
        '"\\n\\n".join(songs)',
        "np.unique(list(songs_joined)).tolist()",
        "{char: vocab.index(char) for char in vocab}",
        "np.asarray(vocab)",
        "np.zeros(len(string), dtype=np.int64)\nfor place, char in enumerate(string):\n"
        "    vectorized[place] = char2idx[char]",
    ),
]

WRONG = [
    ("one-line-break", {1: '"\\n".join(songs)'}),
    ("nothing-between", {1: '"".join(songs)'}),
    ("blank-between", {1: '" ".join(songs)'}),
    ("still-a-list", {1: "songs"}),
    ("first-tune-only", {1: "songs[0]"}),
    ("list-as-text", {1: "str(songs)"}),
    ("only-a-set", {2: "set(songs_joined)"}),
    ("not-distinct", {2: "sorted(songs_joined)"}),
    ("backwards", {2: "sorted(set(songs_joined), reverse=True)"}),
    ("by-first-place", {2: "list(dict.fromkeys(songs_joined))"}),
    ("from-one", {3: "{char: number for number, char in enumerate(vocab, start=1)}"}),
    ("wrong-way", {3: "{number: char for number, char in enumerate(vocab)}"}),
    ("codes-in-dictionary", {3: "{char: ord(char) for char in vocab}"}),
    ("counts", {3: "{char: songs_joined.count(char) for char in vocab}"}),
    ("array-of-numbers", {4: "np.array(list(char2idx.values()))"}),
    ("only-a-list", {5: "[char2idx[char] for char in string]"}),
    ("codes-for-numbers", {5: "np.array([ord(char) for char in string])"}),
    ("whole-text", {5: "np.array([char2idx[char] for char in songs_joined])"}),
    ("each-once", {5: "np.array([char2idx[char] for char in sorted(set(string))])"}),
    ("still-a-text", {5: "string"}),
    ("key-is-text", {5: "np.array(char2idx[string])"}),
    ("", {5: "np.array([char2idx[char] for char in reversed(string)])"}),
    ("", {2: "sorted(set(songs_joined.lower()))"}),
]
