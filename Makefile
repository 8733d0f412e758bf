# One command each. The logic lives in Python (commands/), so that every platform and CI share it.
PYTHON ?= python3
PRESENCIA := .venv/bin/presencia

.DEFAULT_GOAL := help
.PHONY: help run test check bench check-pg sbom advisories dev lock migration-fresh contract runtime

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null \
		|| grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

run: runtime ## Start everything on http://127.0.0.1:8000 (PORT= to change); Ctrl-C stops it
	@$(PRESENCIA) up

test: dev ## Run every test: Python, front end, browser
	@$(PRESENCIA) develop test

check: dev ## Lint, types, contracts, locks, docs: all that a machine can hold without running the product
	@$(PRESENCIA) develop check

bench: dev ## Measure the main readings and acts beside a hand-written floor
	@.venv/bin/python -m bench --plans

check-pg: dev ## Run the Python tests on the system's own PostgreSQL (Debian: 15)
	@$(PRESENCIA) develop check-pg

dev: ## Install the development tools into .venv
	@$(PYTHON) commands/prepare.py dev

runtime:
	@$(PYTHON) commands/prepare.py runtime

sbom: dev ## Write a bill of materials (CycloneDX) of both stacks into dist/sbom
	@$(PRESENCIA) develop sbom

advisories: dev ## Ask the registries what is known against any package in use
	@$(PRESENCIA) develop advisories

lock: dev ## Write requirements*.lock anew from pyproject.toml
	@.venv/bin/python commands/locks.py

migration-fresh: dev ## Before the first release only: write the first migration anew from schema/
	@$(PRESENCIA) develop migration-fresh

contract: dev ## Print the GraphQL contract to api/schema.graphql
	@$(PRESENCIA) develop contract
