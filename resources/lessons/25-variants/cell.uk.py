# Тренування — це словник налаштувань. Варіант відрізняється від нього лише одним
# налаштуванням: інакше не можна сказати, що змінило результат.
base = dict(hidden_size=128, learning_rate=5e-3, seq_length=100, steps=300, rng_seed=1)


def variants(base, name, values):
    """Повертає для кожного значення тренування, як base, де налаштування `name` має це значення."""
    found = []
    for value in values:
        training = ...  # TODO: копія base
        ...  # TODO: дайте його налаштуванню `name` значення value
        found.append(training)
    return found


# Що вийшло з тренувань: кожен результат має validation_loss, training_loss, steps, batch_size,
# seq_length і seconds.
def best(results):
    return ...  # TODO: результат із найменшими втратами на мелодіях, яких не вивчали


def speed(result):
    return ...  # TODO: скільки символів за секунду прочитано під час тренування


expected = ...  # TODO: речення, як текст: що змінить більший прихований стан?
print(variants(base, "hidden_size", [32, 128, 512]))
for result in results:
    print(result)

observed = ...  # TODO: одне речення або більше: що змінилося в числах вище?
