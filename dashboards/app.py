"""The dashboard: `cablehouse dashboard` starts it, Streamlit runs this file for each look at it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import streamlit as st

from dashboards import addresses
from dashboards.live import follow_new_generations
from dashboards.pages import cable, explore, overview
from dashboards.pages.frame import framed

_PAGES = (
    st.Page(framed(overview.show), title="Overview", url_path="overview", default=True),
    st.Page(framed(explore.show), title="Explore", url_path=addresses.EXPLORE),
    st.Page(framed(cable.show), title="Cable", url_path=addresses.CABLE, visibility="hidden"),
)

st.set_page_config(page_title="cablehouse", layout="wide", initial_sidebar_state="collapsed")
with resources.as_file(resources.files("dashboards").joinpath("assets", "style.css")) as style:
    st.html(Path(style))
st.navigation(list(_PAGES), position="top").run()
follow_new_generations()
