"""What the README shows is what the commands print, on the sample dump that `make run` loads."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cablehouse.cli import console
from cablehouse.cli.main import app

README = Path(__file__).parents[2] / "README.md"
SHOWN = re.findall(r"^```\n\$ cablehouse (.*)\n((?:.*\n)*?)```$", README.read_text("utf-8"), re.M)


def test_there_are_five() -> None:
    assert len(SHOWN) == 5


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines() if line.strip()]


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[shown[0][:40] for shown in SHOWN])
def test_the_output_is_what_it_prints(
    command: str, output: str, loaded: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console.out, "width", 100)
    words = [*shlex.split(command), "--home", str(loaded.settings.home)]
    answer = CliRunner().invoke(app, words)
    assert answer.exit_code == 0, answer.output
    if os.environ.get("CABLEHOUSE_UPDATE_README"):
        _update(command, answer.output)
        pytest.skip("CABLEHOUSE_UPDATE_README is set: the output was written, not compared")
    assert _lines(answer.output) == _lines(output)


def _update(command: str, output: str) -> None:
    """Write what a command prints now; looked at by whoever asks for it."""
    page = README.read_text("utf-8")
    head = f"```\n$ cablehouse {command}\n"
    before, _, rest = page.partition(head)
    shown = "\n".join(_lines(output))
    README.write_text(f"{before}{head}{shown}\n```{rest.partition('```')[2]}", "utf-8")


def test_what_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    assert len(links) > 8
    assert [link for link in links if not (README.parent / link).exists()] == []


def test_it_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) < 130


TEN_MINUTES = (README.parent / "docs" / "start" / "ten-minutes.md").read_text("utf-8")
COMMANDS = re.findall(r"^\.venv/bin/cablehouse (.*)$", TEN_MINUTES, re.M)


def test_there_are_first_commands() -> None:
    assert len(COMMANDS) >= 4


@pytest.mark.parametrize("command", COMMANDS)
def test_the_first_commands_work(command: str, loaded: Any) -> None:
    words = [*shlex.split(command), "--home", str(loaded.settings.home)]
    answer = CliRunner().invoke(app, words)
    assert answer.exit_code == 0, answer.output
    assert len(answer.output.splitlines()) > 2
