//! Bounds, and who is refused.

use std::io::Write;
use std::time::Duration;

use crate::client::{Reply, Server};

#[test]
fn other_hosts_are_refused_whatever_they_ask_for() {
    let server = Server::start(&[]);
    for route in ["/subscriptions", "/", "/.practice/"] {
        for host in ["example.com", "127.0.0.1.nip.io:80", "localhost.", "169.254.169.254"] {
            let reply = server.ask("GET", route, &[("Host", host)], "");
            assert_eq!(reply.status, 421, "{host}");
            assert!(reply.header("access-control-allow-origin").is_none());
        }
    }
    assert_eq!(server.raw(b"GET /subscriptions HTTP/1.0\r\n\r\n").status, 400);
    let named = format!(
        "GET http://example.com/subscriptions HTTP/1.1\r\nConnection: close\r\nHost: {}\r\n\r\n",
        server.address
    );
    assert_eq!(server.raw(named.as_bytes()).status, 421);
    assert_eq!(
        server.ask("GET", "/.practice/", &[("Host", "localhost")], "").status,
        200
    );
    assert!(server.calls().is_empty());
}

#[test]
fn pages_of_other_origins_are_refused_and_told_nothing() {
    let server = Server::start(&[]);
    let own = format!("http://{}", server.address);
    assert_eq!(server.ask("GET", "/.practice/", &[("Origin", &own)], "").status, 200);
    for origin in [
        "http://evil.example",
        "null",
        "http://localhost:1",
        "https://management.azure.com",
    ] {
        for method in ["GET", "POST", "PUT", "OPTIONS"] {
            for route in ["/subscriptions", "/.practice/forget", "/"] {
                let reply = server.ask(method, route, &[("Origin", origin)], "");
                assert_eq!(reply.status, 403, "{origin} {method} {route}");
                assert!(!reply.headers.iter().any(|(name, _)| name.starts_with("access-control")));
            }
        }
    }
    // What a page of another site embeds comes without `Origin`.
    for site in ["cross-site", "same-site"] {
        assert_eq!(
            server
                .ask("GET", "/.practice/calls", &[("Sec-Fetch-Site", site)], "")
                .status,
            403
        );
        assert_eq!(
            server
                .ask("GET", "/subscriptions", &[("Sec-Fetch-Site", site)], "")
                .status,
            403
        );
    }
    assert!(server.calls().is_empty());
}

#[test]
fn too_large_requests_are_refused_and_the_server_lives_on() {
    let server = Server::start(&[]);
    let large = "x".repeat((4 << 20) + 1);
    let reply = server.call("PUT", "/subscriptions", &large);
    assert_eq!((reply.status, reply.code().as_str()), (413, "RequestEntityTooLarge"));
    // Without a length, in chunks.
    let head = format!(
        "PUT /subscriptions HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address
    );
    let chunk = format!("100000\r\n{}\r\n", "x".repeat(0x10_0000));
    assert_eq!(
        server
            .raw([head, chunk.repeat(5), "0\r\n\r\n".to_owned()].concat().as_bytes())
            .status,
        413
    );
    assert!(server.calls().is_empty());

    // Who asks first is told before anything is sent.
    let asking = format!(
        "PUT /subscriptions HTTP/1.1\r\nHost: {}\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n",
        server.address
    );
    assert_eq!(server.raw(asking.as_bytes()).status, 413);

    let long = "x".repeat(300_000);
    assert_eq!(
        server.ask("GET", "/subscriptions", &[("X-Long", &long)], "").status,
        431
    );
    assert!(matches!(
        server.ask("GET", &format!("/{long}"), &[], "").status,
        414 | 431
    ));
    let many: Vec<(String, String)> = (0..200).map(|number| (format!("X-{number}"), "y".to_owned())).collect();
    let many: Vec<(&str, &str)> = many
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(server.ask("GET", "/subscriptions", &many, "").status, 431);
    let full = "y".repeat(4 << 20);
    assert_ne!(server.call("PUT", "/subscriptions", &full).status, 413);
    assert_eq!(server.calls().len(), 1);
}

#[test]
fn what_is_no_http_and_no_text_is_refused() {
    let server = Server::start(&[]);
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"\0\0\0\0\r\n\r\n",
        b"hello\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n\r\n\r\n\r\n",
    ] {
        let mut stream = server.connect();
        stream.write_all(bytes).expect("sent");
        stream.shutdown(std::net::Shutdown::Write).expect("done");
        assert!(!(200..300).contains(&Reply::read(stream).status));
    }
    let head = format!(
        "PUT /subscriptions HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: 2\r\n\r\n",
        server.address
    );
    assert_eq!(server.raw(&[head.as_bytes(), b"\xff\xfe"].concat()).status, 400);
    for method in ["HEAD", "OPTIONS", "TRACE", "CONNECTX"] {
        assert_eq!(server.call(method, "/subscriptions", "").status, 405, "{method}");
    }
    assert_eq!(server.control("", "")["calls"], 0);
}

#[test]
fn a_body_that_breaks_off_is_not_carried_out() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    let request = format!(
        "PUT /subscriptions HTTP/1.1\r\nHost: {}\r\nContent-Length: 9\r\n\r\n{{}}",
        server.address
    );
    stream.write_all(request.as_bytes()).expect("sent");
    stream.shutdown(std::net::Shutdown::Write).expect("done");
    assert!(!(200..300).contains(&Reply::read(stream).status));
    assert!(server.calls().is_empty());
}

#[test]
fn a_request_that_never_ends_does_not_hold_its_connection_for_ever() {
    let server = Server::start(&[]);
    let mut waiting = server.connect();
    let request = format!(
        "PUT /subscriptions HTTP/1.1\r\nHost: {}\r\nContent-Length: 9\r\n\r\n{{}}",
        server.address
    );
    waiting.write_all(request.as_bytes()).expect("sent");
    let mut slow = server.connect();
    slow.write_all(b"GET /subscriptions HTTP/1.1\r\nHost: 127")
        .expect("sent");
    let mut idle = server.connect();
    idle.write_all(format!("GET /.practice/ HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes())
        .expect("sent");
    // All end long before the patience of this test does.
    assert_eq!(Reply::read(waiting).status, 408);
    assert!(server.calls().is_empty());
    assert!(!(200..300).contains(&Reply::read(slow).status));
    assert_eq!(Reply::read(idle).status, 200);
}

#[test]
fn more_connections_than_there_are_places_wait_their_turn() {
    let server = Server::start(&[]);
    let held: Vec<_> = (0..64).map(|_| server.connect()).collect();
    // Connections are accepted in their order: once the last of them is answered, all places are taken.
    let mut last = &held[63];
    last.write_all(format!("GET /.practice/ HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes())
        .expect("sent");
    let mut first_byte = [0];
    std::io::Read::read_exact(&mut last, &mut first_byte).expect("answered");

    let mut waiting = server.connect();
    waiting
        .write_all(
            format!(
                "GET /.practice/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
                server.address
            )
            .as_bytes(),
        )
        .expect("sent");
    waiting.set_read_timeout(Some(Duration::from_millis(700))).expect("set");
    let nothing = std::io::Read::read(&mut waiting, &mut first_byte).expect_err("nobody answers yet");
    assert!(matches!(
        nothing.kind(),
        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
    ));
    drop(held);
    waiting.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
    assert_eq!(Reply::read(waiting).status, 200);
}

#[test]
fn the_control_refuses_what_it_does_not_understand() {
    let server = Server::start(&["--fault", "refuse@after-100"]);
    for (what, body) in [
        ("advance", "{}"),
        ("advance", "{\"seconds\":-1}"),
        ("advance", "{\"seconds\":1e300}"),
        ("advance", "{\"seconds\":\"1\"}"),
        ("advance", "no JSON"),
        ("speed", "{\"speed\":601}"),
        ("faults", "{\"faults\":[1]}"),
        ("faults", "{\"faults\":[\"nonsense\"]}"),
        ("faults", "{}"),
    ] {
        assert_eq!(
            server.ask("POST", &format!("/.practice/{what}"), &[], body).status,
            400,
            "{what} {body}"
        );
    }
    for (method, what) in [
        ("GET", "advance"),
        ("POST", ""),
        ("POST", "nothing"),
        ("GET", "../subscriptions"),
    ] {
        assert_eq!(
            server.ask(method, &format!("/.practice/{what}"), &[], "{}").status,
            404,
            "{method} {what}"
        );
    }
    assert_eq!(server.ask("DELETE", "/.practice/calls", &[], "").status, 405);
    let state = server.control("", "");
    assert_eq!(
        (state["now"].as_str(), state["speed"].as_i64()),
        (Some("2026-11-22T08:00:00Z"), Some(0))
    );
    assert_eq!(state["faults"][0]["fault"], "refuse@after-100");
}

#[test]
fn time_passes_when_it_is_told_to_and_by_itself_at_its_speed() {
    let server = Server::start(&[]);
    assert_eq!(
        server.control("advance", "{\"seconds\":90}")["now"],
        "2026-11-22T08:01:30Z"
    );
    assert_eq!(server.control("", "")["now"], "2026-11-22T08:01:30Z");
    let date = server.call("GET", "/subscriptions", "");
    assert_eq!(date.header("date"), Some("Sun, 22 Nov 2026 08:01:30 GMT"));
    server.control("speed", "{\"speed\":600}");
    std::thread::sleep(Duration::from_millis(50));
    assert_ne!(server.control("", "")["now"], "2026-11-22T08:01:30Z");
}

#[test]
fn every_answer_outside_the_app_carries_the_simulated_time() {
    let server = Server::start_as_it_is(&["--speed", "0", "--start", "2031-01-01T00:00:00Z"]);
    let large = "x".repeat((4 << 20) + 1);
    for (method, route, headers, body, status) in [
        ("GET", "/.practice/", &[][..], "", 200),
        ("GET", "/.practice/none", &[], "", 404),
        ("DELETE", "/.practice/calls", &[], "", 405),
        ("OPTIONS", "/subscriptions", &[], "", 405),
        ("GET", "/subscriptions", &[("Host", "example.com")], "", 421),
        ("GET", "/subscriptions", &[("Origin", "null")], "", 403),
        ("GET", "/subscriptions", &[("Sec-Fetch-Site", "cross-site")], "", 403),
        ("PUT", "/subscriptions", &[], &large, 413),
    ] {
        let reply = server.ask(method, route, headers, body);
        assert_eq!(reply.status, status, "{method} {route}");
        assert_eq!(reply.header("date"), Some("Wed, 01 Jan 2031 00:00:00 GMT"), "{status}");
    }
}
