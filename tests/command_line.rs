//! What shells and manuals are told of the command line.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    tool.args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_shell_completes_commands_and_their_options() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = printed(&["completions", shell]);
        for word in ["suggest", "interactive", "merge", "mentions", "stale"] {
            let is_there = script.contains(word);
            assert_eq!(is_there, word != "stale", "{shell}: {word}");
        }
        assert!(
            !script.contains("trunk-hook"),
            "{shell} offers a hidden command"
        );
    }
    assert_eq!(run(&["completions", "tcsh"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn bash_takes_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("completions.bash");
    fs::write(&script, printed(&["completions", "bash"])).unwrap();
    for (typed, meant) in [
        ("article-explorer sug", "suggest"),
        ("article-explorer suggest --int", "--interactive"),
        ("article-explorer fix merge --dry", "--dry-run"),
    ] {
        let words: Vec<_> = typed.split(' ').collect();
        let (last, before) = (words[words.len() - 1], words[words.len() - 2]);
        let asked = format!(
            "source {}; COMP_WORDS=({typed}); COMP_CWORD={}; \
             $(complete -p article-explorer | grep -o '_[^ ]*') article-explorer {last} {before}; echo \"${{COMPREPLY[@]}}\"",
            script.display(),
            words.len() - 1
        );
        let output = Command::new("bash").args(["-c", &asked]).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said.trim(), meant, "{typed}");
    }
}

#[test]
fn manual_pages_teach_what_help_teaches() {
    let page = printed(&["man"]);
    for words in [".TH article", "suggest story", "import bridge.docx"] {
        assert!(page.replace('\\', "").contains(words), "{words}: {page}");
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man1");
    printed(&["man", "--out", out.to_str().unwrap()]);
    let mut pages: Vec<_> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    for name in [
        "article-explorer.1",
        "article-explorer-check.1",
        "article-explorer-fix-merge.1",
    ] {
        assert!(pages.iter().any(|page| page == name), "{name}: {pages:?}");
    }
    assert!(
        !pages.iter().any(|page| page.contains("trunk")),
        "{pages:?}"
    );
    let check = fs::read_to_string(out.join("article-explorer-check.1")).unwrap();
    assert!(
        check
            .replace('\\', "")
            .contains("article-explorer check story --watch"),
        "{check}"
    );
}
