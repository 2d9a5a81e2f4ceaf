import torch

# A small model, its optimizer, compute_loss(labels, logits) and a batch x, y are made for you.
print(model, optimizer)


def train_step(x, y):
    # What the step before has left is cleared.
    optimizer.zero_grad()
    y_hat = ...  # TODO: what the model gives for x
    loss = ...  # TODO: its loss against y, with compute_loss
    ...  # TODO: find the gradients of the loss
    ...  # TODO: let the optimizer take its step
    return loss


for _ in range(3):
    print(train_step(x, y))
