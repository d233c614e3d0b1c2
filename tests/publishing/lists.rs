//! What `check` and `build` list, and in which order.

use std::fs;

use crate::workspace::{Workspace, said};

#[test]
fn comments_are_left_out_of_the_site_and_counted() {
    let workspace = Workspace::new();
    workspace.write(
        "content/articles/town.md",
        "+++\ntitle = \"The town\"\n+++\n[[ada|Ada]] %%ask the lawyer%% opened <!-- or \
         closed --> the [[hall|hall]].\n\n%%\nHidden1\n\nhidden2.\n%%\n",
    );
    let build = workspace.expect_build_of(&[]);
    assert!(
        build.contains("no findings; 3 comments left out"),
        "{build}"
    );
    for (path, bytes) in workspace.site() {
        let text = String::from_utf8_lossy(&bytes);
        for word in ["lawyer", "closed --", "Hidden1", "hidden2", "%%"] {
            assert!(!text.contains(word), "{word} in {}", path.display());
        }
    }
    let check = said(&workspace.run(&["check"]));
    assert!(
        check.contains("no findings; 3 comments left out"),
        "{check}"
    );
}

#[test]
fn errors_come_before_warnings_and_many_warnings_are_one_line() {
    let workspace = Workspace::new();
    for number in 0..7 {
        let text = "kind = \"place\"\nnames = [{ text = \"Village NR\" }]\n[[facts]]\n\
                    text = \"It lies near [[hall]].\"\nsource = \"town#p2\"\n";
        let path = format!("content/entities/village-{number}.toml");
        workspace.write(&path, &text.replace("NR", &number.to_string()));
    }
    let site = "format = 1\ntitle = \"Town\"\nlanguage = \"no language\"\n";
    workspace.write("content/site.toml", site);
    let listed = said(&workspace.run(&["check"]));
    assert!(listed.starts_with("error[bad-language]"), "{listed}");
    let line = "warning[missing-summary]: 7 entities: content/entities/village-0.toml, ";
    assert!(listed.contains(line), "{listed}");
    assert!(listed.contains("1 error, 14 warnings"), "{listed}");
    let errors = said(&workspace.run(&["check", "--errors-only"]));
    assert!(!errors.contains("warning["), "{errors}");
    let all = said(&workspace.run(&["check", "--all"]));
    assert_eq!(all.matches("warning[missing-summary]").count(), 7, "{all}");
}

#[test]
fn what_may_stand_is_counted_and_a_reason_is_asked_for() {
    let workspace = Workspace::new();
    let hall = workspace.path("content/entities/hall.toml");
    let text = fs::read_to_string(&hall).unwrap();
    let summary = "summary = \"Where the town meets.\"\n";
    fs::write(&hall, text.replace(summary, "")).unwrap();
    let site = |reason: &str| {
        let allow = format!("[allow]\nmissing-summary = \"{reason}\"\n");
        let site = ["format = 1\ntitle = \"Town\"\nlanguage = \"en\"\n", &allow].concat();
        workspace.write("content/site.toml", &site);
        said(&workspace.run(&["check"]))
    };
    // The first run begins the lock of citations, and says so.
    site("The desk writes it in May.");
    let allowed = site("The desk writes it in May.");
    assert_eq!(allowed, "content: no findings; 1 finding allowed\n");
    assert!(site("").contains("error[bad-allowance]"));
}
