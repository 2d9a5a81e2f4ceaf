"""Pictures of a report, drawn for print."""
