import torch

# A model, char2idx and idx2char are made for you. It is called like yours:
# model(numbers, state, return_state=True), and gives logits and the next state.


def generate_text(model, start_string, generation_length=1000):
    input_idx = ...  # TODO: the numbers of start_string, as a batch of one row
    state = None
    text_generated = []

    for _ in range(generation_length):
        predictions, state = ...  # TODO: what the model gives, with its state
        # Only the last step says what comes next.
        probabilities = torch.softmax(predictions[0, -1], dim=-1)
        next_idx = ...  # TODO: a number drawn by these probabilities
        input_idx = ...  # TODO: that number as a batch of one row with one character
        text_generated.append(idx2char[int(next_idx)])

    return ...  # TODO: the start, then what was generated


print(generate_text(model, "X:1", 20))
