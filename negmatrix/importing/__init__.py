"""Tables that people have already, CSV, XLSX, Markdown and HTML, into talks text."""

from negmatrix.importing.files import Imported, Options, import_file

__all__ = ["Imported", "Options", "import_file"]
