# `make demo` and `make test` need Python 3.11 (with venv) and make, nothing else. Each makes its own
# environment, and installs only when pyproject.toml or constraints.txt changed. Where packages come
# from is the machine's business (pip's or uv's own configuration): no address stands here.

VENV := .venv
BIN  := $(VENV)/bin
ARGS ?=
# Shares of lines and branches that tests run, in per cent, below which none may fall: of core (but
# for core/exchange, which stands at 91 to 99 and counts in the whole), and of everything.
CORE_GATE  ?= 98
WHOLE_GATE ?= 95

UV     := $(or $(shell command -v uv 2>/dev/null),false)
PYTHON ?= $(shell for one in python3.11 python3.12 python3.13 python3; do \
	"$$one" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v "$$one" && break; done)

.NOTPARALLEL:
.PHONY: help demo demo-clean test check lint style coverage format constraints

help: ## Say what there is to do.
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.program ## A school, its bot and a messenger in the browser. ARGS="--port 8080"
	$(BIN)/zvonok demo $(ARGS)

demo-clean: ## Forget what the demo kept; the next one starts anew.
	rm -rf var/demo

test: $(VENV)/.test ## All tests. ARGS="-k diary"
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: lint coverage ## Linters, types, contracts, and the tests with their coverage.

lint: style ## Linters, types and contracts.
	$(BIN)/mypy

style: $(VENV)/.check ## Linters and contracts: seconds, where types take minutes.
	$(BIN)/python -c "import bot.program"
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/vulture

coverage: $(VENV)/.test ## All tests, and what they ran of the code; fails below the gates.
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal --cov --cov-report= $(ARGS)
	$(BIN)/coverage report --include='core/*' --omit='core/exchange/*' --skip-covered --show-missing \
		--fail-under=$(CORE_GATE)
	$(BIN)/coverage report --skip-covered --show-missing --fail-under=$(WHOLE_GATE)

format: $(VENV)/.check ## Lay the code out, and mend what can be mended safely.
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

constraints: ## Choose the newest versions that fit, of everything (needs uv).
	uv pip compile pyproject.toml --quiet --upgrade --universal --all-extras \
		--group test --group lint --no-annotate --no-header --output-file constraints.txt

$(VENV)/.program: WHAT = --editable .
$(VENV)/.test:    WHAT = --editable '.[postgres]' --group test
$(VENV)/.check:   WHAT = --editable '.[postgres]' --group test --group lint

# uv is quick, but does not read pip's configuration: where it is missing or finds nothing, pip gets
# its turn. Dependency groups need a pip of 25.1 or newer.
$(VENV)/.program $(VENV)/.test $(VENV)/.check: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing into $(VENV): $(WHAT)"
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --constraint constraints.txt $(WHAT) || { \
		$(BIN)/python -m ensurepip >/dev/null && \
		$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' && \
		$(BIN)/python -m pip install --quiet --constraint constraints.txt $(WHAT); }
	@touch $@

# Half an environment is worse than none.
$(BIN)/python:
	@$(UV) venv --quiet --python '$(or $(PYTHON),3.11)' $(VENV) || \
		{ test -n '$(PYTHON)' && $(PYTHON) -m venv $(VENV); } || { rm -rf $(VENV); \
		echo 'Python 3.11 or newer with venv is needed (Debian: apt install python3-venv)'; exit 1; }
