"""Answers whose worth is known."""

RIGHT = [
    ("torch.sigmoid(z)",),
    ("z.sigmoid()",),
    ("nn.Sigmoid()(z)",),
    ("F.sigmoid(z)",),
    ("1 / (1 + torch.exp(-z))",),
    ("torch.special.expit(z)",),
    ("0.5 * (1 + torch.tanh(z / 2))",),
]

WRONG = [
    ("sigmoid-of-x", ("torch.sigmoid(x)",)),
    ("no-sigmoid", ("z",)),
    ("softmax", ("torch.softmax(z, dim=-1)",)),
    ("softmax", ("F.softmax(z, dim=1)",)),
    ("tanh", ("torch.tanh(z)",)),
    ("relu", ("torch.relu(z)",)),
    ("minus", ("torch.sigmoid(-z)",)),
    ("minus", ("1 / (1 + torch.exp(z))",)),
    ("bias-forgotten", ("torch.sigmoid(torch.matmul(x, self.W))",)),
    ("bias-twice", ("torch.sigmoid(z + self.bias)",)),
    ("sigmoid-twice", ("torch.sigmoid(torch.sigmoid(z))",)),
    ("layer-not-called", ("nn.Sigmoid(z)",)),
    ("only-a-class", ("nn.Sigmoid",)),
    ("only-a-layer", ("nn.Sigmoid()",)),
    ("detached", ("torch.sigmoid(z).detach()",)),
    ("detached", ("torch.sigmoid(z.detach())",)),
    ("log-sigmoid", ("F.logsigmoid(z)",)),
    ("nothing-comes-back", ("torch.sigmoid(z)\nreturn",)),
    ("", ("torch.sigmoid(z).round()",)),
    ("", ("torch.sigmoid(z) * 2",)),
]
