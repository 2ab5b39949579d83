"""What helps an author to begin: the file of a figure, drawn here or in a drawing program, and a whole new course."""
