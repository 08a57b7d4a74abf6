//! `poolplan practice`: the practice cloud over HTTP, on this machine only.

mod account;
mod clock;
mod control;
mod faults;
mod guard;
mod request;
mod sending;
mod serve;
mod site;

use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::net::TcpListener;

use super::pools::pools_of;
use super::{Failure, note};
use crate::input::Reading;
use crate::model::{AllocationMode, Moment, Plan};
use crate::practice::{Cloud, SAMPLES};
use crate::words::Language;
use account::Account;
use clock::{Clock, FASTEST, real_now};
use faults::Fault;
use serve::{Desk, serve};
use site::Site;

/// Tried first when no port is asked for, then the ones after it.
const FIRST_PORT: u16 = 8089;
/// How many are tried; then the system chooses.
const PORTS: u16 = 100;

#[derive(Debug, clap::Args)]
#[command(after_long_help = control::HELP)]
pub(super) struct Arguments {
    /// The port on 127.0.0.1. Without it, or with 0: a free one from 8089 on.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// What decides everything left to chance: the same seed, calls and times give the same answers.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Simulated seconds a second, up to 600; with 0 time stands still but for /.practice/advance.
    #[arg(long, value_name = "X", default_value_t = 60, value_parser = clap::value_parser!(u32).range(0..=i64::from(FASTEST)))]
    speed: u32,
    /// The simulated time at the start, such as 2026-11-22T08:00:00Z, instead of now.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    start: Option<Moment>,
    /// What goes wrong on purpose, such as put:drop-body@1; `help` lists all faults.
    #[arg(long, value_name = "FAULT", num_args = 1..)]
    fault: Vec<String>,
    /// Serve the built app in this folder, too, on the same origin.
    #[arg(long, value_name = "FOLDER")]
    app: Option<PathBuf>,
    /// Let everything exist that these plans name: account, image, network, neighbours.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    plan: Vec<PathBuf>,
    /// Write nothing but the address.
    #[arg(long, short)]
    quiet: bool,
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| "expected a time such as `2026-11-22T08:00:00Z`".to_owned())
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    if arguments.fault.iter().any(|fault| fault == "help") {
        out.write_all(faults::list().as_bytes())?;
        return Ok(0);
    }
    let start = arguments.start.unwrap_or_else(real_now);
    let faults = arguments.fault.iter().map(|written| Fault::parse(written, start));
    let faults = faults.collect::<Result<_, String>>().map_err(Failure::BadFault)?;
    let site = arguments.app.as_ref().map(|folder| {
        Site::open(folder).map_err(|reason| Failure::NoSite {
            path: folder.clone(),
            reason,
        })
    });
    let site = site.transpose()?;
    let mut cloud = Cloud::new(arguments.seed, start);
    for path in &arguments.plan {
        hold_file(&mut cloud, path)?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = listen(arguments.port).await.map_err(|reason| Failure::NoPort {
            port: arguments.port,
            reason,
        })?;
        let address = format!("http://{}", listener.local_addr()?);
        let clock = Clock::new(start, arguments.speed);
        let account = Account::new(cloud, clock, faults, arguments.seed);
        if !arguments.quiet {
            tell(arguments, &address);
        }
        // The one line on standard output: where it is. Scripts wait for it.
        writeln!(out, "{address}")?;
        out.flush()?;
        tokio::select! {
            () = serve(listener, Arc::new(Desk::new(account, site))) => {}
            () = asked_to_end() => {}
        }
        Ok(0)
    })
}

/// Lets everything exist that the plans of a file name.
fn hold_file(cloud: &mut Cloud, path: &Path) -> Result<(), Failure> {
    let (_, pools) = pools_of(path, Language::English)?;
    let held = pools.iter().filter(|one| hold(cloud, &one.pool.reading)).count();
    match held {
        0 => Err(Failure::NoPool { path: path.to_owned() }),
        _ => Ok(()),
    }
}

/// Lets everything exist that a plan names; whether it is one.
fn hold(cloud: &mut Cloud, reading: &Reading) -> bool {
    let root = reading.root.as_ref().ok();
    let plan = root.filter(|root| ["pool", "target"].iter().any(|name| root.get(name).is_some()));
    plan.map(|plan| cloud.hold(&Plan::read(plan))).is_some()
}

/// The port that was asked for, or a free one.
async fn listen(port: u16) -> io::Result<TcpListener> {
    let on = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if port != 0 {
        return on(port).await;
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        if let Ok(listener) = on(port).await {
            return Ok(listener);
        }
    }
    on(0).await
}

/// Waits until somebody asks the process to end.
async fn asked_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Without a way to be asked, it ends at once rather than never.
    let _ = interrupted.await;
}

/// Says on standard error what runs here.
fn tell(arguments: &Arguments, address: &str) {
    note(&format!(
        "Practice cloud at {address}, seed {}, {} simulated seconds a second. Ctrl+C ends it.",
        arguments.seed, arguments.speed
    ));
    note(
        "It answers like Azure Resource Manager, from a simulation: nothing is sent to Azure, and any bearer token is taken.",
    );
    note("How fast nodes come is a model: Microsoft publishes no such figure.");
    note("Accounts:");
    for sample in &SAMPLES {
        let mode = match sample.mode {
            AllocationMode::BatchService => "Batch service",
            AllocationMode::UserSubscription => "user subscription",
        };
        note(&format!(
            "  /subscriptions/{}/resourceGroups/{}/providers/Microsoft.Batch/batchAccounts/{} ({mode}, {})",
            sample.subscription, sample.group, sample.account, sample.region
        ));
    }
    for path in &arguments.plan {
        note(&format!("What `{}` names is there, too.", path.display()));
    }
    if arguments.app.is_some() {
        note(&format!("The app: {address}/"));
    }
    for fault in &arguments.fault {
        note(&format!("Fault: {fault}"));
    }
}
