//! What may stand with a reason, as the program builds it: what is passed over on the disk, and drafts.

use std::fs;

use article_explorer::compile::codes::{ON_DISK, lasting};

use crate::workspace::{Workspace, said};

const SITE: &str = "content/site.toml";

fn allow(workspace: &Workspace, code: &str) {
    let site = fs::read_to_string(workspace.path(SITE)).unwrap();
    workspace.write(SITE, &format!("{site}[allow]\n{code} = \"It is meant.\"\n"));
}

#[cfg(unix)]
#[test]
fn what_is_not_read_is_passed_over_where_that_is_allowed() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let may_stand = ON_DISK.iter().filter(|code| lasting(code).is_none());
    for code in may_stand {
        let workspace = Workspace::new();
        workspace.write("notes/secret.md", "A secret.");
        fs::create_dir(workspace.path("content/images")).unwrap();
        let at = workspace.path("content/articles/other.md");
        match *code {
            "outside-link" => symlink("../../notes/secret.md", at).unwrap(),
            "folder-link" => symlink("../images", at).unwrap(),
            "special-file" => drop(UnixListener::bind(at).unwrap()),
            other => panic!("nothing makes {other}"),
        }
        workspace.write("content/entities/ada.toml", "kind = 1");
        let refused = workspace.build();
        assert_eq!(refused.status.code(), Some(1), "{code}");
        let text = said(&refused);
        assert!(text.contains(&format!("error[{code}]")), "{text}");
        assert!(!text.contains("wrong-type"), "it comes alone: {text}");

        let workspace_without = Workspace::new();
        fs::copy(
            workspace_without.path("content/entities/ada.toml"),
            workspace.path("content/entities/ada.toml"),
        )
        .unwrap();
        allow(&workspace, code);
        let built = workspace.build();
        assert_eq!(built.status.code(), Some(0), "{code}: {}", said(&built));
        assert!(
            said(&built).contains("1 finding allowed"),
            "{}",
            said(&built)
        );
        assert!(
            !workspace
                .site()
                .contains_key(std::path::Path::new("other/index.html")),
            "{code}"
        );
    }
}

#[test]
fn a_draft_that_may_stand_is_told_no_more_and_published_no_sooner() {
    let workspace = Workspace::new();
    workspace.write(
        "content/entities/ada.toml",
        "draft = true\nnames = [{ text = \"Ada Byron\" }]\n[allow]\ndraft-entity = \"May writes it.\"\n",
    );
    let checked = workspace.run(&["check"]);
    let told = "content: no findings; 1 finding allowed\n";
    assert!(said(&checked).starts_with(told), "{}", said(&checked));
    let refused = workspace.build();
    assert_eq!(refused.status.code(), Some(1));
    let text = said(&refused);
    assert!(text.contains("error[draft-entity]"), "{text}");
    let exported = workspace.run(&["export", "--format", "entities"]);
    assert_ne!(exported.status.code(), Some(0), "{}", said(&exported));
    let built = workspace.run(&["build", "--app", "app", "--draft"]);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
}
