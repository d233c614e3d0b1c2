//! Two entries: the publisher's tool on the build machine, the reader's app in the browser.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    article_explorer::cli::run()
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Runs as the WASM is loaded. Explorers are started by the page, through what the library exports to it.
#[cfg(target_arch = "wasm32")]
fn main() {
    article_explorer::app::prepare();
}
