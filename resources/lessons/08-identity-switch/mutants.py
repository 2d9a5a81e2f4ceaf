"""Answers whose worth is known."""

RIGHT = [
    ("model(x_input)", "model(x_input, isidentity=True)"),
    ("model(x_input, False)", "model(x_input, True)"),
    ("model(x_input, isidentity=False)", "model(inputs=x_input, isidentity=True)"),
    ("model(inputs=x_input)", "model(x_input, isidentity=1)"),
    ("model.forward(x_input)", "model.forward(x_input, True)"),
    ("model(x_input).detach()", "model(*[x_input, True]).clone()"),
    ("model(x_input, isidentity=None)", "model(x_input, isidentity=not False)"),
]

WRONG = [
    ("text-is-true", {1: 'model(x_input, isidentity="False")'}),
    ("identity-for-linear", {1: "model(x_input, True)"}),
    ("identity-for-linear", {1: "model(x_input, isidentity=True)"}),
    ("linear-for-identity", {2: "model(x_input)"}),
    ("linear-for-identity", {2: "model(x_input, False)"}),
    ("linear-for-identity", {2: "out_with_linear"}),
    ("swapped", ("model(x_input, True)", "model(x_input)")),
    ("input-forgotten", {1: "model()"}),
    ("input-forgotten", {2: "model(isidentity=True)"}),
    ("another-name", {2: "model(x_input, identity=True)"}),
    ("another-name", {2: "model(x_input, is_identity=True)"}),
    ("unknown-word", {2: "model(x_input, isidentity=true)"}),
    ("identity-not-called", {2: "x_input"}),
    ("linear-not-called", {1: "model.linear(x_input)"}),
    ("model-not-called", {1: "model"}),
    ("class-called", {1: "LinearButSometimesIdentity(x_input)"}),
    ("class-called", {2: "LinearButSometimesIdentity(x_input, True)"}),
    ("class-called", {1: "LinearButSometimesIdentity(2, 3)(x_input)"}),
    ("class-called", {2: "LinearButSometimesIdentity(2, 3)(x_input, True)"}),
    ("something-more", {2: "model(x_input, isidentity=True) * 2"}),
    ("something-more", {1: "model(x_input)[0]"}),
    ("something-more", {1: "torch.sigmoid(model(x_input))"}),
    ("something-more", {1: "model(torch.tensor([[3.0, 4.0]]))"}),
]
