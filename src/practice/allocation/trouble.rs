//! What goes wrong in a resize, as the service words it. Codes and messages are those of the documentation and of answers
//! that people have published.

use crate::model::Node;

/// Which nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Dedicated nodes.
    Dedicated,
    /// Spot nodes, which the messages still call low-priority nodes.
    Spot,
}

/// An error of a resize, as it stands in `resizeOperationStatus.errors`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The time-out came first.
    TimedOut(Kind),
    /// The quota of dedicated cores is used up.
    CoreQuota,
    /// The quota of Spot cores is used up. The service knows a code with `LowPriority` too; since low-priority nodes were
    /// retired this is the one that says what it is about.
    SpotCoreQuota,
    /// The pool with inter-node communication is at its largest.
    InterNode,
    /// The subnet has no address left.
    Addresses(Kind),
    /// The image, or what it was made from, is gone.
    ImageGone,
    /// There is no capacity for dedicated nodes of this size in the region.
    Capacity,
    /// Somebody stopped the resize.
    Stopped,
}

use Kind::{Dedicated, Spot};

/// Every trouble with its name in a snapshot.
const NAMES: [(Trouble, &str); 10] = [
    (Trouble::TimedOut(Dedicated), "timedOut"),
    (Trouble::TimedOut(Spot), "timedOutSpot"),
    (Trouble::CoreQuota, "coreQuota"),
    (Trouble::SpotCoreQuota, "spotCoreQuota"),
    (Trouble::InterNode, "interNode"),
    (Trouble::Addresses(Dedicated), "addresses"),
    (Trouble::Addresses(Spot), "addressesSpot"),
    (Trouble::ImageGone, "imageGone"),
    (Trouble::Capacity, "capacity"),
    (Trouble::Stopped, "stopped"),
];

impl Trouble {
    /// Its code, as the service spells it: answers have `AllocationTimedout` where a client library writes
    /// `AllocationTimedOut`.
    pub fn code(self) -> &'static str {
        match self {
            Trouble::TimedOut(_) => "AllocationTimedout",
            Trouble::CoreQuota => "AccountCoreQuotaReached",
            Trouble::SpotCoreQuota => "AccountSpotCoreQuotaReached",
            Trouble::InterNode => "CommunicationEnabledPoolReachedMaxVMCount",
            Trouble::Addresses(_) | Trouble::ImageGone | Trouble::Capacity => "AllocationFailed",
            Trouble::Stopped => "ResizeStopped",
        }
    }

    /// Its message, as the service words it.
    pub fn message(self) -> &'static str {
        match self {
            Trouble::TimedOut(Dedicated) => {
                "Desired number of dedicated nodes could not be allocated as the resize timeout was reached"
            }
            Trouble::TimedOut(Spot) => {
                "Desired number of low priority nodes could not be allocated as the resize timeout was reached"
            }
            Trouble::CoreQuota => "The specified account has reached core quota",
            Trouble::SpotCoreQuota => "The specified account has reached spot core quota",
            Trouble::InterNode => "Communication enabled pool has reached the maximum VM count",
            Trouble::Addresses(Dedicated) | Trouble::Capacity => {
                "Desired number of dedicated nodes could not be allocated"
            }
            Trouble::Addresses(Spot) => "Desired number of low priority nodes could not be allocated",
            Trouble::ImageGone => {
                "There was an error encountered while performing the last resize on the pool. Please try resizing the \
                 pool again."
            }
            Trouble::Stopped => "Desired number of nodes could not be allocated due to a stop resize operation",
        }
    }

    /// What the provider under the service says, as JSON.
    fn provider(self) -> Option<&'static str> {
        match self {
            // Subnet and prefix, which stand in the provider's message, are not the allocation's to know.
            Trouble::Addresses(_) => Some(r#"{"error":{"code":"SubnetIsFull"}}"#),
            Trouble::Capacity => Some(
                r#"{"error":{"code":"AllocationFailed","message":"Allocation failed. We do not have sufficient capacity for the requested VM size in this region. Read more about improving likelihood of allocation success at http://aka.ms/allocation-guidance"}}"#,
            ),
            _ => None,
        }
    }

    /// The error as it stands in an answer.
    pub fn node(self) -> Node {
        let error = |code: &str, message: &str| [("code", Node::text(code)), ("message", Node::text(message))];
        let own = error(self.code(), self.message());
        match self.provider() {
            Some(said) => {
                let said = error("Provider Error Json", said);
                let whole = error("Provider Error Json Truncated", "False");
                let details = Node::list([Node::object(said), Node::object(whole)]);
                Node::object(own.into_iter().chain([("details", details)]))
            }
            None => Node::object(own),
        }
    }

    /// Its name in a snapshot.
    pub(super) fn name(self) -> &'static str {
        let named = NAMES.iter().find(|(trouble, _)| *trouble == self);
        named.map_or("", |(_, name)| name)
    }

    /// The one of this name in a snapshot.
    pub(super) fn named(name: &str) -> Option<Trouble> {
        let named = NAMES.iter().find(|(_, own)| *own == name);
        named.map(|(trouble, _)| *trouble)
    }
}
