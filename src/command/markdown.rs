//! The catalogue as a page of documentation: one section a rule, with its id as an anchor.

use super::rules::Shown;
use crate::facts::Citation;
use crate::rules::{self, Area, Rule, Severity};
use crate::words::markdown::{code, escaped, fenced, marked, parts, row};
use crate::words::{Language, Message, Words, date, words};

static RULES: Words = words("Rules", "Règles", "Regole");
static ABOUT: Words = words(
    "What Batch Pool Planner checks, with the pages it rests on. An error means that the documentation says the service refuses it, or that it cannot work; a warning that it is accepted, but documented to fail, cost or end, or that the sources disagree; advice is recommended or worth knowing.",
    "Ce que vérifie Batch Pool Planner, avec les pages sur lesquelles il se fonde. Une erreur signifie que, selon la documentation, le service refuse le pool ou que cela ne peut pas fonctionner ; un avertissement, que c’est accepté mais que la documentation annonce un échec, un coût ou une fin de prise en charge, ou que les sources se contredisent ; un conseil est recommandé ou bon à savoir.",
    "Ciò che Batch Pool Planner verifica, con le pagine su cui si basa. Un errore significa che, secondo la documentazione, il servizio rifiuta il piano, o che il piano non può funzionare; un avviso, che è accettato ma la documentazione segnala errori, costi o la fine del supporto, o che le fonti sono in disaccordo; un consiglio, che qualcosa è raccomandato o utile da sapere.",
);
static RULE: Words = words("rule", "règle", "regola");
static SEVERITY: Words = words("severity", "gravité", "gravità");
static PROBLEM: Words = words("problem", "problème", "problema");
static BASIS: Words = words("basis", "fondement", "fondamento");
static FIELDS: Words = words("fields", "champs", "campi");
static VERSIONS: Words = words("{0} to {1}", "de {0} à {1}", "da {0} a {1}");
static WHY: Words = words("Why", "Pourquoi", "Perché");
static HOW_TO_FIX: Words = words("How to fix", "Comment corriger", "Come correggere");
static BOUNDARY: Words = words("Boundary", "Limite", "Limite");
static MEMBER: Words = words("member", "membre", "membro");
static DAY: Words = words("day of judgement", "jour de l’évaluation", "giorno della valutazione");
static FIRES: Words = words("reported", "signalé", "segnalato");
static PASSES: Words = words("just within", "tout juste conforme", "appena entro i limiti");
static EXAMPLE_FIRES: Words = words("Example that fires", "Exemple signalé", "Esempio segnalato");
static EXAMPLE_PASSES: Words = words("Example that passes", "Exemple conforme", "Esempio conforme");
static SOURCES: Words = words("Sources", "Sources", "Fonti");
static DISAGREE: Words = words(
    "The sources disagree:",
    "Les sources se contredisent :",
    "Le fonti sono in disaccordo:",
);

/// The page about these rules, which stand in the order of the catalogue.
pub(super) fn page(rules: &[&'static Rule], language: Language) -> String {
    let say = |words: &Words| words.in_language(language);
    let mut out = format!("# {}\n\n{}\n", say(&RULES), say(&ABOUT));
    for area in Area::ALL {
        let own: Vec<&'static Rule> = rules.iter().copied().filter(|rule| rule.area == area).collect();
        if own.is_empty() {
            continue;
        }
        out.push_str(&format!("\n## {}\n\n", say(area.title())));
        out.push_str(&row(&[say(&RULE), say(&SEVERITY), say(&PROBLEM)]));
        out.push_str(&row(&["---"; 3]));
        for rule in &own {
            let id = format!("[{0}](#{0})", rule.id);
            out.push_str(&row(&[
                &id,
                severity(rule.severity, language),
                &inline(&rule.title, language),
            ]));
        }
        for rule in own {
            section(&mut out, rule, language);
        }
    }
    out
}

fn section(out: &mut String, rule: &'static Rule, language: Language) {
    let say = |words: &Words| words.in_language(language);
    let shown = Shown::of(rule);
    let title = inline(&rule.title, language);
    out.push_str(&format!("\n### <a id=\"{0}\"></a>{0} {title}\n\n", rule.id));
    out.push_str(&format!("`{}`", rule.name));
    out.push_str(&format!(
        " · {} · {} {}",
        severity(rule.severity, language),
        say(&BASIS),
        say(rule.basis.title())
    ));
    if let Some((from, to)) = rule.versions {
        let span = Message::new(&VERSIONS, [from.name().into(), to.name().into()]);
        out.push_str(&format!(" · api-version {}", parts(span.parts(language))));
    }
    let fields: Vec<String> = rule
        .fields
        .iter()
        .filter(|field| !field.is_empty())
        .map(|field| code(field))
        .collect();
    if !fields.is_empty() {
        out.push_str(&format!(" · {} {}", say(&FIELDS), fields.join(", ")));
    }
    heading(out, say(&WHY));
    out.push_str(&inline(&rule.why, language));
    out.push('\n');
    let fixes = shown.fixes(language);
    if !fixes.is_empty() {
        heading(out, say(&HOW_TO_FIX));
        for fix in fixes {
            out.push_str(&format!("- {}\n", marked(&fix)));
        }
    }
    let [fires_on, passes_on] = shown.days;
    if !shown.boundary.is_empty() || fires_on != passes_on {
        heading(out, say(&BOUNDARY));
        out.push_str(&row(&[say(&MEMBER), say(&FIRES), say(&PASSES)]));
        out.push_str(&row(&["---"; 3]));
        for one in &shown.boundary {
            let value = |json: &Option<String>| json.as_deref().map_or_else(|| "–".to_owned(), code);
            out.push_str(&row(&[&code(&one.path), &value(&one.fires), &value(&one.passes)]));
        }
        if fires_on != passes_on {
            out.push_str(&row(&[
                say(&DAY),
                &date(fires_on, language),
                &date(passes_on, language),
            ]));
        }
    }
    heading(out, say(&EXAMPLE_FIRES));
    fenced(out, "jsonc", &shown.fires);
    for message in shown.messages(language) {
        out.push_str(&format!("\n> {}\n", marked(&message)));
    }
    heading(out, say(&EXAMPLE_PASSES));
    fenced(out, "jsonc", &shown.passes);
    heading(out, say(&SOURCES));
    for source in rule.sources {
        cited(out, source, language);
    }
    for disagreement in rules::disagreements(rule) {
        let says = inline(&disagreement.says, language);
        out.push_str(&format!("\n**{}** {says}\n", say(&DISAGREE)));
    }
}

fn cited(out: &mut String, source: &'static Citation, language: Language) {
    let page = source.page;
    out.push_str(&format!(
        "- [{}](<{}>), {}\\\n",
        escaped(page.title),
        page.url,
        page.days(language)
    ));
    out.push_str(&format!("  {}\n", inline(&source.says, language)));
}

fn heading(out: &mut String, words: &str) {
    // Whatever came before ends its line.
    let gap = if out.ends_with('\n') { "\n" } else { "\n\n" };
    out.push_str(&format!("{gap}#### {words}\n\n"));
}

fn severity(severity: Severity, language: Language) -> &'static str {
    super::text::severity(severity, language)
}

/// A text without arguments.
fn inline(words: &'static Words, language: Language) -> String {
    parts(words.parts(language))
}
