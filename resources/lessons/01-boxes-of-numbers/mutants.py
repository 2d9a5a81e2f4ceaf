"""Answers whose worth is known."""

RIGHT = [
    (
        "torch.tensor(1234)",
        "torch.tensor(3.14159265359)",
        "torch.tensor([1, 1, 2, 3, 5, 8])",
        "torch.tensor(range(100))",
    ),
    (
        "torch.tensor(1234, dtype=torch.int32)",
        "torch.tensor(3.14159265359, dtype=torch.float64)",
        "torch.Tensor([1, 1, 2, 3, 5, 8])",
        "torch.arange(100)",
    ),
    (
        "torch.tensor(1234.0)",
        "torch.as_tensor(3.14159265359)",
        "torch.tensor((1, 1, 2, 3, 5, 8))",
        "torch.linspace(0, 99, 100)",
    ),
    (
        "torch.full((), 1234)",
        "torch.tensor(torch.pi)",
        "torch.from_numpy(np.array([1, 1, 2, 3, 5, 8]))",
        "torch.tensor([n for n in range(100)])",
    ),
    (
        "torch.scalar_tensor(1234)",
        "torch.tensor(22 / 7 - 0.00126448927)",
        "torch.tensor([1, 1, 2, 3, 5, 8], dtype=torch.float32)",
        "torch.cumsum(torch.ones(100), 0) - 1",
    ),
]

WRONG = [
    ("empty-places", {1: "torch.Tensor(1234)"}),
    ("list-of-one", {1: "torch.tensor([1234])"}),
    (
        "list-of-one",
        {
            1: "torch.Tensor([1234])",
            2: "torch.Tensor([3.14159265359])",
            3: "torch.Tensor([1, 1, 2, 3, 5, 8])",
        },
    ),
    (
        "not-a-tensor",
        {
            1: "1234",
            2: "3.14159265359",
            3: "[1, 1, 2, 3, 5, 8]",
            4: "list(range(100))",
        },
    ),
    ("not-a-tensor", {3: "[1, 1, 2, 3, 5, 8]"}),
    ("not-a-tensor", {4: "range(100)"}),
    (
        "numpy-array",
        {
            1: "np.array(1234)",
            2: "np.array(3.14159265359)",
            3: "np.array([1, 1, 2, 3, 5, 8])",
            4: "np.arange(100)",
        },
    ),
    ("from-one", {4: "torch.tensor(range(1, 101))"}),
    ("from-one", {4: "torch.arange(1, 101)"}),
    ("one-too-many", {4: "torch.arange(101)"}),
    ("one-box", {4: "torch.tensor([100])"}),
    ("table-of-one", {3: "torch.tensor([[1, 1, 2, 3, 5, 8]])"}),
    ("begins-with-zero", {3: "torch.tensor([0, 1, 1, 2, 3, 5])"}),
    ("no-brackets", {3: "torch.tensor(1, 1, 2, 3, 5, 8)"}),
    ("decimals-lost", {2: "torch.tensor(3.14159265359, dtype=torch.int64)"}),
    ("decimals-short", {2: "torch.tensor(3.14)"}),
    ("", {1: "torch.tensor(1243)"}),
    ("", {3: "torch.tensor([1, 2, 3, 5, 8, 13])"}),
    ("not-counted", {4: "torch.zeros(100)"}),
    ("not-counted", {4: "torch.ones(100)"}),
    ("one-number", {4: "torch.tensor(100)"}),
    ("one-too-few", {4: "torch.arange(1, 100)"}),
    ("row-too-short", {3: "torch.tensor([1, 1, 2, 3, 5])"}),
    ("text", {1: 'torch.tensor("1234")'}),
    ("decimal-comma", {2: "torch.tensor(3,14159265359)"}),
    ("decimal-comma-in-row", {2: "torch.tensor([3,14159265359])"}),
    ("decimals-short", {2: "torch.tensor(3.1415)"}),
]
