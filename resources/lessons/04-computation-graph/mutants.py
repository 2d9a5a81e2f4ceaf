"""Answers whose worth is known."""

RIGHT = [
    ("a + b", "b - 1", "c * d"),
    ("torch.add(a, b)", "torch.sub(b, 1)", "torch.mul(c, d)"),
    ("b + a", "-1 + b", "d * c"),
    ("sum([a, b])", "b - 1.0", "(a + b) * (b - 1)"),
    ("a - -b", "(b + 1) - 2", "c.mul(d)"),
    "c1 = c2 = torch.tensor(76)\ndef func(a, b):\n    return (a + b) * (b - 1)\n",
]

WRONG = [
    ("one-less-b", {2: "1 - b"}),
    ("a-less-one", {2: "a - 1"}),
    ("b-less-a", {2: "b - a"}),
    ("c-less-one", {2: "c - 1"}),
    ("b-and-one", {2: "b + 1"}),
    ("one-forgotten", {2: "b"}),
    ("sum-for-product", {3: "c + d"}),
    ("square", {3: "c * c"}),
    ("difference-for-product", {3: "c - d"}),
    ("quotient", {3: "c / d"}),
    ("power", {3: "c ** d"}),
    ("c-comes-back", {3: "c"}),
    ("d-comes-back", {3: "d"}),
    ("difference-for-sum", {1: "a - b"}),
    ("product-for-sum", {1: "a * b"}),
    ("fixed-numbers", {1: "c1"}),
    (
        "nothing-comes-back",
        "c1 = c2 = torch.tensor(76)\ndef func(a, b):\n    e = (a + b) * (b - 1)\n",
    ),
    (
        "nothing-comes-back",
        "c1 = c2 = torch.tensor(76)\ndef func(a, b):\n    print((a + b) * (b - 1))\n",
    ),
    (
        "all-come-back",
        "c1 = c2 = torch.tensor(76)\ndef func(a, b):\n    c = a + b\n    d = b - 1\n"
        "    return c, d, c * d\n",
    ),
    ("", {3: "c * d * d"}),
    ("", {3: "c * d + 1"}),
    ("one-forgotten", {3: "c * b"}),
    ("d-squared", {3: "d * d"}),
    ("one-twice", {1: "a + a"}),
    ("one-twice", {1: "b + b"}),
    ("c-not-used", {3: "a * d"}),
    ("c-not-used", {3: "b * d"}),
    ("inputs-multiplied", {3: "a * b"}),
    ("unknown-name", {3: "C * D"}),
    ("order-of-times", {3: "a + b * b - 1"}),
    ("turned-difference", {3: "d - c"}),
    ("no-times", {3: "c d"}),
    ("", {3: "(c * d) % 100"}),
]
