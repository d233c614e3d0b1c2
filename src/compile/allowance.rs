//! Findings that an author lets stand: `[allow]` in `site.toml`, or in the file that it is about.

use std::ops::Range;

use crate::compile::change::Change;
use crate::compile::codes::lasting;
use crate::compile::finding::{self, Finding, Severity};

/// One code that may stand.
#[derive(Clone, Debug)]
pub(crate) struct Allowance {
    /// The file that it holds for; all where it is the site's.
    pub(crate) file: Option<String>,
    pub(crate) code: String,
    /// Where it stands.
    pub(crate) at: (String, Range<usize>),
    /// The change that takes it away.
    pub(crate) gone: Option<Change>,
}

/// The code of a line below `[allow]` that does nothing.
pub(crate) const IDLE: &str = "bad-allowance";

impl Allowance {
    /// Whether it is about such a finding, whatever may stand.
    fn names(&self, finding: &Finding) -> bool {
        let is_here = self.file.as_ref().is_none_or(|file| *file == finding.file);
        self.code == finding.code && is_here
    }

    /// Says that there is nothing to allow.
    fn idle(&self) -> Finding {
        self.told(format!("there is no `{}` here to allow", self.code))
    }

    /// Says that what it names is an error, which no reason lets stand.
    fn vain(&self) -> Finding {
        let (code, why) = (&self.code, lasting(&self.code).unwrap_or_default());
        self.told(format!(
            "`{code}` is an error here, and cannot be allowed: {why}"
        ))
    }

    fn told(&self, message: String) -> Finding {
        let (file, span) = self.at.clone();
        Finding {
            severity: Severity::Warning,
            code: IDLE,
            file,
            span,
            message,
            help: "leave the line out".to_owned(),
            changes: self.gone.iter().cloned().collect(),
        }
    }
}

/// Takes away the findings that may stand, and says which allowances allow nothing; returns how many were taken.
pub(crate) fn settle(found: &mut Vec<Finding>, allowances: &[Allowance]) -> usize {
    let before = found.len();
    let mut used = vec![false; allowances.len()];
    found.retain(|finding| {
        let by = allowances.iter().position(|one| one.names(finding));
        let by = by.filter(|_| may_stand(finding));
        if let Some(row) = by {
            used[row] = true;
        }
        by.is_none()
    });
    let allowed = before - found.len();
    if found.iter().any(finding::hides_content) {
        return allowed;
    }
    let unused = allowances.iter().zip(used).filter(|(_, used)| !used);
    let (vain, idle): (Vec<_>, Vec<_>) = unused
        .map(|(one, _)| one)
        .partition(|one| found.iter().any(|finding| one.names(finding)));
    // What lets idle lines stand is not idle itself.
    let idle = idle.into_iter().filter(|one| one.code != IDLE);
    let (quiet, told): (Vec<_>, Vec<_>) = idle
        .map(Allowance::idle)
        .partition(|idle| allowances.iter().any(|one| one.names(idle)));
    found.extend(vain.into_iter().map(Allowance::vain));
    found.extend(told);
    finding::sort(found);
    allowed + quiet.len()
}

fn may_stand(finding: &Finding) -> bool {
    finding.severity == Severity::Warning || lasting(finding.code).is_none()
}
