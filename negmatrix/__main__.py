"""`python -m negmatrix`."""

from negmatrix.cli import main

main()
