//! Nodes over time as a drawing: for a wide and for a narrow pane, so that no text is ever scaled. A text of SVG, because
//! it is made anew at every reading; nothing in it comes from outside but numbers.

use crate::model::Millis;
use crate::words::number;

/// A minute.
const MINUTE: Millis = 60_000;
/// Steps of the time axis, in minutes: the first that gives few enough marks is taken.
const MINUTES: [i64; 15] = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440, 2880];

/// One kind of nodes over time.
pub struct Curve {
    /// `one` or `two`: the colour.
    pub class: &'static str,
    /// What stands beside its end.
    pub label: String,
    /// What stands beside its target.
    pub target_label: String,
    /// How many nodes shall be there.
    pub target: i64,
    /// Since the beginning of the drawing, and how many were there.
    pub points: Vec<(Millis, i64)>,
}

/// What is drawn.
pub struct Picture {
    /// What it shows in one sentence, for those who do not see it.
    pub title: String,
    /// The curves, the main one first.
    pub curves: Vec<Curve>,
    /// From when to when the current resize goes.
    pub band: Option<(Millis, Millis)>,
    /// When the time-out comes.
    pub time_out: Option<Millis>,
    /// How the curve ended: `pass`, `error`, `stop`; nothing while it goes on.
    pub end: Option<&'static str>,
}

/// A size, and the room of the axes within it.
struct Frame {
    class: &'static str,
    width: i64,
    height: i64,
    ticks: i64,
}

const FRAMES: [Frame; 2] = [
    Frame {
        class: "for-wide",
        width: 392,
        height: 170,
        ticks: 5,
    },
    Frame {
        class: "for-narrow",
        width: 312,
        height: 150,
        ticks: 4,
    },
];

const LEFT: i64 = 40;
const RIGHT: i64 = 8;
const TOP: i64 = 12;
const BOTTOM: i64 = 26;

/// The drawing in both widths, as HTML.
pub fn drawn(picture: &Picture) -> String {
    let mut html = String::new();
    for frame in &FRAMES {
        draw(picture, frame, &mut html);
    }
    html
}

/// A number of tenths as a coordinate.
fn tenths(value: i64) -> String {
    let (sign, value) = (if value < 0 { "-" } else { "" }, value.abs());
    match value % 10 {
        0 => format!("{sign}{}", value / 10),
        rest => format!("{sign}{}.{rest}", value / 10),
    }
}

/// The smallest of 1, 2, 5, 10, 20 … of which few enough make the whole.
fn step(most: i64, count: i64) -> i64 {
    let mut base = 1;
    while base < i64::MAX / 100 {
        if let Some(step) = [base, base * 2, base * 5].into_iter().find(|step| most / step <= count) {
            return step;
        }
        base *= 10;
    }
    base
}

/// Minutes in few letters: `45 min`, `2 h`.
fn minutes(value: i64) -> String {
    match value {
        0 => "0".to_owned(),
        value if value % 60 == 0 => format!("{}\u{a0}h", value / 60),
        value if value > 60 => format!("{}\u{a0}h\u{a0}{}", value / 60, value % 60),
        value => format!("{value}\u{a0}min"),
    }
}

fn draw(picture: &Picture, frame: &Frame, html: &mut String) {
    let seen = picture.curves.iter().flat_map(|curve| &curve.points);
    let last = seen.clone().map(|point| point.0).max().unwrap_or(0);
    // A time-out far away would press what happened into a corner.
    let cap = picture.time_out.filter(|cap| picture.end.is_none() || *cap <= 2 * last);
    let long = last.max(cap.unwrap_or(0)).max(2 * MINUTE) * 21 / 20;
    let targets = picture.curves.iter().map(|curve| curve.target);
    let high = seen.map(|point| point.1).chain(targets).max().unwrap_or(0).max(1) * 23 / 20 + 1;
    let (right, bottom) = (frame.width - RIGHT, frame.height - BOTTOM);
    let x = |at: Millis| LEFT * 10 + (right - LEFT) * 10 * at / long;
    let y = |nodes: i64| bottom * 10 - (bottom - TOP) * 10 * nodes / high;
    let id = format!("watch-{}", frame.class);
    html.push_str(&format!(
        "<svg class={} viewBox=\"0 0 {} {}\" role=img aria-labelledby={id}><title id={id}>{}</title>",
        frame.class, frame.width, frame.height, picture.title
    ));
    if let Some((from, to)) = picture.band {
        let (from, to) = (x(from), x(to.min(long)));
        html.push_str(&format!(
            "<path class=band d=\"M{} {TOP}H{}V{bottom}H{}z\"/>",
            tenths(from),
            tenths(to),
            tenths(from)
        ));
    }
    let each = step(high, 4);
    for nodes in (0..=high / each).map(|index| index * each) {
        if nodes > 0 {
            html.push_str(&format!(
                "<path class=grid-line d=\"M{LEFT} {}H{right}\"/>",
                tenths(y(nodes))
            ));
        }
        html.push_str(&format!(
            "<text x={} y={} text-anchor=end>{}</text>",
            LEFT - 6,
            tenths(y(nodes) + 40),
            number(nodes)
        ));
    }
    let total = long / MINUTE;
    let each = MINUTES.into_iter().find(|each| total / each <= frame.ticks);
    let each = each.unwrap_or(total / frame.ticks + 1).max(1);
    for at in (0..=total / each).map(|index| index * each) {
        html.push_str(&format!(
            "<text x={} y={} text-anchor=middle>{}</text>",
            tenths(x(at * MINUTE)),
            frame.height - 8,
            minutes(at)
        ));
    }
    for (index, curve) in picture.curves.iter().enumerate() {
        let line = path(curve, x, y);
        if let (0, Some((end, _)), Some((start, _))) = (index, curve.points.last(), curve.points.first()) {
            let (start, end) = (tenths(x(*start)), tenths(x(*end)));
            html.push_str(&format!(
                "<path class=area d=\"{line}L{end} {bottom}L{start} {bottom}z\"/>"
            ));
        }
    }
    html.push_str(&format!("<path class=axis d=\"M{LEFT} {bottom}H{right}\"/>"));
    if let Some(cap) = cap {
        html.push_str(&format!("<path class=cap d=\"M{} {TOP}V{bottom}\"/>", tenths(x(cap))));
    }
    let mut taken: Vec<i64> = Vec::new();
    for curve in &picture.curves {
        let at = y(curve.target);
        html.push_str(&format!("<path class=aim d=\"M{LEFT} {}H{right}\"/>", tenths(at)));
        // Under its line, or over it where another one's stands already or the axis is near.
        let under = at + 130;
        let under = match taken.iter().any(|other| (other - under).abs() < 130) || under > bottom * 10 {
            true => at - 40,
            false => under,
        };
        taken.push(under);
        html.push_str(&format!(
            "<text class={} x={} y={}>{}</text>",
            curve.class,
            LEFT + 4,
            tenths(under),
            curve.target_label
        ));
    }
    let mut taken: Vec<i64> = Vec::new();
    for curve in &picture.curves {
        html.push_str(&format!(
            "<path class=\"curve {}\" d=\"{}\"/>",
            curve.class,
            path(curve, x, y)
        ));
        let Some((at, nodes)) = curve.points.last() else {
            continue;
        };
        let (at, up) = (x(*at), y(*nodes));
        let mark = picture.end.unwrap_or("dot");
        html.push_str(&match picture.end {
            Some(end) => format!(
                "<circle class=halo cx={} cy={} r=8 /><use href=\"icons.svg#i-{end}\" class={end} x={} y={} width=13 height=13 />",
                tenths(at),
                tenths(up),
                tenths(at - 65),
                tenths(up - 65)
            ),
            None => format!(
                "<circle class=\"{mark} {}\" cx={} cy={} r=4 />",
                curve.class,
                tenths(at),
                tenths(up)
            ),
        });
        // Beside its end, at the side where there is room, and never over another label.
        let mut under = if up + 320 < bottom * 10 { up + 320 } else { up - 120 };
        if taken.iter().any(|other| (other - under).abs() < 130) {
            under = if up - 120 > TOP * 10 { up - 120 } else { under + 140 };
        }
        taken.push(under);
        let (beside, anchor) = match at > (LEFT + 90) * 10 {
            true => (at - 120, "end"),
            false => (at + 100, "start"),
        };
        html.push_str(&format!(
            "<text class=strong x={} y={} text-anchor={anchor}>{}</text>",
            tenths(beside),
            tenths(under),
            curve.label
        ));
    }
    html.push_str("</svg>");
}

/// A curve as a path: nodes come between two readings, so that straight lines join them.
fn path(curve: &Curve, x: impl Fn(Millis) -> i64, y: impl Fn(i64) -> i64) -> String {
    let mut line = String::new();
    for (index, (at, nodes)) in curve.points.iter().enumerate() {
        line.push(if index == 0 { 'M' } else { 'L' });
        line.push_str(&tenths(x(*at)));
        line.push(' ');
        line.push_str(&tenths(y(*nodes)));
    }
    line
}
