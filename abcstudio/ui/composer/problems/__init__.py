"""What is doubtful in a text: listed, gone to, fixed."""
