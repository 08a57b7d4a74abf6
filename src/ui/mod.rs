//! The page: shows what the core computes and turns what people do into edits. Decides nothing.

mod app;
mod browser;
mod dom;
mod parts;
mod plan;
mod route;
mod rules;
mod says;
mod topbar;
mod verdict_line;
mod workspace;

/// Mounts the page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| browser::show_calm_page()));
    // Leptos sets up the owner of all signals; the page itself is put into the body by `app`.
    leptos::mount::mount_to_body(app::app);
}
