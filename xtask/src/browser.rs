//! A browser of the Chromium family and its driver: found where systems keep them, or installed on Debian as root.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{on_path, program, say};
use crate::project;
use crate::tools::{AXE, PLAYWRIGHT, apt_install, can_apt, node, npm_package};
use crate::trouble::{Outcome, Trouble};

/// How every browser of ours is started: no window, no sandbox (containers), nothing called home.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// What the browser is called on PATH.
const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
];

/// A driver: the variable the test runner reads, and the program.
const DRIVERS: [(&str, &str); 2] = [("CHROMEDRIVER", "chromedriver"), ("MSEDGEDRIVER", "msedgedriver")];

/// The browser, installed when that is possible here.
pub fn browser() -> Outcome<PathBuf> {
    if let Some(found) = installed_browser() {
        return Ok(found);
    }
    if can_apt() {
        apt_install(
            &["chromium", "chromium-driver", "fonts-liberation"],
            "the browser tests need a browser",
            "1 to 2 minutes",
        )?;
    }
    installed_browser().ok_or_else(|| {
        Trouble::new(
            "browser",
            "no Chromium, Chrome or Edge was found, so nothing was run in one",
        )
        .type_this("install one of them, or set CHROME to the path of its program")
    })
}

/// The browser that `CHROME` names, else one on PATH, else one in the usual places of macOS and Windows.
fn installed_browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROME")
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    named
        .or_else(|| NAMES.iter().find_map(|name| on_path(name)))
        .or_else(|| usual_places().into_iter().find(|path| path.is_file()))
}

/// Where macOS and Windows keep their browsers.
fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        let applications = ["Google Chrome", "Chromium", "Microsoft Edge"];
        let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        return [PathBuf::from("/"), home]
            .iter()
            .flat_map(|base| {
                applications.map(|name| {
                    base.join("Applications")
                        .join(format!("{name}.app/Contents/MacOS/{name}"))
                })
            })
            .collect();
    }
    if cfg!(windows) {
        let programs = [
            "Google/Chrome/Application/chrome.exe",
            "Chromium/Application/chrome.exe",
            "Microsoft/Edge/Application/msedge.exe",
        ];
        return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
            .iter()
            .filter_map(std::env::var_os)
            .flat_map(|base| programs.map(|program| PathBuf::from(&base).join(program)))
            .collect();
    }
    Vec::new()
}

/// The driver beside the browser, as the variable and the path the component tests' runner reads.
fn driver() -> Option<(&'static str, PathBuf)> {
    DRIVERS.iter().find_map(|(variable, name)| {
        let named = std::env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file());
        named.or_else(|| on_path(name)).map(|path| (*variable, path))
    })
}

/// Tells a cargo command how the component tests reach the browser.
pub fn drive(command: &mut Command) -> Outcome {
    let browser = browser()?;
    if driver().is_none() && can_apt() {
        apt_install(
            &["chromium-driver"],
            "the component tests steer the browser with it",
            "under a minute",
        )?;
    }
    let (variable, path) = driver().ok_or_else(|| {
        Trouble::new("chromedriver", "was not found, so the component tests were not run").type_this(
            match std::env::consts::OS {
                "macos" => "brew install --cask chromedriver",
                "windows" => "set CHROMEDRIVER=PATH to the chromedriver.exe of your browser's version",
                _ => "sudo apt-get install chromium-driver   (or set CHROMEDRIVER to the path of the program)",
            },
        )
    })?;
    let settings = project::target().join("webdriver.json");
    let flags = FLAGS.map(quoted).join(",");
    let text = format!(
        "{{\"goog:chromeOptions\":{{\"binary\":{},\"args\":[{flags}]}}}}",
        quoted(&browser.to_string_lossy())
    );
    project::make_folder(&project::target())?;
    project::write(&settings, text)?;
    command
        .env(variable, path)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    Ok(())
}

/// A JSON string; paths and flags hold nothing but backslashes and quotes that needs care.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A node command that finds playwright-core, axe-core, the browser and the built site.
pub fn node_with_browser() -> Outcome<Command> {
    let node = node()?;
    let browser = browser()?;
    let playwright = npm_package(
        "playwright-core",
        PLAYWRIGHT,
        PLAYWRIGHT,
        "it drives the browser in tests",
    )?;
    let axe = npm_package("axe-core", AXE, AXE, "it checks accessibility in tests")?;
    say(format!("browser: {}", browser.display()));
    let mut command = program(node);
    command
        .env("E2E_PLAYWRIGHT", playwright)
        .env("E2E_AXE", axe)
        .env("E2E_BROWSER", browser)
        .env("E2E_BROWSER_FLAGS", FLAGS.join(" "))
        .env("E2E_DIST", project::dist())
        .env("E2E_SHOTS", project::target().join("e2e-shots"));
    Ok(command)
}
