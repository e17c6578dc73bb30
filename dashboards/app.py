"""The dashboard: `cablehouse dashboard` starts it, Streamlit runs this file for each look at it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import streamlit as st

from dashboards import addresses
from dashboards.live import follow_new_generations
from dashboards.views import cable, explore, overview, pipeline, threads, topics
from dashboards.views.frame import framed

_PAGES = (
    st.Page(framed(overview.show), title="Overview", url_path="overview", default=True),
    st.Page(framed(explore.show), title="Explore", url_path=addresses.EXPLORE),
    st.Page(framed(topics.show), title="Topics", url_path=addresses.TOPICS),
    st.Page(framed(threads.show), title="Threads", url_path=addresses.THREADS),
    st.Page(framed(pipeline.show), title="Pipeline", url_path=addresses.PIPELINE),
    st.Page(framed(cable.show), title="Cable", url_path=addresses.CABLE, visibility="hidden"),
)

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
with resources.as_file(resources.files("dashboards").joinpath("assets", "style.css")) as style:
    st.html(Path(style))
st.navigation(list(_PAGES), position="top").run()
follow_new_generations()
