"""`cablehouse dashboard`: look at the warehouse in a browser."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from cablehouse.cli.console import HomeOption, out, settings_for
from cablehouse.dashboard import HOST, PORT, dashboard_command, dashboard_environment


def dashboard(
    home: HomeOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = PORT,
    host: Annotated[
        str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")
    ] = HOST,
) -> None:
    """Serve the dashboard until it is stopped with Ctrl-C.

    It has no log-in; whoever reaches the port reads the warehouse.
    """
    settings = settings_for(home)
    out.print(f"Dashboard: http://localhost:{port}", highlight=False)
    command = dashboard_command(host, port)
    environment = {**os.environ, **dashboard_environment(settings)}
    os.execve(command[0], command, environment)  # noqa: S606 - our own program
