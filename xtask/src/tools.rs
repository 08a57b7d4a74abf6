//! The build tools at their exact versions: taken from PATH when the version is right, else from the user's cache
//! folder, else installed there. A second run, and a second clone, install nothing.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{answer, cargo, on_path, program, run, say};
use crate::project;
use crate::trouble::{Outcome, Trouble};

/// The bundler's version; Trunk.toml names it too.
pub const TRUNK: &str = "0.21.14";
/// The version of npm's `binaryen`, which brings wasm-opt.
pub const BINARYEN: &str = "132";
/// The version of npm's `playwright-core`: the newest that runs on Debian 12's node 18.
pub const PLAYWRIGHT: &str = "1.60.0";
/// The version of npm's `axe-core`.
pub const AXE: &str = "4.14.1";
/// The version of cargo-mutants.
pub const MUTANTS: &str = "27.1.0";
/// The target of the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The oldest major version of node that the browser tests run on.
const OLDEST_NODE: u32 = 18;

/// Our own command as proofs run it: built for development.
pub fn poolplan() -> Outcome<PathBuf> {
    run("cargo build", cargo().args(["build", "--locked", "--bin", "poolplan"]))?;
    Ok(project::target().join("debug").join(format!("poolplan{EXE_SUFFIX}")))
}

/// Folders to put before PATH so that trunk finds its tools.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

/// What a tool is called, where it comes from, and what it is for.
struct Crate<'a> {
    package: &'a str,
    binary: &'a str,
    version: &'a str,
    /// What makes it say its version.
    asks: &'a [&'a str],
    /// Its own lock file: wasm-bindgen-cli's may not resolve any more.
    locked: bool,
    opt_level: &'a str,
    what_for: &'a str,
    minutes: &'a str,
}

impl Toolbox {
    /// Everything that building the app needs except wasm-opt.
    pub fn for_building() -> Outcome<Self> {
        let mut toolbox = Self::default();
        wasm_target()?;
        toolbox.trunk()?;
        toolbox.wasm_bindgen()?;
        Ok(toolbox)
    }

    /// cargo-mutants.
    pub fn for_mutants() -> Outcome<Self> {
        let mut toolbox = Self::default();
        toolbox.add(&Crate {
            package: "cargo-mutants",
            binary: "cargo-mutants",
            version: MUTANTS,
            asks: &["mutants", "--version"],
            locked: true,
            opt_level: "0",
            what_for: "it puts slips into the rules, one at a time",
            minutes: "2 to 3 minutes",
        })?;
        Ok(toolbox)
    }

    /// trunk, the bundler.
    fn trunk(&mut self) -> Outcome {
        self.add(&Crate {
            package: "trunk",
            binary: "trunk",
            version: TRUNK,
            asks: &["--version"],
            locked: true,
            opt_level: "0",
            what_for: "it bundles the app",
            minutes: "2 to 4 minutes",
        })
    }

    /// wasm-bindgen and its test runner, at the version that Cargo.lock names.
    pub fn wasm_bindgen(&mut self) -> Outcome {
        self.add(&Crate {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version: &project::locked_version("wasm-bindgen")?,
            asks: &["--version"],
            locked: false,
            opt_level: "1",
            what_for: "it writes the glue between JavaScript and WebAssembly, and must be as old as the library",
            minutes: "2 to 3 minutes",
        })
    }

    /// wasm-opt, if it is there or node can bring it; without node the build is larger, and this says so.
    pub fn wasm_opt(&mut self) -> Outcome<bool> {
        let wanted = |name: &Path| {
            answer(program(name).arg("--version")).is_some_and(|said| said.contains(&format!("version {BINARYEN}")))
        };
        if wanted(Path::new("wasm-opt")) {
            return Ok(true);
        }
        if node_version().is_none() || on_path("npm").is_none() {
            say(format!(
                "wasm-opt {BINARYEN} is missing, and so is node with npm, which would bring it: the build will work but be larger"
            ));
            return Ok(false);
        }
        let folder = npm_package(
            "binaryen",
            &format!("{BINARYEN}.0.0"),
            BINARYEN,
            "it makes the WebAssembly small",
        )?;
        self.folders.push(folder.join("node_modules").join(".bin"));
        Ok(true)
    }

    /// PATH with the tools first.
    pub fn path(&self) -> Outcome<OsString> {
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(std::env::split_paths(&rest));
        std::env::join_paths(all).map_err(|error| Trouble::new("PATH", error.to_string()))
    }

    /// A trunk command that finds its tools, downloads nothing, does not stop over `NO_COLOR=1`, and does not bury the
    /// compiler's words under a backtrace of its own.
    pub fn trunk_command(&self) -> Outcome<Command> {
        let trunk = self
            .find("trunk")
            .ok_or_else(|| Trouble::new("trunk", "was not found after its installation"))?;
        let mut command = program(trunk);
        command
            .env("PATH", self.path()?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env("RUST_LIB_BACKTRACE", "0")
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// cargo-mutants, which wants to be called as cargo calls it.
    pub fn mutants_command(&self) -> Outcome<Command> {
        let mutants = self
            .find("cargo-mutants")
            .ok_or_else(|| Trouble::new("cargo-mutants", "was not found after its installation"))?;
        let mut command = program(mutants);
        command.arg("mutants");
        Ok(command)
    }

    /// The full path of a program, from the tools' folders first.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        let kept = self
            .folders
            .iter()
            .map(|folder| folder.join(format!("{name}{EXE_SUFFIX}")))
            .find(|file| file.is_file());
        kept.or_else(|| on_path(name))
    }

    /// Takes a crate's binary from PATH or the cache, or installs it.
    fn add(&mut self, tool: &Crate) -> Outcome {
        if has_version(Path::new(tool.binary), tool) {
            return Ok(());
        }
        let name = tool.package.trim_end_matches("-cli");
        let folder = cache()?.join(format!("{name}-{}", tool.version));
        let bin = folder.join("bin");
        if !has_version(&bin.join(format!("{}{EXE_SUFFIX}", tool.binary)), tool) {
            install_crate(tool, &folder)?;
        }
        self.folders.push(bin);
        Ok(())
    }
}

/// Installs a crate into `folder`: built fast rather than built well, in a folder of its own that appears whole.
fn install_crate(tool: &Crate, folder: &Path) -> Outcome {
    let Crate { package, version, .. } = tool;
    say(format!(
        "installing {package} {version}: {}; {} on two cores, once",
        tool.what_for, tool.minutes
    ));
    let building = cache()?.join(format!("build-{}", std::process::id()));
    let staging = building.join("installed");
    let mut install = cargo();
    install
        .args([
            "install",
            package,
            "--version",
            version,
            "--debug",
            "--no-track",
            "--root",
        ])
        .arg(&staging)
        .env("CARGO_TARGET_DIR", &building)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_DEV_INCREMENTAL", "false");
    if tool.locked {
        install.arg("--locked");
    }
    let installed = run(package, &mut install).and_then(|()| settle(&staging, folder));
    project::remove_folder(&building)?;
    installed
}

/// Moves what was installed to its place; what another run put there meanwhile is as good.
pub fn settle(staging: &Path, folder: &Path) -> Outcome {
    project::remove_folder(folder)?;
    match fs::rename(staging, folder) {
        Err(error) if !folder.is_dir() => Err(Trouble::file(folder, &error)),
        _ => Ok(()),
    }
}

/// An npm package in the cache, keyed by its version; nothing of npm's ever lands in the repository.
pub fn npm_package(name: &str, version: &str, key: &str, what_for: &str) -> Outcome<PathBuf> {
    let folder = cache()?.join(format!("{name}-{key}"));
    if folder.join("node_modules").join(name).join("package.json").is_file() {
        return Ok(folder);
    }
    say(format!("installing npm's {name} {version}: {what_for}; seconds, once"));
    let npm = on_path("npm")
        .ok_or_else(|| Trouble::new("npm", "was not found; node's installer brings it").type_this(node_hint()))?;
    let staging = cache()?.join(format!("build-{}", std::process::id()));
    project::make_folder(&staging)?;
    let mut install = program(npm);
    install
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
            "--prefix",
        ])
        .arg(&staging)
        .arg(format!("{name}@{version}"));
    let installed = run("npm", &mut install).and_then(|()| settle(&staging, &folder));
    project::remove_folder(&staging)?;
    installed.map(|()| folder)
}

/// The compiler's target for the app, added by rustup when missing.
pub fn wasm_target() -> Outcome {
    let library = answer(program("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(format!(
        "adding the compiler's target {WASM_TARGET}: the app runs in the browser; under a minute, once"
    ));
    if on_path("rustup").is_none() {
        return Err(Trouble::new(
            "rustc",
            format!("has no target {WASM_TARGET}, and rustup, which would add it, was not found"),
        )
        .type_this("install rustup as https://rustup.rs says, then repeat"));
    }
    run("rustup", program("rustup").args(["target", "add", WASM_TARGET]))
}

/// Node at a version the browser tests run on; on Debian as root it is installed when missing.
pub fn node() -> Outcome<PathBuf> {
    if node_version().is_none() && can_apt() {
        apt_install(&["nodejs", "npm"], "the browser tests run on node", "about a minute")?;
    }
    let found = node_version().zip(on_path("node"));
    match found {
        Some((major, path)) if major >= OLDEST_NODE => Ok(path),
        Some((major, _)) => Err(Trouble::new(
            "node",
            format!("is version {major}, too old: {OLDEST_NODE} or later is needed"),
        )
        .type_this(node_hint())),
        None => Err(Trouble::new("node", "was not found").type_this(node_hint())),
    }
}

/// The major version of the node on PATH.
fn node_version() -> Option<u32> {
    answer(program("node").arg("--version"))?
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// What to type to get node on this system.
pub fn node_hint() -> &'static str {
    match std::env::consts::OS {
        "macos" => "brew install node",
        "windows" => "winget install OpenJS.NodeJS.LTS",
        _ => "sudo apt-get install nodejs npm   (or your system's package manager)",
    }
}

/// Whether this is a Debian-like system and we may install on it.
pub fn can_apt() -> bool {
    cfg!(target_os = "linux") && on_path("apt-get").is_some() && answer(program("id").arg("-u")).as_deref() == Some("0")
}

/// Installs Debian packages.
pub fn apt_install(packages: &[&str], what_for: &str, duration: &str) -> Outcome {
    say(format!(
        "installing {} by apt: {what_for}; {duration}, once",
        packages.join(", ")
    ));
    let apt = || {
        let mut command = program("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run("apt-get update", apt().args(["update", "-qq"]))?;
    run(
        "apt-get install",
        apt()
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages),
    )
}

/// Whether a program says it is of the version that is wanted.
fn has_version(program_path: &Path, tool: &Crate) -> bool {
    answer(program(program_path).args(tool.asks))
        .is_some_and(|said| said.split_whitespace().any(|word| word == tool.version))
}

/// The folder of all tools, below the user's cache folder.
pub fn cache() -> Outcome<PathBuf> {
    let of = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let home = of("HOME");
    let base = match std::env::consts::OS {
        "windows" => of("LOCALAPPDATA"),
        "macos" => of("XDG_CACHE_HOME").or(home.map(|home| home.join("Library").join("Caches"))),
        _ => of("XDG_CACHE_HOME").or(home.map(|home| home.join(".cache"))),
    };
    let base =
        base.ok_or_else(|| Trouble::new("xtask", "finds no cache folder: neither HOME nor XDG_CACHE_HOME is set"))?;
    let tools = base.join("batch-pool-planner").join("tools");
    project::make_folder(&tools)?;
    Ok(tools)
}
