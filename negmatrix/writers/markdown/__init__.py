"""A document in Markdown that GitHub, GitLab, pandoc and a plain reader show alike."""

from negmatrix.writers.markdown.entry import write_markdown

__all__ = ["write_markdown"]
