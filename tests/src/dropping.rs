//! Work that is dropped in the middle, as when the window that asked for it closes.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// More awaits than any gesture has.
pub const MOST_AWAITS: usize = 400;

/// Polls something so many times and drops it. None when it was dropped.
pub async fn dropped_after<F: Future>(polls: usize, work: F) -> Option<F::Output> {
    let mut work = pin!(work);
    let mut done = 0;
    poll_fn(|context| {
        done += 1;
        match work.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if done >= polls => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}
