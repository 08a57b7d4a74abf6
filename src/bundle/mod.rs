//! Everything about one plan in one file to take away: the plan, every output, the findings, the link, and what tells about
//! them. No secret and no token is in any of it.

mod plan;
mod readme;
mod zip;

pub use zip::{File, zip};

use crate::analysis::{Analysis, analyse};
use crate::arm::PutPool;
use crate::emit;
use crate::input::parse;
use crate::link::{Contents, LeftOut, What};
use crate::model::{CalendarDate, Node, Plan};
use crate::report::Report;
use crate::rules::document::said;
use crate::words::{Language, Words};

/// A bundle but for its link.
#[derive(Debug)]
pub struct Bundle {
    /// What its link holds: to be deflated by who has the means.
    pub link: Contents,
    /// The secrets and tokens that none of its files holds, by their pointers into the plan.
    pub taken_out: Vec<LeftOut>,
    /// The day it was judged for, and the date of its files.
    pub date: CalendarDate,
    language: Language,
    /// Whether the link holds the names of the account.
    names: bool,
    /// Whether the plan is the text as it was written.
    as_it_is: bool,
    /// What its pool is called.
    pool: Option<String>,
    summary: String,
    /// What was said about the reading of a text in another form.
    notes: Vec<String>,
    plan: String,
    findings: [String; 2],
    outputs: Vec<Written>,
}

/// An output of a bundle.
#[derive(Debug)]
struct Written {
    name: String,
    title: &'static Words,
    output: emit::Output,
}

/// A text file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with a slash behind its folder.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Bundle {
    /// The bundle of a text that was judged; `None` when it is no plan. `names` lets the names of the account travel with
    /// the link; the other files have them in any case.
    pub fn of(text: &str, analysis: &Analysis, language: Language, names: bool) -> Option<Bundle> {
        let plan = plan::of(text, analysis)?;
        let link = Contents::of_plan(analysis.root.as_ref()?, names)?;
        let own;
        let judged = if plan.as_it_is {
            analysis
        } else {
            own = judged_again(&plan.text, analysis);
            &own
        };
        let report = Report {
            analysis: judged,
            language,
        };
        let root = parse(&plan.text).ok()?;
        let request = PutPool::of(&Plan::read(&root));
        let outputs = request.into_iter().flat_map(|request| {
            let written = move |emitter: &&'static emit::Emitter| Written {
                name: ["outputs/", emitter.file_name].concat(),
                title: &emitter.title,
                output: emitter.write(&request),
            };
            emit::ALL.iter().map(written)
        });
        let notes = analysis.notes.iter().map(|note| {
            let said = said(note).text(language);
            crate::link::without_tokens(&said).unwrap_or(said)
        });
        Some(Bundle {
            link,
            date: analysis.as_of,
            language,
            names,
            as_it_is: plan.as_it_is,
            pool: Plan::read(&root).target.pool_name.map(str::to_owned),
            summary: report.summary(),
            notes: notes.collect(),
            findings: [report.html_page(), report.markdown()],
            outputs: outputs.collect(),
            plan: plan.text,
            taken_out: plan.taken_out,
        })
    }

    /// Its files in their order, given the link if there is one.
    pub fn files(self, link: Option<&str>) -> Vec<Entry> {
        let readme = readme::write(&self, link.is_some());
        let [html, markdown] = self.findings;
        let mut files = Vec::new();
        let mut add = |name: &str, text: String| {
            let name = name.to_owned();
            files.push(Entry { name, text });
        };
        add(readme::NAME, readme);
        add(PLAN, self.plan);
        add(HTML, html);
        add(MARKDOWN, markdown);
        if let Some(link) = link {
            add(LINK, [link, "\n"].concat());
        }
        for written in self.outputs {
            add(&written.name, written.output.text);
        }
        files
    }
}

const PLAN: &str = "plan.jsonc";
const HTML: &str = "findings.html";
const MARKDOWN: &str = "findings.md";
const LINK: &str = "link.txt";

/// What is said of something that was taken out.
pub fn told(what: What) -> &'static Words {
    readme::told(what)
}

/// The archive of these files, each deflated where somebody did that.
pub fn archive(files: &[Entry], deflated: &[Option<Vec<u8>>], date: CalendarDate) -> Option<Vec<u8>> {
    let listed = files.iter().enumerate().map(|(index, file)| File {
        name: &file.name,
        bytes: file.text.as_bytes(),
        deflated: deflated.get(index).and_then(Option::as_deref),
    });
    zip(&listed.collect::<Vec<File>>(), date)
}

/// What the files of a plan are called but for the ending: its pool's name when that makes a good one, else `plan`.
pub fn base_name(root: Option<&Node>) -> &str {
    let name = root.and_then(|root| Plan::read(root).target.pool_name);
    let good = |name: &&str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !name.is_empty() && name.len() <= 64 && name.bytes().all(fits)
    };
    name.filter(good).unwrap_or("plan")
}

/// What was found, with places in the text of the bundle's own plan and without the secrets. What stands in for them is no
/// finding of its own.
fn judged_again(text: &str, before: &Analysis) -> Analysis {
    let mut again = analyse(text, before.as_of);
    again.findings.retain(|one| {
        let is_it = |other: &&crate::analysis::Located| {
            other.finding.rule.id == one.finding.rule.id && other.finding.place.path() == one.finding.place.path()
        };
        before.findings.iter().any(|other| is_it(&other))
    });
    again
}
