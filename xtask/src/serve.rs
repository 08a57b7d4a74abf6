//! Builds the app, serves it on this machine only, and builds it again on every save.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::build::UnoptimisedPage;
use crate::command::say;
use crate::project;
use crate::tools::Toolbox;
use crate::trouble::{Outcome, Trouble};

/// Tried first, then the ones after it.
const FIRST_PORT: u16 = 8080;
/// How many ports are tried when none was asked for.
const PORTS: u16 = 20;

/// The choices of `cargo xtask serve`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    port: Option<u16>,
    open: bool,
    release: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[String]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--open" => options.open = true,
                "--release" => options.release = true,
                "--port" => options.port = Some(port(words.next())?),
                other => {
                    return Err(Trouble::new("serve", format!("`{other}` is not known")).type_this("cargo xtask help"));
                }
            }
        }
        Ok(options)
    }
}

/// A port from the command line.
fn port(word: Option<&String>) -> Outcome<u16> {
    word.and_then(|word| word.parse().ok()).ok_or_else(|| {
        Trouble::new("serve", "`--port` wants a number from 1 to 65535").type_this("cargo xtask serve --port 8080")
    })
}

/// Serves until interrupted.
pub fn serve(options: &Options) -> Outcome {
    let port = free_port(options.port)?;
    let mut toolbox = Toolbox::for_building()?;
    let unoptimised = if options.release && !toolbox.wasm_opt()? {
        Some(UnoptimisedPage::write(&project::root())?)
    } else {
        None
    };
    say("building the app: 1 to 2 minutes when nothing is compiled yet, seconds after that");
    let mut trunk = toolbox.trunk_command()?;
    // Integrity guards what a host sends to others; here it would only make the browser warn about the preload.
    trunk
        .args([
            "serve",
            "--address",
            "127.0.0.1",
            "--no-sri",
            "true",
            "--port",
            &port.to_string(),
            "--dist",
        ])
        .arg(project::target().join("serve"));
    if options.open {
        trunk.arg("--open");
    }
    if options.release {
        trunk.arg("--release");
    }
    if let Some(page) = &unoptimised {
        trunk.args(["--html-output", "index.html"]).arg(page.path());
    }
    let mut child = trunk
        .spawn()
        .map_err(|error| Trouble::new("trunk", format!("could not be started: {error}")))?;
    announce(&mut child, port)?;
    let status = child.wait().map_err(|error| Trouble::new("trunk", error.to_string()))?;
    if status.success() {
        Ok(())
    } else {
        Err(stopped(&status.to_string()))
    }
}

/// Waits until the port answers, then says where.
fn announce(child: &mut Child, port: u16) -> Outcome {
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        match child.try_wait() {
            Ok(None) => sleep(Duration::from_millis(200)),
            Ok(Some(status)) => return Err(stopped(&status.to_string())),
            Err(error) => return Err(Trouble::new("trunk", error.to_string())),
        }
    }
    say(format!(
        "Batch Pool Planner: http://127.0.0.1:{port}/  (after {} s; saving rebuilds it, then reload the page; Ctrl+C ends)",
        started.elapsed().as_secs()
    ));
    Ok(())
}

/// The trouble of a trunk that ended by itself.
fn stopped(status: &str) -> Trouble {
    Trouble::new("trunk", format!("ended with {status}; its own words stand above"))
        .type_this("cargo xtask test --only clippy-web")
}

/// The port asked for if it is free, else the first free one of the usual.
fn free_port(wanted: Option<u16>) -> Outcome<u16> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match wanted {
        Some(port) if free(&port) => Ok(port),
        Some(port) => Err(Trouble::new("serve", format!("port {port} is taken"))
            .type_this(format!("cargo xtask serve --port {}", port.wrapping_add(1).max(1024)))),
        None => (FIRST_PORT..FIRST_PORT + PORTS).find(free).ok_or_else(|| {
            Trouble::new("serve", "finds no free port from 8080 on").type_this("cargo xtask serve --port 9000")
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order() {
        let words = ["--open", "--port", "9001"].map(str::to_owned);
        let expected = Options {
            port: Some(9001),
            open: true,
            release: false,
        };
        assert_eq!(Options::parse(&words).unwrap(), expected);
    }

    #[test]
    fn a_port_that_is_none_is_refused() {
        assert!(Options::parse(&["--port", "99999"].map(str::to_owned)).is_err());
        assert!(Options::parse(&["--port".to_owned()]).is_err());
    }
}
