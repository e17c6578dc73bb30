"""What can go wrong in this room."""

from __future__ import annotations


class ValidationFailed(Exception):
    """Data that must not be published: at least one check of level `stop` failed."""

    is_expected = True

    def __init__(self, failures: tuple[str, ...]) -> None:
        """Take one line per failed check, with count, first offenders and what to do."""
        super().__init__(failures)
        self.failures = failures

    def __str__(self) -> str:
        """The message, one check to a line."""
        lines = "".join(f"\n  {failure}" for failure in self.failures)
        return f"{len(self.failures)} checks failed, so nothing was published:{lines}"
