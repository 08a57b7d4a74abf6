//! The scripts for the Azure CLI: parsed by the grammar of the shell, and run in one with an `az` that says how it was called.

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::{Output, data_plane};
use batch_pool_planner::facts::contract::{self, Shape};
use batch_pool_planner::facts::data_plane::{There, place};
use batch_pool_planner::input::parse;
use batch_pool_planner::model::Node;
use batch_pool_planner::words::Language;

use crate::cases::{all_leaves, ancestors, is_noted, leaves};
use crate::check_body;

/// What stands for every environment variable: fits a text between quotes as well as a value without.
const FILLED: &str = "0";

/// An `az` that writes down how it was called and with which file, and answers as a pool does that gets steady.
const STUB: &str = r#"#!/bin/sh
for each in "$#" "$@"; do printf '%s\0' "$each"; done >> "$LOG/calls"
last=
for each; do
  case "$last" in
    --body) file=${each#@}; mode=$(ls -l "$file"); cp "$file" "$LOG/body"; printf '%s' "${mode%% *}" > "$LOG/mode"; printf '%s' "$file" > "$LOG/file" ;;
    --json-file) mode=$(ls -l "$each"); cp "$each" "$LOG/body"; printf '%s' "${mode%% *}" > "$LOG/mode"; printf '%s' "$each" > "$LOG/file" ;;
  esac
  last=$each
done
case "$*" in
  *allocationState*)
    if [ -e "$LOG/asked" ]; then printf '%s\n' "$STEADY"; else touch "$LOG/asked"; echo resizing; fi ;;
  *resizeErrors*) echo AccountCoreQuotaReached ;;
esac
"#;

/// A script that was run.
struct Ran {
    calls: Vec<Vec<String>>,
    body: Node,
    said: String,
}

fn run(output: &Output, steady: &str) -> Ran {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfolder();
    let az = folder.join("az");
    std::fs::write(&az, STUB).expect("written");
    std::fs::set_permissions(&az, std::fs::Permissions::from_mode(0o755)).expect("made runnable");
    // Nobody waits in a test.
    let sleep = folder.join("sleep");
    std::fs::write(&sleep, "#!/bin/sh\necho slept >> \"$LOG/sleeps\"\n").expect("written");
    std::fs::set_permissions(&sleep, std::fs::Permissions::from_mode(0o755)).expect("made runnable");
    let script = folder.join("script.sh");
    std::fs::write(&script, &output.text).expect("written");
    let path = std::env::var("PATH").expect("a path");
    let mut shell = std::process::Command::new("sh");
    shell
        .arg(&script)
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("LOG", &folder)
        .env("STEADY", steady);
    for note in &output.left_out {
        let words = note.why.text(Language::English);
        for name in words.split('`').chain(words.split([' ', '.'])) {
            if name.starts_with("POOL_") || name.starts_with("AZURE_") {
                shell.env(name, FILLED);
            }
        }
    }
    let said = shell.output().expect("a shell");
    let errors = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success() && errors.is_empty(), "{errors}\n{}", output.text);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_else(|_| panic!("no {name}"));
    assert_eq!(read("mode"), "-rw-------", "others can read the body");
    assert!(
        !std::path::Path::new(&read("file")).exists(),
        "the body was left behind"
    );
    assert_eq!(read("sleeps"), "slept\n");
    let body = read("body");
    let said_calls = read("calls");
    let mut words = said_calls.split_terminator('\0').map(str::to_owned);
    let mut calls: Vec<Vec<String>> = Vec::new();
    while let Some(count) = words.next() {
        calls.push(words.by_ref().take(count.parse().expect("a count")).collect());
    }
    let ran = Ran {
        calls,
        body: parse(&body).unwrap_or_else(|trouble| panic!("{trouble:?}: {body}")),
        said: String::from_utf8(said.stdout).expect("UTF-8"),
    };
    std::fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(ran.said, "AccountCoreQuotaReached\n", "resize errors are not shown");
    ran
}

/// A new folder that goes with the test.
fn tempfolder() -> std::path::PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("emitters-{}-{number}", std::process::id()));
    std::fs::create_dir(&folder).expect("a new folder");
    folder
}

fn check_syntax(case: &str, text: &str) {
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_bash::LANGUAGE.into())
        .expect("a grammar that fits");
    let tree = parser.parse(text, None).expect("a tree");
    assert!(!tree.root_node().has_error(), "{case}: {}\n{text}", tree.root_node());
}

/// The call that has all these arguments.
fn call<'a>(ran: &'a Ran, words: &[&str]) -> &'a [String] {
    ran.calls
        .iter()
        .find(|call| words.iter().all(|word| call.iter().any(|argument| argument == word)))
        .unwrap_or_else(|| panic!("no call of {words:?}: {:?}", ran.calls))
}

fn after<'a>(call: &'a [String], option: &str) -> &'a str {
    let at = call.iter().position(|argument| argument == option).expect("the option");
    &call[at + 1]
}

/// The URL of a request with the environment filled in.
fn url(request: &PutPool) -> String {
    let mut url = request.url();
    for part in ["subscriptionId", "resourceGroupName", "accountName", "poolName"] {
        url = url.replace(&format!("{{{part}}}"), FILLED);
    }
    url
}

pub fn check_rest(case: &str, request: &PutPool, output: &Output) {
    check_syntax(case, &output.text);
    let ran = run(output, "Steady");
    let put = call(&ran, &["rest", "put"]);
    assert_eq!(after(put, "--url"), url(request), "{case}");
    assert_eq!(after(put, "--headers"), "If-None-Match=*", "{case}");
    assert!(
        put.iter().any(|argument| argument == "Content-Type=application/json"),
        "{case}"
    );
    check_body(case, request, &ran.body);
    assert_eq!(after(call(&ran, &["rest", "get"]), "--url"), url(request), "{case}");
    let cloud = ran.calls.iter().find(|call| call[0] == "cloud");
    assert_eq!(cloud.is_some(), !request.host().ends_with("azure.com"), "{case}");
}

pub fn check_batch(case: &str, request: &PutPool, output: &Output) {
    check_syntax(case, &output.text);
    let ran = run(output, "steady");
    let made = data_plane::body(request);
    // NUL cannot stand in the name of anything, nor in an argument.
    let known = |name: &Option<String>| name.clone().filter(|name| !name.contains('\0'));
    let pool = known(&request.pool_name).unwrap_or_else(|| FILLED.to_owned());
    assert_eq!(
        ran.body.get("id").and_then(Node::as_text),
        Some(pool.as_str()),
        "{case}"
    );
    check_made(case, request, &made.node, &ran.body);
    let login = call(&ran, &["batch", "account", "login"]);
    let account = known(&request.account).unwrap_or_else(|| FILLED.to_owned());
    assert_eq!(after(login, "--name"), account, "{case}");
    assert_eq!(
        after(call(&ran, &["batch", "pool", "show"]), "--pool-id"),
        pool,
        "{case}"
    );
    for (pointer, leaf) in all_leaves(request) {
        let place = data_plane_value(request, &pointer, &made.node);
        assert!(
            is_noted(output, &pointer) || place.is_some_and(|there| there.0.same_json(&there.1)),
            "{case}: {pointer} = {} is neither carried nor noted:\n{}",
            leaf.to_json(),
            made.node.to_json()
        );
    }
}

/// What stands in the body at the place of a leaf, and what the table says should.
fn data_plane_value(request: &PutPool, pointer: &str, body: &Node) -> Option<(Node, Node)> {
    let below = pointer.strip_prefix("/pool")?;
    let leaf = request.body.at(below)?;
    // Settings hold any JSON: what is below them is as it was.
    let mut up = below;
    let (place, rest) = loop {
        if let Some(place) = place(up) {
            break (place, &below[up.len()..]);
        }
        up = up.rsplit_once('/')?.0;
    };
    if !rest.is_empty() && !matches!(place.member.shape, Shape::Any) {
        return None;
    }
    let there = body.at(&format!("{}{rest}", place.pointer))?;
    let expected = match (place.there, leaf.as_text()) {
        (There::Truth(..), Some(text)) => Node::bool(place.value(text) == "true"),
        (There::Chosen(_, chosen), _) => Node::bool(chosen),
        (_, Some(text)) => Node::text(place.value(text)),
        _ => leaf.clone(),
    };
    Some((there.clone(), expected))
}

/// Where secrets of a request are in the body of the Batch service.
fn secret_places(request: &PutPool) -> Vec<String> {
    let mut places = Vec::new();
    for (pointer, _) in all_leaves(request) {
        let secrets = ancestors(&pointer).filter_map(|above| {
            let below = above.strip_prefix("/pool")?;
            contract::member_at(below).filter(|member| member.secret)?;
            Some(place(below)?.pointer)
        });
        places.extend(secrets);
    }
    places
}

/// Holds a body that arrived against the one that was made: the same, but for what the environment says.
fn check_made(case: &str, request: &PutPool, made: &Node, arrived: &Node) {
    let mut filled = secret_places(request);
    filled.push("/id".to_owned());
    for (one, other) in [(made, arrived), (arrived, made)] {
        let mut found = Vec::new();
        leaves(one, "", &mut found);
        for (at, leaf) in found {
            let same = one.at(&at) != Some(leaf) || other.at(&at).is_some_and(|there| there.same_json(leaf));
            assert!(
                same || ancestors(&at).any(|above| filled.iter().any(|filled| filled == above)),
                "{case}: {at} is {} instead of {}",
                arrived.to_json(),
                made.to_json()
            );
        }
    }
}
