"""``python -m commands`` is ``presencia``."""

from commands.main import main

main()
