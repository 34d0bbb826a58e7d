"""What `import` does with a file: the talks to where they belong, the report to standard error."""

import sys
from pathlib import Path

from negmatrix.cli.standard import write_standard
from negmatrix.cli.writing import refuse_any, write_whole
from negmatrix.finding.files import read_standard_input
from negmatrix.importing import Options, import_file
from negmatrix.writers.terminal.visible import make_visible


def take_in(file: str, target: Path | None, options: Options, *, force: bool) -> int:
    """Import a file, and return the exit code; LostError for what cannot be imported, or would be written over."""
    if target is not None:
        refuse_any(target, force=force)
    imported = (
        import_file(read_standard_input(), "-", options) if file == "-" else import_file(Path(file), None, options)
    )
    for line in imported.report:
        sys.stderr.write(make_visible(line, sys.stderr.encoding or "utf-8") + "\n")
    if target is None:
        write_standard(imported.text.encode())
    else:
        write_whole(target, lambda file: file.write(imported.text.encode()), force=force)
    return 0
