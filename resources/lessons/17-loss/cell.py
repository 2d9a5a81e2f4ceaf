import torch
from torch import nn


def compute_loss(labels, logits):
    """Return the mean loss of a batch.

    labels: batch x length, the number of the right character at each place.
    logits: batch x length x characters, what the network gives there.
    """
    batched_labels = ...  # TODO: all labels in one row
    batched_logits = ...  # TODO: a row of logits for each of these labels
    loss = ...  # TODO: their cross-entropy
    return loss


labels = torch.randint(0, 83, (8, 100))
logits = torch.zeros(8, 100, 83)
print(compute_loss(labels, logits), torch.log(torch.tensor(83.0)))
