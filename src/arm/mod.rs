//! Azure Resource Manager as values: requests, tokens, answers and what they mean, and the steps from a plan to a pool
//! whose nodes are there. Does no I/O and has no clock: who drives it sends the calls and says what time it is.

mod call;
pub mod checks;
pub mod fit;
pub mod history;
mod outcome;
mod request;
pub mod retry;
pub mod submission;
mod token;
mod told;

pub use call::{Answer, Call, Failure, MOST_BYTES, Method};
pub use checks::Checks;
pub use history::History;
pub use outcome::{Detail, Outcome, Refusal, Unreadable};
pub(crate) use request::percent_encoded;
pub use request::{ARM_HOSTS, PutPool, host};
pub use submission::Submission;
pub use token::{Audience, Claims, NoToken, Token};
pub use told::Told;
