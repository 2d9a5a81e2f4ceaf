"""The encoding of a source, chosen where its files leave a doubt."""
