"""How much a published site can bear, and what a learner's visits weigh: `make load`."""
