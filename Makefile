.DEFAULT_GOAL := help
SHELL := /bin/bash
export UV_PYTHON_DOWNLOADS := never
PYTHON ?= python3
VENV := .venv/bin
TESTS ?= tests

.PHONY: help run test check fix bench lock setup setup-dev

help: ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/uv: 
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "需要 Python 3.11 或更新的版本")'
	@$(PYTHON) -m venv .venv
	@$(VENV)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
	@touch $@

.venv/installed: .venv/uv requirements.txt
	@echo "正在安装依赖 …"
	@$(VENV)/uv pip install --quiet --python $(VENV)/python --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@$(VENV)/uv pip install --quiet --python $(VENV)/python --require-hashes -r requirements-dev.txt
	@touch $@

setup: .venv/installed ## install what running needs
setup-dev: .venv/installed-dev ## install what tests need, too

run: setup ## start everything on http://127.0.0.1:8000 (PORT, DATA_DIR move it)
	@exec $(VENV)/python server.py

check: setup-dev ## the fast part: lint, types, import rules, unit tests
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/lint-imports
	$(VENV)/pyright
	$(VENV)/pytest tests/unit -q -n 2

test: check ## everything
	tests/prepare.sh
	$(VENV)/pytest tests/integration tests/api tests/browser -q -n 2 -m 'not faults'
	$(VENV)/pytest tests -q -m faults

fix: setup-dev ## format and mend what can be mended by itself
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

bench: setup-dev ## measure; prints a table and writes artefacts/bench.json
	$(VENV)/python -m bench

lock: setup ## compile requirements*.txt from requirements*.in
	$(VENV)/uv pip compile -q --python-version 3.11 requirements.in -o requirements.txt
	$(VENV)/uv pip compile -q --python-version 3.11 requirements-dev.in -o requirements-dev.txt
