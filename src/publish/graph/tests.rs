//! Drawings keep what they promise, whatever is related to whom.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use proptest::prelude::*;

use super::*;

/// A box with its corners, in CSS px.
#[derive(Clone, Copy, Debug)]
struct Square {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Square {
    fn new(corner: Position, width: i32, height: i32) -> Self {
        let Position { x, y } = corner;
        Square {
            left: x,
            top: y,
            right: x + width,
            bottom: y + height,
        }
    }

    fn overlaps(self, other: Square) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn holds(self, (x, y): (f64, f64)) -> bool {
        let between = |at: f64, from: i32, to: i32| f64::from(from) < at && at < f64::from(to);
        between(x, self.left, self.right) && between(y, self.top, self.bottom)
    }

    fn has_on_its_border(self, (x, y): (f64, f64)) -> bool {
        let (x, y) = (x as i32, y as i32);
        let across = (self.left..=self.right).contains(&x) && (y == self.top || y == self.bottom);
        across || (x == self.right && (self.top..=self.bottom).contains(&y))
    }
}

/// Points along a line, closely; the second parts begin after a gap.
fn points(line: &Line) -> Vec<(f64, f64)> {
    let (mut x, mut y) = (f64::from(line.start.x), f64::from(line.start.y));
    let mut points = vec![(x, y)];
    let commands = line.path.replace('-', " -");
    let ends: Vec<usize> = commands
        .match_indices(char::is_alphabetic)
        .map(|(at, _)| at)
        .collect();
    for (row, &at) in ends.iter().enumerate() {
        let piece = &commands[at..ends.get(row + 1).copied().unwrap_or(commands.len())];
        let numbers: Vec<f64> = piece[1..]
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        let curve = match (&piece[..1], numbers.as_slice()) {
            ("v", &[down]) => [0.0, down / 3.0, 0.0, down, 0.0, down],
            // Where words stand no line is drawn, so nothing can be crossed.
            ("m", &[0.0, down]) => {
                y += down;
                points.push((x, y));
                continue;
            }
            ("c", &[a, b, c, d, e, f]) => [a, b, c, d, e, f],
            other => panic!("no line of ours: {other:?}"),
        };
        for step in 1..=12 {
            let t = f64::from(step) / 12.0;
            let (one, two, three) = (
                3.0 * t * (1.0 - t).powi(2),
                3.0 * t * t * (1.0 - t),
                t.powi(3),
            );
            points.push((
                x + one * curve[0] + two * curve[2] + three * curve[4],
                y + one * curve[1] + two * curve[3] + three * curve[5],
            ));
        }
        (x, y) = (x + curve[4], y + curve[5]);
    }
    points
}

#[track_caller]
fn check(nodes: &[Node], edges: &[Edge]) -> Drawing {
    let drawing = layout(nodes, edges);
    assert_eq!(
        drawing,
        layout(nodes, edges),
        "the same graph, another drawing"
    );
    let names: Vec<Square> = nodes
        .iter()
        .zip(&drawing.nodes)
        .map(|(node, &corner)| Square::new(corner, node.width, NODE))
        .collect();
    let words = edges
        .iter()
        .zip(&drawing.edges)
        .map(|(edge, line)| Square::new(line.label, edge.label, LABEL));
    let squares: Vec<Square> = names.iter().copied().chain(words).collect();
    for (row, &one) in squares.iter().enumerate() {
        let paper = Square {
            left: 0,
            top: 0,
            right: drawing.width,
            bottom: drawing.height,
        };
        assert!(
            one.left >= 0 && one.top >= 0 && one.right <= paper.right && one.bottom <= paper.bottom,
            "{one:?} in {paper:?}"
        );
        for &other in &squares[row + 1..] {
            assert!(!one.overlaps(other), "{one:?} overlaps {other:?}");
        }
    }
    for (edge, line) in edges.iter().zip(&drawing.edges) {
        let points = points(line);
        let (start, end) = (points[0], points[points.len() - 1]);
        let [from, to] = [names[edge.from], names[edge.to]];
        let (start, end) = match line.head {
            Head::Up => (end, start),
            Head::Down | Head::Back => (start, end),
        };
        assert!(
            from.has_on_its_border(start) && to.has_on_its_border(end),
            "{line:?} leads not from {from:?} to {to:?}"
        );
        assert_eq!(line.start.x % COLUMN, 0, "{line:?}");
        for square in &squares {
            assert!(
                !points.iter().any(|&point| square.holds(point)),
                "{line:?} runs through {square:?}"
            );
        }
    }
    drawing
}

fn same(count: usize) -> Vec<Node> {
    vec![Node { width: 120 }; count]
}

fn related(pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<Edge> {
    pairs
        .into_iter()
        .map(|(from, to)| Edge {
            from,
            to,
            label: 100,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_whatever_forty_are_related_by(
        widths in prop::collection::vec(2..16, 1..=40),
        pairs in prop::collection::vec((0..40_usize, 0..40_usize, 1..15), 0..70),
    ) {
        let even = |columns: i32| columns * 2 * COLUMN;
        let nodes: Vec<Node> = widths.iter().map(|&width| Node { width: even(width) }).collect();
        let near = |node: usize| node % nodes.len();
        let edges: Vec<Edge> =
            pairs.iter().map(|&(from, to, label)| Edge { from: near(from), to: near(to), label: even(label) }).collect();
        check(&nodes, &edges);
    }
}

#[test]
fn a_star_of_forty_is_no_row_of_forty() {
    for edges in [
        related((1..40).map(|leaf| (leaf, 0))),
        related((1..40).map(|leaf| (0, leaf))),
    ] {
        let drawing = check(&same(40), &edges);
        assert!(
            drawing.width < 2000 && drawing.height < 1200,
            "{} x {}",
            drawing.width,
            drawing.height
        );
    }
}

#[test]
fn a_chain_runs_down() {
    let drawing = check(&same(40), &related((1..40).map(|node| (node - 1, node))));
    assert!(
        drawing
            .nodes
            .windows(2)
            .all(|pair| pair[0].y < pair[1].y && pair[0].x == pair[1].x)
    );
}

#[test]
fn circles_loops_and_parallels_are_drawn() {
    check(&same(3), &related([(0, 1), (1, 2), (2, 0)]));
    check(&same(2), &related([(0, 1), (1, 0), (0, 1), (1, 0)]));
    check(&same(1), &related([(0, 0), (0, 0)]));
    let many = check(&same(2), &related(vec![(0, 1); 30]));
    assert!(many.width < 1200, "thirty words in one row: {}", many.width);
}

#[test]
fn parts_stand_side_by_side() {
    let drawing = check(
        &same(40),
        &related((0..20).map(|part| (2 * part, 2 * part + 1))),
    );
    assert!(
        drawing.width < 1600 && drawing.height < 1200,
        "{} x {}",
        drawing.width,
        drawing.height
    );
    assert_eq!(check(&[], &[]), Drawing::default());
}

#[test]
fn an_arrow_runs_down_unless_another_way_leads_back() {
    let drawing = check(&same(3), &related([(2, 0), (0, 1)]));
    assert!(drawing.nodes[2].y < drawing.nodes[0].y && drawing.nodes[0].y < drawing.nodes[1].y);
}

/// As benches/scale draws: so many relations between so many names, by chance and the same at every run.
fn by_chance(names: usize, relations: usize) -> Vec<Edge> {
    let mut state = 1_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize % names
    };
    related((0..relations).map(|_| (next(), next())).collect::<Vec<_>>())
}

/// `cargo bench --bench scale` says how long that takes.
#[test]
fn the_more_names_the_fewer_sweeps() {
    let work = |names| {
        let (nodes, edges) = (same(names), by_chance(names, 2 * names));
        let backward = acyclic::backward(names, &edges);
        let (_, grid) = rows(&nodes, &edges, &backward);
        let cells = grid.cells.len();
        cells * order::sweeps(cells)
    };
    let (few, many, most) = (work(50), work(200), work(400));
    assert!(
        few < 100_000 && many <= 200_000 && most <= 200_000,
        "{few}, {many} and {most} cells swept"
    );
}

#[test]
fn four_hundred_are_drawn() {
    let drawing = layout(&same(400), &by_chance(400, 800));
    let mut corners: Vec<_> = drawing.nodes.iter().map(|node| (node.x, node.y)).collect();
    corners.sort_unstable();
    corners.dedup();
    assert_eq!((corners.len(), drawing.edges.len()), (400, 800));
}
