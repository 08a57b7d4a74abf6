//! Elements: a thin layer over the browser's own, with Leptos' signals to follow. No type is made per element or closure,
//! which is what keeps the download small.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, Node};

use super::browser;
use super::computed::Computed;

/// A piece of the page: one node, or a fragment of several, that is put into the page once.
pub struct View(Node);

/// One element that is being made.
pub struct Made {
    element: Element,
}

/// What is done when something happens.
pub type Handler = Box<dyn FnMut(Event)>;

fn document() -> Document {
    browser::document_or_stop()
}

/// Begins an element.
pub fn el(tag: &str) -> Made {
    let element = match tag {
        "svg" | "use" => document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag),
        _ => document().create_element(tag),
    };
    Made {
        element: browser::or_stop(element),
    }
}

/// Several pieces side by side.
pub fn side_by_side<const N: usize>(parts: [View; N]) -> View {
    gathered(&parts)
}

/// Several pieces as one. Apart from what they are kept in, so that it is made once.
#[inline(never)]
fn gathered(parts: &[View]) -> View {
    let view = nothing();
    for part in parts {
        part.append_to(&view.0);
    }
    view
}

/// Nothing.
pub fn nothing() -> View {
    View(document().create_document_fragment().into())
}

impl Made {
    /// Sets an attribute, or follows a signal with it. `None` and `false` take it away.
    pub fn attr(self, name: &'static str, value: impl AttributeValue) -> Made {
        value.put(&self.element, name);
        self
    }

    /// Sets the class.
    pub fn class(self, value: impl AttributeValue) -> Made {
        self.attr("class", value)
    }

    /// Follows a signal with the value of a control.
    pub fn value(self, value: Signal<String>) -> Made {
        let element = self.element.clone();
        stay(move || {
            let value = JsValue::from_str(&value.get());
            // The caret stays where it is when nothing changes.
            if js_sys::Reflect::get(&element, &"value".into()).ok().as_ref() != Some(&value) {
                let _ = js_sys::Reflect::set(&element, &"value".into(), &value);
            }
        });
        self
    }

    /// Follows a signal with the tick of a box or the choice of a button.
    pub fn checked(self, on: Signal<bool>) -> Made {
        let element = self.element.clone();
        stay(move || {
            let _ = js_sys::Reflect::set(&element, &"checked".into(), &on.get().into());
        });
        self
    }

    /// Follows a signal with whether a box is neither ticked nor not.
    pub fn undecided(self, on: Signal<bool>) -> Made {
        let element = self.element.clone();
        stay(move || {
            let _ = js_sys::Reflect::set(&element, &"indeterminate".into(), &on.get().into());
        });
        self
    }

    /// Says that it is the current one of its kind (`page` for a link to where one is, else `true`), while it is.
    pub fn current(self, kind: &'static str, on: Signal<bool>) -> Made {
        let element = self.element.clone();
        stay(move || {
            let _ = if on.get() {
                element.set_attribute("aria-current", kind)
            } else {
                element.remove_attribute("aria-current")
            };
        });
        self
    }

    /// Follows a signal with the inside, as HTML that was made safe.
    pub fn html(self, html: Signal<String>) -> Made {
        let element = self.element.clone();
        stay(move || element.set_inner_html(&html.get()));
        self
    }

    /// Follows a signal with the number from which a counter of the style sheets counts.
    pub fn counter(self, name: &'static str, from: Signal<String>) -> Made {
        let element = self.element.clone();
        stay(move || {
            if let Ok(style) = js_sys::Reflect::get(&element, &"style".into()) {
                let value = JsValue::from_str(&format!("{name} {}", from.get()));
                let _ = js_sys::Reflect::set(&style, &"counterReset".into(), &value);
            }
        });
        self
    }

    /// Sets the inside once, as HTML that was made safe.
    pub fn html_once(self, html: &str) -> Made {
        self.element.set_inner_html(html);
        self
    }

    /// Does something whenever an event happens on it.
    pub fn on(self, event: &str, handler: Handler) -> Made {
        let call = Closure::<dyn FnMut(Event)>::wrap(handler);
        let _ = self
            .element
            .add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        // The browser drops it with the element.
        drop(call.into_js_value());
        self
    }

    /// Adds something inside.
    pub fn child(self, child: impl Into<View>) -> Made {
        self.append(child.into())
    }

    fn append(self, child: View) -> Made {
        let _ = self.element.append_child(&child.0);
        self
    }
}

impl View {
    /// Puts it at the end of an element of the page.
    pub fn append_to(&self, parent: &Node) {
        let _ = parent.append_child(&self.0);
    }
}

impl<V: Into<View>> FromIterator<V> for View {
    fn from_iter<I: IntoIterator<Item = V>>(parts: I) -> View {
        let view = nothing();
        for part in parts {
            part.into().append_to(&view.0);
        }
        view
    }
}

/// Finishes a piece.
pub trait Done {
    /// The finished piece.
    fn done(self) -> View;
}

impl<T: Into<View>> Done for T {
    fn done(self) -> View {
        self.into()
    }
}

impl<V: Into<View>> From<Vec<V>> for View {
    fn from(parts: Vec<V>) -> View {
        parts.into_iter().collect()
    }
}

impl<V: Into<View>, const N: usize> From<[V; N]> for View {
    fn from(parts: [V; N]) -> View {
        parts.into_iter().collect()
    }
}

impl From<Made> for View {
    fn from(made: Made) -> View {
        View(made.element.into())
    }
}

impl From<&str> for View {
    fn from(text: &str) -> View {
        View(document().create_text_node(text).into())
    }
}

impl From<String> for View {
    fn from(text: String) -> View {
        View::from(text.as_str())
    }
}

impl<V: Into<View>> From<Option<V>> for View {
    fn from(view: Option<V>) -> View {
        view.map_or_else(nothing, V::into)
    }
}

impl From<Signal<String>> for View {
    fn from(text: Signal<String>) -> View {
        let node = document().create_text_node("");
        let shown = node.clone();
        stay(move || shown.set_data(&text.get()));
        View(node.into())
    }
}

impl From<Computed<String>> for View {
    fn from(value: Computed<String>) -> View {
        View::from(text(move || value.get()))
    }
}

/// What an attribute can be set to.
pub trait AttributeValue {
    /// Sets the attribute, now and whenever the value changes.
    fn put(self, element: &Element, name: &'static str);
}

impl AttributeValue for &str {
    fn put(self, element: &Element, name: &'static str) {
        let _ = element.set_attribute(name, self);
    }
}

impl AttributeValue for String {
    fn put(self, element: &Element, name: &'static str) {
        self.as_str().put(element, name);
    }
}

impl AttributeValue for Option<&str> {
    fn put(self, element: &Element, name: &'static str) {
        if let Some(value) = self {
            value.put(element, name);
        }
    }
}

impl AttributeValue for bool {
    fn put(self, element: &Element, name: &'static str) {
        let _ = if self {
            element.set_attribute(name, "")
        } else {
            element.remove_attribute(name)
        };
    }
}

impl AttributeValue for Signal<String> {
    fn put(self, element: &Element, name: &'static str) {
        let element = element.clone();
        stay(move || self.get().as_str().put(&element, name));
    }
}

impl AttributeValue for Computed<String> {
    fn put(self, element: &Element, name: &'static str) {
        text(move || self.get()).put(element, name);
    }
}

impl AttributeValue for Signal<bool> {
    fn put(self, element: &Element, name: &'static str) {
        let element = element.clone();
        stay(move || self.get().put(&element, name));
    }
}

/// Does something now, and again whenever what it reads changes, for as long as the part of the page it belongs to lives.
fn stay(call: impl Fn() + 'static) {
    fn erased(call: Box<dyn Fn()>) {
        let effect = RenderEffect::new(move |_: Option<()>| call());
        // The owner of this part of the page keeps it, and drops it when the part is made anew.
        StoredValue::new_local(effect);
    }
    erased(Box::new(call));
}

/// A part of the page that is made again whenever something it reads changes. It stands between two marks.
pub fn dynamic(call: impl Fn() -> View + 'static) -> View {
    fn erased(call: Box<dyn Fn() -> View>) -> View {
        let (start, end): (Node, Node) = (
            document().create_comment("").into(),
            document().create_comment("").into(),
        );
        let view = nothing();
        let _ = view.0.append_child(&start);
        let _ = view.0.append_child(&end);
        stay(move || {
            let made = call();
            // Its two marks go wherever it is put, so the place is asked for anew each time.
            let Some(parent) = end.parent_node() else { return };
            while let Some(old) = start.next_sibling().filter(|node| *node != end) {
                let _ = parent.remove_child(&old);
            }
            let _ = parent.insert_before(&made.0, Some(&end));
        });
        view
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
pub fn text_memo(call: impl Fn() -> String + Send + Sync + 'static) -> Computed<String> {
    Computed::new(call)
}

/// A count that tells others only when it really changed.
pub fn count_memo(call: impl Fn() -> usize + Send + Sync + 'static) -> Computed<usize> {
    Computed::new(call)
}

/// Does something now, and again whenever what it reads changes.
pub fn follow(call: impl Fn() + 'static) {
    stay(call);
}

/// What a press on a button does.
pub fn pressed(call: impl Fn() + 'static) -> Handler {
    Box::new(move |_| call())
}

/// What a press on a link, a drop or a submit does in place of what the browser would do.
pub fn instead(call: impl Fn() + 'static) -> Handler {
    Box::new(move |event| {
        event.prevent_default();
        call();
    })
}

/// What is done with the value of a control when it changes.
pub fn given(call: impl Fn(String) + 'static) -> Handler {
    Box::new(move |event| call(of_target(&event, "value").as_string().unwrap_or_default()))
}

/// What is done when a box is ticked or a choice is made.
pub fn ticked(call: impl Fn(bool) + 'static) -> Handler {
    Box::new(move |event| call(of_target(&event, "checked").is_truthy()))
}

/// What the control that an event is about says of itself. Apart from the two above, so that it is made once.
#[inline(never)]
fn of_target(event: &Event, name: &str) -> JsValue {
    let target = event.target().map(JsValue::from).unwrap_or_default();
    js_sys::Reflect::get(&target, &name.into()).unwrap_or_default()
}
