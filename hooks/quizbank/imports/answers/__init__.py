"""What readers of several formats need to make answers: weights, options with letters, orders that must stay, gaps in texts."""
