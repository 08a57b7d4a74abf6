//! What only a browser can show: elements that follow signals, code that stays harmless, the page as a whole.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::cell::Cell;
use std::iter::successors;
use std::panic::{set_hook, take_hook};
use std::rc::Rc;

use batch_pool_planner::analysis::{Located, analyse};
use batch_pool_planner::emit::{self, Syntax};
use batch_pool_planner::facts::pages::READ_ON;
use batch_pool_planner::rules::Severity;
use batch_pool_planner::ui::dom::{Done, View, dynamic, el, flag, side_by_side, text};
use batch_pool_planner::ui::route::{PlanView, Route, Verdict};
use batch_pool_planner::ui::{self, CodeLine, code_html, keys, lines_of};
use batch_pool_planner::{form, words};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

wasm_bindgen_test_configure!(run_in_browser);

/// Puts what is made into an element of its own.
fn shown(make: impl FnOnce() -> View + 'static) -> HtmlElement {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let inside = place.clone();
    leptos::mount::mount_to(place.clone(), move || make().append_to(&inside)).forget();
    place
}

/// Waits for the next frame to be painted.
async fn frame() {
    let mut ask = |done: js_sys::Function, _| {
        request_animation_frame(move || drop(done.call0(&JsValue::NULL)));
    };
    let painted = js_sys::Promise::new(&mut ask);
    drop(js_sys::futures::JsFuture::from(painted).await);
}

fn reads(place: &Node) -> String {
    place.text_content().unwrap()
}

fn children(of: &Element) -> Vec<Element> {
    successors(of.first_element_child(), Element::next_element_sibling).collect()
}

#[wasm_bindgen_test]
async fn a_dynamic_part_is_made_again_between_its_neighbours() {
    let count = RwSignal::new(1);
    let part = move |mark: &'static str| dynamic(move || vec![mark; count.get()].into());
    let place = shown(move || side_by_side(["<".done(), part("a"), part("b"), ">".done()]));
    for (next, all) in [(1, "<ab>"), (3, "<aaabbb>"), (0, "<>"), (2, "<aabb>")] {
        count.set(next);
        tick().await;
        assert_eq!(reads(&place), all);
    }
}

#[wasm_bindgen_test]
async fn an_inner_part_is_made_again_alone_and_ends_with_the_outer_one() {
    let (outer, inner, runs) = (RwSignal::new("a"), RwSignal::new("x"), Rc::new(Cell::new(0)));
    let counted = runs.clone();
    let place = shown(move || {
        dynamic(move || {
            let counted = counted.clone();
            let part = dynamic(move || {
                counted.set(counted.get() + 1);
                inner.get().done()
            });
            side_by_side([el("b").child(outer.get()).done(), part])
        })
    });
    let first = place.first_element_child();
    inner.set("y");
    tick().await;
    assert_eq!((reads(&place).as_str(), place.first_element_child()), ("ay", first));
    for next in ["b", "c"] {
        outer.set(next);
        tick().await;
        assert_eq!(reads(&place), format!("{next}y"));
    }
    runs.set(0);
    inner.set("z");
    tick().await;
    assert_eq!(reads(&place), "cz");
    assert_eq!(runs.get(), 1, "parts that are gone still follow");
}

#[wasm_bindgen_test]
async fn texts_and_attributes_follow_in_place() {
    let on = RwSignal::new(false);
    let place = shown(move || {
        let still = el("a").attr("inert", true).attr("hidden", false);
        let still = still.attr("lang", Some("fr")).attr("title", None);
        let follows = still.attr("draggable", flag(move || on.get()));
        let follows = follows.class(text(move || format!("on-{}", on.get())));
        let follows = follows.current("page", flag(move || on.get()));
        follows.child(text(move || format!("<{}>", on.get()))).done()
    });
    let made = place.first_element_child().unwrap();
    let node = made.first_child();
    for next in [false, true, false] {
        on.set(next);
        tick().await;
        let names = ["inert", "hidden", "lang", "title", "draggable", "aria-current"];
        let values = names.map(|name| made.get_attribute(name));
        let (there, page) = (next.then_some(""), next.then_some("page"));
        let expected = [Some(""), None, Some("fr"), None, there, page];
        assert_eq!(values.each_ref().map(Option::as_deref), expected);
        assert_eq!(made.class_name(), format!("on-{next}"));
        assert_eq!(reads(&made), format!("<{next}>"));
        assert_eq!(made.first_child(), node, "the text is another node");
    }
}

#[wasm_bindgen_test]
async fn a_value_that_was_typed_keeps_the_caret() {
    let value = RwSignal::new("pool".to_owned());
    let place = shown(move || el("input").value(value.into()).done());
    let input: HtmlInputElement = place.first_element_child().unwrap().unchecked_into();
    input.set_value("p-ool");
    input.set_selection_range(2, 2).unwrap();
    for (next, caret) in [("p-ool", 2), ("undone", 6)] {
        value.set(next.to_owned());
        tick().await;
        assert_eq!(input.value(), next);
        assert_eq!(input.selection_start(), Ok(Some(caret)));
    }
}

/// What the browser makes of a code view, and its text without what only keeps the height of an empty line.
fn code(text: &str, syntax: Syntax, lines: &[CodeLine]) -> (Element, String) {
    let place = document().create_element("div").unwrap();
    place.set_inner_html(&code_html(text, syntax, lines, ["error", "warning", "advice"]));
    let lines: Vec<String> = children(&place).iter().map(|line| reads(line)).collect();
    (place, lines.join("\n").replace('\u{200b}', ""))
}

#[wasm_bindgen_test]
fn hostile_code_is_read_as_it_is_and_makes_no_element() {
    let hostile = [
        "<img src=x onerror=alert(1)>",
        "{\"<script>\": \"</code></div><script>\"}\n\n  // <!-- & &lt; -->",
        "\"\u{2028}\u{2029}' \\\" onload=\"x\"\n  \t<b>\r\n\t \n</span>",
        "### <style>\nPUT <svg/onload=x>\n\n{\"a\": '<a href=javascript:x>'}",
        "$\"{x}</mark>\" /* <i>\n</i> */ @\"<\"\n'\\''<title>'\n<<EOF <textarea>\u{202e}😀]]>",
    ];
    let foreign = ":not(div, code, span, i), div div div, [onerror], [onload], [href], [src]";
    // Of very long texts only the beginning is shown.
    let long = hostile.map(|text| text.repeat(8_000));
    for text in hostile.into_iter().chain(long.iter().map(String::as_str)) {
        for syntax in [Syntax::Json, Syntax::Http, Syntax::Shell, Syntax::CSharp] {
            let (place, read) = code(text, syntax, &[]);
            let plain = text.replace('\r', "");
            let shown = read.strip_suffix("\n…").filter(|_| text.len() > 60_000);
            let as_it_is = shown.map_or(read == plain, |head| !head.is_empty() && plain.starts_with(head));
            assert!(as_it_is, "{syntax:?} {text:.80}");
            assert_eq!(place.query_selector(foreign).unwrap(), None, "{syntax:?} {text:.80}");
        }
    }
}

#[wasm_bindgen_test]
fn marks_and_changes_stand_on_their_lines() {
    let (before, text, line) = ("{\n}", "{\n  \"é<\": \"&x\"\n}", "  \"é<\": \"&x\"");
    // Every range there is, those that cut a character or reach beyond the line included.
    let ranges = (2..line.len()).flat_map(|start| (start + 1..line.len() + 3).map(move |end| start..end));
    for range in ranges {
        let mut lines = lines_of(text, Some(before));
        (lines[1].here, lines[1].severity) = (true, Some(Severity::Warning));
        lines[1].marks.push((range.clone(), Severity::Warning));
        let (place, read) = code(text, Syntax::Json, &lines);
        assert_eq!(read, text);
        let classes: Vec<_> = children(&place).iter().map(Element::class_name).collect();
        assert_eq!(classes, ["ln", "ln changed here", "ln"]);
        let after_sign = ".changed > svg[aria-label=warning] + code > span + span";
        let runs = children(&place.query_selector(after_sign).unwrap().unwrap());
        let marks = runs.iter().filter(|run| run.class_name() == "warning");
        let marked: String = marks.map(|run| reads(run)).collect();
        let meant = line.get(range.start..range.end.min(line.len()));
        assert!(meant.is_none_or(|meant| meant == marked), "{range:?}: {marked}");
    }
}

#[wasm_bindgen_test]
fn every_place_is_found_by_its_address() {
    let mut verdicts = [None, Some("AB0117-2".to_owned())].map(Verdict::Findings).to_vec();
    verdicts.push(Verdict::Report);
    verdicts.extend([None, Some("properties.vmSize".to_owned())].map(Verdict::Names));
    for (index, (_, ids)) in emit::GROUPS.iter().enumerate() {
        let shown = if index == 0 { Verdict::Request } else { Verdict::Code };
        verdicts.extend(ids.iter().copied().map(shown));
    }
    for verdict in verdicts {
        let routes = [PlanView::Form, PlanView::Text].map(|view| Route::Plan(view, verdict.clone()));
        assert_eq!(routes.each_ref().map(|route| Route::parse(&route.fragment())), routes);
    }
    let leads_to = |fragment| Route::parse(fragment).fragment();
    assert_eq!(leads_to(""), "/plan/form");
    assert_eq!(leads_to("/a/text/b/c"), "/plan/text/findings/c");
    assert_eq!(leads_to("/plan/text/request/<img>"), "/plan/text/request/arm");
    assert_eq!(leads_to("/plan/form/code/names/"), "/plan/form/code/names");
    assert_eq!(leads_to("/rules/"), "/rules");
    assert_eq!(leads_to("/rules/AB0117"), "/rules/AB0117");
    assert_eq!(leads_to("/compare/"), "/compare");
    assert_eq!(leads_to("/compare/1/a-b_c"), "/compare/1/a-b_c");
    assert_eq!(leads_to("/errors/"), "/errors");
    assert_eq!(leads_to("/errors/ER07"), "/errors/ER07");
    assert_eq!(leads_to("/link/1/abc_-"), "/link/1/abc_-");
}

#[wasm_bindgen_test]
fn a_finding_keeps_its_key_while_those_of_other_rules_come_and_go() {
    let text = r#"{"target": {"accountName": "a-b"}, "pool": {"x": 1}}"#;
    let found = analyse(text, READ_ON).findings;
    let of = |id| found.iter().find(|located| located.finding.rule.id == id).unwrap();
    let keys_of = |findings: &[&Located]| keys(&findings.iter().copied().cloned().collect::<Vec<_>>());
    let (name, member) = (of("AB0404"), of("AB0011"));
    assert_eq!(keys_of(&[member, name, member]), ["AB0011", "AB0404", "AB0011-2"]);
    assert_eq!(keys_of(&[member, member]), ["AB0011", "AB0011-2"]);
}

fn find(selector: &str) -> Option<HtmlInputElement> {
    document().query_selector(selector).unwrap().map(JsCast::unchecked_into)
}

/// One test, for there is one page, and after a fault Rust lets nobody say any more what a fault leads to.
#[wasm_bindgen_test]
async fn the_page_starts_follows_an_edit_and_keeps_the_text_after_a_fault() {
    let draft = include_str!("fixtures/rules/AB0404.fires.jsonc");
    let storage = window().local_storage().unwrap().unwrap();
    storage.set_item("draft", draft).unwrap();
    // A file with one text, and a file that was damaged.
    let [_, number @ ..] = words::key(["Skip to content", "Aller au contenu", "Vai al contenuto"]).to_be_bytes();
    let number = window().btoa(&String::from_iter(number.map(char::from))).unwrap();
    let of_tests = take_hook();
    let damaged = ui::start("en", number.clone(), js_sys::Function::default());
    let started = ui::start("en", format!("{number}\nSkip to content"), js_sys::Function::default());
    let of_page = take_hook();
    set_hook(Box::new(move |fault| match fault.payload_as_str() {
        Some("on purpose") => of_page(fault),
        _ => of_tests(fault),
    }));
    assert!(damaged.is_err() && started.is_ok());
    let reads_at = |selector| reads(&find(selector).unwrap());
    assert_eq!(reads_at("html[lang=en][data-ready=true] a.skip"), "Skip to content");
    assert_eq!(reads_at("#main h1"), "", "the file that may hold it is still to come");
    for section in form::SECTIONS {
        assert!(find(&format!("#form #{}", section.id)).is_some(), "{}", section.id);
    }
    // What judges comes after the page.
    for _ in 0..100 {
        if find("#findings #finding-AB0404").is_none() {
            frame().await;
        }
    }
    assert!(find("#findings #finding-AB0404").is_some());
    let account = find("input#f-target-accountName").unwrap();
    account.set_value("mended");
    account.dispatch_event(&Event::new("input").unwrap()).unwrap();
    tick().await;
    assert_eq!(find("#finding-AB0404"), None);
    let body = document().body().unwrap();
    let page: Vec<Node> = successors(body.first_child(), Node::next_sibling).collect();
    let fault = Closure::<dyn Fn()>::wrap(Box::new(|| panic!("on purpose"))).into_js_value();
    let outcome = fault.unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);
    let (kept, main) = (find("#stopped h1 ~ textarea").map(|area| area.value()), find("#main"));
    // The test runner looks for its own parts of the page.
    body.set_text_content(None);
    page.iter().for_each(|node| drop(body.append_child(node)));
    assert!(outcome.is_err() && main.is_none());
    assert_eq!(kept.unwrap(), draft.replace("my-batch", "mended"));
}
