"""Answers whose worth is known."""

RIGHT = [
    ("x - learning_rate * x.grad",),
    ("x - x.grad * learning_rate",),
    ("x + (-learning_rate) * x.grad",),
    ("torch.sub(x, x.grad, alpha=learning_rate)",),
    ("x.sub(learning_rate * x.grad)",),
    ("x - learning_rate * 2 * (x - x_f)",),
    ("x.add_(x.grad, alpha=-learning_rate)",),
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
    ("", ("x - learning_rate * x.grad ** 2",)),
    ("", ("x - learning_rate * x.grad.sign()",)),
]
