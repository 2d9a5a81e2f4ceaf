# A training is a dictionary of settings. Variants of it differ from it in one setting alone: else
# one could not say what made the difference.
base = dict(hidden_size=128, learning_rate=5e-3, seq_length=100, steps=300, rng_seed=1)


def variants(base, name, values):
    """Return a training like base for each value, with this value for the setting `name`."""
    found = []
    for value in values:
        training = ...  # TODO: a copy of base
        ...  # TODO: give its setting `name` the value
        found.append(training)
    return found


# What came of the trainings: each has validation_loss, training_loss, steps, batch_size, seq_length
# and seconds.
def best(results):
    return ...  # TODO: the result with the least loss on tunes that were not learned


def speed(result):
    return ...  # TODO: how many characters a second it read in training


expected = ...  # TODO: a sentence, as a text: what will a larger hidden size change?
print(variants(base, "hidden_size", [32, 128, 512]))
for result in results:
    print(result)

observed = ...  # TODO: a sentence or more: what did change, in the numbers above?
