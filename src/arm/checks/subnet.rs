//! The subnet: free addresses, delegations, and the region of its virtual network.

use super::{Known, Lines, Told, Verdict, known, managed_image};
use crate::arm::Call;
use crate::facts::limits::{SUBNET_PREFIXES, SUBNET_RESERVED};
use crate::facts::live_reads::NETWORK_VERSION;
use crate::model::{Moment, Node, same_region};
use crate::words::{Arg, Words, nouns, words};

pub(super) static TITLE: Words = words("Subnet", "Sous-réseau", "Subnet");

static FREE: Words = words(
    "{0}: {1} addresses free of {2}, those that Azure keeps left out (derived).",
    "{0}, adresses libres : {1} sur {2}, hors celles qu’Azure se réserve (valeur déduite).",
    "{0}: indirizzi liberi {1} su {2}, esclusi quelli riservati da Azure (valore derivato).",
);
static NO_PREFIX: Words = words(
    "{0}: the answer names no IPv4 range.",
    "{0} : la réponse n’indique aucune plage IPv4.",
    "{0}: la risposta non indica alcun intervallo IPv4.",
);
static TOO_FEW: Words = words(
    "{0} need an address each; {1} are free.",
    "Il faut une adresse par nœud ({0}) ; adresses libres : {1}.",
    "Serve un indirizzo per ogni nodo: {0}, indirizzi liberi: {1}.",
);
static DELEGATED: Words = words(
    "The subnet is delegated to {0}.",
    "Le sous-réseau est délégué à {0}.",
    "La subnet è delegata a {0}.",
);
static OTHER_REGION: Words = words(
    "The virtual network is in {0}, the account in {1}.",
    "Le réseau virtuel se trouve dans {0}, le compte dans {1}.",
    "La rete virtuale si trova in {0}, l’account in {1}.",
);
static NO_NETWORK: Words = words(
    "The virtual network could not be read: its region is not known.",
    "Le réseau virtuel n’a pas pu être lu : sa région n’est pas connue.",
    "Impossibile leggere la rete virtuale: la sua area non è nota.",
);

/// Where the reading stands: what the subnet told, once it did.
#[derive(Clone, Debug, Default)]
pub(super) struct Subnet {
    read: Option<(Lines, Vec<Arg>)>,
}

pub(super) fn call(known: &Known) -> Option<Call> {
    known::of_resource(known.subnet.as_deref()?, "", NETWORK_VERSION.value)
}

impl Subnet {
    /// Takes an answer: the call that comes next, or what is told.
    pub(super) fn heard(&mut self, body: &Node, known: &Known, now: Moment) -> Option<Result<Told, Call>> {
        let own = body.get("properties")?;
        if let Some((mut lines, args)) = self.read.take() {
            let region = body.get("location").and_then(Node::as_text);
            match (region, known.region.as_deref()) {
                (Some(region), Some(account)) if !same_region(region, account) => {
                    lines.say(Verdict::Trouble, &OTHER_REGION, [region.into(), account.into()]);
                }
                (Some(_), _) => {}
                (None, _) => lines.say(Verdict::Note, &NO_NETWORK, []),
            }
            return Some(Ok(ended(lines, args)));
        }
        let mut lines = Lines::new(now);
        managed_image::ready(own, &mut lines);
        let args = addresses(body, own, known, &mut lines);
        let delegations = own.get("delegations").map_or(&[][..], Node::items);
        let services = delegations
            .iter()
            .filter_map(|one| one.at("/properties/serviceName")?.as_text());
        for service in services.take(5) {
            lines.say(Verdict::Note, &DELEGATED, [service.into()]);
        }
        let id = known.subnet.as_deref()?;
        let network = id.to_ascii_lowercase().rfind("/subnets/").and_then(|at| id.get(..at));
        match network.and_then(|id| known::of_resource(id, "", NETWORK_VERSION.value)) {
            Some(call) => {
                self.read = Some((lines, args));
                Some(Err(call))
            }
            None => Some(Ok(ended(lines, args))),
        }
    }

    /// The network could not be read: what the subnet told stands.
    pub(super) fn missed(&mut self) -> Option<Told> {
        let (mut lines, args) = self.read.take()?;
        lines.say(Verdict::Note, &NO_NETWORK, []);
        Some(ended(lines, args))
    }
}

fn ended(lines: Lines, args: Vec<Arg>) -> Told {
    let words = if args.len() > 1 { &FREE } else { &NO_PREFIX };
    lines.told(words, args)
}

/// Counts the addresses: the name of the subnet, then how many are free and how many there are.
fn addresses(body: &Node, own: &Node, known: &Known, lines: &mut Lines) -> Vec<Arg> {
    let name = Arg::from(body.get("name").and_then(Node::as_text).unwrap_or_default());
    let one = own.get("addressPrefix").and_then(Node::as_text);
    let several = own
        .get("addressPrefixes")
        .map_or(&[][..], Node::items)
        .iter()
        .filter_map(Node::as_text);
    let all: i64 = match one {
        Some(prefix) => usable(prefix).unwrap_or_default(),
        None => several.filter_map(usable).fold(0, i64::saturating_add),
    };
    if all == 0 {
        return vec![name];
    }
    let used = own.get("ipConfigurations").map_or(0, |list| list.items().len());
    let free = all.saturating_sub(i64::try_from(used).unwrap_or(i64::MAX)).max(0);
    let [dedicated, spot] = known.nodes;
    let nodes = dedicated.saturating_add(spot);
    if nodes > free {
        lines.say(Verdict::Trouble, &TOO_FEW, [(nodes, &nouns::NODES).into(), free.into()]);
    }
    vec![name, free.into(), all.into()]
}

/// The addresses of an IPv4 range without those that Azure keeps.
fn usable(prefix: &str) -> Option<i64> {
    let (address, length) = prefix.split_once('/')?;
    let length: u32 = length.parse().ok()?;
    let (largest, smallest) = SUBNET_PREFIXES.value;
    (address.contains('.') && (largest..=smallest).contains(&length))
        .then(|| (1_i64 << (32 - length)) - SUBNET_RESERVED.value)
}

#[cfg(test)]
mod tests {
    use super::usable;

    #[test]
    fn azure_keeps_five_addresses_of_each_subnet() {
        let all = [
            "10.0.0.0/29",
            "10.0.0.0/24",
            "10.0.0.0/8",
            "ace:cab:deca::/64",
            "10.0.0.0/31",
            "10.0.0.0",
            "/",
        ];
        assert_eq!(
            all.map(usable),
            [Some(3), Some(251), Some(16_777_211), None, None, None, None]
        );
    }
}
