//! Proves that no file breaks the readers: `cargo run --release --example hostile -- FOLDER [OUT.md]`.
//!
//! Every file below FOLDER is looked at, read to its last row and taken to tiers in a process of its own, so that a panic, an
//! endless loop or a memory without bounds is seen as what it is. The result is one table, by path, and
//! its totals; the exit status tells whether a limit was broken. Invariant: the table holds names of
//! files, codes and figures, never what stands in a cell.
#![allow(clippy::print_stdout, reason = "a program for the command line")]

#[path = "support/verdict.rs"]
mod verdict;

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Tells a process which file is its own.
const ONE: &str = "HOSTILE_ONE";
/// A file that takes longer hangs.
const HANG: Duration = Duration::from_secs(20);
/// A verdict has to be there in this time.
const SLOW_MS: u128 = 2_000;
/// Memory of a whole process.
const MEMORY_MIB: u64 = 512;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(path) = std::env::var_os(ONE) {
        judge_one(Path::new(&path));
        return Ok(ExitCode::SUCCESS);
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, out @ ..] = arguments.as_slice() else {
        return Err("expected: FOLDER [OUT.md]".into());
    };
    let folder = Path::new(folder);
    let files = verdict::files_below(folder)?;
    let lines = files.iter().map(|path| Line::of(folder, path)).collect::<Result<Vec<Line>, Box<dyn Error>>>()?;
    let totals = totals(&lines);
    println!("{totals}");
    match out.first() {
        Some(out) => std::fs::write(out, format!("{}\n{totals}", table(&lines)))?,
        None => println!("{}", table(&lines)),
    }
    Ok(if lines.iter().any(Line::is_broken) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The child: its figures in one line, the memory being the most it ever had.
fn judge_one(path: &Path) {
    let start = Instant::now();
    let found = verdict::judge(path);
    let ms = start.elapsed().as_millis();
    let peak = peak_kib("self").map_or(0, |kib| kib / 1024);
    println!("{} {} {} {} {} {ms} {peak}", found.code, found.tables, found.rows, found.used, found.issues);
}

/// One file of the table.
struct Line {
    file: String,
    verdict: String,
    tables: u64,
    rows: u64,
    used: u64,
    issues: u64,
    ms: u128,
    mib: u64,
    /// Of the file.
    bytes: u64,
}

impl Line {
    /// Lets a child judge the file and watches it.
    fn of(folder: &Path, path: &Path) -> Result<Self, Box<dyn Error>> {
        let start = Instant::now();
        let mut child = Command::new(std::env::current_exe()?).env(ONE, path).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let ended = watch(&mut child, start)?;
        let output = child.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let words: Vec<&str> = said.split_whitespace().collect();
        let number = |at: usize| words.get(at).and_then(|word| word.parse().ok()).unwrap_or(0);
        let verdict = match ended {
            Some(end) => end.to_owned(),
            None if output.status.success() => words.first().copied().unwrap_or("nothing said").to_owned(),
            None => format!("PANIC ({})", output.status),
        };
        Ok(Self {
            file: path.strip_prefix(folder).unwrap_or(path).display().to_string(),
            verdict,
            tables: number(1),
            rows: number(2),
            used: number(3),
            issues: number(4),
            ms: words.get(5).and_then(|ms| ms.parse().ok()).unwrap_or_else(|| start.elapsed().as_millis()),
            mib: number(6),
            bytes: path.metadata()?.len(),
        })
    }

    fn is_broken(&self) -> bool {
        self.is_panic() || self.is_hang() || self.is_slow() || self.is_large()
    }

    fn is_panic(&self) -> bool {
        self.verdict.starts_with("PANIC") || self.verdict == "nothing said"
    }

    fn is_hang(&self) -> bool {
        self.verdict == "HANG"
    }

    fn is_slow(&self) -> bool {
        self.ms > SLOW_MS
    }

    fn is_large(&self) -> bool {
        self.verdict == "MEMORY" || self.mib > MEMORY_MIB
    }
}

/// Waits for the end, and brings it about when the child takes too long or too much.
fn watch(child: &mut Child, start: Instant) -> std::io::Result<Option<&'static str>> {
    let id = child.id().to_string();
    loop {
        if child.try_wait()?.is_some() {
            return Ok(None);
        }
        let broken = if start.elapsed() > HANG {
            Some("HANG")
        } else if peak_kib(&id).is_some_and(|kib| kib > 2 * MEMORY_MIB * 1024) {
            Some("MEMORY")
        } else {
            None
        };
        if broken.is_some() {
            child.kill()?;
            return Ok(broken);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The most memory that a process ever had, where the system tells.
fn peak_kib(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()
}

fn table(lines: &[Line]) -> String {
    let mut text =
        "| file | bytes | verdict | tables | rows | used | issues | ms | MiB |\n|--|--:|--|--:|--:|--:|--:|--:|--:|\n".to_owned();
    for Line { file, bytes, verdict, tables, rows, used, issues, ms, mib } in lines {
        let file = file.replace('|', "\\|");
        writeln!(text, "| {file} | {bytes} | {verdict} | {tables} | {rows} | {used} | {issues} | {ms} | {mib} |")
            .expect("a text takes everything");
    }
    text
}

fn totals(lines: &[Line]) -> String {
    let count = |is: fn(&Line) -> bool| lines.iter().filter(|line| is(line)).count();
    let mut text = format!(
        "{} files: {} ok, {} panics, {} hangs, {} over {SLOW_MS} ms, {} over {MEMORY_MIB} MiB\n",
        lines.len(),
        count(|line| line.verdict == "ok"),
        count(Line::is_panic),
        count(Line::is_hang),
        count(Line::is_slow),
        count(Line::is_large),
    );
    let slowest = lines.iter().max_by_key(|line| line.ms);
    let largest = lines.iter().max_by_key(|line| line.mib);
    for (what, line) in [("slowest", slowest), ("most memory", largest)] {
        if let Some(Line { file, ms, mib, .. }) = line {
            writeln!(text, "{what}: {file}, {ms} ms, {mib} MiB").expect("a text takes everything");
        }
    }
    for line in lines.iter().filter(|line| line.is_broken()) {
        writeln!(text, "broken: {}: {}, {} ms, {} MiB", line.file, line.verdict, line.ms, line.mib).expect("a text takes everything");
    }
    text
}
