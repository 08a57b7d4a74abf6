//! The samples of the two source articles, as they stand there, through the whole pipeline.
//!
//! The articles are not part of the repository: where `../shared/source-documents` is missing, that is said.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::path::Path;

use batch_pool_planner::analysis::analyse;
use batch_pool_planner::input::{self, Dialect};
use batch_pool_planner::model::{CalendarDate, Node, path};

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// The rules that speak about each sample, by id.
const OF_REQUEST: &[&str] = &[
    "AB0007", "AB0101", "AB0102", "AB0114", "AB0137", "AB0202", "AB0413", "AB0415",
];
const OF_BODY: &[&str] = &["AB0101", "AB0102", "AB0114", "AB0137", "AB0202", "AB0415"];
const OF_CSHARP: &[&str] = &[
    "AB0007", "AB0008", "AB0101", "AB0102", "AB0114", "AB0137", "AB0202", "AB0409", "AB0415",
];

fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/source-documents");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("not run: {} is not there", folder.display());
        return Vec::new();
    };
    let mut all: Vec<(String, String)> = files
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("readable"))
        })
        .collect();
    all.sort();
    all
}

/// The blocks of one language, with and without their fences.
fn blocks<'a>(article: &'a str, language: &str) -> Vec<(&'a str, &'a str)> {
    let opening = format!("```{language}\n");
    let mut found = Vec::new();
    let article_lf = article;
    let mut from = 0;
    while let Some(start) = article_lf[from..].find(&opening).map(|at| from + at) {
        let inner = start + opening.len();
        let end = article_lf[inner..].find("```").map_or(article.len(), |at| inner + at);
        let close = (end + 3).min(article.len());
        found.push((&article[start..close], &article[inner..end]));
        from = close;
    }
    found
}

/// The rules that speak, each once, in order.
fn ids(text: &str) -> Vec<&'static str> {
    let analysis = analyse(text, AS_OF);
    let mut ids: Vec<&'static str> = analysis
        .findings
        .iter()
        .map(|located| located.finding.rule.id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn as_plan(text: &str) -> Node {
    let plan = input::to_plan_text(text).expect("a plan");
    let reading = input::read(&plan);
    assert_eq!(reading.dialect, Dialect::Plan, "{plan}");
    let root = reading.root.expect("readable");
    let given = input::read(text).root.expect("readable");
    assert!(root.same_json(&given), "{plan}");
    root
}

#[test]
fn the_requests_are_read() {
    for (name, article) in articles() {
        let article = article.replace("\r\n", "\n");
        let [(fenced_line, line)] = blocks(&article, "http")[..] else {
            panic!("{name}: one request line")
        };
        let [(fenced_body, body)] = blocks(&article, "json")[..] else {
            panic!("{name}: one body")
        };
        let start = article.find(fenced_line).expect("there");
        let end = article.find(fenced_body).expect("there") + fenced_body.len();
        // As copied from the article, heading and fences between the two included; and as typed by hand.
        for request in [
            article[start..end].to_owned(),
            format!("{fenced_line}\n\n{fenced_body}\n"),
            format!("{line}\n{body}"),
        ] {
            assert_eq!(ids(&request), OF_REQUEST, "{name}:\n{request}");
            let plan = as_plan(&request);
            let text = |pointer| plan.at(pointer).and_then(Node::as_text);
            assert_eq!(text(path::API_VERSION), Some("2020-03-01"), "{name}");
            assert_eq!(text(path::SUBSCRIPTION), Some("{sub id}"), "{name}");
            assert_eq!(text(path::VM_SIZE), Some("{VM size}"), "{name}");
        }
        for body in [fenced_body, body] {
            assert_eq!(ids(body), OF_BODY, "{name}:\n{body}");
            let plan = as_plan(body);
            let id = plan.at(path::IMAGE_ID).and_then(Node::as_text).expect("an image");
            assert!(id.ends_with("/Microsoft.Compute/images/{image name}"), "{name}: {id}");
        }
    }
}

#[test]
fn the_csharp_is_read() {
    for (name, article) in articles() {
        let article = article.replace("\r\n", "\n");
        let [(fenced, bare)] = blocks(&article, "csharp")[..] else {
            panic!("{name}: one C# sample")
        };
        for sample in [fenced, bare] {
            assert_eq!(ids(sample), OF_CSHARP, "{name}");
            let plan = as_plan(sample);
            let agent = plan.at(path::NODE_AGENT).and_then(Node::as_text);
            assert_eq!(agent, Some("batch.node.windows amd64"), "{name}");
            let analysis = analyse(sample, AS_OF);
            let left_out: Vec<&str> = analysis.notes.iter().map(|note| note.name.as_str()).collect();
            for constant in ["poolId", "targetDedicatedComputeNodes", "virtualMachineSize"] {
                assert!(left_out.contains(&constant), "{name}: {constant} is no literal");
            }
        }
    }
}
