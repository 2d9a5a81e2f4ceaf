"""Answers whose worth is known."""

RIGHT = [
    ("x - learning_rate * x.grad",),
    ("x - x.grad * learning_rate",),
    ("x + (-learning_rate) * x.grad",),
    ("torch.sub(x, x.grad, alpha=learning_rate)",),
    ("x.sub(learning_rate * x.grad)",),
    ("x - learning_rate * 2 * (x - x_f)",),
    ("x.add_(x.grad, alpha=-learning_rate)",),
    (
        "import numpy as np\nx_f = 4.0\ndef descend(start, learning_rate, steps):\n"
        "    x, history = np.float32(start), np.zeros(steps)\n    for step in range(steps):\n"
        "        x = x - learning_rate * 2 * (x - x_f)\n        history[step] = x\n"
        "    return history\n"
    ),
]

WRONG = [
    ("climbs", ("x + learning_rate * x.grad",)),
    ("climbs", ("x - (-learning_rate * x.grad)",)),
    ("rate-forgotten", ("x - x.grad",)),
    ("gradient-forgotten", ("x - learning_rate",)),
    ("loss-for-gradient", ("x - learning_rate * loss",)),
    ("x-forgotten", ("-learning_rate * x.grad",)),
    ("x-forgotten-plus", ("learning_rate * x.grad",)),
    ("wrong-way-round", ("learning_rate * x.grad - x",)),
    ("half", ("x - learning_rate * (x - x_f)",)),
    ("divided", ("x - x.grad / learning_rate",)),
    ("multiplied", ("x * learning_rate * x.grad",)),
    ("grad-of-loss", ("x - learning_rate * loss.grad",)),
    ("stands-still", ("x",)),
    ("jumps-to-goal", ("torch.tensor([x_f])",)),
    ("x-for-gradient", ("x - learning_rate * x",)),
    ("fixed-rate", ("x - 1e-2 * x.grad",)),
    ("fixed-rate", ("x - 0.01 * x.grad",)),
    ("no-times", ("x - learning_rate x.grad",)),
    ("squared-gradient", ("x - learning_rate * x.grad ** 2",)),
    ("sign-alone", ("x - learning_rate * x.grad.sign()",)),
    ("goal-for-place", ("x_f - learning_rate * x.grad",)),
    ("gradient-alone", ("x.grad",)),
    ("goal-for-gradient", ("x - learning_rate * x_f",)),
    ("backward-again", ("x - learning_rate * loss.backward()",)),
    ("jumps-to-goal", ("x - (x - x_f)",)),
    ("plus-gradient", ("x - learning_rate + x.grad",)),
    ("rate-plus", ("x + learning_rate",)),
    ("grad-called", ("x - learning_rate * x.grad()",)),
    ("one-way-only", ("x - learning_rate * abs(x.grad)",)),
    ("", ("x\n        history.append(x.item())\n        x = x - learning_rate * x.grad",)),
    ("twice", ("x - learning_rate * 2 * x.grad",)),
    ("turned-difference", ("x - learning_rate * (x_f - x)",)),
    ("climbs", ("x + x.grad",)),
    ("plus-gradient", ("x - (learning_rate + x.grad)",)),
    ("from-the-start", ("start - learning_rate * x.grad",)),
    ("fixed-rate", ("x - 0.1 * x.grad",)),
    ("without-x", ("learning_rate - x.grad",)),
    ("brackets", ("(x - learning_rate) * x.grad",)),
    ("wrong-way-round", ("x.grad - learning_rate * x",)),
    ("squared-gradient", ("x - learning_rate * x.grad * x.grad",)),
    (
        "gradients-add-up",
        "import torch\ndef descend(start, learning_rate, steps):\n"
        "    x = torch.tensor([float(start)], requires_grad=True)\n    history = []\n"
        "    for _ in range(steps):\n        ((x - 4.0) ** 2).backward()\n"
        "        with torch.no_grad():\n            x -= learning_rate * x.grad\n"
        "        history.append(x.item())\n    return history\n",
    ),
    (
        "start-left-out",
        "def descend(start, learning_rate, steps):\n    x, history = 0.0, []\n"
        "    for _ in range(steps):\n        x = x - learning_rate * 2 * (x - 4.0)\n"
        "        history.append(x)\n    return history\n",
    ),
]
