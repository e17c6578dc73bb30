"""What can go wrong in this room, one class per thing that a person must act on."""

from __future__ import annotations


class WarehouseError(Exception):
    """Base of this room's errors; the message says what happened, where, and what to do next."""

    is_expected = True


class NoWarehouse(WarehouseError):
    """There is no published warehouse yet."""

    def __init__(self, link: str) -> None:
        """Take the path of the link that was opened."""
        super().__init__(link)
        self.link = link

    def __str__(self) -> str:
        """The message, with the commands that make one."""
        return (
            f"{self.link}: there is no published warehouse yet. Load one with `make run` or "
            "`cablehouse ingest PATH`."
        )


class WarehouseLocked(WarehouseError):
    """Some program has the published file open for writing."""

    def __init__(self, path: str, engine_message: str) -> None:
        """Take the file, and what the engine says of the program that holds it."""
        super().__init__(path, engine_message)
        self.path = path
        self.engine_message = engine_message

    def __str__(self) -> str:
        """The message, with the program that has to let go."""
        return (
            f"{self.path} is open for writing in another program, which locks out all readers: "
            f"{self.engine_message} Have that program open the file read-only."
        )


class OlderGeneration(WarehouseError):
    """The published file is of an older version, and lacks what is asked for."""

    def __init__(self, lacking: str) -> None:
        """Take what the engine says of it."""
        super().__init__(lacking)
        self.lacking = lacking

    def __str__(self) -> str:
        """The message, with the way to bring it up to date."""
        return (
            f"The published warehouse was built by an older version ({self.lacking}). Load once "
            "(`cablehouse ingest PATH`, also with a dump that an older version read): that brings "
            "it up to date."
        )


class GenerationMoved(WarehouseError):
    """Another run published since this generation was built."""

    def __init__(self, expected: str | None, current: str | None) -> None:
        """Take the generation that was built upon, and the one that is published now."""
        super().__init__(expected, current)
        self.expected = expected
        self.current = current

    def __str__(self) -> str:
        """The message; repeating heals it."""
        return (
            f"The generation was built upon {self.expected}, but {self.current} is published now. "
            "Repeat load and publish."
        )


class LoadCheckFailed(WarehouseError):
    """A generation that was built is not sound; it is not published."""

    def __init__(self, check: str, count: int, examples: tuple[str, ...]) -> None:
        """Take the name of the check, how many rows fail it, and a few of them."""
        super().__init__(check, count, examples)
        self.check = check
        self.count = count
        self.examples = examples

    def __str__(self) -> str:
        """The message, with the first rows that fail."""
        rows = "".join(f"\n  {example}" for example in self.examples)
        return (
            f"The built warehouse fails the check {self.check} ({self.count} rows):{rows}\nNothing "
            "was published. This is a fault in cablehouse; report it with these rows."
        )


class NoSuchTable(WarehouseError):
    """A table or view that the warehouse does not have."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Take the name that was asked for, and those that there are."""
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        """The message, with the names that there are."""
        return f"{self.name}: the warehouse has no such table or view. It has: " + ", ".join(
            self.known
        )
