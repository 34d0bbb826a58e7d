"""Results to documents: what is shown of them, in which words and order."""
