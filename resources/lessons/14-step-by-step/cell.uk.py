import torch

# Фрагмент мелодії як числа (piece) та idx2char уже є, під час кожної перевірки інші.
print("".join(idx2char[number] for number in piece))

rows = []
for step in range(5):
    read = ...  # TODO: символ, який мережа читає на цьому кроці
    expected = ...  # TODO: символ, який вона має тут спрогнозувати
    rows.append((step, read, expected))

for step, read, expected in rows:
    print(step, repr(read), "->", repr(expected))
