"""From questions of other systems to the text of a bank: kinds, ids, what is wanted, YAML, pictures."""
