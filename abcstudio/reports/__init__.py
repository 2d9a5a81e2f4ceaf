"""The report of a student's work: of lessons or runs as a document."""
