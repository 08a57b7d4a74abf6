//! The PowerShell script: parsed by a grammar, its literals read as PowerShell reads them.

use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit::Output;
use batch_pool_planner::input::parse;
use batch_pool_planner::model::Node;

use crate::check_body;

/// A literal in single quotes at the start of a text, and the rest. Of two quotes in a row, whichever they are, the second
/// stands for itself.
fn literal(text: &str) -> (String, &str) {
    let is_quote = |c: char| "'‘’‚‛".contains(c);
    let mut read = String::new();
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if !is_quote(c) {
            read.push(c);
            continue;
        }
        match chars.peek() {
            Some((_, second)) if is_quote(*second) => {
                read.push(*second);
                chars.next();
            }
            _ => return (read, &text[at + c.len_utf8()..]),
        }
    }
    panic!("a literal without end: {text}");
}

/// `$name = 'a' + $env:B + 'c'`, evaluated with what stands for the environment.
fn assigned(text: &str, name: &str) -> String {
    let start = text.find(&format!("\n${name} = ")).expect("the assignment");
    let mut rest = &text[start + name.len() + 5..];
    let mut value = String::new();
    loop {
        if rest.starts_with('\'') {
            let (read, after) = literal(rest);
            value.push_str(&read);
            rest = after;
        } else {
            let after = rest.strip_prefix("$env:").expect("a variable");
            let end = after
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .expect("an end");
            value.push('0');
            assert!(
                text.contains(&format!("'{}'", &after[..end])),
                "nothing checks that {} is set",
                &after[..end]
            );
            rest = &after[end..];
        }
        match rest.strip_prefix(" + ") {
            Some(more) => rest = more,
            None => break,
        }
    }
    assert!(rest.starts_with('\n'), "{rest}");
    value
}

pub fn check(case: &str, request: &PutPool, output: &Output) {
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_powershell::LANGUAGE.into())
        .expect("a grammar that fits");
    let tree = parser.parse(&output.text, None).expect("a tree");
    assert!(
        !tree.root_node().has_error(),
        "{case}: {}\n{}",
        tree.root_node(),
        output.text
    );
    // Windows PowerShell guesses the encoding of a file.
    assert!(output.text.is_ascii(), "{case}: {}", output.text);
    let body: Node = parse(&assigned(&output.text, "payload")).expect("JSON");
    check_body(case, request, &body);
    let mut route = request.route();
    for part in ["subscriptionId", "resourceGroupName", "accountName", "poolName"] {
        route = route.replace(&format!("{{{part}}}"), "0");
    }
    assert_eq!(assigned(&output.text, "path"), route, "{case}");
    let environment = [
        ("management.azure.com", ""),
        ("management.chinacloudapi.cn", " -Environment AzureChinaCloud"),
        ("management.usgovcloudapi.net", " -Environment AzureUSGovernment"),
    ];
    for (host, option) in environment {
        if request.host().ends_with(host) {
            assert!(output.text.contains(&format!("\nConnect-AzAccount{option}")), "{case}");
        }
    }
}
