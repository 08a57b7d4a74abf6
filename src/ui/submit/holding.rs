//! The token of the session: taken, lent for a header, wiped. Nothing here can be shown but its claims.

use leptos::prelude::*;

use super::place::Place;
use super::session::{Session, held, real_now};
use crate::arm::fit::{Unfit, unfit};
use crate::arm::{NoToken, Submission, Token};
use crate::model::{Cloud, Millis};
use crate::ui::browser;

/// Why a token went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wiped {
    /// Somebody wished it.
    Asked,
    /// It expired.
    Expired,
    /// The page was hidden for long.
    Hidden,
    /// The page was left and came back.
    Left,
    /// It was for one call.
    Used,
}

impl Session {
    /// Takes a token. One that cannot be used is not kept.
    pub fn take_token(self, pasted: String) -> Result<(), NoToken> {
        let token = Token::read(pasted)?;
        let claims = token.claims().clone();
        self.wiped.set(None);
        let cloud = match self.place.get_untracked() {
            Place::Azure(cloud) => cloud,
            _ => Cloud::Public,
        };
        if let Some(unfit) = unfit(&claims, cloud, real_now()) {
            self.refused.set(Some((claims, unfit)));
            return Ok(());
        }
        self.refused.set(None);
        let left = claims.left(real_now());
        let number = held(|held| {
            held.token = Some(token);
            held.tokens = held.tokens.wrapping_add(1);
            held.tokens
        });
        self.claims.set(Some(claims));
        if let (Some(left), Some(number)) = (left, number) {
            self.wipe_at_expiry(left, number);
        }
        self.change(Submission::token_renewed);
        self.drive();
        Ok(())
    }

    fn wipe_at_expiry(self, left: Millis, number: u32) {
        // A browser counts no further than 24 days.
        let wait = left.clamp(0, 86_400_000);
        browser::later(wait as i32, move || {
            if held(|held| held.tokens == number && held.token.is_some()) != Some(true) {
                return;
            }
            let left = self
                .claims
                .with_untracked(|claims| claims.as_ref().and_then(|claims| claims.left(real_now())));
            match left {
                Some(left) if left > 0 => self.wipe_at_expiry(left, number),
                _ => self.wipe(Wiped::Expired),
            }
        });
    }

    /// Overwrites the token.
    pub fn wipe(self, why: Wiped) {
        let token = held(|held| held.token.take()).flatten();
        if token.is_some() {
            drop(token);
            self.claims.set(None);
            self.wiped.set(Some(why));
        }
        self.refused.set(None);
    }

    /// Whether a call can be sent: in Azure only with a token that is for this cloud and holds.
    pub(super) fn may_send(self) -> bool {
        let Place::Azure(cloud) = self.place.get_untracked() else {
            return true;
        };
        let fit = held(|held| {
            let claims = held.token.as_ref().map(Token::claims)?;
            Some(unfit(claims, cloud, real_now()))
        });
        match fit.flatten() {
            Some(None) => true,
            Some(Some(Unfit::Expired)) => {
                self.wipe(Wiped::Expired);
                false
            }
            _ => false,
        }
    }

    /// Lends the token's header to whoever makes a call ready; nothing without a token.
    pub(super) fn authorization<R>(self, make: impl FnOnce(&str) -> R) -> Option<R> {
        held(|held| held.token.as_ref().map(|token| token.authorization(make))).flatten()
    }
}
