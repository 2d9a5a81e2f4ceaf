"""Answers whose worth is known."""

RIGHT = [
    ("torch.tanh(W_hh @ h + W_xh @ x + b_h)", "next_state(h, x, W_hh, W_xh, b_h)"),
    (
        "torch.tanh(torch.matmul(W_hh, h) + torch.matmul(W_xh, x) + b_h)",
        "torch.tanh(W_hh @ h + W_xh @ x + b_h)",
    ),
    ("(b_h + W_xh @ x + W_hh @ h).tanh()", "next_state(h=h, x=x, W_hh=W_hh, W_xh=W_xh, b_h=b_h)"),
    ("torch.tanh(h @ W_hh.T + x @ W_xh.T + b_h)", "next_state(h, x, W_hh, W_xh, b_h)"),
    (
        "torch.tanh(torch.cat((W_hh, W_xh), dim=1) @ torch.cat((h, x)) + b_h)",
        "next_state(h, x, W_hh, W_xh, b_h)",
    ),
    ("2 * torch.sigmoid(2 * (W_hh @ h + W_xh @ x + b_h)) - 1", "next_state(h, x, W_hh, W_xh, b_h)"),
]

WRONG = [
    ("no-tanh", {1: "W_hh @ h + W_xh @ x + b_h"}),
    ("no-bias", {1: "torch.tanh(W_hh @ h + W_xh @ x)"}),
    ("bias-outside", {1: "torch.tanh(W_hh @ h + W_xh @ x) + b_h"}),
    ("no-memory", {1: "torch.tanh(W_xh @ x + b_h)"}),
    ("no-input", {1: "torch.tanh(W_hh @ h + b_h)"}),
    ("sigmoid", {1: "torch.sigmoid(W_hh @ h + W_xh @ x + b_h)"}),
    ("relu", {1: "torch.relu(W_hh @ h + W_xh @ x + b_h)"}),
    ("turned-matrix", {1: "torch.tanh(h @ W_hh + W_xh @ x + b_h)"}),
    ("stars", {1: "torch.tanh(W_hh * h + W_xh @ x + b_h)"}),
    ("swapped", {1: "torch.tanh(W_hh @ x + W_xh @ h + b_h)"}),
    ("minus", {1: "torch.tanh(W_hh @ h + W_xh @ x - b_h)"}),
    ("old-state-kept", {1: "h + torch.tanh(W_hh @ h + W_xh @ x + b_h)"}),
    ("state-not-handed-on", {2: "next_state(torch.zeros_like(h), x, W_hh, W_xh, b_h)"}),
    ("input-not-read", {2: "next_state(h, xs[0], W_hh, W_xh, b_h)"}),
    ("swapped", {2: "next_state(x, h, W_hh, W_xh, b_h)"}),
    ("weights-swapped", {2: "next_state(h, x, W_xh, W_hh, b_h)"}),
    ("stands-still", {2: "h"}),
    ("detached", {2: "next_state(h, x, W_hh, W_xh, b_h).detach()"}),
    ("two-steps", {2: "next_state(next_state(h, x, W_hh, W_xh, b_h), x, W_hh, W_xh, b_h)"}),
    ("changes-input", {1: "h.copy_(torch.tanh(W_hh @ h + W_xh @ x + b_h))"}),
    ("", {1: "torch.tanh(W_hh @ h + 2 * W_xh @ x + b_h)"}),
    ("other-function", {1: "torch.sin(W_hh @ h + W_xh @ x + b_h)"}),
    ("minus-input", {1: "torch.tanh(W_hh @ h - W_xh @ x + b_h)"}),
    ("bias-twice", {1: "torch.tanh(W_hh @ h + W_xh @ x + 2 * b_h)"}),
    ("tanh-of-each", {1: "torch.tanh(W_hh @ h) + torch.tanh(W_xh @ x) + b_h"}),
    ("bias-multiplied", {1: "torch.tanh(W_hh @ h + W_xh @ x) * b_h"}),
    ("no-bias", {2: "next_state(h, x, W_hh, W_xh, 0)"}),
    ("input-not-read", {2: "next_state(h, xs[-1], W_hh, W_xh, b_h)"}),
    ("state-not-handed-on", {2: "next_state(torch.ones_like(h), x, W_hh, W_xh, b_h)"}),
    ("old-state-kept", {2: "next_state(h, x, W_hh, W_xh, b_h) + h"}),
    ("other-function", {1: "torch.softmax(W_hh @ h + W_xh @ x + b_h, dim=-1)"}),
    ("other-function", {1: "torch.tan(W_hh @ h + W_xh @ x + b_h)"}),
    ("first-state",
     "import torch\ndef next_state(h, x, W_hh, W_xh, b_h):\n"
     "    return torch.tanh(W_hh @ h + W_xh @ x + b_h)\n"
     "def states(xs, W_hh, W_xh, b_h):\n    h, found = torch.ones(len(W_hh)), []\n"
     "    for x in xs:\n        h = next_state(h, x, W_hh, W_xh, b_h)\n        found.append(h)\n"
     "    return found\n"),
    ("kept-too-early",
     "import torch\ndef next_state(h, x, W_hh, W_xh, b_h):\n"
     "    return torch.tanh(W_hh @ h + W_xh @ x + b_h)\n"
     "def states(xs, W_hh, W_xh, b_h):\n    h, found = torch.zeros(len(W_hh)), []\n"
     "    for x in xs:\n        found.append(h)\n        h = next_state(h, x, W_hh, W_xh, b_h)\n"
     "    return found\n"),
    ("backwards",
     "import torch\ndef next_state(h, x, W_hh, W_xh, b_h):\n"
     "    return torch.tanh(W_hh @ h + W_xh @ x + b_h)\n"
     "def states(xs, W_hh, W_xh, b_h):\n    h, found = torch.zeros(len(W_hh)), []\n"
     "    for x in reversed(xs):\n        h = next_state(h, x, W_hh, W_xh, b_h)\n"
     "        found.append(h)\n"
     "    return found\n"),
]  # fmt: skip
