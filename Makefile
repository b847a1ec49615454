.DEFAULT_GOAL := help
SHELL := /bin/bash
export UV_PYTHON_DOWNLOADS := never
PYTHON ?= python3
VENV := .venv/bin
TESTS ?= tests

MINIPROGRAM := miniprogram/node_modules/.stamp
CONSOLE := console/node_modules/.stamp
CONSOLE_BUILT := console/dist/index.html
# Node: the machine's own where it is new enough, else one that comes as a Python wheel.
NODE_BIN := $(shell node -e 'process.exit(+process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null && dirname "$$(command -v node)" || echo $(CURDIR)/.venv/bin)
export NODE := $(NODE_BIN)/node
NPM_IN = PATH="$(NODE_BIN):$$PATH" npm --no-audit --no-fund --loglevel error --prefix
NPM = $(NPM_IN) miniprogram

.PHONY: help run test check python-check fix bench lock setup setup-dev miniprogram-check miniprogram-preview api-types console console-check

help: ## what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/uv: 
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "需要 Python 3.11 或更新的版本")'
	@$(PYTHON) -m venv .venv
	@$(VENV)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
	@touch $@

.venv/installed: .venv/uv requirements.txt
	@echo "正在安装依赖（第一次约一分钟）…"
	@$(VENV)/uv pip install --quiet --python $(VENV)/python --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@$(VENV)/uv pip install --quiet --python $(VENV)/python --require-hashes -r requirements-dev.txt
	@touch $@

$(NODE): | .venv/uv
	@echo "这台机器没有 Node 20 以上，正在从 PyPI 安装 …"
	@$(VENV)/uv pip install --quiet --python $(VENV)/python --require-hashes -r requirements-node.txt

$(MINIPROGRAM): miniprogram/package-lock.json | $(NODE)
	@echo "正在安装小程序的工具（第一次约一分钟）…"
	@$(NPM) ci
	@touch $@

$(CONSOLE): console/package-lock.json | $(NODE)
	@echo "正在安装工作台的工具（第一次约一分钟）…"
	@$(NPM_IN) console ci
	@touch $@

$(CONSOLE_BUILT): $(CONSOLE) console/index.html console/kiosk.html console/asked.html console/vite.config.ts $(shell find console/src miniprogram/src/domain -type f)
	@echo "正在构建工作台（约半分钟）…"
	@$(NPM_IN) console run --silent build -- --logLevel warn
	@touch $@

setup: .venv/installed ## install what running needs
setup-dev: .venv/installed-dev ## install what tests need, too

run: setup $(CONSOLE_BUILT) ## start everything on http://127.0.0.1:8000 (PORT, DATA_DIR move it)
	@exec $(VENV)/python server.py

check: setup-dev ## the fast part: lint, types, import rules, both front ends, unit tests
	@$(MAKE) --no-print-directory -j2 --output-sync=target python-check miniprogram-check console-check
	$(VENV)/pytest tests/unit -q -n 2

python-check: setup-dev ## the server: lint, types, import rules
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/lint-imports
	$(VENV)/pyright

# What tests need beside Python comes first, so that no unit test is skipped for want of it.
test: ## everything
	tests/prepare.sh
	@$(MAKE) --no-print-directory check
	$(VENV)/pytest tests/integration tests/api tests/browser tests/phone tests/console -q -n 3 --dist worksteal -m 'not faults'
	$(VENV)/pytest tests -q -m faults

miniprogram-check: setup-dev $(MINIPROGRAM) ## the mini-program: types, lint, WeChat's compilers, npm packing, sizes, unit tests
	$(NPM) run check
	$(VENV)/python server.py openapi | $(NPM) run --silent types -- --check

console: $(CONSOLE_BUILT) ## build the staff console

console-check: setup-dev $(MINIPROGRAM) $(CONSOLE) $(CONSOLE_BUILT) ## the console: types, lint, unit tests
	$(NPM_IN) console run check
	$(VENV)/python server.py openapi | $(NPM) run --silent types -- --console --check

miniprogram-preview: setup-dev $(MINIPROGRAM) ## the mini-program in a browser, in front of `make run` (PORT as there)
	@$(VENV)/python server.py demo-people --json > miniprogram/.people.json
	@cd miniprogram && PATH="$(NODE_BIN):$$PATH" npx tsx harness/server.ts --backend http://127.0.0.1:$${PORT:-8000} --port $${PREVIEW_PORT:-8080} --people .people.json

api-types: setup-dev $(MINIPROGRAM) ## the types of the API for both front ends, after it changed
	$(VENV)/python server.py openapi | $(NPM) run --silent types
	$(VENV)/python server.py openapi | $(NPM) run --silent types -- --console

fix: setup-dev ## format and mend what can be mended by itself
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

bench: setup-dev $(MINIPROGRAM) ## measure; prints a table and writes artefacts/bench.json
	$(VENV)/python -m bench

lock: setup ## compile requirements*.txt from requirements*.in
	$(VENV)/uv pip compile -q --python-version 3.11 requirements.in -o requirements.txt
	$(VENV)/uv pip compile -q --python-version 3.11 requirements-dev.in -o requirements-dev.txt
	$(VENV)/uv pip compile -q --python-version 3.11 requirements-node.in -o requirements-node.txt
