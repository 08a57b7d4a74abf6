//! The address: everything worth pointing at has one, in the fragment.

/// What stands in an address in place of the id of an output for [`Verdict::Names`].
pub const NAMES: &str = "names";

/// The left pane of the Plan room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanView {
    /// The form.
    Form,
    /// The text.
    Text,
}

/// The right pane of the Plan room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The findings, one of them current by its key.
    Findings(Option<String>),
    /// The request, in the form of this output.
    Request(&'static str),
    /// Code, in the form of this output.
    Code(&'static str),
    /// A member by its names on every surface; its way, if one was chosen.
    Names(Option<String>),
    /// The findings as a report.
    Report,
    /// Sending the pool, and watching it.
    Submit,
}

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The Plan room.
    Plan(PlanView, Verdict),
    /// The Compare room, with two plans in the address: the version of the format and what is packed.
    Compare(Option<String>),
    /// The Rules room, with a rule open.
    Rules(Option<String>),
    /// The Errors room, with an error of the dictionary open.
    Errors(Option<String>),
    /// The Plan room, where a link is to be opened: the whole fragment.
    Link(String),
}

impl Route {
    /// Reads a fragment such as `/plan/text/request/curl`; anything unknown leads to the form and the findings.
    pub fn parse(fragment: &str) -> Route {
        let mut parts = fragment.trim_matches('/').split('/');
        match parts.next() {
            Some("rules") => return Route::Rules(parts.next().map(str::to_owned)),
            Some("compare") => {
                let packed: Vec<&str> = parts.collect();
                return Route::Compare(Some(packed.join("/")).filter(|packed| !packed.is_empty()));
            }
            Some("errors") => return Route::Errors(parts.next().map(str::to_owned)),
            Some("link") => return Route::Link(fragment.to_owned()),
            _ => {}
        }
        let view = if parts.next() == Some("text") {
            PlanView::Text
        } else {
            PlanView::Form
        };
        let right = parts.next();
        let last = parts.next();
        let output = |default: &'static str| last.and_then(crate::emit::id).unwrap_or(default);
        let verdict = match right {
            Some("request") => Verdict::Request(output("arm")),
            Some("code") if last == Some(NAMES) => Verdict::Names(parts.next().map(str::to_owned)),
            Some("code") => Verdict::Code(output("csharp-resourcemanager")),
            Some("report") => Verdict::Report,
            Some("submit") => Verdict::Submit,
            _ => Verdict::Findings(last.map(str::to_owned)),
        };
        Route::Plan(view, verdict)
    }

    /// The fragment of this place.
    pub fn fragment(&self) -> String {
        match self {
            Route::Compare(None) => "/compare".to_owned(),
            Route::Compare(Some(packed)) => format!("/compare/{packed}"),
            Route::Rules(None) => "/rules".to_owned(),
            Route::Rules(Some(id)) => format!("/rules/{id}"),
            Route::Errors(None) => "/errors".to_owned(),
            Route::Errors(Some(id)) => format!("/errors/{id}"),
            Route::Link(fragment) => fragment.clone(),
            Route::Plan(view, verdict) => {
                let view = if *view == PlanView::Text { "text" } else { "form" };
                match verdict {
                    Verdict::Findings(None) => format!("/plan/{view}"),
                    Verdict::Findings(Some(key)) => format!("/plan/{view}/findings/{key}"),
                    Verdict::Request(id) => format!("/plan/{view}/request/{id}"),
                    Verdict::Code(id) => format!("/plan/{view}/code/{id}"),
                    Verdict::Names(None) => format!("/plan/{view}/code/{NAMES}"),
                    Verdict::Names(Some(member)) => format!("/plan/{view}/code/{NAMES}/{member}"),
                    Verdict::Report => format!("/plan/{view}/report"),
                    Verdict::Submit => format!("/plan/{view}/submit"),
                }
            }
        }
    }

    /// The address of this place, for links.
    pub fn href(&self) -> String {
        format!("#{}", self.fragment())
    }
}
