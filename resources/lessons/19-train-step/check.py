"""Twelve steps of a small model that is new each time: the loss at each of them."""

from contextlib import contextmanager

import torch

from abcstudio.lessons.probing import number

NAMED = [
    ("kind of the loss", "NoneType", "nothing-comes-back"),
    ("kind of the loss", "several numbers", "not-the-loss"),
    ("the optimizer's step", "not taken", "nothing-learned"),
    ("the optimizer's step", "without gradients", "not-called-backward"),
    ("the optimizer's step", "without gradients after backward", "detached"),
    ("the optimizer's step", "before the gradients were found", "one-step-late"),
    ("the optimizer's step", "after the gradients were cleared", "cleared-too-late"),
    ("the optimizer's step", "taken twice", "two-steps"),
]

V = 7


def compute_loss(labels, logits):
    return torch.nn.functional.cross_entropy(
        logits.reshape(-1, logits.size(-1)), labels.reshape(-1)
    )


class SGD(torch.optim.SGD):
    """Remembers what it was asked for, and whether there were gradients then."""

    def __init__(self, model):
        super().__init__(model.parameters(), lr=1.5, momentum=0.5)
        self.model, self.acts, self.was_turned = model, [], False

    def zero_grad(self, set_to_none=True):
        self.acts.append("clear")
        super().zero_grad(set_to_none)

    def step(self, closure=None):
        loss = None
        if closure is not None:
            # It clears, and finds the gradients of the step.
            with torch.enable_grad():
                loss = closure()
        self.acts.append("step" if self.model.weight.grad is not None else "empty step")
        super().step()
        return loss

    def way(self):
        if not any("step" in act for act in self.acts):
            return "not taken"
        if "empty step" not in self.acts:
            return "taken" if self.acts.count("step") == 1 else "taken twice"
        if self.model.weight.grad is not None:
            return "before the gradients were found"
        if self.acts.count("clear") > 1:
            return "after the gradients were cleared"
        return "without gradients" + (" after backward" if self.was_turned else "")


def made(seed):
    torch.manual_seed(seed)
    model = torch.nn.Embedding(V, V)
    return {"model": model, "optimizer": SGD(model)}


def batches(seed, count):
    torch.manual_seed(seed + 1)
    return [torch.randint(0, V, (2, 3, 5)) for _ in range(count)]


def given(dice):
    seed = dice.randrange(10**6)
    x, y = batches(seed, 1)[0]
    return {**made(seed), "compute_loss": compute_loss, "x": x, "y": y}


@contextmanager
def backward_watched(optimizer):
    """Let the optimizer know whether gradients were sought at all."""
    original = torch.autograd.backward

    def backward(*values, **options):
        optimizer.was_turned = True
        return original(*values, **options)

    torch.autograd.backward = backward
    try:
        yield
    finally:
        torch.autograd.backward = original


def kind(value):
    if isinstance(value, torch.Tensor):
        return "a number" if value.numel() == 1 else "several numbers"
    return "a number" if isinstance(value, float) else type(value).__name__


def probe(answer, dice):
    seed = dice.randrange(10**6)

    def trained(count):
        names = answer.train_step.__globals__
        names.update(made(seed), compute_loss=compute_loss)
        with backward_watched(names["optimizer"]):
            losses = [answer.train_step(x, y) for x, y in batches(seed, count)]
        return losses, names["optimizer"]

    return {
        "kind of the loss": lambda: kind(trained(1)[0][0]),
        "the optimizer's step": lambda: trained(1)[1].way(),
        "losses of 12 steps": lambda: [round(number(each), 5) for each in trained(12)[0]],
    }
