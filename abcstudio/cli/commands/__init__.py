"""The names, sentences, modules of the commands, known without importing any of them."""
