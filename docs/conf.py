"""Settings of the documentation site, which `make docs` builds with warnings as errors.

Nothing is loaded from outside, so the site works from a folder and without a network.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # `handbook` is not installed

project = "cablehouse"
author = "the authors of cablehouse"
project_copyright = "the authors of cablehouse"
extensions = ["myst_parser"]
exclude_patterns = [
    "queries/README.md",  # the query library is that page, with answers
    "decisions/README.md",  # part of decisions/index.md
]
nitpicky = True
highlight_language = "none"

myst_heading_anchors = 4
myst_links_external_new_tab = False

html_theme = "furo"
html_title = "cablehouse"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}


def setup(app):
    """Have Sphinx show the notebook, with the outputs that it keeps, on its page."""
    from handbook.notebook import show_notebook

    app.connect("source-read", show_notebook)
