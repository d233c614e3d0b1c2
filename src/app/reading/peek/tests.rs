//! The table of states and delays, row by row, on a clock of its own.

use super::*;

fn over(mention: &str) -> Pointer {
    Pointer::Over {
        opener: Opener::from_id(mention).unwrap_or_else(|| panic!("{mention} is a mention")),
        subject: "a".into(),
        point: Point { x: 10.0, y: 10.0 },
        selecting: false,
    }
}

fn to(x: f64, toward: bool) -> Pointer {
    Pointer::Move {
        point: Point { x, y: 10.0 },
        toward,
    }
}

fn scrolled(top: f64) -> Pointer {
    Pointer::Scrolled { top, window: 800.0 }
}

/// A page with its timers: takes what happens in turn and wakes what is due in between.
#[derive(Default)]
struct Clock {
    peek_state: PeekState,
    due: Vec<(Millis, u32)>,
    now: Millis,
}

impl Clock {
    fn at(&mut self, now: Millis, pointer: Pointer) -> &mut Self {
        self.until(now);
        self.take(pointer);
        self
    }

    fn until(&mut self, now: Millis) -> &mut Self {
        self.due.sort_by(|one, other| other.0.total_cmp(&one.0));
        while let Some((due, timer)) = self.due.pop_if(|next| next.0 <= now) {
            self.now = due;
            self.take(Pointer::TimerFired(timer));
            self.due.sort_by(|one, other| other.0.total_cmp(&one.0));
        }
        self.now = now;
        self
    }

    fn take(&mut self, pointer: Pointer) {
        if let Some(Effect::SetTimer { after, timer }) = self.peek_state.step(pointer, self.now) {
            self.due.push((self.now + after, timer));
        }
    }

    /// Whose mention is shown at a moment.
    #[track_caller]
    fn expect(&mut self, now: Millis, shown: Option<&str>) -> &mut Self {
        self.until(now);
        let found = self.peek_state.shown.as_ref().map(|peek| &*peek.opener.id);
        assert_eq!(found, shown, "after {now} ms");
        self
    }
}

#[test]
fn it_comes_after_half_a_second_of_rest() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .expect(499.0, None)
        .expect(500.0, Some("m-a-1"));
}

#[test]
fn a_pointer_that_still_moves_waits_anew() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(450.0, to(30.0, false))
        .expect(999.0, None)
        .expect(1000.0, Some("m-a-1"));
}

#[test]
fn a_tremble_is_rest() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(450.0, to(13.0, false))
        .expect(500.0, Some("m-a-1"));
}

#[test]
fn leaving_before_it_comes_is_the_end() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(400.0, Pointer::Out)
        .expect(2000.0, None);
}

#[test]
fn left_it_stays_for_the_grace_and_no_longer() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, Pointer::Out)
        .expect(899.0, Some("m-a-1"))
        .expect(900.0, None);
}

#[test]
fn coming_back_or_into_it_keeps_it() {
    for back in [over("m-a-1"), Pointer::OverPeek] {
        let mut clock = Clock::default();
        clock
            .at(0.0, over("m-a-1"))
            .at(600.0, Pointer::Out)
            .at(800.0, back)
            .expect(5000.0, Some("m-a-1"));
    }
}

#[test]
fn on_the_way_to_it_the_grace_waits() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, Pointer::Out)
        .at(850.0, to(20.0, true))
        .at(1100.0, to(40.0, true))
        .expect(1399.0, Some("m-a-1"))
        .expect(1400.0, None);
}

#[test]
fn the_next_one_follows_fast() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, Pointer::Out)
        .at(650.0, over("m-b-1"))
        .expect(749.0, Some("m-a-1"))
        .expect(750.0, Some("m-b-1"));
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, Pointer::Out)
        .at(1250.0, over("m-b-1"))
        .expect(1350.0, Some("m-b-1"));
}

#[test]
fn after_a_while_it_is_slow_again() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, Pointer::Out)
        .at(1301.0, over("m-b-1"))
        .expect(1800.0, None)
        .expect(1801.0, Some("m-b-1"));
}

#[test]
fn what_scrolls_under_the_pointer_was_not_pointed_at() {
    let mut clock = Clock::default();
    clock
        .at(0.0, scrolled(10.0))
        .at(10.0, over("m-a-1"))
        .expect(2000.0, None)
        .at(2000.0, to(12.0, false))
        .at(2010.0, over("m-a-1"))
        .expect(2510.0, Some("m-a-1"));
}

#[test]
fn scrolling_stops_one_on_its_way() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(300.0, scrolled(10.0))
        .expect(2000.0, None);
}

#[test]
fn a_window_of_scrolling_sends_it_away() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, scrolled(100.0))
        .at(700.0, scrolled(900.0))
        .expect(700.0, Some("m-a-1"))
        .at(800.0, scrolled(901.0))
        .expect(800.0, None);
}

#[test]
fn a_button_and_a_selection_keep_it_away() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(200.0, Pointer::Down)
        .expect(2000.0, None);
    let mut clock = Clock::default();
    let Pointer::Over {
        opener,
        subject,
        point,
        ..
    } = over("m-a-1")
    else {
        return;
    };
    let selecting = Pointer::Over {
        opener,
        subject,
        point,
        selecting: true,
    };
    clock.at(0.0, selecting).expect(2000.0, None);
}

#[test]
fn a_page_out_of_sight_has_none() {
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(600.0, Pointer::Gone)
        .expect(600.0, None);
    let mut clock = Clock::default();
    clock
        .at(0.0, over("m-a-1"))
        .at(300.0, Pointer::Gone)
        .expect(2000.0, None);
}
