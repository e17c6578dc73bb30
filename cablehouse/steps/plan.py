"""Which files are read together? The second step."""

from __future__ import annotations

import structlog

from cablehouse.planning import plan_batches
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace
from transforms.schema.model import schema_version
from transforms.version import PARSER_VERSION

log = structlog.get_logger(__name__)


def plan(settings: Settings, run_id: str) -> list[str]:
    """Gather the run's input files into batches; returns their ids, at most a thousand.

    A retry was planned when it was opened, for it reads single records.
    """
    space = Workspace.open(settings, run_id)
    if space.state().kind == "retry":
        return space.batch_ids()
    batches = plan_batches(
        space.inputs(),
        batch_bytes=settings.batch_bytes,
        batch_files=settings.batch_files,
        parser_version=PARSER_VERSION,
        schema_version=schema_version(),
    )
    space.write_plan(batches)
    log.info("planned", run_id=run_id, batches=len(batches))
    return [batch.batch_id for batch in batches]
