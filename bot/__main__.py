"""`zvonok` and `python -m bot`: the same command line."""

from bot.cli import main

if __name__ == "__main__":
    main()
