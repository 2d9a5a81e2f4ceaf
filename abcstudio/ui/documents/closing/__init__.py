"""Several unsaved texts that are about to be closed: saved in one act."""
