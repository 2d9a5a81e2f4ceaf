"""A report as a file: DOCX, HTML or PDF."""
