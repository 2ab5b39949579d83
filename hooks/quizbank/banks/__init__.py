"""From a YAML file to a `Bank`: the reader that keeps lines, mistakes of grammar in plain words, and the models' verdict.

The door is `load.load_bank`; `reading.open_source` is the one way to open any YAML file with messages.
"""
