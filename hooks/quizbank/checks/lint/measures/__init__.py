"""What the linter measures texts by: words, negatives, figures, likeness, chance. No check stands here."""
