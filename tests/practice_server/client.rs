//! The server as a process, and the smallest client that sees every byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::Value;

/// What every test sends as its token, and nothing may ever show.
pub const TOKEN: &str = "eyJ0b2tlbiI.c2VjcmV0.dG9rZW4tb2YtdGhlLXRlc3Rz";
/// Far longer than anything takes.
const PATIENCE: Duration = Duration::from_secs(90);

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poolplan"));
    command.arg("practice").args(arguments).stdin(Stdio::null());
    command
}

/// A running server; it ends with the test.
pub struct Server {
    pub child: Child,
    pub address: String,
    said: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts one on a free port, whose time stands still.
    pub fn start(arguments: &[&str]) -> Server {
        Server::start_as_it_is(&[&["--speed", "0", "--start", "2026-11-22T08:00:00Z"], arguments].concat())
    }

    pub fn start_as_it_is(arguments: &[&str]) -> Server {
        let child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped"));
        let errors = child.stderr.take().expect("piped");
        let mut line = String::new();
        lines.read_line(&mut line).expect("a line");
        let said = Arc::new(Mutex::new(line.clone()));
        let hear = |mut from: Box<dyn Read + Send>| {
            let said = Arc::clone(&said);
            std::thread::spawn(move || {
                let mut bytes = [0; 4096];
                while let Ok(count @ 1..) = from.read(&mut bytes) {
                    said.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
                }
            })
        };
        let readers = vec![hear(Box::new(lines)), hear(Box::new(errors))];
        let address = line
            .trim()
            .strip_prefix("http://")
            .unwrap_or_else(|| panic!("no address: {line:?}"));
        Server {
            child,
            address: address.to_owned(),
            said,
            readers,
        }
    }

    /// Ends it and gives all it has written.
    pub fn end(mut self) -> String {
        self.child.kill().expect("ends");
        self.child.wait().expect("ended");
        for reader in self.readers.drain(..) {
            reader.join().expect("read");
        }
        self.said.lock().unwrap().clone()
    }

    /// The path of the first account it names.
    pub fn account(&self) -> String {
        let begun = std::time::Instant::now();
        while begun.elapsed() < PATIENCE {
            let said = self.said.lock().unwrap().clone();
            let account = said
                .lines()
                .find_map(|line| line.trim().strip_prefix("/subscriptions/"));
            if let Some((account, _)) = account.and_then(|account| account.split_once(' ')) {
                return format!("/subscriptions/{account}");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("no account");
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("connects");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream
    }

    /// Sends bytes as they are, and reads until the other side ends.
    pub fn raw(&self, bytes: &[u8]) -> Reply {
        let mut stream = self.connect();
        // Refused while it is still being sent: what comes back is what counts.
        let _ = stream.write_all(bytes);
        Reply::read(stream)
    }

    pub fn ask(&self, method: &str, route: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut request = format!(
            "{method} {route} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            request.push_str(&format!("Host: {}\r\n", self.address));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        self.raw([&request, "\r\n", body].concat().as_bytes())
    }

    /// A call with the token.
    pub fn call(&self, method: &str, route: &str, body: &str) -> Reply {
        let authorization = format!("Bearer {TOKEN}");
        let headers = [
            ("Authorization", authorization.as_str()),
            ("Content-Type", "application/json"),
        ];
        self.ask(method, route, &headers, body)
    }

    /// Asks the control and gives what it says.
    pub fn control(&self, what: &str, body: &str) -> Value {
        let method = if body.is_empty() { "GET" } else { "POST" };
        let reply = self.ask(method, &format!("/.practice/{what}"), &[], body);
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }

    /// The calls it has received.
    pub fn calls(&self) -> Vec<Value> {
        self.control("calls", "")["calls"].as_array().expect("a list").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back until the connection ended.
#[derive(Debug)]
pub struct Reply {
    /// 0 when not even a status came.
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub bytes: usize,
}

impl Reply {
    pub fn read(mut stream: TcpStream) -> Reply {
        let mut bytes = Vec::new();
        // A connection that is reset has ended, too.
        let _ = stream.read_to_end(&mut bytes);
        let _ = stream.shutdown(Shutdown::Both);
        Reply::of(&bytes)
    }

    pub fn of(bytes: &[u8]) -> Reply {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let head = String::from_utf8_lossy(&bytes[..end.unwrap_or(0)]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_ascii_lowercase(), value.trim().to_owned()))
        };
        Reply {
            status: status.unwrap_or(0),
            headers: lines.filter_map(header).collect(),
            body: end.map_or_else(Vec::new, |end| bytes[end + 4..].to_vec()),
            bytes: bytes.len(),
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether as many bytes came as the head says.
    pub fn is_whole(&self) -> bool {
        self.header("content-length")
            .is_some_and(|length| length == self.body.len().to_string())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }
}
