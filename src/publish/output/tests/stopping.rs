//! The tool is stopped after each step: what is whole then, and what the next build makes of it.

use std::sync::atomic::Ordering;

use anyhow::bail;

use super::*;

/// More than any of these sites takes.
const MANY: usize = 100;

#[test]
fn wherever_it_dies_each_page_is_whole_and_the_next_build_ends_it() {
    for next in [1, 2, 3] {
        let mut died = 0;
        for steps in 0..MANY {
            let workspace = Workspace::new();
            workspace.put_strangers();
            workspace.write(1).unwrap();
            if !workspace.die_writing(2, steps) {
                break;
            }
            died += 1;
            let case = format!("1, 2 for {steps} steps, {next}");
            workspace.expect_whole(&[1, 2], &case);
            assert_eq!(workspace.write(next).unwrap(), BTreeSet::new(), "{case}");
            workspace.expect_fresh(next, true, &case);
        }
        assert!(died > 20 && died < MANY, "died {died} times");
    }
}

#[test]
fn a_first_build_that_dies_leaves_a_folder_for_the_next() {
    for strangers in [true, false] {
        let mut died = 0;
        for steps in 0..MANY {
            let workspace = Workspace::new();
            if strangers {
                workspace.put_strangers();
            }
            if !workspace.die_writing(1, steps) {
                break;
            }
            died += 1;
            let case = format!("1 for {steps} steps, strangers: {strangers}");
            workspace.expect_whole(&[1], &case);
            let unmarked = if strangers {
                Unmarked::Join
            } else {
                Unmarked::Refuse
            };
            let interrupt = Interrupt::default();
            write(
                &workspace.folder(),
                &workspace.contents(1),
                unmarked,
                &interrupt,
            )
            .unwrap();
            workspace.expect_fresh(1, strangers, &case);
        }
        assert!(died > 10 && died < MANY, "died {died} times");
    }
}

#[test]
fn a_build_that_dies_after_another_that_died_changes_nothing_of_that() {
    let mut died = 0;
    for first in 0..MANY {
        // Every fifth pair, each step of the second among them.
        for second in (first % 5..MANY).step_by(5) {
            let workspace = Workspace::new();
            workspace.put_strangers();
            workspace.write(1).unwrap();
            if !workspace.die_writing(2, first) {
                assert!(died > 80, "died {died} times");
                return;
            }
            if !workspace.die_writing(3, second) {
                break;
            }
            died += 1;
            let case = format!("1, 2 for {first} steps, 3 for {second} steps, 2");
            workspace.expect_whole(&[1, 2, 3], &case);
            workspace.write(2).unwrap();
            workspace.expect_fresh(2, true, &case);
        }
    }
    panic!("it goes on for ever");
}

#[test]
fn an_error_leaves_nothing_half_done() {
    let mut changed = false;
    for steps in 0..MANY {
        let workspace = Workspace::new();
        workspace.put_strangers();
        workspace.write(1).unwrap();
        let before = workspace.snapshot();
        let mut left = steps;
        let mut go_on = |_: &Step| {
            if left == 0 {
                bail!("no space left");
            }
            left -= 1;
            Ok(())
        };
        let written = write_watched(
            &workspace.folder(),
            &workspace.contents(2),
            Unmarked::Refuse,
            &Interrupt::default(),
            &mut go_on,
        );
        let Err(error) = written else {
            assert!(changed && steps > 20);
            return;
        };
        let case = format!("no space left after {steps} steps");
        assert!(!workspace.site().join(STAGING).exists(), "{case}");
        changed = workspace.snapshot() != before;
        assert_eq!(
            format!("{error:#}").contains("is partly written"),
            changed,
            "{case}: {error:#}"
        );
        workspace.expect_whole(&[1, 2], &case);
        workspace.write(2).unwrap();
        workspace.expect_fresh(2, true, &case);
    }
}

#[test]
fn an_interruption_before_the_first_change_leaves_no_folder() {
    let workspace = Workspace::new();
    let interrupt = Interrupt::default();
    let mut go_on = |step: &Step| {
        let stage = matches!(step, Step::Stage { number: 3, .. });
        interrupt.0.fetch_or(stage, Ordering::Relaxed);
        Ok(())
    };
    let contents = workspace.contents(1);
    let folder = workspace.folder();
    let error =
        write_watched(&folder, &contents, Unmarked::Refuse, &interrupt, &mut go_on).unwrap_err();
    assert_eq!(error.to_string(), "interrupted; nothing was changed");
    assert!(!workspace.site().exists());
}
