//! Splits the app's WebAssembly in two: what the page needs to be there, and what judges, which it loads afterwards.
//!
//! The split must come between the compiler and wasm-bindgen, and trunk calls both. So trunk finds this program under
//! the name `wasm-bindgen`: it splits, has the real one work on the first part, and leaves the rest in a folder, from
//! which `cargo xtask texts`, at the end of trunk's build, takes it into the site.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_split_cli_support::Options;

use crate::command::{on_path, program, run};
use crate::project;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// The name under which trunk calls.
const STAND_IN: &str = "wasm-bindgen";
/// Says where the real wasm-bindgen is.
const REAL: &str = "XTASK_WASM_BINDGEN";
/// Says where the parts are left.
const PARTS: &str = "XTASK_SPLIT_PARTS";
/// The flags of the compiler: those of .cargo/config.toml, the split, and what the splitter reads.
const RUSTFLAGS: &str = "--cfg erase_components --cfg split -Clink-args=--emit-relocs";
/// The app's script as the script that loads the rest imports it, until its name on the site is known.
const APP: &str = "\"./app.js\"";
/// What the compiler uses of WebAssembly, for wasm-opt.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Prepares a trunk command, whose tools are on `path`, so that the app comes in two parts.
pub fn prepare(trunk: &mut Command, path: &OsString, real: &Path) -> Outcome {
    let folder = project::target().join("split");
    let (stand_in, parts) = (folder.join("bin"), folder.join("parts"));
    project::make_folder(&stand_in)?;
    project::remove_folder(&parts)?;
    project::make_folder(&parts)?;
    let here = std::env::current_exe().map_err(|error| Trouble::new("xtask", error.to_string()))?;
    let copy = stand_in.join(format!("{STAND_IN}{EXE_SUFFIX}"));
    fs::copy(&here, &copy).map_err(|error| Trouble::file(&copy, &error))?;
    let all = std::iter::once(stand_in).chain(std::env::split_paths(path));
    let all = std::env::join_paths(all).map_err(|error| Trouble::new("PATH", error.to_string()))?;
    trunk
        .env("PATH", all)
        .env(REAL, real)
        .env(PARTS, &parts)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", RUSTFLAGS)
        // The splitter needs the names; wasm-opt takes them out afterwards.
        .env("CARGO_PROFILE_RELEASE_STRIP", "none");
    Ok(())
}

/// Whether this program was called as wasm-bindgen.
pub fn is_stand_in() -> bool {
    let called = std::env::args_os().next().map(PathBuf::from);
    called.is_some_and(|called| called.file_stem().is_some_and(|name| name == STAND_IN))
}

/// Splits the WebAssembly among the arguments, and has the real wasm-bindgen work on the first part.
pub fn bind(arguments: &[String]) -> Outcome {
    let real = std::env::var_os(REAL).ok_or_else(|| Trouble::new(STAND_IN, format!("{REAL} is not set")))?;
    let mut real = program(real);
    let is_input = |argument: &&String| argument.ends_with(".wasm");
    let (Some(input), Some(parts)) = (arguments.iter().find(is_input), std::env::var_os(PARTS)) else {
        return run(STAND_IN, real.args(arguments));
    };
    let main = split(Path::new(input), Path::new(&parts))?;
    let arguments = arguments.iter().map(|argument| {
        if argument == input {
            main.as_os_str().to_owned()
        } else {
            argument.into()
        }
    });
    // The second part needs the memory and the table of functions of the first.
    run(STAND_IN, real.arg("--keep-lld-exports").args(arguments))
}

/// Splits the WebAssembly `input`. The part that is loaded later and the script that loads it are left in `parts`; gives
/// the path of the first part.
fn split(input: &Path, parts: &Path) -> Outcome<PathBuf> {
    let bytes = project::read_bytes(input)?;
    let folder = parts.with_file_name("work");
    project::remove_folder(&folder)?;
    project::make_folder(&folder)?;
    let main = folder.join("main.wasm");
    let script = format!("./split-{}.js", stamp::short_hash(&bytes));
    let mut options = Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = &script;
    options.main_module = APP.trim_matches('"');
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| Trouble::new("the split of the WebAssembly", error.to_string()))?;
    let mut loader = project::read_text(&folder.join(&script))?;
    for part in split.split_modules {
        let name = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
        optimise(&part)?;
        let bytes = project::read_bytes(&part)?;
        let stem = name.trim_start_matches("split_").trim_end_matches(".wasm");
        let hashed = format!("{stem}-{}.wasm", stamp::short_hash(&bytes));
        project::write(&parts.join(&hashed), &bytes)?;
        let plain = format!("new URL(\"./{name}\", import.meta.url)");
        let checked = format!(
            "new URL(\"./{hashed}\", import.meta.url), {{ integrity: \"{}\", cache: tries++ ? \"reload\" : \"default\" }}",
            stamp::integrity(&bytes)
        );
        loader = stamp::replaced_once(&loader, &plain, &checked, &script)?;
    }
    // Bytes that were refused stay in the browser's cache: a second try asks for fresh ones.
    project::write(&parts.join(&script), format!("let tries = 0;\n{loader}"))?;
    Ok(main)
}

/// Makes a part small, where wasm-opt is there.
fn optimise(part: &Path) -> Outcome {
    let Some(wasm_opt) = on_path("wasm-opt") else {
        return Ok(());
    };
    let mut command = program(wasm_opt);
    command
        .args(FEATURES)
        .args(["-Oz", "--strip-debug", "--strip-producers", "--output"])
        .args([part, part]);
    run("wasm-opt", &mut command)
}

/// Takes the parts into the site that is being built, if it comes in parts, and names them in its page.
pub fn take_parts(staging: &Path, page: String) -> Outcome<String> {
    let Some(parts) = std::env::var_os(PARTS).map(PathBuf::from) else {
        return Ok(page);
    };
    // By now the app has the name that it has on the site.
    let is_app = |element: &&str| stamp::attribute(element, "rel") == Some("modulepreload");
    let app = stamp::elements(&page).find(is_app).and_then(stamp::address);
    let app = app
        .ok_or_else(|| Trouble::new("index.html", "names no script of the app"))?
        .to_owned();
    let mut links = String::new();
    for name in project::file_names(&parts)? {
        let mut bytes = project::read_bytes(&parts.join(&name))?;
        // The script belongs to the first load; the page itself asks for the rest.
        let kind = if name.ends_with(".js") {
            "modulepreload"
        } else {
            "later"
        };
        if kind == "modulepreload" {
            let script = String::from_utf8_lossy(&bytes);
            bytes = stamp::replaced_once(&script, APP, &format!("\"./{app}\""), &name)?.into_bytes();
        }
        let integrity = stamp::integrity(&bytes);
        links.push_str(&format!(
            "<link rel=\"{kind}\" href=\"./{name}\" integrity=\"{integrity}\">"
        ));
        project::write(&staging.join(&name), bytes)?;
    }
    stamp::replaced_once(&page, "</head>", &format!("{links}</head>"), "index.html")
}
