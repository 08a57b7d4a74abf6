//! The browser app: mounts the page. On any other target it only says where the command is.

#[cfg(target_arch = "wasm32")]
fn main() {
    batch_pool_planner::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this binary is the browser app; build it with `cargo xtask serve`, or run `poolplan`");
}
