"""A document on a terminal, or as plain text into a pipe or a file: the only place that imports rich, for colour only."""
