# What can be asked for: `make serve` and `make test` are all a newcomer needs.
# Every target installs what it lacks (.ci/install) and says what it does and how long it took (.ci/step).

CARGO ?= cargo
STEP := @.ci/step
NEED := @.ci/install
WASM32 := --target wasm32-unknown-unknown
# A line that names $(MAKE) itself is run even by `make -n`.
DEVELOPING := $(MAKE) --no-print-directory developing

export PATH := $(shell .ci/install path):$(PATH):$(HOME)/.cargo/bin
export CARGO
export ARTICLE_EXPLORER_AXE := $(shell .ci/install axe_path)
export ARTICLE_EXPLORER_PEERS := $(shell .ci/install peers_path)
export ARTICLE_EXPLORER_SITE ?= $(CURDIR)/dist

# Tests that need neither a site nor a browser: files in tests/ but these.
QUICK := $(filter-out size pictures,$(basename $(notdir $(wildcard tests/*.rs))))

.NOTPARALLEL:
.PHONY: help serve developing build app counting tool style lints quick lints_wasm machines check size reader test trunk bench pictures

help:
	@echo 'make serve     the site on http://127.0.0.1:8080, again at every change of content; BLANK=1 leaves drawing to the app'
	@echo 'make build     the site, as published, in dist/'
	@echo 'make tool      the program for publishers, with the app inside: target/release/article-explorer'
	@echo 'make check     style and lints, for the build machine and for the browser; types for Windows and Macs'
	@echo 'make test      everything: lints, rules, findings, pages, sizes, and the reader in three browsers'
	@echo 'make trunk     that `trunk build --release` writes what `make build` writes'
	@echo 'make bench     speed, against the same page without scripts'
	@echo 'make pictures  one sheet with every state at every width'

# The app as it is quickest to compile; what readers load is made by `make app`. When the project itself changes, the
# server has it compiled while it goes on, and asks by status 75 to be started again.
serve: developing
	@status=75; while [ $$status = 75 ]; do \
		$(CARGO) run --quiet --locked -- serve --app target/app-dev $(if $(PORT),--port $(PORT)) $(if $(BLANK),--blank) \
			--sources src --sources static --compile "$(DEVELOPING)"; \
		status=$$?; \
	done; exit $$status

developing:
	$(NEED) wasm wasm_bindgen
	$(STEP) 'app: compile for the browser, with the editor' 'mend what the compiler names' .ci/app dev target/app-dev --features editor
	$(STEP) 'tool: compile' 'mend what the compiler names' $(CARGO) build --locked

app:
	$(NEED) wasm wasm_bindgen
	$(STEP) 'app: compile what readers load into target/app/' 'mend what the compiler names' .ci/app wasm target/app

# The app that counts how often each component is drawn.
counting:
	$(NEED) wasm wasm_bindgen
	$(STEP) 'app: compile one that counts its drawings into target/app-counting/' 'mend what the compiler names' \
		.ci/app wasm target/app-counting --features count-renders

build: app
	$(STEP) 'site: draw every page into dist/' 'read the finding or error above' $(CARGO) run --quiet --locked -- build

tool: app
	$(STEP) 'app: compile it with the editor for `serve` into target/app-editor/' 'mend what the compiler names' \
		.ci/app wasm target/app-editor --features editor
	$(STEP) 'tool: the program for publishers, with the app inside' 'mend what the compiler names' \
		$(CARGO) build --locked --release --features embed-app

style:
	$(NEED) rust
	$(STEP) 'style: rustfmt' 'cargo fmt' $(CARGO) fmt --check

lints:
	$(NEED) rust
	$(STEP) 'lints: the build machine' 'mend what clippy names' \
		$(CARGO) clippy --locked --all-targets -- -D warnings

lints_wasm:
	$(NEED) wasm
	$(STEP) 'lints: the browser' 'mend what clippy names' \
		$(CARGO) clippy --locked $(WASM32) -- -D warnings
	$(STEP) 'lints: the editor in the browser' 'mend what clippy names' \
		$(CARGO) clippy --locked $(WASM32) --features editor -- -D warnings
	$(STEP) 'lints: compile and publish in the browser' 'mend what clippy names; what needs a disk or threads stays native' \
		$(CARGO) clippy --locked $(WASM32) --features studio,count-renders --lib -- -D warnings

# Types only: to link would need these systems' own libraries. A crate that compiles C would stop here.
machines:
	$(NEED) machines
	$(STEP) 'the tool on Windows' 'mend what the compiler names; what one system alone has stands behind `cfg`' \
		$(CARGO) check --locked --bin article-explorer --target x86_64-pc-windows-gnu
	$(STEP) 'the tool on a Mac' 'mend what the compiler names; what one system alone has stands behind `cfg`' \
		$(CARGO) check --locked --bin article-explorer --target aarch64-apple-darwin

check: style lints lints_wasm machines

quick:
	$(NEED) rust
	$(STEP) 'rules, findings, pages, walls' 'run one alone: cargo test NAME' \
		$(CARGO) test --locked --lib --bins $(QUICK:%=--test %)

size:
	$(NEED) rust
	$(STEP) 'size: what a reader downloads' 'see which part grew in the lines above' \
		$(CARGO) test --locked --test size -- --nocapture

reader: counting developing
	$(NEED) rust chromium firefox webkit axe
	$(STEP) 'the reader, in Chromium, Firefox and WebKitGTK' \
		'run one alone: make reader ONLY=NAME; pictures of failures lie in the target folder, under tmp' \
		$(CARGO) test --locked --test reader -- $(ONLY)

# What takes longer to fail comes later.
test: style lints quick lints_wasm build size reader

trunk: build
	$(NEED) trunk
	$(STEP) 'Trunk: its site' 'see the lines above' trunk build --release --dist target/trunk
	$(STEP) 'Trunk: its site is ours' 'see what differs' diff --recursive --brief dist target/trunk

bench: build
	$(NEED) rust chromium peers
	$(STEP) 'growth of building' 'close what else runs, then again' $(CARGO) bench --locked --bench scale
	$(STEP) 'speed' 'close what else runs, then again' $(CARGO) bench --locked --bench reader

pictures: build
	$(NEED) rust chromium
	$(STEP) 'pictures' 'see the lines above' $(CARGO) test --locked --test pictures -- --nocapture
