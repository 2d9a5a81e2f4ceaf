"""A network trained by the code of the student, on the page of lessons."""
