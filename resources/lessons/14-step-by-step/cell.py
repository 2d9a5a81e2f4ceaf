import torch

# A piece of a tune as numbers, and idx2char, are made for you, other ones at each check.
print("".join(idx2char[number] for number in piece))

rows = []
for step in range(5):
    read = ...  # TODO: the character that the network reads at this step
    expected = ...  # TODO: the character that it should predict there
    rows.append((step, read, expected))

for step, read, expected in rows:
    print(step, repr(read), "->", repr(expected))
