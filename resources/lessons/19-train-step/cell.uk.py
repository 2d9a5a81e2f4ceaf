import torch

# Мала модель, її оптимізатор, compute_loss(labels, logits) і батч x, y уже є.
print(model, optimizer)


def train_step(x, y):
    # Те, що лишилося від попереднього кроку, обнулено.
    optimizer.zero_grad()
    y_hat = ...  # TODO: що модель дає для x
    loss = ...  # TODO: її втрати щодо y, через compute_loss
    ...  # TODO: знайдіть градієнти втрат
    ...  # TODO: дайте оптимізатору зробити крок
    return loss


for _ in range(3):
    print(train_step(x, y))
