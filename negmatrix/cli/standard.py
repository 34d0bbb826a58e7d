"""What is no text for a terminal to standard output."""

import io
import sys


def write_standard(written: bytes) -> None:
    """Formats are UTF-8 whatever the terminal's encoding; a captured standard output may take text only."""
    sys.stdout.flush()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(written.decode("utf-8"))
