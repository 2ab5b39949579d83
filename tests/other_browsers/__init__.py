"""The learner's ways through the site in the engines of Firefox and Safari: `make engines`."""
