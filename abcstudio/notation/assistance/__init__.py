"""What can be written next: completions, snippets, brackets."""
