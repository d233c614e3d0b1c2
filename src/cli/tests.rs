//! The command line as it is told: help, completions, manual pages.

use clap::{Command, CommandFactory, Parser};

use crate::cli::Arguments;

/// Every command that people run, with those below it, by the words that call it.
fn commands() -> Vec<(String, Command)> {
    fn add(command: &Command, above: &str, all: &mut Vec<(String, Command)>) {
        let name = format!("{above}{}", command.get_name());
        all.push((name.clone(), command.clone()));
        let below = command.get_subcommands().filter(|one| !one.is_hide_set());
        for one in below.filter(|one| one.get_name() != "help") {
            add(one, &format!("{name} "), all);
        }
    }
    let mut all = Vec::new();
    add(&Arguments::command(), "", &mut all);
    all
}

/// The examples of a command's help: the words of each line, without what is said of it and where a shell puts its output.
fn examples(help: &str) -> Vec<Vec<&str>> {
    let lines = help.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with("article-explorer "));
    lines
        .map(|line| {
            let ends = ["   ", " > ", " | "];
            let end = ends.iter().filter_map(|end| line.find(end)).min();
            line[..end.unwrap_or(line.len())].split(' ').collect()
        })
        .collect()
}

#[test]
fn every_command_teaches_by_examples_that_it_takes() {
    for (name, command) in commands() {
        let help = command.get_after_help().map(ToString::to_string);
        let help = help.unwrap_or_default();
        assert!(help.starts_with("Example"), "{name} has no example: {help}");
        let examples = examples(&help);
        assert!((1..=4).contains(&examples.len()), "{name}: {examples:?}");
        for words in examples {
            let line = words.join(" ");
            assert!(line.starts_with(&name), "{name} teaches `{line}`");
            if let Err(error) = Arguments::try_parse_from(&words) {
                panic!("{name} does not take `{line}`: {error}");
            }
        }
    }
}
