# `make help` lists what there is. Everything runs in .venv, which is made on first use.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export CABLEHOUSE_HOME ?= $(CURDIR)/data
DUMPS ?= $(CABLEHOUSE_HOME)/sample/dump
SIZES ?= 1000 5000
# Bytecode is kept, whatever the machine says: to compile Airflow or Great Expectations again in
# every process takes longer than a small run does.
unexport PYTHONDONTWRITEBYTECODE
# Without bytecode, which is made when a module is first used: most never are.
PIP := $(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: help run test test-readers up check style types fast-tests docs bench sample-dump lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.runtime $(if $(filter command line,$(origin DUMPS)),,sample-dump) ## run the real DAG once, over the sample dump or DUMPS="path ..."
	@PYTHONWARNINGS=ignore $(BIN)/python -m cablehouse.airflow_once dags $(DUMPS)

test: $(VENV)/.dev ## run the whole test suite
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-readers: $(VENV)/.dev ## eight readers for a minute through ten publishes
	@CABLEHOUSE_TEST_READER_SECONDS=60 $(BIN)/python -m pytest -q tests/warehouse/test_readers.py

up: $(VENV)/.runtime ## start Airflow with the DAGs scheduled, and the dashboard, on this machine
	@PYTHONWARNINGS=ignore $(BIN)/python -m cablehouse.airflow_up dags

check: $(VENV)/.dev ## style, types and fast tests, two at a time
	@$(MAKE) --no-print-directory -j2 --output-sync=target types fast-tests style

style: $(VENV)/.dev ## format, lint, SQL style
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/sqlfluff lint --disable-progress-bar -q warehouse/sql
	@$(BIN)/sqlfluff lint --disable-progress-bar -q --templater placeholder dashboards/queries

types: $(VENV)/.dev ## strict types
	@$(BIN)/mypy

fast-tests: $(VENV)/.dev ## conventions and unit tests
	@$(BIN)/python -m pytest -q tests/conventions tests/unit

docs: $(VENV)/.dev ## write the generated pages again, and build the site into build/docs
	@$(BIN)/python -m handbook
	@$(BIN)/python -m sphinx --fail-on-warning --keep-going -q -b html docs build/docs
	@echo "Open build/docs/index.html"

bench: $(VENV)/.dev ## measure the pipeline (SIZES="1000 5000", BENCH="--airflow"); results go to benchmarks/results/
	@$(BIN)/python benchmarks/parse.py
	@$(BIN)/python benchmarks/pipeline.py $(BENCH) $(SIZES)

lock: ## pin all dependencies with hashes again (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/runtime.lock
	uv pip compile pyproject.toml --group dev -c requirements/runtime.lock --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/dev.lock

clean: ## remove the environment and the default home folder
	rm -rf $(VENV) data

sample-dump: $(VENV)/.runtime ## write the sample dump, when it is not there
	@test -d "$(CABLEHOUSE_HOME)/sample/dump" || $(BIN)/cablehouse sample --cables 200 --output "$(CABLEHOUSE_HOME)/sample"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cablehouse needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the pinned dependencies into $(VENV) (a few minutes, once) ..."
	@$(PIP) --require-hashes -r requirements/runtime.lock 2> $(VENV)/pip.log || (cat $(VENV)/pip.log >&2; exit 1)
	@$(PIP) --no-deps --no-build-isolation -e . 2>> $(VENV)/pip.log || (cat $(VENV)/pip.log >&2; exit 1)
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.runtime
	@$(PIP) --require-hashes -r requirements/dev.lock 2>> $(VENV)/pip.log || (tail -50 $(VENV)/pip.log >&2; exit 1)
	@touch $@
