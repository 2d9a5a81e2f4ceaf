"""Answers whose worth is known."""

RIGHT = [
    ("torch.softmax(pred, dim=-1)", "torch.multinomial(probabilities, num_samples=1)"),
    ("F.softmax(pred, dim=1)", "torch.multinomial(probabilities, 1)"),
    ("pred.softmax(-1)", "probabilities.multinomial(1)"),
    ("torch.exp(pred)", "torch.multinomial(probabilities, 1, replacement=True)"),
    ("nn.Softmax(dim=-1)(pred)",
     "torch.distributions.Categorical(probabilities).sample().unsqueeze(-1)"),
    ("pred.exp() / pred.exp().sum(-1, keepdim=True)", "torch.multinomial(probabilities, 1)"),
]  # fmt: skip

WRONG = [
    ("over-time", {1: "torch.softmax(pred, dim=0)"}),
    ("logits-for-probabilities", {1: "pred"}),
    ("all-alike", {1: "torch.ones_like(pred)"}),
    ("all-alike", {1: "torch.softmax(pred * 0, dim=-1)"}),
    ("turned-round", {1: "torch.softmax(-pred, dim=-1)"}),
    ("sharpened", {1: "torch.softmax(2 * pred, dim=-1)"}),
    ("logits-for-probabilities", {1: "torch.log_softmax(pred, dim=-1)"}),
    ("axis-forgotten", {1: "nn.Softmax(pred)"}),
    ("likeliest", {2: "probabilities.argmax(-1, keepdim=True)"}),
    ("likeliest", {2: "torch.argmax(pred, dim=1).unsqueeze(-1)"}),
    ("one-for-all", {2: "torch.multinomial(probabilities.mean(0), 1)"}),
    ("two-for-each", {2: "torch.multinomial(probabilities, 2)"}),
    ("count-forgotten", {2: "torch.multinomial(probabilities)"}),
    ("probabilities-themselves", {2: "probabilities"}),
    ("logits-for-probabilities", {2: "torch.multinomial(pred, 1)"}),
    ("largest-value", {2: "probabilities.max(-1, keepdim=True).values"}),
    ("", {2: "torch.multinomial(probabilities.flip(-1), 1)"}),
    ("", {1: "torch.sigmoid(pred)"}),
    ("", {2: "torch.multinomial(probabilities, 1).float()"}),
]
