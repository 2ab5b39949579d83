"""What the project takes from others: locked, with wheels for every system, under known licences, without known holes."""
