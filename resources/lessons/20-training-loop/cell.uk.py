# Усе, що ви написали в попередніх уроках, тут уже є: get_batch дає x і y, train_step
# вчиться на них і дає втрати. save_checkpoint записує мережу у файл.
# vectorized_songs — справжні мелодії.


def train(num_training_iterations, seq_length, batch_size):
    """Тренує і повертає втрати кожної ітерації."""
    history = []
    for iteration in range(num_training_iterations):
        x_batch, y_batch = ...  # TODO: батч із vectorized_songs, через get_batch
        loss = ...  # TODO: один крок тренування з ним
        history.append(loss)
        history[-1] = ...  # TODO: втрати як звичайне число, без графу
        is_hundredth = ...  # TODO: чи минуло ще сто ітерацій
        if is_hundredth:
            save_checkpoint()
    ...  # TODO: запишіть мережу і наприкінці
    return history


history = train(num_training_iterations=20, seq_length=50, batch_size=4)
print(history[0], history[-1])
