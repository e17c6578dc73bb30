"""What can go wrong in this room, one class per thing that a person must act on.

Terminal errors stay wrong however often the step is repeated; transient ones may heal by waiting,
so a scheduler retries those alone. All of them survive pickling, for they cross process pools.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata


class CablehouseError(Exception):
    """Base of all expected errors; the message says what happened, where, and what to do next."""


class TerminalError(CablehouseError):
    """Repeating the step cannot help."""


class TransientError(CablehouseError):
    """Repeating the step later may help."""


class InputNotFound(TerminalError):
    """A path that was named does not exist."""

    def __init__(self, uri: str) -> None:
        """Take the path as the user wrote it."""
        super().__init__(uri)
        self.uri = uri

    def __str__(self) -> str:
        """The message for the person who named the path."""
        if not self.uri.strip():
            return "A path without a name was given: is a variable empty? Nothing was read."
        return f"{self.uri}: no such file or folder. Check the spelling, then run again."


class InputChanged(TerminalError):
    """A file is not the one any more whose content the run was planned for."""

    def __init__(self, uri: str) -> None:
        """Take the path or URL."""
        super().__init__(uri)
        self.uri = uri

    def __str__(self) -> str:
        """The message, with the way out."""
        return (
            f"{self.uri}: the file was changed while it was being read, so what was read cannot be "
            "trusted. Wait until it is written, then run again."
        )


class SourceGone(TerminalError):
    """The file that a cable was read from is not there any more."""

    def __init__(self, uri: str, cable_id: str) -> None:
        """Take the file and the cable."""
        super().__init__(uri, cable_id)
        self.uri = uri
        self.cable_id = cable_id

    def __str__(self) -> str:
        """The message, with the ways out."""
        return (
            f"{self.cable_id} was read from {self.uri}, and that file is not there any more. Put "
            "it back (a relative path counts from the folder in which the dump was ingested), or "
            "name a copy with `cablehouse explain --file PATH`."
        )


class SourceChanged(TerminalError):
    """Another text stands where a cable was read from."""

    def __init__(self, place: str, cable_id: str) -> None:
        """Take the place of the record and the cable."""
        super().__init__(place, cable_id)
        self.place = place
        self.cable_id = cable_id

    def __str__(self) -> str:
        """The message, with the way out."""
        return (
            f"{self.cable_id} was read from {self.place}, but the text that is there now is not "
            "the one that was loaded. Ingest the file as it is now, or explain it with "
            "`cablehouse explain --file PATH`."
        )


class ExtraMissing(TerminalError):
    """Something was asked for that needs an optional part of cablehouse."""

    def __init__(self, wanted: str, extra: str) -> None:
        """Take what was asked for and the name of the extra that brings it."""
        super().__init__(wanted, extra)
        self.wanted = wanted
        self.extra = extra

    def __str__(self) -> str:
        """The message, with the command that mends it."""
        parts = [
            entry.split(";")[0].strip()
            for entry in metadata.requires("cablehouse") or ()
            if re.search(rf"extra == .{self.extra}.", entry)
        ]
        return (
            f"{self.wanted} needs the optional part `{self.extra}`, which is not installed: "
            f"{sys.executable} -m pip install '{' '.join(parts)}'"
        )


class HomeBusy(TransientError):
    """Another run holds the lock of this home folder."""

    def __init__(self, lock: str) -> None:
        """Take the path of the lock file."""
        super().__init__(lock)
        self.lock = lock

    def __str__(self) -> str:
        """The message, with what to look at."""
        return (
            f"Another run is writing to this home folder (lock {self.lock}). Wait for it to end; "
            "`cablehouse status` shows the last runs."
        )


class RunGone(TerminalError):
    """A step was asked to go on with a run whose staging folder is no longer there."""

    def __init__(self, run_id: str, folder: str) -> None:
        """Take the run and the folder that was expected."""
        super().__init__(run_id, folder)
        self.run_id = run_id
        self.folder = folder

    def __str__(self) -> str:
        """The message, with the way out."""
        return (
            f"Run {self.run_id} has no staging folder {self.folder}: it ended or was cleared by a "
            "later run. Start a new run; what was published is skipped, the rest is read again."
        )


class LedgerBroken(TerminalError):
    """The outcomes of a run do not add up to the records that it read."""

    def __init__(self, run_id: str, read: int, accounted: int) -> None:
        """Take the run, the records read and the records accounted for."""
        super().__init__(run_id, read, accounted)
        self.run_id = run_id
        self.read = read
        self.accounted = accounted

    def __str__(self) -> str:
        """The message; this is always a fault of the program."""
        return (
            f"Run {self.run_id}: {self.read} records were read, but {self.accounted} are accounted "
            "for. Nothing was published. This is a fault in cablehouse; report it with the run's "
            "folder under staging/."
        )


class RecordsQuarantined(TerminalError):
    """A strict run met records that it cannot understand."""

    def __init__(self, run_id: str, count: int, examples: tuple[str, ...]) -> None:
        """Take the run, how many records, and a few places with reasons."""
        super().__init__(run_id, count, examples)
        self.run_id = run_id
        self.count = count
        self.examples = examples

    def __str__(self) -> str:
        """The message, with the first places."""
        places = "".join(f"\n  {example}" for example in self.examples)
        return (
            f"{self.count} records of run {self.run_id} were quarantined and the run is strict, so "
            f"nothing was published:{places}\nMend them, or run without --strict (in Airflow the "
            "parameter `strict`)."
        )


class NoSuchGeneration(TerminalError):
    """A generation that is not there, or more than one could be meant."""

    def __init__(self, wanted: str | None, known: tuple[str, ...]) -> None:
        """Take what was asked for (None: the one before), and the generations that there are."""
        super().__init__(wanted, known)
        self.wanted = wanted
        self.known = known

    def __str__(self) -> str:
        """The message, with the generations that there are."""
        there = ", ".join(self.known) or "none; load one with `cablehouse ingest PATH`"
        if self.wanted is None:
            return f"There is no older generation to go back to. There are: {there}."
        count = sum(name.startswith(self.wanted) for name in self.known)
        found = f"{count} generations begin so" if count else "no generation is called or begins so"
        return f"{self.wanted}: {found}. There are: {there}."


class AlreadyCurrent(TerminalError):
    """Readers see that generation already."""

    def __init__(self, generation: str) -> None:
        """Take the generation."""
        super().__init__(generation)
        self.generation = generation

    def __str__(self) -> str:
        """The message; there is nothing to do."""
        return f"Readers see generation {self.generation} already; nothing was changed."


class InputsWithheld(TerminalError):
    """Inputs of a run were retracted or rolled back while it was under way."""

    def __init__(self, run_id: str, count: int) -> None:
        """Take the run and how many of its inputs."""
        super().__init__(run_id, count)
        self.run_id = run_id
        self.count = count

    def __str__(self) -> str:
        """The message, with the way out."""
        return (
            f"Run {self.run_id}: {self.count} of its input files were retracted or rolled back "
            "while it was under way, so nothing was published. Start the run again: it passes "
            "them over."
        )


class NoSuchBatch(TerminalError):
    """A batch that the warehouse does not hold."""

    def __init__(self, batch_id: str) -> None:
        """Take the id that was asked for."""
        super().__init__(batch_id)
        self.batch_id = batch_id

    def __str__(self) -> str:
        """The message, with the way to find the right one."""
        return (
            f"{self.batch_id}: the warehouse holds no such batch. Find it with `cablehouse sql "
            '"SELECT batch_id, uri FROM inputs"`, or by cable: "SELECT batch_id FROM cables '
            "WHERE cable_id = '06ASTANA668'\"."
        )


class AlreadyRetracted(TerminalError):
    """A batch that was taken out before."""

    def __init__(self, batch_id: str, at: str, by: str) -> None:
        """Take the batch, when it was taken out, and by whom."""
        super().__init__(batch_id, at, by)
        self.batch_id = batch_id
        self.at = at
        self.by = by

    def __str__(self) -> str:
        """The message; there is nothing to do."""
        return f"Batch {self.batch_id} was taken out already, on {self.at} by {self.by}."


class NoSuchQuarantined(TerminalError):
    """A quarantined record that is not there, or more than one could be meant."""

    def __init__(self, wanted: str, count: int) -> None:
        """Take the id that was asked for, and how many records it could mean."""
        super().__init__(wanted, count)
        self.wanted = wanted
        self.count = count

    def __str__(self) -> str:
        """The message, with the command that lists them."""
        return (
            f"{self.wanted}: {self.count or 'no'} quarantined records have an id that starts so. "
            "`cablehouse quarantine list` shows those that are left to be read."
        )
