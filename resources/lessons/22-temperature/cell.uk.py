import torch

# Тут складає мережа студії. Вона питає вашу функцію, які символи наскільки ймовірні:
# compose(tempered, temperature) дає спробу. Випадкові числа за кожної температури ті самі.


def tempered(logits, temperature):
    """Повертає ймовірності наступного символу за температури."""
    return ...  # TODO: softmax від логітів, кожен поділено на температуру


calm_take = ...  # TODO: спроба за температури 0.5
wild_take = ...  # TODO: спроба за температури 1.5

print(calm_take)
print()
print(wild_take)

calm_word = ...  # TODO: слово для першої спроби, як текст
wild_word = ...  # TODO: слово для другої спроби
