//! Whether a plan would do under another api-version: asked before a fix proposes one.

use super::walk::Walk;
use crate::facts::contract::Life;
use crate::model::ApiVersion;
use crate::model::api_version::{V2017_09_01, V2019_08_01};
use crate::rules::{Context, Report, Severity};

/// The errors of the contract’s walk, by rule and place.
type Errors = Vec<(&'static str, String)>;

/// Walks under other versions, each made once and only when somebody asks.
pub(super) struct Trials<'a> {
    context: &'a Context<'a>,
    version: ApiVersion,
    /// Within a trial no further trial is made.
    asked: bool,
    done: Vec<(ApiVersion, Errors)>,
}

impl<'a> Trials<'a> {
    /// For the plan’s own walk.
    pub(super) fn new(context: &'a Context<'a>) -> Trials<'a> {
        Trials {
            context,
            version: context.plan.api_version(),
            asked: false,
            done: Vec::new(),
        }
    }

    /// The version this walk is made for.
    pub(super) fn version(&self) -> ApiVersion {
        self.version
    }

    /// What is walked.
    pub(super) fn context(&self) -> &'a Context<'a> {
        self.context
    }

    /// The newest confirmed version of `life` under which `silenced` does not stand and no other error arises.
    pub(super) fn version_for(&mut self, life: Life, silenced: (&str, &str)) -> Option<ApiVersion> {
        // A managed image ties the plan to the versions that accept one; galleries came later.
        if self.asked || self.context.plan.pool.image.kind().is_retired_source() {
            return None;
        }
        let newest = life.until.min(ApiVersion::NEWEST);
        let first = if self.context.plan.pool.image.kind().is_gallery() {
            V2019_08_01
        } else {
            V2017_09_01
        };
        [newest, life.since].into_iter().find(|version| {
            let fits = *version != self.version
                && *version <= ApiVersion::NEWEST
                && *version >= first
                && life.covers(*version);
            fits && self.is_no_worse(*version, silenced)
        })
    }

    fn is_no_worse(&mut self, version: ApiVersion, silenced: (&str, &str)) -> bool {
        self.make(self.version);
        self.make(version);
        let errors = |wanted: ApiVersion| self.done.iter().find(|(version, _)| *version == wanted);
        let (Some((_, now)), Some((_, then))) = (errors(self.version), errors(version)) else {
            return false;
        };
        then.iter()
            .all(|error| (error.0, error.1.as_str()) != silenced && now.contains(error))
    }

    fn make(&mut self, version: ApiVersion) {
        if self.done.iter().any(|(done, _)| *done == version) {
            return;
        }
        let mut report = Report::default();
        let trials = Trials {
            context: self.context,
            version,
            asked: true,
            done: Vec::new(),
        };
        Walk::new(trials, &mut report).pool();
        let errors = report
            .into_findings()
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| (finding.rule.id, finding.place.path().to_owned()))
            .collect();
        self.done.push((version, errors));
    }
}
