import torch

# Модель, char2idx та idx2char уже є. Її викликають, як вашу:
# model(numbers, state, return_state=True), і вона дає логіти та наступний стан.


def generate_text(model, start_string, generation_length=1000):
    input_idx = ...  # TODO: номери символів start_string, як батч з одного рядка
    state = None
    text_generated = []

    for _ in range(generation_length):
        predictions, state = ...  # TODO: що дає модель, разом зі станом
        # Лише останній крок каже, що буде далі.
        probabilities = torch.softmax(predictions[0, -1], dim=-1)
        next_idx = ...  # TODO: номер, вибраний за цими ймовірностями
        input_idx = ...  # TODO: цей номер як батч з одного рядка з одним символом
        text_generated.append(idx2char[int(next_idx)])

    return ...  # TODO: початок, потім те, що згенеровано


print(generate_text(model, "X:1", 20))
