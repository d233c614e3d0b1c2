//! `article-explorer completions`: what makes a shell complete this program's commands.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;

use crate::cli::listing;

/// For which shell.
#[derive(Args)]
#[command(after_help = "\
Examples:
  article-explorer completions bash > ~/.local/share/bash-completion/completions/article-explorer
  article-explorer completions zsh > ~/.zfunc/_article-explorer
  article-explorer completions fish > ~/.config/fish/completions/article-explorer.fish

For zsh, `fpath=(~/.zfunc $fpath)` stands in .zshrc before `compinit`. For PowerShell, add what is printed to your $PROFILE.")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: KnownShell,
}

/// Shells, by the names that people give them.
#[derive(Clone, Copy, ValueEnum)]
enum KnownShell {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
}

/// Prints the completions of this command line.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn completions(arguments: &Completions, mut line: Command) -> Result<ExitCode> {
    let shell = match arguments.shell {
        KnownShell::Bash => Shell::Bash,
        KnownShell::Zsh => Shell::Zsh,
        KnownShell::Fish => Shell::Fish,
        KnownShell::PowerShell => Shell::PowerShell,
    };
    let name = line.get_name().to_owned();
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut line, name, &mut text);
    let text = String::from_utf8_lossy(&text);
    // In a name with a hyphen its parts are written in two ways, so that bash completes no option of a command:
    // https://github.com/clap-rs/clap/issues/6421
    listing::print(&text.replace("article__subcmd__explorer", "article__explorer"))?;
    Ok(ExitCode::SUCCESS)
}
