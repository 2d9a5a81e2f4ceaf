import torch

# The network of the studio composes here. It asks your function which characters are how probable:
# compose(tempered, temperature) gives a take. The dice are the same for every temperature.


def tempered(logits, temperature):
    """Return the probabilities of the next character at a temperature."""
    return ...  # TODO: the softmax of the logits, each divided by the temperature


calm_take = ...  # TODO: a take at the temperature 0.5
wild_take = ...  # TODO: a take at the temperature 1.5

print(calm_take)
print()
print(wild_take)

calm_word = ...  # TODO: a word for the first take, as a text
wild_word = ...  # TODO: a word for the second take
