# All that you wrote in earlier lessons is made for you here: get_batch gives x and y, train_step
# learns from them and gives the loss. save_checkpoint writes the network to a file.
# vectorized_songs are real tunes.


def train(num_training_iterations, seq_length, batch_size):
    """Train, and return the loss of each iteration."""
    history = []
    for iteration in range(num_training_iterations):
        x_batch, y_batch = ...  # TODO: a batch from vectorized_songs, with get_batch
        loss = ...  # TODO: one step of training with it
        history.append(loss)
        history[-1] = ...  # TODO: the loss as a plain number, without its graph
        is_hundredth = ...  # TODO: whether a hundred iterations have gone by again
        if is_hundredth:
            save_checkpoint()
    ...  # TODO: save the network at the end as well
    return history


history = train(num_training_iterations=20, seq_length=50, batch_size=4)
print(history[0], history[-1])
