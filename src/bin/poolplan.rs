//! The native command: everything it does stands in `batch_pool_planner::command`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    batch_pool_planner::command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
