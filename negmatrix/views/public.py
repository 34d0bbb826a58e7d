"""What a public version says of itself."""

from negmatrix.document import Document, Paragraph, Tone

_NOTE = (
    "Public version. Left out are what is marked internal and, of all else, what parties accept or rule out, what they "
    "would do without a deal, red lines, salience, confidence, interests, power and notes."
)


def mark_public(document: Document) -> Document:
    """The document with a line below its heading that says that it is public."""
    first, rest = document.blocks[:1], document.blocks[1:]
    return document._replace(blocks=(*first, Paragraph(_NOTE, Tone.MUTED), *rest))
