import torch

# Три мережі зі 128 нейронами вчилися на мелодіях студії 300 кроків. Вони різняться лише
# швидкістю навчання, а `curves` має втрати що 25 кроків. Запустіть код, щоб побачити криві.
for name, curve in curves.items():
    print(name, *curve)

rate_of_a = ...  # TODO: швидкість навчання кривої A: 1e-4, 5e-3 або 1e-1
rate_of_b = ...  # TODO: те саме для кривої B
rate_of_c = ...  # TODO: те саме для кривої C

# Параметри оптимізації:
num_training_iterations = ...  # TODO: 3000 або більше
batch_size = ...  # TODO: від 1 до 64
seq_length = ...  # TODO: від 50 до 500
learning_rate = ...  # TODO: від 1e-5 до 1e-1

# Параметри моделі:
embedding_dim = 256
hidden_size = ...  # TODO: від 1 до 2048

characters_read = ...  # TODO: скільки символів прочитає все тренування, з цих чисел
