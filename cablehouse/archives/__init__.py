"""Archives and compressed files, opened wherever they lie within each other."""

from cablehouse.archives.opening import Limits, open_members

__all__ = ["Limits", "open_members"]
