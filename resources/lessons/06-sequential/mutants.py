"""Answers whose worth is known."""

RIGHT = [
    ("nn.Sequential(nn.Linear(2, 3), nn.Sigmoid())",),
    ("nn.Sequential(nn.Linear(in_features=2, out_features=3), nn.Sigmoid())",),
    ("torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Sigmoid())",),
    ("nn.Sequential(*[nn.Linear(2, 3), nn.Sigmoid()])",),
    ("nn.Sequential()\nmodel.append(nn.Linear(2, 3))\nmodel.append(nn.Sigmoid())",),
    ("nn.Sequential(nn.Sequential(nn.Linear(2, 3)), nn.Sigmoid())",),
]

WRONG = [
    ("sigmoid-first", ("nn.Sequential(nn.Sigmoid(), nn.Linear(2, 3))",)),
    ("three-to-two", ("nn.Sequential(nn.Linear(3, 2), nn.Sigmoid())",)),
    ("sigmoid-missing", ("nn.Sequential(nn.Linear(2, 3))",)),
    ("sigmoid-missing", ("nn.Linear(2, 3)",)),
    ("linear-missing", ("nn.Sequential(nn.Sigmoid())",)),
    ("class-for-layer", ("nn.Sequential(nn.Linear(2, 3), nn.Sigmoid)",)),
    ("function-for-layer", ("nn.Sequential(nn.Linear(2, 3), torch.sigmoid)",)),
    ("list-for-layers", ("nn.Sequential([nn.Linear(2, 3), nn.Sigmoid()])",)),
    ("list-of-layers", ("[nn.Linear(2, 3), nn.Sigmoid()]",)),
    ("without-bias", ("nn.Sequential(nn.Linear(2, 3, bias=False), nn.Sigmoid())",)),
    ("softmax", ("nn.Sequential(nn.Linear(2, 3), nn.Softmax(dim=-1))",)),
    ("relu", ("nn.Sequential(nn.Linear(2, 3), nn.ReLU())",)),
    ("tanh", ("nn.Sequential(nn.Linear(2, 3), nn.Tanh())",)),
    ("sigmoid-twice", ("nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(), nn.Sigmoid())",)),
    ("sigmoid-called", ("nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(nn.Linear(2, 3)))",)),
    ("two-linear", ("nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 3), nn.Sigmoid())",)),
    ("", ("nn.Sequential(nn.Linear(2, 4), nn.Sigmoid())",)),
    ("", ("nn.Sequential(nn.Linear(1, 3), nn.Sigmoid())",)),
    ("one-size", ("nn.Sequential(nn.Linear(3), nn.Sigmoid())",)),
    ("unknown-name", ("Sequential(nn.Linear(2, 3), nn.Sigmoid())",)),
    ("small-letter", ("nn.Sequential(nn.Linear(2, 3), nn.sigmoid())",)),
    ("comma-missing", ("nn.Sequential(nn.Linear(2, 3) nn.Sigmoid())",)),
    ("sigmoid-called", ("nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(3))",)),
    ("log-sigmoid", ("nn.Sequential(nn.Linear(2, 3), nn.LogSigmoid())",)),
]
