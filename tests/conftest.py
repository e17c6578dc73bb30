"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy machine takes a fifth of a second now and then; what must be fast is measured in benchmarks.
settings.register_profile("cablehouse", parent=settings(), deadline=None)
settings.load_profile("cablehouse")
