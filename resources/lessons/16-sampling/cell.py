import torch

# What the network says after each character of a text: a row of logits a step. Other ones at each
# check.
print(pred.shape)


def sampled_characters(pred):
    """Return one character's number for each step, drawn by the network's probabilities."""
    probabilities = ...  # TODO: the softmax of pred over the characters
    indices = ...  # TODO: one number for each step, drawn with torch.multinomial
    return indices.squeeze(-1)


print(sampled_characters(pred))
