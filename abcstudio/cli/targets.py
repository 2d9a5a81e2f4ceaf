"""What becomes of a file that is there already: one rule for every option that names a target.

What cannot be made again (takes, imported tunes, runs, models) is never replaced. What is derived
from an input can be, and is.
"""

NUMBERED = "files that are there already are kept, and new ones are numbered"
REFUSED = "what is there already is kept, and the command is refused"
REPLACED = "files that are there already are replaced"
