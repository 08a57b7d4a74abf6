//! The smallest page with this framework: what any app of this kind weighs before it does anything.

use leptos::prelude::*;

#[component]
fn Counter() -> impl IntoView {
    let (count, set_count) = signal(0);
    view! { <button on:click=move |_| *set_count.write() += 1>{count}</button> }
}

fn main() {
    leptos::mount::mount_to_body(Counter);
}
