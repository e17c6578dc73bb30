"""Settings of the documentation site, which `make docs` builds with warnings as errors.

Nothing is loaded from outside, so the site works from a folder and without a network.
"""

project = "cablehouse"
author = "the authors of cablehouse"
project_copyright = "the authors of cablehouse"
extensions = ["myst_parser"]
exclude_patterns = [
    "queries/README.md",  # the query library is that page, with answers
    "decisions/README.md",  # part of decisions/index.md
]
nitpicky = True

myst_heading_anchors = 4
myst_links_external_new_tab = False

html_theme = "furo"
html_title = "cablehouse"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}
