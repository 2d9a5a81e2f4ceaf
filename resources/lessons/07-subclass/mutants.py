"""Answers whose worth is known."""

RIGHT = [
    ("nn.Sigmoid()",),
    ("torch.nn.Sigmoid()",),
    ("torch.sigmoid",),
    ("F.sigmoid",),
    ("nn.Sequential(nn.Sigmoid())",),
    ("lambda z: 1 / (1 + torch.exp(-z))",),
]

WRONG = [
    ("class-for-layer", ("nn.Sigmoid",)),
    ("softmax", ("nn.Softmax(dim=-1)",)),
    ("softmax", ("nn.Softmax(dim=1)",)),
    ("tanh", ("nn.Tanh()",)),
    ("relu", ("nn.ReLU()",)),
    ("identity", ("nn.Identity()",)),
    ("log-sigmoid", ("nn.LogSigmoid()",)),
    ("hard-sigmoid", ("nn.Hardsigmoid()",)),
    ("silu", ("nn.SiLU()",)),
    ("second-linear", ("nn.Linear(num_inputs, num_outputs)",)),
    ("second-linear", ("self.linear",)),
    ("called-at-once", ("torch.sigmoid()",)),
    ("class-for-layer", ("nn.Sigmoid(self.linear)",)),
    ("nothing", ("None",)),
    ("name-only", ('"sigmoid"',)),
    ("name-only", ('"Sigmoid"',)),
    ("unknown-name", ("sigmoid",)),
    ("unknown-name", ("Sigmoid()",)),
    ("", ("nn.Sequential(nn.Sigmoid(), nn.Sigmoid())",)),
    ("", ("nn.ELU()",)),
    ("called-with-layer", ("torch.sigmoid(self.linear)",)),
    ("small-letter", ("nn.sigmoid()",)),
    ("small-letter", ("nn.sigmoid",)),
]
