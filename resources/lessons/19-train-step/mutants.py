"""Answers whose worth is known."""

RIGHT = [
    ("model(x)", "compute_loss(y, y_hat)", "loss.backward()", "optimizer.step()"),
    ("model.forward(x)", "compute_loss(labels=y, logits=y_hat)", "torch.autograd.backward(loss)",
     "optimizer.step()"),
    ("model(x)", "F.cross_entropy(y_hat.flatten(0, 1), y.flatten())", "loss.backward()",
     "optimizer.step()"),
    ("model(x)", "compute_loss(y, y_hat)", "loss.backward()",
     "optimizer.step()\nreturn loss.item()"),
    "def train_step(x, y):\n    def closure():\n        optimizer.zero_grad()\n"
    "        loss = compute_loss(y, model(x))\n        loss.backward()\n        return loss\n"
    "    return optimizer.step(closure)\n",
    "def train_step(x, y):\n    loss = compute_loss(y, model(x))\n    model.zero_grad()\n"
    "    loss.backward()\n    optimizer.step()\n    return loss.detach()\n",
    "def train_step(x, y):\n    loss = compute_loss(y, model(x))\n    loss.backward()\n"
    "    optimizer.step()\n    optimizer.zero_grad()\n    return loss\n",
]  # fmt: skip

WRONG = [
    ("not-called-backward", {3: "loss.backward"}),
    ("not-called-backward", {3: "pass"}),
    ("nothing-learned", {4: "pass"}),
    ("nothing-learned", {4: "optimizer.step"}),
    ("one-step-late", {3: "optimizer.step()", 4: "loss.backward()"}),
    ("climbs", {3: "(-loss).backward()"}),
    ("swapped", {2: "compute_loss(y_hat, y)"}),
    ("input-for-target", {2: "compute_loss(x, y_hat)"}),
    ("target-for-input", {1: "model(y)"}),
    ("model-not-called", {1: "model"}),
    ("two-steps", {4: "optimizer.step()\noptimizer.step()"}),
    ("twice-backward", {3: "loss.backward(retain_graph=True)\nloss.backward()"}),
    ("graph-gone", {3: "loss.backward()\nloss.backward()"}),
    ("cleared-too-late", {4: "optimizer.zero_grad()\noptimizer.step()"}),
    ("prediction-backward", {3: "y_hat.backward()"}),
    ("detached", {2: "compute_loss(y, y_hat.detach())"}),
    ("not-the-loss", {4: "optimizer.step()\nreturn y_hat"}),
    ("nothing-comes-back", {4: "optimizer.step()\nreturn"}),
    (
        "never-cleared",
        "def train_step(x, y):\n    loss = compute_loss(y, model(x))\n    loss.backward()\n"
        "    optimizer.step()\n    return loss\n",
    ),
    ("twice-backward", {3: "(2 * loss).backward()"}),
    ("loss-changed", {4: "optimizer.step()\nreturn loss * 2"}),
    ("argument-missing", {2: "compute_loss(y_hat)"}),
    ("loss-not-called", {2: "compute_loss"}),
    ("wrong-owner-backward", {3: "optimizer.backward()"}),
    ("wrong-owner-backward", {3: "model.backward()"}),
    ("wrong-owner-step", {4: "loss.step()"}),
    ("wrong-owner-step", {4: "model.step()"}),
    ("swapped", {2: "compute_loss(y_hat, y_hat)"}),
    ("detached", {1: "model(x).detach().requires_grad_()"}),
    ("", {4: "optimizer.step()\nloss = compute_loss(y, model(x))"}),
    ("softmax-before", {2: "compute_loss(y, torch.softmax(y_hat, dim=-1))"}),
    ("climbs", {2: "-compute_loss(y, y_hat)"}),
    ("part-only", {2: "compute_loss(y[:1], y_hat[:1])"}),
    ("loss-changed", {2: "compute_loss(y, y_hat) ** 2"}),
    ("loss-changed", {2: "compute_loss(y, y_hat).sqrt()"}),
]
