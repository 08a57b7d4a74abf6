//! How it starts, what it writes, how it ends.

use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use crate::client::{Server, TOKEN, command};

/// What a command leaves that ends by itself; one that does not is ended.
fn ended(arguments: &[&str]) -> Output {
    let child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("starts");
    let begun = Instant::now();
    while child.try_wait().expect("waits").is_none() {
        if begun.elapsed() > Duration::from_secs(60) {
            child.kill().expect("ends");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().expect("runs")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn standard_output_is_the_address_alone_and_quiet_is_quiet() {
    let server = Server::start(&["--quiet"]);
    let address = format!("http://{}\n", server.address);
    assert!(server.address.starts_with("127.0.0.1:"));
    assert_eq!(server.end(), address);
}

#[test]
fn people_are_told_what_runs_and_that_it_is_a_model() {
    let server = Server::start(&["--seed", "7", "--fault", "put:refuse@1", "expired@after-60"]);
    let said = server.end();
    for part in [
        "seed 7",
        "0 simulated seconds",
        "nothing is sent to Azure",
        "is a model",
        "Fault: put:refuse@1",
        "Fault: expired@after-60",
        "/batchAccounts/",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn two_servers_find_ports_of_their_own_and_a_taken_port_is_said() {
    let (one, other) = (Server::start(&[]), Server::start(&["--port", "0"]));
    assert_ne!(one.address, other.address);
    let port = one.address.rsplit(':').next().unwrap();
    let refused = ended(&["--port", port]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        told(&refused).contains(&format!("cannot listen on port {port}")),
        "{}",
        told(&refused)
    );
    assert!(refused.stdout.is_empty());
}

#[test]
fn wrong_options_end_with_2_and_say_why() {
    for (arguments, why) in [
        (&["--fault", "nonsense"][..], "there is no such fault"),
        (&["--fault", "put:refuse@x"], "WHEN is"),
        (&["--speed", "601"], "601"),
        (&["--speed", "fast"], "fast"),
        (&["--port", "70000"], "70000"),
        (&["--start", "yesterday"], "expected a time"),
        (&["--app", "no-such-folder"], "index.html"),
        (&["--seed", "x"], "--seed"),
        (&["--plan", "no-such-plan.jsonc"], "no-such-plan.jsonc"),
    ] {
        let refused = ended(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(told(&refused).contains(why), "{arguments:?}: {}", told(&refused));
    }
}

#[test]
fn the_list_of_faults_is_written_on_demand() {
    let list = ended(&["--fault", "help"]);
    assert_eq!(list.status.code(), Some(0));
    let text = String::from_utf8(list.stdout).unwrap();
    for name in [
        "refuse",
        "drop-body",
        "throttled-silent",
        "deleted-by-other",
        "[METHOD][/TYPE]:NAME",
    ] {
        assert!(text.contains(name), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_cleanly() {
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::start(&[]);
        server.call("GET", "/subscriptions", "");
        let id = server.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status()
            .expect("sent");
        assert!(sent.success());
        assert_eq!(server.child.wait().expect("ended").code(), Some(0), "{signal}");
    }
}

#[test]
fn a_token_comes_out_nowhere() {
    let server = Server::start(&[
        "--fault",
        "get:forbidden@1",
        "get:expired@2",
        "get:html@3",
        "get:wrong-type@4",
        "get:lost-answer@5",
    ]);
    let mut seen = String::new();
    for route in [
        "/subscriptions",
        "/providers/Microsoft.Batch",
        "/",
        "/.practice/",
        "/nothing",
    ] {
        for method in ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
            let reply = server.call(method, route, "{");
            seen.push_str(&format!("{:?}{}", reply.headers, reply.text()));
        }
    }
    seen.push_str(&server.control("calls", "").to_string());
    seen.push_str(&server.control("", "").to_string());
    let bad = server.ask(
        "GET",
        "/subscriptions",
        &[("Host", "example.com"), ("Authorization", &format!("Bearer {TOKEN}"))],
        "",
    );
    seen.push_str(&bad.text());
    seen.push_str(&server.end());
    assert!(seen.contains("/subscriptions"));
    for part in TOKEN.split('.') {
        assert!(!seen.contains(part), "{seen}");
    }
}
