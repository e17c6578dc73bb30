"""Settings of the documentation site; `make docs` builds it, warnings are errors."""

from pathlib import Path

project = "cablehouse"
author = "the authors of cablehouse"
copyright = "the authors of cablehouse"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = "cablehouse"
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
