//! One type for every closure of a kind. Leptos makes its code anew for each closure type; boxed here, it does so once,
//! which keeps the download small.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// A part of the page that is made again whenever something it reads changes.
pub fn dynamic(call: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn erased(call: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || call()).into_any()
    }
    erased(Box::new(call))
}

/// A text that follows what it reads.
pub fn text(call: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    fn erased(call: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
        Signal::derive(call)
    }
    erased(Box::new(call))
}

/// A truth value that follows what it reads.
pub fn flag(call: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    fn erased(call: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
        Signal::derive(call)
    }
    erased(Box::new(call))
}

/// A text that tells others only when it really changed.
pub fn text_memo(call: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    fn erased(call: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
        Memo::new(move |_| call())
    }
    erased(Box::new(call))
}

/// A count that tells others only when it really changed.
pub fn count_memo(call: impl Fn() -> usize + Send + Sync + 'static) -> Memo<usize> {
    fn erased(call: Box<dyn Fn() -> usize + Send + Sync>) -> Memo<usize> {
        Memo::new(move |_| call())
    }
    erased(Box::new(call))
}

/// Does something whenever what it reads changes, and once at first.
pub fn follow(call: impl Fn() + 'static) {
    fn erased(call: Box<dyn Fn()>) {
        Effect::new(move |_| call());
    }
    erased(Box::new(call));
}

/// What a press on a button does.
pub fn pressed(call: impl Fn() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    Box::new(move |_| call())
}

/// What a press on a link does in place of following it.
pub fn instead(call: impl Fn() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    Box::new(move |event| {
        event.prevent_default();
        call();
    })
}

/// What is done with the value of a control when it changes.
pub fn given(call: impl Fn(String) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| call(event_target_value(&event)))
}

/// What is done when a box is ticked or a choice is made.
pub fn ticked(call: impl Fn(bool) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| {
        let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        call(input.is_some_and(|input| input.checked()));
    })
}
