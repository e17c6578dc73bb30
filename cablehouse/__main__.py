"""`python -m cablehouse`: the same as the command `cablehouse`."""

from cablehouse.cli.main import run

if __name__ == "__main__":
    run()
