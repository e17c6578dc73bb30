"""Starts the dashboard: a server over `dashboards/app.py`, on this machine alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablehouse.settings import Settings

PORT = 8501
HOST = "127.0.0.1"
_OWN_HOSTS = (HOST, "localhost")
_OURS = Path(__file__).parents[1]


def dashboard_command(host: str, port: int) -> list[str]:
    """The command that serves the dashboard.

    Args:
        host: Address to listen on.
        port: Port to listen on.
    """
    application = "on_this_machine" if host in _OWN_HOSTS else "for_others"
    return [
        # What lies in the folder that it is started from is not to be taken for ours.
        *(sys.executable, "-P", "-m", "uvicorn", "--app-dir", str(_OURS)),
        *("--factory", f"dashboards.app:{application}", "--host", host, "--port", str(port)),
        *("--log-level", "warning", "--no-access-log"),
    ]


def dashboard_environment(settings: Settings) -> dict[str, str]:
    """Variables that the dashboard needs beside those of this process."""
    return {"CABLEHOUSE_HOME": str(settings.home.resolve())}
