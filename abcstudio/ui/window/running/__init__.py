"""The one running studio of a home, to which later starts hand their files."""
