//! Marks along the window's edge, as far down as what they mark stands in the article.

use std::rc::Rc;

use yew::prelude::*;

/// Thousandths between two marks at least: nearer ones would touch, and the first stands for both.
const APART: u32 = 3;

/// Marks for what stands in these blocks, counted from 1, at the blocks' offsets.
pub fn marks(blocks: impl IntoIterator<Item = u32>, block_offsets: &[u32]) -> Rc<[u32]> {
    let offset = |block: u32| block_offsets.get(block.checked_sub(1)? as usize).copied();
    let mut marks: Vec<u32> = blocks.into_iter().filter_map(offset).collect();
    marks.sort_unstable();
    marks.dedup_by(|next, last| *next < *last + APART);
    marks.into()
}

/// The strokes of marks, as SVG path data.
pub fn strokes(marks: &[u32]) -> String {
    marks.iter().map(|mark| format!("M1 {mark}h8")).collect()
}

/// Properties for [`Edge`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub class: &'static str,
    /// In thousandths of the article's height.
    pub marks: Rc<[u32]>,
}

/// A stroke for each mark; decoration.
#[component]
pub fn Edge(props: &Props) -> Html {
    crate::components::rendered("Edge");
    html! {
        <svg class={props.class} viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true"><path d={strokes(&props.marks)} /></svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_marks_of_a_block_stand_at_its_place() {
        assert_eq!(*marks([3, 1, 3], &[0, 400, 500]), [0, 500]);
        assert_eq!(*marks([1, 2, 3], &[0, 2, 4]), [0, 4], "two would touch");
        assert!(
            marks([0, 4], &[0, 2, 4]).is_empty(),
            "there are no such blocks"
        );
    }
}
