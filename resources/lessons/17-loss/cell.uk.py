import torch
from torch import nn


def compute_loss(labels, logits):
    """Повертає середні втрати батчу.

    labels: батч x довжина, номер правильного символу на кожному місці.
    logits: батч x довжина x символи, що там дає мережа.
    """
    batched_labels = ...  # TODO: усі labels в одному рядку
    batched_logits = ...  # TODO: рядок логітів для кожної з цих міток
    loss = ...  # TODO: їхня перехресна ентропія
    return loss


labels = torch.randint(0, 83, (8, 100))
logits = torch.zeros(8, 100, 83)
print(compute_loss(labels, logits), torch.log(torch.tensor(83.0)))
