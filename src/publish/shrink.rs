//! The app as readers load it: the same program in fewer bytes.
//!
//! # Why
//! wasm-bindgen names what WebAssembly and JavaScript know each other by after functions and hashes, 200 times, in both
//! files: short names save 5 kB of brotli of 92. JavaScript without comments, spaces and long names saves 1.6 kB, and
//! an order of functions that suits brotli ([`order`]) as much again.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Result, anyhow};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{CustomSectionReader, Import, ImportSectionReader};

mod order;

/// The app's two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    pub wasm: Vec<u8>,
    /// A module that wasm-bindgen wrote for it.
    pub js: String,
}

impl App {
    /// The same app in fewer bytes.
    ///
    /// # Errors
    /// If a file cannot be read as what it is.
    pub fn shrunk(&self) -> Result<Self> {
        let mut names = ShortNames::default();
        let mut module = Module::new();
        let wasm = names
            .parse_core_module(&mut module, wasmparser::Parser::new(0), &self.wasm)
            .and_then(|()| order::ordered(&module.finish()))
            .map_err(|fault| anyhow!("the app's WebAssembly cannot be read: {fault}"))?;
        Ok(Self {
            wasm,
            js: minified(&names.rename(&self.js))?,
        })
    }
}

/// Gives imports short names, in the order in which they stand, and leaves sections out that only tools read.
#[derive(Default)]
struct ShortNames {
    names: BTreeMap<String, String>,
}

/// What imports come from, in both files.
const MODULE: &str = "a";

impl Reencode for ShortNames {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (row, import) in section.into_imports().enumerate() {
            let import: Import = import?;
            let name = format!("{row:x}");
            imports.import(MODULE, &name, self.entity_type(import.ty)?);
            self.names.insert(import.name.to_owned(), name);
            self.names
                .insert(import.module.to_owned(), MODULE.to_owned());
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

impl ShortNames {
    /// The module with the names that the WebAssembly now has. They stand there as keys of one object each, and no
    /// name is within another that comes first, since the last of the alphabet comes first.
    fn rename(&self, module: &str) -> String {
        let mut module = module.to_owned();
        for (long, short) in self.names.iter().rev() {
            // A key that begins with a digit needs its quotes.
            module = module.replace(&["\"", long, "\""].concat(), &["\"", short, "\""].concat());
            module = module.replace(&[long, ":"].concat(), &["\"", short, "\":"].concat());
            module = module.replace(&[long, ": "].concat(), &["\"", short, "\":"].concat());
        }
        module
    }
}

/// A module without comments, spaces and long names.
pub(super) fn minified(module: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, module, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.into_iter().next() {
        return Err(anyhow!("JavaScript cannot be read: {fault}"));
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
    use wasm_encoder::{EntityType, TypeSection};

    use super::*;

    fn app(js: &str) -> App {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in ["__wbg_now_0123456789abcdef", "__wbg_nowhere_0"] {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        App {
            wasm: module.finish(),
            js: js.to_owned(),
        }
    }

    const JS: &str = "/** Names. */\nexport function imports(unused) { return { './app_bg.js': 1, \"./app_bg.js\": {\n\
        __wbg_now_0123456789abcdef: function () { return 1; }, __wbg_nowhere_0: function () { return 2; } } }; }\n";

    #[test]
    fn both_files_know_each_other_by_short_names() {
        let app = app(JS).shrunk().unwrap();
        assert!(
            !app.js.contains("__wbg") && !app.js.contains("unused"),
            "{}",
            app.js
        );
        let imports = |wasm: &[u8]| {
            let payloads = wasmparser::Parser::new(0).parse_all(wasm);
            let found = payloads.filter_map(|payload| match payload.unwrap() {
                wasmparser::Payload::ImportSection(section) => Some(section),
                _ => None,
            });
            found
                .flat_map(|section| {
                    section
                        .into_imports()
                        .map(Result::unwrap)
                        .map(|one| format!("{}.{}", one.module, one.name))
                        .collect::<Vec<_>>()
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(imports(&app.wasm), ["a.0", "a.1"]);
        assert!(
            app.js.contains("a:{0:") && app.js.contains("1:"),
            "{}",
            app.js
        );
    }

    #[test]
    fn what_a_module_exports_keeps_its_name() {
        assert!(app(JS).shrunk().unwrap().js.contains("imports"));
    }

    #[test]
    fn what_is_no_app_is_refused() {
        assert!(app("export function {").shrunk().is_err());
        let app = App {
            wasm: b"wasm".to_vec(),
            js: JS.to_owned(),
        };
        assert!(app.shrunk().is_err());
    }
}
