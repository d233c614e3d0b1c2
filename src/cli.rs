//! The publisher's tool: its commands, each in the file of its name, and the step of Trunk's build that writes the pages.

mod app;
mod build;
mod check;
mod completions;
mod content;
mod content_folder;
mod counted;
mod explain;
mod export;
mod fix;
mod fresh;
mod import;
mod listed;
mod listing;
mod man;
mod new;
mod output_format;
mod pictures;
mod progress;
mod refusals;
mod replace;
mod schema;
mod serve;
mod site_files;
mod suggest;
mod trunk;
mod watch;

#[cfg(test)]
mod tests;

use std::env;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

/// Articles whose people, places and events explain themselves: content files in, a folder of static files out.
#[derive(Parser)]
#[command(
    name = "article-explorer",
    version,
    after_help = "\
Examples:
  article-explorer import bridge.docx --to story        an article that you have
  article-explorer suggest story --write likely         a file for each name in it
  article-explorer serve story                          the preview, again at every save
  article-explorer build story --out site               what to put on a host"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begin a site: a small one that works, to be replaced bit by bit
    New(new::NewSite),
    /// Make articles, entities and sources of documents and data that you have already
    Import(import::Import),
    /// Find the names in the articles that no entity has yet, and begin files for them
    Suggest(suggest::Arguments),
    /// Show the site on this machine, again at every change of its content
    #[command(after_help = "\
Examples:
  article-explorer serve story
  article-explorer serve story --port 8081")]
    Serve(serve::Arguments),
    /// Say what is wrong with the content, and what to type instead
    Check(check::Check),
    /// Write the site
    Build(build::Build),
    /// Say what the code of a finding means, with an example before and after
    Explain(explain::Explain),
    /// Change the content where this program can
    #[command(subcommand, after_help = fix::EXAMPLES)]
    Fix(fix::Fix),
    /// Write what the site knows for other programs
    Export(export::Export),
    /// Write the schemas by which editors complete and check content while you type
    Schema(schema::Schema),
    /// Print what makes a shell complete this program's commands
    Completions(completions::Completions),
    /// Print or write the manual pages
    Man(man::Man),
}

/// The exit status where a command could not do its work, whatever the content is like.
const FAILED: u8 = 2;

/// What `Trunk.toml` calls. It is none of the commands, for help and completions are for people.
const TRUNK_HOOK: &str = "trunk-hook";

/// Runs the command line: 0 if all went well, 1 if the content has errors, 2 if the command could not do its work.
pub fn run() -> ExitCode {
    let is_hook = env::args_os().nth(1).is_some_and(|word| word == TRUNK_HOOK);
    let result = match is_hook {
        true => trunk::hook(),
        false => command(Arguments::parse().command),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}{}", cure(&error));
            ExitCode::from(FAILED)
        }
    }
}

fn command(command: Command) -> Result<ExitCode> {
    match command {
        Command::New(arguments) => new::new(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Suggest(arguments) => suggest::suggest(&arguments),
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Build(arguments) => build::build(&arguments),
        Command::Explain(arguments) => explain::explain(&arguments),
        Command::Fix(fix) => fix::run(&fix),
        Command::Export(arguments) => export::export(&arguments),
        Command::Schema(arguments) => schema::schema(&arguments),
        Command::Completions(arguments) => {
            completions::completions(&arguments, Arguments::command())
        }
        Command::Man(arguments) => man::man(&arguments, Arguments::command()),
    }
}

/// What to do about what the system refused, where the message does not say so already.
fn cure(error: &anyhow::Error) -> &'static str {
    let mut causes = error.chain();
    let refused = causes.find_map(|cause| cause.downcast_ref::<io::Error>());
    match refused.map(io::Error::kind) {
        Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            "; give yourself the right to it, or name another folder"
        }
        Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
            "; make room on the disk, and run this again"
        }
        _ => "",
    }
}
