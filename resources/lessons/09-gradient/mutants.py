"""Answers whose worth is known."""

RIGHT = [
    ("y.backward()", "torch.tensor(value, requires_grad=True)", "y.backward()", "x.grad"),
    ("torch.autograd.backward(y)", "torch.tensor(value).requires_grad_()", "y.backward()",
     "x.grad.item()"),
    ("y.backward(torch.tensor(1.0))", "torch.tensor(float(value), requires_grad=True)",
     "y.sum().backward()", "x.grad.detach()"),
    ("y.backward()", "torch.nn.Parameter(torch.tensor(value))", "y.backward()", "float(x.grad)"),
    ("y.backward()", "torch.tensor(value, requires_grad=True)",
     "gradient, = torch.autograd.grad(y, x)", "gradient"),
    ("y.backward(retain_graph=True)", "torch.tensor(value, requires_grad=True, "
     "dtype=torch.float64)", "y.backward()", "x.grad.clone()"),
    ("y.backward()", "torch.tensor(float(value), requires_grad=True)", "y.backward()",
     "x.grad.numpy()"),
]  # fmt: skip

WRONG = [
    ("not-asked", {1: "pass"}),
    ("not-asked", {1: "y.backward"}),
    ("twice", {1: "y.backward(retain_graph=True)\ny.backward()"}),
    ("graph-gone", {1: "y.backward()\ny.backward()"}),
    ("x-backward", {1: "x.backward()"}),
    ("no-part", {2: "torch.tensor(value)"}),
    ("number-for-tensor", {2: "value"}),
    ("whole-number", {2: "torch.tensor(int(value), requires_grad=True)"}),
    ("fixed-value", {2: "torch.tensor(3.0, requires_grad=True)"}),
    ("nothing-comes-back", {3: "y.backward"}),
    ("nothing-comes-back", {3: "pass"}),
    ("x-backward", {3: "x.backward()"}),
    ("twice-in-slope", {3: "y.backward(retain_graph=True)\ny.backward()"}),
    ("nothing-comes-back", {4: "y.grad"}),
    ("value-for-slope", {4: "y"}),
    ("place-for-slope", {4: "x"}),
    ("always-square", {4: "2 * x"}),
    ("name-without-self", {4: "grad"}),
    ("", {4: "-x.grad"}),
    ("", {4: "x.grad + 1"}),
    ("grad-called", {4: "x.grad()"}),
    ("value-for-slope", {4: "f(x)"}),
    ("earlier-slope", {4: "dy_dx"}),
    ("backward-of-function", {3: "f.backward()"}),
    ("place-for-slope", {4: "value"}),
]
