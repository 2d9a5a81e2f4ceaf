"""Answers whose worth is known."""

RIGHT = [
    ("matrix[1]", "matrix[:, 1]", "matrix[0, 1]"),
    ("matrix[1, :]", "matrix.T[1]", "matrix[0][1]"),
    ("matrix.select(0, 1)", "matrix.select(1, 1)", "row_vector[0] * 0 + matrix[0, 1]"),
    ("matrix[-3]", "matrix[:, -4]", "matrix[:, 1][0]"),
    ("matrix[1, ...]", "matrix[..., 1]", "matrix[0, 1].clone()"),
    ("matrix[1:2].squeeze()", "torch.stack([row[1] for row in matrix])", "column_vector[0]"),
]

WRONG = [
    ("counts-from-one", {1: "matrix[2]"}),
    ("first-row", {1: "matrix[0]"}),
    ("column-for-row", {1: "matrix[:, 1]"}),
    ("range-keeps-axis", {1: "matrix[1:2]"}),
    ("row-for-column", {2: "matrix[1]"}),
    ("row-for-column", {2: "matrix[:][1]"}),
    ("row-for-column", {2: "matrix[1, :]"}),
    ("counts-from-one-column", {2: "matrix[:, 2]"}),
    ("first-column", {2: "matrix[:, 0]"}),
    ("range-keeps-axis", {2: "matrix[:, 1:2]"}),
    ("piece-of-row", {2: "matrix[1, :1]"}),
    ("swapped", {3: "matrix[1, 0]"}),
    ("swapped", {3: "matrix[1][0]"}),
    ("counts-from-one-cell", {3: "matrix[1, 2]"}),
    ("row-of-one", {3: "matrix[0][1:2]"}),
    ("plain-number", {3: "matrix[0, 1].item()"}),
    ("not-a-tensor", {1: "matrix[1].tolist()"}),
    ("one-element", {1: "matrix[1][1]"}),
    ("one-element", {2: "matrix[1, 1]"}),
    ("second-row-cell", {3: "matrix[1, 1]"}),
    ("first-cell", {3: "matrix[0, 0]"}),
    ("part-of-row", {1: "matrix[1, 1:]"}),
    ("tuple-missing", {3: "matrix(0, 1)"}),
    ("third-dimension", {3: "matrix[0, 1, 0]"}),
]
