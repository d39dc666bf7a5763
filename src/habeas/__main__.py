"""`python -m habeas` is `habeas`."""

from habeas.cli import main

main()
