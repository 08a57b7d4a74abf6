//! The proof by real clients: the libraries of Python and JavaScript at the versions that `tests/clients` names, kept in the
//! user's cache, and the programs that `poolplan emit` writes run with them against a service on this machine; and the
//! practice cloud, driven by the same libraries.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::command::{answer, on_path, program, run, say};
use crate::project;
use crate::tools::{apt_install, cache, can_apt, node, node_hint, poolplan, settle};
use crate::trouble::{Outcome, Trouble};

/// What repeats the step once its trouble is gone.
const AGAIN: &str = "cargo xtask test --only clients   (when pip and npm can reach their package indexes)";
/// What a Python must be able to do: be new enough for the libraries, and make an environment of its own.
const ABLE: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
/// What an environment must be able to do.
const COMPLETE: &str = "import azure.batch, azure.identity, azure.mgmt.batch, black, trustme";

/// Installs what is missing, builds `poolplan`, and runs `practice.py` and `prove.py` of `tests/clients`.
pub fn clients() -> Outcome {
    let python = environment()?;
    let modules = modules()?;
    let node = node()?;
    if answer(program(&node).args(["--import", "data:text/javascript,", "--eval", "0"])).is_none() {
        return Err(Trouble::new("node", "is too old for `--import`: 18.19 or later is needed").type_this(node_hint()));
    }
    let poolplan = poolplan()?;
    let prove = |script: &str| {
        let mut proof = program(&python);
        proof
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .arg(folder().join(script))
            .arg("--poolplan")
            .arg(&poolplan)
            .arg("--node")
            .arg(&node)
            .arg("--modules")
            .arg(&modules);
        proof
    };
    run("practice", &mut prove("practice.py"))?;
    run(
        "clients",
        prove("prove.py")
            .arg("--work")
            .arg(project::target().join("clients"))
            .arg("--specs")
            .arg(project::root().join("..").join("shared").join("specs")),
    )
}

/// The folder with the proof and what it runs on.
fn folder() -> PathBuf {
    project::root().join("tests").join("clients")
}

/// A folder of the cache whose name changes with what shall be in it.
fn kept(name: &str, list: &Path) -> Outcome<PathBuf> {
    let digest = Sha256::digest(project::read_bytes(list)?);
    let key: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Ok(cache()?.join(format!("{name}-{key}")))
}

/// A Python environment with the packages of `requirements.txt`: its Python.
fn environment() -> Outcome<PathBuf> {
    let list = folder().join("requirements.txt");
    let folder = kept("clients-python", &list)?;
    let python = python_in(&folder);
    if answer(program(&python).args(["-c", COMPLETE])).is_some() {
        return Ok(python);
    }
    let system = python_of_the_system()?;
    say(
        "installing Azure's libraries for Python in an environment of their own: what is written for them is run with them; under a minute, once",
    );
    let staging = cache()?.join(format!("build-{}", std::process::id()));
    let installed = run("python", program(system).args(["-m", "venv"]).arg(&staging))
        .and_then(|()| {
            let mut pip = program(python_in(&staging));
            pip.args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
            ])
            .arg(&list);
            run("pip", &mut pip)
        })
        .and_then(|()| settle(&staging, &folder));
    project::remove_folder(&staging)?;
    installed.map_err(|trouble| trouble.type_this(AGAIN))?;
    if answer(program(&python).args(["-c", COMPLETE])).is_none() {
        return Err(Trouble::new("python", format!("cannot import what was installed: `{COMPLETE}`")).type_this(AGAIN));
    }
    Ok(python)
}

/// The Python of an environment.
fn python_in(environment: &Path) -> PathBuf {
    if cfg!(windows) {
        environment.join("Scripts").join("python.exe")
    } else {
        environment.join("bin").join("python")
    }
}

/// A Python on PATH that can make environments; on Debian as root it is installed when missing.
fn python_of_the_system() -> Outcome<PathBuf> {
    if let Some(python) = able_python() {
        return Ok(python);
    }
    if can_apt() {
        apt_install(
            &["python3", "python3-venv"],
            "Azure's library for Python is run with it",
            "under a minute",
        )?;
    }
    able_python().ok_or_else(|| {
        Trouble::new("python", "3.10 or later that can make environments was not found").type_this(
            match std::env::consts::OS {
                "macos" => "brew install python",
                "windows" => "winget install Python.Python.3.13",
                _ => "sudo apt-get install python3 python3-venv   (or your system's package manager)",
            },
        )
    })
}

fn able_python() -> Option<PathBuf> {
    ["python3", "python"]
        .iter()
        .filter_map(|name| on_path(name))
        .find(|python| answer(program(python).args(["-c", ABLE])).is_some())
}

/// A folder with the node modules that `package-lock.json` names.
fn modules() -> Outcome<PathBuf> {
    let lists = ["package.json", "package-lock.json"];
    let folder = kept("clients-node", &folder().join("package-lock.json"))?;
    if folder
        .join("node_modules")
        .join("@azure")
        .join("arm-batch")
        .join("package.json")
        .is_file()
    {
        return Ok(folder);
    }
    node()?;
    let npm = on_path("npm")
        .ok_or_else(|| Trouble::new("npm", "was not found; node's installer brings it").type_this(node_hint()))?;
    say("installing Azure's libraries for JavaScript: what is written for them is run with them; seconds, once");
    let staging = cache()?.join(format!("build-{}", std::process::id()));
    project::make_folder(&staging)?;
    for name in lists {
        project::write(&staging.join(name), project::read_bytes(&self::folder().join(name))?)?;
    }
    let mut install = program(npm);
    install
        .args([
            "ci",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
            "--prefix",
        ])
        .arg(&staging);
    let installed = run("npm", &mut install).and_then(|()| settle(&staging, &folder));
    project::remove_folder(&staging)?;
    installed.map_err(|trouble| trouble.type_this(AGAIN))?;
    Ok(folder)
}
