//! Peeks: the small card that a resting pointer brings. When it comes and goes, as states and timers.
//!
//! Figures between the published ones of Wikipedia's Page Previews (500 and 300 ms), gwern.net (750), Radix
//! (700 and 300) and Floating UI (intent by rest, safe polygon).

use crate::app::geometry::Point;
use crate::app::reading::action::Effect;
use crate::app::reading::opener::Opener;
use crate::app::reading::subject::Subject;

pub use crate::app::reading::pointer::{Millis, Pointer};

/// A pointer rests that long on a mention before its peek comes.
pub const DELAY: Millis = 500.0;
/// Another peek comes that fast while one is shown or was until just now.
pub const WARM_DELAY: Millis = 100.0;
/// How long "just now" is.
pub const WARM: Millis = 400.0;
/// Outside mention and peek for that long, and the peek goes.
pub const GRACE: Millis = 300.0;
/// At the end of the delay the pointer must have rested that long ...
pub const REST: Millis = 80.0;
/// ... moving no further than this, in CSS pixels.
pub const STILL: f64 = 4.0;

/// Peeks shown and about to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeekState {
    pub shown: Option<Peek>,
    pending: Option<PendingPeek>,
    /// The page scrolled since the pointer last moved: what comes under it now was not pointed at.
    scrolled: bool,
    /// When the last peek went.
    closed: Option<Millis>,
    /// The last timer set; older ones have been overtaken.
    timer: u32,
}

/// A peek that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Peek {
    pub opener: Opener,
    pub subject: Subject,
    /// Where the pointer was: words that wrap have several lines.
    pub point: Point,
    /// Running out: the timer.
    grace: Option<u32>,
    /// Where the page was scrolled to when it came.
    top: Option<f64>,
}

/// A pointer over a mention, on its way to a peek.
#[derive(Clone, Debug, PartialEq)]
struct PendingPeek {
    opener: Opener,
    subject: Subject,
    timer: u32,
    /// Where it rests and since when.
    rest: (Point, Millis),
}

impl PeekState {
    /// Whether moves of the pointer matter now.
    pub fn watches(&self) -> bool {
        self.pending.is_some() || self.scrolled || self.leaving()
    }

    /// Whether the pointer left and the peek is still shown.
    pub fn leaving(&self) -> bool {
        self.shown.as_ref().is_some_and(|peek| peek.grace.is_some())
    }

    /// Takes what a pointer did; a timer that the browser is to set.
    pub fn step(&mut self, pointer: Pointer, now: Millis) -> Option<Effect> {
        match pointer {
            Pointer::Over {
                opener,
                subject,
                point,
                selecting,
            } => {
                if let Some(peek) = self.shown.as_mut().filter(|peek| peek.opener == opener) {
                    peek.grace = None;
                    self.pending = None;
                    return None;
                }
                if self.scrolled || selecting {
                    return None;
                }
                return Some(self.arm(opener, subject, point, now));
            }
            Pointer::OverPeek => {
                self.pending = None;
                if let Some(peek) = &mut self.shown {
                    peek.grace = None;
                }
            }
            Pointer::Out => {
                self.pending = None;
                return self.leave();
            }
            Pointer::Move { point, toward } => {
                self.scrolled = false;
                if let Some(pending) = &mut self.pending
                    && !pending.rest.0.is_near(point, STILL)
                {
                    pending.rest = (point, now);
                }
                if toward {
                    return self.leave();
                }
            }
            Pointer::Down => self.pending = None,
            Pointer::Scrolled { top, window } => {
                self.scrolled = true;
                self.pending = None;
                if let Some(peek) = &mut self.shown {
                    let first = *peek.top.get_or_insert(top);
                    if (top - first).abs() > window {
                        self.close(now);
                    }
                }
            }
            Pointer::Gone => self.clear(now),
            Pointer::TimerFired(timer) => return self.timer_fired(timer, now),
        }
        None
    }

    /// Sends the peek away, also one that is on its way.
    pub fn clear(&mut self, now: Millis) {
        self.pending = None;
        self.close(now);
    }

    /// Sends the peek away; whether there was one.
    pub fn close(&mut self, now: Millis) -> bool {
        let had = self.shown.take().is_some();
        if had {
            self.closed = Some(now);
        }
        had
    }

    fn arm(&mut self, opener: Opener, subject: Subject, point: Point, now: Millis) -> Effect {
        let warm = self.shown.is_some() || self.closed.is_some_and(|closed| now - closed < WARM);
        let (timer, effect) = self.wait(if warm { WARM_DELAY } else { DELAY });
        self.pending = Some(PendingPeek {
            opener,
            subject,
            timer,
            rest: (point, if warm { now - REST } else { now }),
        });
        effect
    }

    fn leave(&mut self) -> Option<Effect> {
        self.shown.as_ref()?;
        let (timer, effect) = self.wait(GRACE);
        if let Some(peek) = &mut self.shown {
            peek.grace = Some(timer);
        }
        Some(effect)
    }

    fn timer_fired(&mut self, timer: u32, now: Millis) -> Option<Effect> {
        if self
            .shown
            .as_ref()
            .is_some_and(|peek| peek.grace == Some(timer))
        {
            self.close(now);
            return None;
        }
        let mut pending = self.pending.take_if(|pending| pending.timer == timer)?;
        if now - pending.rest.1 < REST {
            let (timer, effect) = self.wait(DELAY);
            pending.timer = timer;
            self.pending = Some(pending);
            return Some(effect);
        }
        self.shown = Some(Peek {
            opener: pending.opener,
            subject: pending.subject,
            point: pending.rest.0,
            grace: None,
            top: None,
        });
        None
    }

    fn wait(&mut self, after: Millis) -> (u32, Effect) {
        self.timer += 1;
        let timer = self.timer;
        (timer, Effect::SetTimer { after, timer })
    }
}

#[cfg(test)]
mod tests;
