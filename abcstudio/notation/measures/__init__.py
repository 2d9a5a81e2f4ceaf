"""The score cut into measures, with what is doubtful in them."""
