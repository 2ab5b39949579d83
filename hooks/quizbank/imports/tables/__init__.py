"""Tables of questions, ours and other people's: which row heads the columns, what each column is, and a question of each row."""
