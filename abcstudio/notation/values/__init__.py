"""What single signs or field values mean."""
