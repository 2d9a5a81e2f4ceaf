"""Answers whose worth is known."""

RIGHT = [
    ("labels.view(-1)", "logits.view(-1, logits.size(-1))",
     "nn.functional.cross_entropy(batched_logits, batched_labels)"),
    ("labels.reshape(-1)", "logits.reshape(-1, logits.shape[-1])",
     "nn.CrossEntropyLoss()(batched_logits, batched_labels)"),
    ("labels.flatten()", "logits.flatten(0, 1)",
     "F.nll_loss(F.log_softmax(batched_logits, dim=-1), batched_labels)"),
    ("labels", "logits.permute(0, 2, 1)",
     "F.cross_entropy(batched_logits, batched_labels)"),
    ("labels.ravel()", "logits.view(labels.numel(), -1)",
     "F.cross_entropy(batched_logits, batched_labels, reduction='sum') / labels.numel()"),
    ("labels.view(-1)", "torch.log_softmax(logits.view(-1, logits.size(-1)), -1)",
     "-batched_logits[torch.arange(len(batched_labels)), batched_labels].mean()"),
]  # fmt: skip

WRONG = [
    ("swapped", {3: "F.cross_entropy(batched_labels, batched_logits)"}),
    ("softmax-before", {2: "torch.softmax(logits, dim=-1).view(-1, logits.size(-1))"}),
    ("softmax-before", {3: "F.cross_entropy(torch.softmax(batched_logits, -1), batched_labels)"}),
    ("sum", {3: "F.cross_entropy(batched_logits, batched_labels, reduction='sum')"}),
    ("not-one-number", {3: "F.cross_entropy(batched_logits, batched_labels, reduction='none')"}),
    ("plain-number", {3: "F.cross_entropy(batched_logits, batched_labels).item()"}),
    ("detached", {3: "F.cross_entropy(batched_logits, batched_labels).detach()"}),
    ("detached", {3: "F.cross_entropy(batched_logits.detach(), batched_labels)"}),
    ("bits", {3: "F.cross_entropy(batched_logits, batched_labels) / np.log(2)"}),
    ("minus", {3: "-F.cross_entropy(batched_logits, batched_labels)"}),
    ("no-logarithm", {3: "-torch.softmax(batched_logits, -1)[torch.arange(len(batched_labels)), "
                         "batched_labels].mean()"}),
    ("without-softmax", {3: "F.nll_loss(batched_logits, batched_labels)"}),
    ("not-flattened", {1: "labels", 2: "logits"}),
    ("logits-not-flattened", {2: "logits"}),
    ("labels-not-flattened", {1: "labels"}),
    ("one-long-row", {2: "logits.view(-1)"}),
    ("mixed-up", {2: "logits.reshape(logits.size(-1), -1).T"}),
    ("layer-not-called", {3: "nn.CrossEntropyLoss(batched_logits, batched_labels)"}),
    ("squares", {3: "F.mse_loss(torch.softmax(batched_logits, -1), "
                    "F.one_hot(batched_labels, logits.size(-1)).float())"}),
    ("exponent", {3: "F.cross_entropy(batched_logits, batched_labels).exp()"}),
    ("", {3: "F.cross_entropy(batched_logits, batched_labels) * 2"}),
    ("", {3: "F.cross_entropy(batched_logits, batched_labels, label_smoothing=0.2)"}),
]  # fmt: skip
