//! Refusals in the shape of Azure Resource Manager.

use super::kinds::Refused;
use crate::arm::{Answer, Call, Method};
use crate::model::{Moment, Node};

/// The error envelope of Resource Manager.
pub(in crate::command::practice) fn envelope(status: u16, code: &str, message: &str) -> Answer {
    with_details(status, code, message, false, &[])
}

fn with_details(status: u16, code: &str, message: &str, by_batch: bool, details: &[(&str, &str)]) -> Answer {
    let mut error = vec![("code", Node::text(code)), ("message", Node::text(message))];
    if by_batch {
        error.push(("target", Node::text("BatchAccount")));
    }
    if !details.is_empty() {
        let detail = |(code, message): &(&str, &str)| {
            Node::object([("code", Node::text(*code)), ("message", Node::text(*message))])
        };
        error.push(("details", Node::list(details.iter().map(detail))));
    }
    Answer {
        status,
        headers: Vec::new(),
        body: Node::object([("error", Node::object(error))]).to_json(),
    }
}

/// A refusal of a call, its blanks filled in.
pub(super) fn refusal(refused: &Refused, call: &Call, now: Moment, number: u32) -> Answer {
    let number = number.to_string();
    let message = refused
        .message
        .replace("{now}", &us(now))
        .replace("{ago}", &us(now.after(-60_000)))
        .replace("{scope}", call.path())
        .replace("{action}", &action(call))
        .replace("{resource}", &resource(call.path()))
        .replace("{group}", after(call.path(), "resourceGroups"))
        .replace("{subscription}", after(call.path(), "subscriptions"))
        .replace("{number}", &number);
    let mut answer = with_details(
        refused.status,
        refused.code,
        &message,
        refused.by_batch,
        refused.details,
    );
    if refused.retry_after {
        answer.headers.push(("Retry-After".to_owned(), number));
    }
    answer
}

/// `11/22/2026 2:05:09 PM`, as Resource Manager writes times in this text.
fn us(moment: Moment) -> String {
    let (day, seconds) = (moment.date(), moment.0.div_euclid(1_000).rem_euclid(86_400));
    let hour = seconds / 3_600;
    format!(
        "{}/{}/{} {}:{:02}:{:02} {}",
        day.month(),
        day.day(),
        day.year(),
        (hour + 11) % 12 + 1,
        seconds / 60 % 60,
        seconds % 60,
        if hour < 12 { "AM" } else { "PM" },
    )
}

/// The part of a path after the one of this name.
fn after<'a>(path: &'a str, name: &str) -> &'a str {
    let mut parts = path.split('/').skip_while(|part| !part.eq_ignore_ascii_case(name));
    parts.nth(1).unwrap_or_default()
}

/// What stands after `providers` in a path: the namespace, then types and names in turn.
fn below_provider(path: &str) -> Vec<&str> {
    let parts = path
        .split('/')
        .skip_while(|part| !part.eq_ignore_ascii_case("providers"));
    parts.skip(1).filter(|part| !part.is_empty()).collect()
}

/// `Microsoft.Batch/batchAccounts/pools/write`.
fn action(call: &Call) -> String {
    let parts = below_provider(call.path());
    let mut action: Vec<&str> = parts
        .first()
        .into_iter()
        .chain(parts.iter().skip(1).step_by(2))
        .copied()
        .collect();
    action.push(match call.method {
        Method::Get => "read",
        Method::Put | Method::Patch => "write",
        Method::Post => "action",
        Method::Delete => "delete",
    });
    action.join("/")
}

/// `Microsoft.Batch/batchAccounts/name/pools/name`: types and names as Resource Manager's refusal has them.
fn resource(path: &str) -> String {
    below_provider(path).join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blanks_of_a_refusal_are_filled_from_the_call() {
        let route =
            "/subscriptions/s1/resourceGroups/g1/providers/Microsoft.Batch/batchAccounts/a/pools/p?api-version=1";
        assert_eq!(
            action(&Call::new(Method::Put, route)),
            "Microsoft.Batch/batchAccounts/pools/write"
        );
        let stop = Call::new(Method::Post, route.replace("/p?", "/p/stopResize?"));
        assert_eq!(action(&stop), "Microsoft.Batch/batchAccounts/pools/stopResize/action");
        let refused = Refused {
            status: 404,
            code: "X",
            by_batch: false,
            message: "{resource} {group} {subscription} {scope} {number}",
            details: &[("D", "m")],
            retry_after: true,
        };
        let answer = refusal(&refused, &Call::get(route), Moment(0), 7);
        let scope = route.split('?').next().unwrap();
        assert_eq!(
            answer.body,
            format!(
                r#"{{"error":{{"code":"X","message":"Microsoft.Batch/batchAccounts/a/pools/p g1 s1 {scope} 7","details":[{{"code":"D","message":"m"}}]}}}}"#
            )
        );
        assert_eq!(answer.header("retry-after"), Some("7"));
    }

    #[test]
    fn times_are_written_as_in_the_refusal_of_a_token() {
        let at = |text: &str| us(Moment::parse(text).unwrap());
        assert_eq!(at("2026-11-22T14:05:09Z"), "11/22/2026 2:05:09 PM");
        assert_eq!(at("2026-01-02T00:00:00Z"), "1/2/2026 12:00:00 AM");
        assert_eq!(at("2026-01-02T12:59:59Z"), "1/2/2026 12:59:59 PM");
    }
}
