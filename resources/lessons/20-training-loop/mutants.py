"""Answers whose worth is known."""

RIGHT = [
    ("get_batch(vectorized_songs, seq_length, batch_size)", "train_step(x_batch, y_batch)",
     "loss.item()", "iteration % 100 == 0", "save_checkpoint()"),
    ("get_batch(vectorized_songs, seq_length=seq_length, batch_size=batch_size)",
     "train_step(x=x_batch, y=y_batch)", "float(loss)", "(iteration + 1) % 100 == 0",
     "save_checkpoint()"),
    ("get_batch(vectorized_songs, batch_size=batch_size, seq_length=seq_length)",
     "train_step(x_batch, y_batch)", "loss.detach().item()",
     "iteration > 0 and iteration % 100 == 0", "save_checkpoint()"),
    ("get_batch(vectorized_songs, seq_length, batch_size)", "train_step(x_batch, y_batch)",
     "loss.tolist()", "not iteration % 100", "save_checkpoint()"),
    ("tuple(get_batch(vectorized_songs, seq_length, batch_size))",
     "train_step(*(x_batch, y_batch))", "loss.detach().numpy().item()",
     "iteration in range(0, num_training_iterations, 100)", "save_checkpoint()"),
    "import numpy as np\ndef train(num_training_iterations, seq_length, batch_size):\n"
    "    history = np.zeros(num_training_iterations)\n"
    "    for number in range(num_training_iterations):\n"
    "        batch = get_batch(vectorized_songs, seq_length, batch_size)\n"
    "        history[number] = train_step(*batch).item()\n"
    "        if number % 100 == 0:\n            save_checkpoint()\n"
    "    save_checkpoint()\n    return history\n",
    "def train(num_training_iterations, seq_length, batch_size):\n    history = []\n"
    "    for number in range(1, num_training_iterations + 1):\n"
    "        batch = get_batch(vectorized_songs, seq_length, batch_size)\n"
    "        history.append(train_step(*batch).item())\n"
    "        if number % 100 == 0 or number == num_training_iterations:\n"
    "            save_checkpoint()\n    return history\n",
]  # fmt: skip

WRONG = [
    ("sizes-swapped", {1: "get_batch(vectorized_songs, batch_size, seq_length)"}),
    ("fixed-sizes", {1: "get_batch(vectorized_songs, 50, 4)"}),
    ("other-data", {1: "get_batch(history, seq_length, batch_size)"}),
    ("data-missing", {1: "get_batch(seq_length, batch_size)"}),
    ("function-itself", {1: "get_batch"}),
    ("batch-swapped", {2: "train_step(y_batch, x_batch)"}),
    ("input-for-target", {2: "train_step(x_batch, x_batch)"}),
    ("target-missing", {2: "train_step(x_batch)"}),
    ("too-many-steps", {2: "train_step(x_batch, y_batch)\ntrain_step(x_batch, y_batch)"}),
    ("graph-kept", {3: "loss"}),
    ("graph-kept", {3: "loss.detach()"}),
    ("graph-kept", {3: "loss.clone()"}),
    ("item-not-called", {3: "loss.item"}),
    ("text-kept", {3: "str(loss)"}),
    ("array-kept", {3: "loss.detach().numpy()"}),
    ("other-loss", {3: "history[0] if iteration else loss.item()"}),
    ("rounded", {3: "int(loss)"}),
    ("nothing-kept", {3: "loss.backward()"}),
    ("checkpoint-each-time", {4: "iteration % 100"}),
    ("checkpoint-each-time", {4: "True"}),
    ("no-checkpoints", {4: "False"}),
    ("no-checkpoints", {4: "iteration == num_training_iterations"}),
    ("other-iterations", {4: "iteration == 100"}),
    ("other-iterations", {4: "iteration % 10 == 0"}),
    ("other-iterations", {4: "iteration // 100 == 1"}),
    ("part-of-hundred", {4: "iteration / 100 == 0"}),
    ("no-last-checkpoint", {5: "pass"}),
    ("no-last-checkpoint", {5: "save_checkpoint"}),
    ("too-few-losses", {5: "save_checkpoint()\nhistory = history[-1:]"}),
    ("nothing-comes-back", {5: "save_checkpoint()\nreturn"}),
    (
        "returned-too-early",
        "def train(num_training_iterations, seq_length, batch_size):\n    history = []\n"
        "    for iteration in range(num_training_iterations):\n"
        "        x, y = get_batch(vectorized_songs, seq_length, batch_size)\n"
        "        history.append(train_step(x, y).item())\n"
        "        if iteration % 100 == 0:\n            save_checkpoint()\n"
        "        return history\n",
    ),
    (
        "one-batch",
        "def train(num_training_iterations, seq_length, batch_size):\n    history = []\n"
        "    x, y = get_batch(vectorized_songs, seq_length, batch_size)\n"
        "    for iteration in range(num_training_iterations):\n"
        "        history.append(train_step(x, y).item())\n"
        "        if iteration % 100 == 0:\n            save_checkpoint()\n"
        "    save_checkpoint()\n    return history\n",
    ),
    ("", {3: "-loss.item()"}),
]
