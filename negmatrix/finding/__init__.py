"""What the user's words point at: a file, a folder, a name, a round, a git revision, standard input."""
