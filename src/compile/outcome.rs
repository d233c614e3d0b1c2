//! What a run of the compiler came to, and what others find beside it.

use std::collections::BTreeSet;

use crate::compile::allowance::{self, Allowance, IDLE};
use crate::compile::finding::{self, Finding};
use crate::model::site::Site;

/// What a run of the compiler came to.
#[derive(Debug)]
pub struct Outcome {
    /// Absent as soon as one finding is an error.
    pub site: Option<Site>,
    /// All of the run but for those that may stand: errors first, each by file and source span.
    pub findings: Vec<Finding>,
    /// The pictures that the content shows: their paths below its folder, whatever else is wrong.
    pub pictures: BTreeSet<String>,
    /// How many comments are left out of what is published.
    pub comments: usize,
    /// How many findings may stand.
    pub allowed: usize,
    /// What [`crate::compile::files::LOCK`] is to hold after this run, where that is known and no finding is an error.
    pub lock: Option<String>,
    /// The files of entities that are drafts, whether that may stand or not.
    pub drafts: BTreeSet<String>,
    /// What the content allows of what only `check` looks for.
    pub(crate) allowances: Vec<Allowance>,
}

impl Outcome {
    /// What came of content that cannot be read.
    pub fn unread(findings: Vec<Finding>) -> Self {
        Self {
            site: None,
            findings,
            pictures: BTreeSet::new(),
            comments: 0,
            allowed: 0,
            lock: None,
            drafts: BTreeSet::new(),
            allowances: Vec::new(),
        }
    }

    /// Adds what `check` found by itself, all of these codes, but for what may stand.
    pub fn add(&mut self, mut found: Vec<Finding>, codes: &[&str]) {
        let is_meant = |one: &&Allowance| codes.contains(&&*one.code) || one.code == IDLE;
        let allowances: Vec<_> = self.allowances.iter().filter(is_meant).cloned().collect();
        self.allowed += allowance::settle(&mut found, &allowances);
        self.findings.append(&mut found);
        finding::sort(&mut self.findings);
    }
}
