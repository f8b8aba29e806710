//! The rules of the house, as a test: a rule that nobody runs is a wish.
//!
//! It reads the sources as text, knowing that they are formatted. What it finds is listed, one line each.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The core's rooms in the order of the data: a room may use those before it.
const ROOMS: [&str; 11] =
    ["base", "math", "error", "recipe", "identify", "differentiate", "interact", "customize", "export", "pipeline", "web"];
/// The page's rooms: those of one line may use each other and those before. What is not named comes last.
const PAGE_ROOMS: [&[&str]; 7] =
    [&["protocol"], &["engine"], &["i18n", "styles"], &["charts", "grid"], &["state"], &["views"], &["element"]];
const MAX_FUNCTION_LINES: usize = 60;
const MAX_FILE_LINES: usize = 400;

/// A source file: where it is below the repository's root, and its text.
struct Source {
    path: String,
    text: String,
}

#[test]
fn rust_follows_the_rules_of_the_house() {
    let mut findings = String::new();
    for source in sources(&["src", "examples", "benches", "tests"], "rs") {
        if !source.text.starts_with("//!") {
            report(&mut findings, &source, 1, "does not open with //!");
        }
        // A table of cases is one line a case and as long as it has to be.
        if !source.path.ends_with("/tests.rs") {
            check_functions(&source, &mut findings);
        }
        if source.path.starts_with("src/") {
            check_rust_room(&source, &mut findings);
        }
    }
    assert!(findings.is_empty(), "\n{findings}");
}

#[test]
fn the_page_follows_the_rules_of_the_house() {
    let mut findings = String::new();
    for source in sources(&["www/src"], "ts") {
        let is_test = source.path.ends_with(".test.ts");
        for (number, line) in code_lines(&source.text) {
            for banned in ["innerHTML", ": any", "as any", "<any>", "console.log"] {
                if has_word(line, banned) && !is_test {
                    report(&mut findings, &source, number, &format!("{banned} is not used here"));
                }
            }
            if let Some(target) = imported_path(line) {
                check_page_import(&source, number, target, &mut findings);
            }
        }
    }
    assert!(findings.is_empty(), "\n{findings}");
}

fn check_rust_room(source: &Source, findings: &mut String) {
    let text = without_tests(&source.text);
    if text.lines().count() > MAX_FILE_LINES {
        report(findings, source, MAX_FILE_LINES, &format!("has more than {MAX_FILE_LINES} lines"));
    }
    let room = room(source.path.trim_start_matches("src/"));
    let own = ROOMS.iter().position(|&known| known == room);
    for (number, line) in code_lines(text) {
        for banned in ["wasm_bindgen", "js_sys", "web_sys"] {
            if has_word(line, banned) && room != "web" {
                report(findings, source, number, &format!("{banned} belongs into src/web"));
            }
        }
        if line.contains(".unwrap()") {
            report(findings, source, number, "unwrap() is for tests");
        }
        // lib.rs and the programs stand above all rooms.
        for used in used_rooms(line).filter(|used| own.is_some_and(|own| *used > own)) {
            report(findings, source, number, &format!("{room} uses {}, which comes later", ROOMS[used]));
        }
    }
}

/// Positions of the rooms that a line uses by `crate::room` or `crate::{room::…, …}`.
fn used_rooms(line: &str) -> impl Iterator<Item = usize> {
    let paths = line.split("crate::").skip(1);
    let names = paths.flat_map(|path| path.strip_prefix('{').map_or_else(|| vec![path], |list| list.split(", ").collect()));
    // Errors are known at the root too.
    let names = names.map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default());
    names.filter_map(|name| ROOMS.iter().position(|room| *room == name))
}

fn check_functions(source: &Source, findings: &mut String) {
    let lines: Vec<&str> = source.text.lines().collect();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if !is_function(line.trim_start()) || line.ends_with('}') || line.ends_with(';') {
            continue;
        }
        // Formatted code closes a function where it opened it.
        let closing = |line: &&str| line.len() > indent && line[..indent].trim().is_empty() && line[indent..].starts_with('}');
        let length = lines[start..].iter().position(closing).unwrap_or(0) + 1;
        if length > MAX_FUNCTION_LINES {
            report(findings, source, start + 1, &format!("a function of {length} lines, {MAX_FUNCTION_LINES} are allowed"));
        }
    }
}

fn is_function(line: &str) -> bool {
    let words = line.split(' ').take_while(|word| *word != "fn");
    let is_modifier = |word: &str| matches!(word, "const" | "async" | "pub" | "extern" | "unsafe") || word.starts_with("pub(");
    line.contains("fn ") && words.clone().count() < line.split(' ').count() && words.into_iter().all(is_modifier)
}

/// The path that a line imports, when it is one of ours.
fn imported_path(line: &str) -> Option<&str> {
    let (_, rest) = ["from '", "import '", "import('"].iter().find_map(|start| line.split_once(start))?;
    let (path, _) = rest.split_once('\'')?;
    path.starts_with('.').then_some(path)
}

fn check_page_import(source: &Source, number: usize, target: &str, findings: &mut String) {
    let own = source.path.trim_start_matches("www/src/");
    let mut place: Vec<&str> = own.split('/').collect();
    place.pop();
    for part in target.split('/').filter(|part| *part != ".") {
        if part == ".." {
            place.pop();
        } else {
            place.push(part);
        }
    }
    let used = place.join("/");
    if page_rank(&used) > page_rank(own) {
        report(findings, source, number, &format!("{} uses {used}, which comes later", room(own)));
    }
}

/// The protocol lives in the engine's folder, but is known to everybody.
fn page_rank(path: &str) -> usize {
    let path = path.strip_prefix("engine/").filter(|rest| room(rest) == "protocol" || room(rest) == "types").map_or(path, |_| "protocol");
    PAGE_ROOMS.iter().position(|rooms| rooms.contains(&room(path))).unwrap_or(PAGE_ROOMS.len() - 1)
}

/// The first part of a path, without the ending of a file.
fn room(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Lines that are not comments, numbered from 1.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_comment = |line: &str| ["//", "/*", "* ", "*/"].iter().any(|start| line.trim_start().starts_with(start));
    (1..).zip(text.lines()).filter(move |(_, line)| !is_comment(line))
}

fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default()
}

/// Whether `word` stands in the line and is not a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        !(before.ends_with(is_letter) && word.starts_with(is_letter) || after.starts_with(is_letter) && word.ends_with(is_letter))
    })
}

fn sources(folders: &[&str], ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), ending, &mut paths);
    }
    paths.sort();
    let read = |path: &PathBuf| Source {
        path: path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/"),
        text: std::fs::read_to_string(path).unwrap_or_default(),
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, ending, paths);
        } else if path.extension().is_some_and(|found| found == ending) {
            paths.push(path);
        }
    }
}

fn report(findings: &mut String, source: &Source, line: usize, problem: &str) {
    writeln!(findings, "{}:{line}: {problem}", source.path).expect("a text takes everything");
}

#[test]
fn the_checker_sees_what_it_should() {
    let used = |line: &str| used_rooms(line).map(|room| ROOMS[room]).collect::<Vec<_>>();
    assert_eq!(used("use crate::identify::{Book, Ledger};"), ["identify"]);
    assert_eq!(used("use crate::{base::Day, web::x, Result};"), ["base", "web"]);
    assert_eq!(used("Box<crate::export::Words>, crate::base::Day"), ["export", "base"]);
    assert!(is_function("pub(super) const fn digit(number: u64) -> u8 {"));
    assert!(!is_function("let fun = fn_of(x);"));
    assert!(has_word("let x: any = 1", ": any") && !has_word("x: anything", ": any"));
    assert_eq!(imported_path("import { a } from '../state/store.js';"), Some("../state/store.js"));
    assert!(page_rank("views/a.ts") > page_rank("charts/b.ts") && page_rank("engine/protocol.ts") < page_rank("engine/engine.ts"));
}
