"""Pages on their way out: sheets, books, PDF, PNG, SVG."""
