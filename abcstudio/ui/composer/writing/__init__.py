"""Help while ABC is typed: completion, brackets, snippets, explanations."""
