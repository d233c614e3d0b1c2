//! Words that stand where no private person is named, whatever the articles say.

use crate::compile::naming::Naming;
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::SymbolTable;

/// The site's own words, authors, publishers, sections, tags, descriptions, who made a picture, who holds a work and where in
/// it something stands: they go into structured data, feeds and addresses.
pub(crate) fn names_nobody_private<'v, 'a: 'v>(
    values: impl IntoIterator<Item = &'v SourceText<'a>>,
    symbols: &SymbolTable<'_>,
) {
    report(symbols.private_names_in(values), symbols);
}

/// The file of a picture, whose name is in its address.
pub(crate) fn file_names_nobody_private(file: &SourceText<'_>, symbols: &SymbolTable<'_>) {
    report(symbols.private_names_of_file(file), symbols);
}

fn report(named: Vec<Naming<'_>>, symbols: &SymbolTable<'_>) {
    for naming in named {
        let message =
            "this names a private person, and stands in structured data, feeds or addresses";
        let report = symbols
            .findings
            .error("private-background", &naming.span, message);
        report.help(
            "leave the person out; if the words mean someone else, write them in another way",
        );
    }
}
