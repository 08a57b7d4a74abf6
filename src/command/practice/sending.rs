//! The body of an answer on its way: whole, slow, or cut off in the middle.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// How long a body rests before it breaks off, so that its first half is on its way by then.
const BEFORE_THE_CUT: Duration = Duration::from_millis(200);
/// A slow body comes in so many pieces.
const PIECES: usize = 20;

/// The connection ends here, on purpose.
#[derive(Debug, thiserror::Error)]
#[error("the connection ends on purpose")]
pub(super) struct Broken;

impl From<Infallible> for Broken {
    fn from(never: Infallible) -> Broken {
        match never {}
    }
}

/// A body.
#[derive(Debug, Default)]
pub(super) struct Sending {
    pieces: VecDeque<Bytes>,
    left: u64,
    rest: Duration,
    resting: Option<Pin<Box<Sleep>>>,
    cut: bool,
}

impl Sending {
    /// All of it at once.
    pub fn whole(bytes: impl Into<Bytes>) -> Sending {
        let bytes = bytes.into();
        Sending {
            left: bytes.len() as u64,
            pieces: [bytes].into_iter().filter(|bytes| !bytes.is_empty()).collect(),
            ..Sending::default()
        }
    }

    /// In pieces that take so long together.
    pub fn slow(bytes: impl Into<Bytes>, over: Duration) -> Sending {
        let mut bytes = bytes.into();
        let left = bytes.len() as u64;
        let size = bytes.len().div_ceil(PIECES).max(1);
        let mut pieces = VecDeque::new();
        while !bytes.is_empty() {
            pieces.push_back(bytes.split_to(size.min(bytes.len())));
        }
        let count = u32::try_from(pieces.len()).unwrap_or(u32::MAX).max(1);
        Sending {
            pieces,
            left,
            rest: over / count,
            ..Sending::default()
        }
    }

    /// Its first half; then the connection ends.
    pub fn half(bytes: impl Into<Bytes>) -> Sending {
        let mut bytes = bytes.into();
        let left = bytes.len() as u64;
        bytes.truncate(bytes.len() / 2);
        Sending {
            cut: left > 0,
            left,
            rest: BEFORE_THE_CUT,
            pieces: [bytes].into_iter().filter(|bytes| !bytes.is_empty()).collect(),
            ..Sending::default()
        }
    }
}

impl Body for Sending {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        let rest = self.rest;
        if self.resting.is_none() && !rest.is_zero() && (self.cut || !self.pieces.is_empty()) {
            self.resting = Some(Box::pin(sleep(rest)));
        }
        if let Some(resting) = &mut self.resting {
            ready!(resting.as_mut().poll(context));
            self.resting = None;
        }
        Poll::Ready(match self.pieces.pop_front() {
            Some(piece) => {
                self.left = self.left.saturating_sub(piece.len() as u64);
                Some(Ok(Frame::data(piece)))
            }
            None => self.cut.then_some(Err(Broken)),
        })
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty() && !self.cut
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
