//! The first lines of a file of fixed width as they stand, place by place, so that somebody can say where columns begin.
//!
//! Programs count places in different ways, and a screen has fonts of its own: which character stands at which place is told here,
//! once. Invariant: the place of a line that is shown is the place at which the reader cuts it.

use super::fixed::Places;
use crate::identify::LinedUp;

/// Lines that are shown: enough to see where values end.
const LINES: usize = 8;
/// Places of a line that are shown; wider records are for machines.
const PLACES: usize = 1_000;

/// The first lines with something in them, and where the columns begin.
pub(super) fn lined_up(text: &str, last: bool, places: Places, starts: &[usize]) -> LinedUp {
    let whole = if last { text } else { text.rsplit_once('\n').map_or("", |(whole, _)| whole) };
    let lines = whole.lines().filter(|line| !line.trim().is_empty()).take(LINES);
    LinedUp {
        lines: lines.map(|line| by_place(line, places)).collect(),
        starts: starts.iter().filter_map(|start| u32::try_from(*start).ok()).collect(),
    }
}

/// What stands at each place: a character at the first of its places, nothing at its others.
fn by_place(line: &str, places: Places) -> Vec<String> {
    let mut shown = Vec::new();
    for letter in line.chars() {
        let taken = places.of(letter);
        if shown.len() + taken > PLACES {
            break;
        }
        // A control character would be drawn as wide as the font likes.
        shown.push(if letter.is_control() { ' ' } else { letter }.to_string());
        shown.extend(std::iter::repeat_n(String::new(), taken - 1));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_stand_where_the_reader_cuts() {
        for (places, line, expected) in [
            (Places::Wide, "A 张\t3", "A| |张|| |3"),
            (Places::Characters, "A 张3", "A| |张|3"),
            (Places::DoubleByte, "é张\u{FF71}", "é||张||\u{FF71}"),
        ] {
            assert_eq!(by_place(line, places).join("|"), expected, "{line}");
        }
    }

    #[test]
    fn a_few_lines_of_bounded_width_are_shown() {
        let file = format!("\n{}\n", "x".repeat(5_000)).repeat(20) + "unfinished";
        let found = lined_up(&file, false, Places::Wide, &[0, 4]);
        assert_eq!((found.lines.len(), found.starts), (LINES, vec![0, 4]));
        assert!(found.lines.iter().all(|line| line.len() == PLACES));
        assert_eq!(lined_up("ab", true, Places::Wide, &[0]).lines, [["a", "b"]]);
        assert!(lined_up("ab", false, Places::Wide, &[0]).lines.is_empty(), "a line that is cut off is not shown");
    }
}
