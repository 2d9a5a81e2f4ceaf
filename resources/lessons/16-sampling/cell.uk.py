import torch

# Що мережа каже після кожного символу тексту: рядок логітів на крок. Під час кожної
# перевірки інші.
print(pred.shape)


def sampled_characters(pred):
    """Повертає номер символу для кожного кроку, вибраний за ймовірностями мережі."""
    probabilities = ...  # TODO: softmax від pred уздовж осі символів
    indices = ...  # TODO: по номеру на кожен крок, вибраному torch.multinomial
    return indices.squeeze(-1)


print(sampled_characters(pred))
