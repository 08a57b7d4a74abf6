//! What is worked out from signals and kept until one of them changes.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::browser;

/// A value of any type: the framework's memo is then made for one type only. Each further one would cost about 0.6 KB of
/// the download.
#[derive(Clone)]
struct Kept(Arc<dyn Any + Send + Sync>);

/// A value that follows what it reads.
pub struct Computed<T> {
    memo: Memo<Kept>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Computed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Computed<T> {}

/// Works out a value, given the last one, and says whether it is another.
type Call = Box<dyn Fn(Option<&Kept>) -> (Kept, bool) + Send + Sync>;

fn memo(call: Call) -> Memo<Kept> {
    Memo::new_owning(move |last: Option<Kept>| call(last.as_ref()))
}

/// The value as it stands. Apart from [`Computed`], so that it is made once.
fn now(memo: Memo<Kept>, follow: bool) -> Kept {
    if follow { memo.get() } else { untrack(|| memo.get()) }
}

fn value<T: 'static>(kept: &Kept) -> Option<&T> {
    kept.0.downcast_ref()
}

impl<T: Send + Sync + 'static> Computed<T> {
    /// Tells others only when the value is another.
    pub fn new(call: impl Fn() -> T + Send + Sync + 'static) -> Computed<T>
    where
        T: PartialEq,
    {
        Computed::of(Box::new(move |last| {
            let made = call();
            let changed = last.and_then(value) != Some(&made);
            (Kept(Arc::new(made)), changed)
        }))
    }

    /// Tells others each time it was worked out, given the last value: for what is not compared.
    pub fn each_time(call: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Computed<T> {
        Computed::of(Box::new(move |last| (Kept(Arc::new(call(last.and_then(value)))), true)))
    }

    fn of(call: Call) -> Computed<T> {
        Computed {
            memo: memo(call),
            of: PhantomData,
        }
    }

    /// Looks at the value, and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let kept = now(self.memo, true);
        // It holds nothing of another type.
        look(browser::or_stop(value(&kept).ok_or(JsValue::NULL)))
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let kept = now(self.memo, false);
        look(browser::or_stop(value(&kept).ok_or(JsValue::NULL)))
    }

    /// A copy of the value, which is followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}
