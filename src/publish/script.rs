//! The app's JavaScript as readers load it: the same program in fewer bytes.

use anyhow::{Result, anyhow};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A module without comments, spaces and long names: of what wasm-bindgen writes a fifth less is left after brotli.
///
/// # Errors
/// If it is no JavaScript module.
pub fn minified(module: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, module, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.into_iter().next() {
        return Err(anyhow!("the app's JavaScript cannot be read: {fault}"));
    }
    let mut program = parsed.program;
    let names = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let code = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names.scoping)
        .build(&program);
    Ok(code.code)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test may stop at what it did not expect"
    )]
    use super::*;

    #[test]
    fn what_a_module_exports_keeps_its_name() {
        let module =
            "/** Adds. */\nexport function add(first, second) { return first + second; }\n";
        let small = minified(module).unwrap();
        assert!(small.len() < module.len() && small.contains("add") && !small.contains("first"));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(minified("export function {").is_err());
    }
}
