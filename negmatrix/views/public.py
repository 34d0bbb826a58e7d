"""What a public version says of itself."""

from negmatrix.document import Document, Paragraph, Tone

_NOTE = "Public version: what is marked internal, red lines, weights of parties and notes are left out."


def mark_public(document: Document) -> Document:
    """The document with a line below its heading that says that it is public."""
    first, rest = document.blocks[:1], document.blocks[1:]
    return document._replace(blocks=(*first, Paragraph(_NOTE, Tone.MUTED), *rest))
