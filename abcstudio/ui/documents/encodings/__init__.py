"""The encoding of an open file: shown beside its text, chosen anew."""
