//! The command line from outside: exit status, one line of error, files that are whole or not there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ORDERS: &str = "订单编号,客户编号,客户姓名,下单时间,成交金额\r\n\
                      1,0001,王伟,2024-01-05,120.50\r\n\
                      2,0001,王伟,2024-03-01,80\r\n\
                      3,=1+1,李芳,2023-06-30,15\r\n\
                      4,,赵静,2023-07-01,5\r\n";

/// A folder that is empty when a test begins and gone when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        std::fs::remove_dir_all(&path).ok();
        std::fs::create_dir_all(&path).expect("the build's own folder");
        let folder = Self(path);
        folder.write("orders.csv", ORDERS);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("the test's own folder");
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a file that was asked for")
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("the test's own folder");
        let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_customer-tiers"));
        command.current_dir(&self.0).args(arguments).output().expect("the program starts")
    }

    /// What it says on the output stream, when it can.
    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// What it says on the error stream, when it cannot: one line.
    fn fail(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let error = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert_eq!(error.lines().count(), 1, "{arguments:?}: {error}");
        assert!(error.starts_with("customer-tiers: "), "{error}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{arguments:?}");
        error
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn what_cannot_be_is_one_line_and_status_2() {
    let folder = Folder::new("usage");
    folder.write("bad.json", "{\"recipe\": 1, \"nonsense\": true}");
    folder.write("new.json", "{\"recipe\": 999}");
    for (arguments, expected) in [
        (vec![], "argument.invalid"),
        (vec!["orders.csv", "--nonsense"], "argument.invalid"),
        (vec!["orders.csv", "--as-of", "5 May"], "argument.invalid"),
        (vec!["orders.csv", "--map", "nobody=Header"], "argument.invalid"),
        (vec!["orders.csv", "--map", "amount"], "argument.invalid"),
        (vec!["orders.csv", "--out", "list.pdf"], "argument.invalid"),
        (vec!["orders.csv", "--recipe", "bad.json", "--preset", "default"], "argument.invalid"),
        (vec!["orders.csv", "--out", "orders.csv"], "argument.invalid"),
        (vec!["orders.csv", "--out", "-", "--summary", "-"], "argument.invalid"),
        (vec!["orders.csv", "--out", "list.csv", "--issues", "./list.csv"], "argument.invalid"),
        (vec!["orders.csv", "--secret-file", "bad.json", "--summary", "bad.json"], "argument.invalid"),
        (vec!["orders.csv", "--audience", "google"], "argument.invalid"),
        (vec!["orders.csv", "--owners", "nobody=list.csv"], "argument.invalid"),
        (vec!["orders.csv", "--staff", "bad.json", "--owners", "work=list.csv"], "argument.invalid: bad.json"),
        (vec!["orders.csv", "--recipe", "bad.json"], "recipe.invalid: bad.json"),
        (vec!["orders.csv", "--recipe", "new.json"], "recipe.too_new"),
        (vec!["orders.csv", "--recipe", "absent.json"], "file.unreadable: absent.json"),
        (vec!["absent.csv"], "file.unreadable: absent.csv"),
    ] {
        let error = folder.fail(&arguments);
        assert!(error.starts_with(&format!("customer-tiers: {expected}")), "{arguments:?}: {error}");
    }
    assert_eq!(folder.read("orders.csv"), ORDERS, "an input was overwritten");
}

#[test]
fn help_and_version_are_no_errors() {
    let folder = Folder::new("help");
    assert!(folder.succeed(&["--help"]).contains("--save-recipe"));
    assert!(folder.succeed(&["--version"]).starts_with("customer-tiers "));
}

#[test]
fn an_unknown_preset_names_the_known_ones() {
    let error = Folder::new("preset").fail(&["orders.csv", "--preset", "nonsense"]);
    assert!(error.starts_with("customer-tiers: preset.unknown; found: [\"default\""), "{error}");
}

#[test]
fn without_a_destination_it_prints_the_tiers() {
    let text = Folder::new("table").succeed(&["orders.csv"]);
    assert!(text.starts_with("2 customers, 3 orders, revenue 215.50, 2023-06-30 to 2024-03-01, as of 2024-03-02\n"), "{text}");
    assert!(text.contains("\nvalue "), "{text}");
    assert!(text.contains("\nrfm-11 "), "{text}");
    assert!(text.contains("1 of 4 rows were left out"), "{text}");
}

#[test]
fn every_output_is_written_whole() {
    let folder = Folder::new("outputs");
    let outputs = ["--issues", "issues.csv", "--summary", "summary.json", "--save-recipe", "recipe.json"];
    for out in ["list.csv", "list.xlsx", "list.JSON"] {
        assert_eq!(folder.succeed(&[&["orders.csv", "--out", out], &outputs[..]].concat()), "");
    }
    let expected = ["issues.csv", "list.JSON", "list.csv", "list.xlsx", "orders.csv", "recipe.json", "summary.json"];
    assert_eq!(folder.names(), expected, "nothing unfinished is left");
    assert!(folder.read("list.csv").contains("\r\n0001,王伟,2024-01-05,2024-03-01,1,2,200.5,100.25,"));
    assert!(folder.read("list.csv").contains("\r\n'=1+1,李芳,"));
    assert!(folder.read("issues.csv").contains("rejected,customer.blank,orders.csv,,5,客户编号,"));
    let summary: serde_json::Value = serde_json::from_str(&folder.read("summary.json")).expect("JSON");
    assert_eq!((summary["customers"].as_u64(), summary["revenue"].as_f64()), (Some(2), Some(215.5)));
}

#[test]
fn a_saved_recipe_gives_the_same_bytes() {
    let folder = Folder::new("recipe");
    let flags = ["--as-of", "2024-02-01", "--map", "customer_id=客户姓名", "--save-recipe", "recipe.json"];
    let first = folder.succeed(&[&["orders.csv", "--out", "-"], &flags[..]].concat());
    let again = folder.succeed(&["orders.csv", "--out", "-", "--recipe", "recipe.json"]);
    assert_eq!(first, again);
    assert!(first.contains("\r\n王伟,"), "the mapping was followed: {first}");
    assert!(!first.contains("2024-03-01"), "the analysis day was followed: {first}");
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing_behind() {
    let folder = Folder::new("unwritable");
    let error = folder.fail(&["orders.csv", "--out", "absent/list.csv"]);
    assert!(error.starts_with("customer-tiers: export.failed: list.csv"), "{error}");
    assert_eq!(folder.names(), ["orders.csv"]);
}

/// As an administrator, `--issues /dev/null` must not put a file in its place.
#[cfg(unix)]
#[test]
fn a_pipe_stays_a_pipe_and_a_link_a_link() {
    use std::io::Read;
    use std::os::unix::fs::FileTypeExt;
    let folder = Folder::new("pipe");
    let [pipe, link] = ["pipe", "link.json"].map(|name| folder.0.join(name));
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo starts");
    assert!(made.success());
    // Open for both, a pipe waits for nobody.
    let mut reader = std::fs::File::options().read(true).write(true).open(&pipe).expect("the pipe");
    folder.write("summary.json", "old");
    std::os::unix::fs::symlink("summary.json", &link).expect("the test's own folder");
    assert_eq!(folder.succeed(&["orders.csv", "--issues", "pipe", "--summary", "link.json"]), "");
    let kind = |path: &Path| std::fs::symlink_metadata(path).expect("still there").file_type();
    assert!(kind(&pipe).is_fifo());
    assert!(kind(&link).is_symlink());
    assert!(folder.read("summary.json").starts_with('{'));
    let mut bytes = [0; 4096];
    let read = reader.read(&mut bytes).expect("what was written");
    assert!(String::from_utf8_lossy(&bytes[..read]).contains("rejected,customer.blank,orders.csv"));
    assert_eq!(folder.names(), ["link.json", "orders.csv", "pipe", "summary.json"]);
}

#[test]
fn the_forecast_comes_as_columns_when_it_is_asked_for() {
    let folder = Folder::new("value");
    folder.write("orders.csv", ORDERS);
    let head = |arguments: &[&str]| {
        assert_eq!(folder.succeed(arguments), "");
        folder.read("list.csv").lines().next().unwrap_or_default().to_owned()
    };
    assert!(!head(&["orders.csv", "--out", "list.csv"]).contains("p_alive"));
    let with = head(&["orders.csv", "--value", "--out", "list.csv", "--save-recipe", "recipe.json"]);
    assert!(with.ends_with(",p_alive,expected_purchases,expected_spend,lifetime_value,risk,value_at_stake,next_order"), "{with}");
    // It is in the recipe, so the page would write the same.
    assert_eq!(head(&["orders.csv", "--recipe", "recipe.json", "--out", "list.csv"]), with);
}

#[test]
fn a_list_of_customers_alone_has_a_summary_and_no_tiers() {
    let folder = Folder::new("list");
    folder.write("list.csv", "客户编号,客户姓名,手机\r\nC1,王伟,13800138000\r\nC2,李芳,13900139000\r\n");
    for arguments in [&["list.csv", "--out", "tiers.csv"] as &[&str], &["list.csv"]] {
        let error = folder.fail(arguments);
        assert!(error.starts_with("customer-tiers: table.no_date: list.csv"), "{error}");
    }
    assert_eq!(folder.succeed(&["list.csv", "--summary", "summary.json"]), "");
    let summary: serde_json::Value = serde_json::from_str(&folder.read("summary.json")).expect("JSON");
    assert_eq!((summary["customers"].as_u64(), summary["customers_without_orders"].as_u64()), (Some(0), Some(2)));
    assert_eq!((summary["not_scored"].as_str(), summary["rows_read"].as_u64()), (Some("table.no_date"), Some(2)));
    folder.succeed(&["list.csv", "--customers", "file.csv"]);
    let header = "\u{FEFF}customer_id,customer_name,phone,orders,revenue,contacts,last_heard,completeness\r\n";
    assert_eq!(folder.read("file.csv"), format!("{header}C1,王伟,13800138000,,,0,,1\r\nC2,李芳,13900139000,,,0,,1\r\n"));
}

#[test]
fn corrections_are_followed_and_reports_written() {
    let folder = Folder::new("corrections_are_followed_and_reports_written");
    folder.write(
        "fix.json",
        r#"{"steps": [{"do": "set", "file": "orders.csv", "sheet": null, "row": 5, "field": "customer_id", "value": "9"}]}"#,
    );
    let made = ["--out", "c.csv", "--report", "report.json", "--duplicates", "twice.csv"];
    folder.succeed(&[&["orders.csv", "--corrections", "fix.json"], &made[..]].concat());
    assert!(folder.read("c.csv").contains("\r\n9,赵静,"), "{}", folder.read("c.csv"));
    let report: serde_json::Value = serde_json::from_str(&folder.read("report.json")).expect("JSON");
    assert_eq!(report["customers"], 3);
    assert_eq!(report["steps"][1]["what"], "corrected");
    assert!(folder.read("twice.csv").starts_with("\u{FEFF}group,likelihood,certain,decision,customer_id,customer_name,lines,heard\r\n"));
    folder.write("bad.json", r#"{"steps": [{"do": "merge", "ids": ["1"]}]}"#);
    assert!(folder.fail(&["orders.csv", "--corrections", "bad.json"]).contains("not between 2 and 50 ids"));
}

#[test]
fn contacts_are_planned_and_what_has_no_day_is_not() {
    let folder = Folder::new("plan");
    let made = ["--plan", "plan.csv", "--calendar", "plan.ics", "--plan-left", "left.csv", "--plan-from", "2024-03-04"];
    folder.succeed(&[&["orders.csv"], &made[..]].concat());
    assert!(folder.read("plan.csv").starts_with("\u{FEFF}day,owner,customer_id,customer_name,"), "{}", folder.read("plan.csv"));
    assert!(folder.read("plan.csv").lines().count() > 2 && !folder.read("plan.csv").contains("2024-03-03"));
    assert!(
        folder.read("plan.ics").starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && folder.read("plan.ics").ends_with("END:VCALENDAR\r\n")
    );
    assert!(folder.read("left.csv").starts_with("\u{FEFF}customer_id,customer_name,reason,"));
    folder.write("ready.csv", "customer_id,recency_days,orders,revenue\r\nC1,3,4,500\r\nC2,90,1,20\r\nC3,30,2,100\r\n");
    let error = folder.fail(&["ready.csv", "--plan", "-"]);
    assert!(error.contains("--plan-from"), "{error}");
    assert!(folder.succeed(&["ready.csv", "--plan", "-", "--plan-from", "2024-03-04"]).contains("\r\n2024-"));
}

/// What the page offers as files, by the same core: messages, changes, offers, lists of owners, bookings.
#[test]
fn messages_offers_owners_and_bookings_are_written() {
    let folder = Folder::new("rooms");
    folder.write(
        "lines.csv",
        "order id,customer id,customer name,e-mail,account manager,order date,product,amount\n\
         1,a,Ann,ann@example.org,Li,2024-01-05,tea,100\n1,a,Ann,ann@example.org,Li,2024-01-05,pot,40\n\
         2,a,Ann,ann@example.org,Li,2024-05-01,tea,120\n3,b,Bo,bo@example.org,,2024-02-01,tea,30\n\
         3,b,Bo,bo@example.org,,2024-02-01,pot,30\n4,c,Cy,cy@example.org,Li,2023-06-30,pen,15\n",
    );
    folder.write(
        "texts.json",
        r#"{"language": "en", "templates": [{"language": "en", "subject": "Hello {{name}}", "text": "Dear {{name}}, 您好"}]}"#,
    );
    folder.write("staff.json", r#"{"staff": 1, "people": [{"name": "Li", "hours_per_week": 40}, {"name": "Mo", "hours_per_week": 40}]}"#);
    folder.write("recipe.json", r#"{"recipe": 1, "loyalty": {}}"#);
    let plan = [
        "--recipe",
        "recipe.json",
        "--messages",
        "merge.csv",
        "--texts",
        "texts.json",
        "--changes",
        "changes.csv",
        "--since",
        "2024-01-31",
    ];
    let offers = ["--recommendations", "products.csv", "--promotions", "promotions.csv", "--loyalty-ledger", "ledger.csv"];
    let owners = ["--staff", "staff.json", "--owners", "work=work.csv", "--owners", "hand-over=moves.csv", "--owners", "pool=pool.csv"];
    folder.succeed(&[&["lines.csv"], &plan[..], &offers[..], &owners[..]].concat());
    for (file, head, within) in [
        ("merge.csv", "channel,play,address,phone,subject,message,", "Hello Ann,\"Dear Ann, 您好\","),
        ("changes.csv", "event,since,as_of,customer_id,", ",2024-01-31,2024-05-02,"),
        ("products.csv", "customer_id,", "\r\na,"),
        ("promotions.csv", "customer_id,", "\r\nb,"),
        ("ledger.csv", "customer_id,day,booking,points,value\r\n", "\r\na,2024-01-05,"),
        ("work.csv", "customer_id,customer_name,tier,revenue,last_heard,owner,phone,email\r\n", ",Li,"),
        ("moves.csv", "customer_id,customer_name,tier,revenue,last_heard,from,to,reason\r\n", ""),
        ("pool.csv", "customer_id,customer_name,tier,revenue,last_heard,from,reason\r\n", ""),
    ] {
        let text = folder.read(file);
        assert!(text.starts_with(&format!("\u{FEFF}{head}")) && text.contains(within), "{file}: {text}");
    }
    folder.succeed(&["lines.csv", "--messages", "drafts.zip", "--texts", "texts.json"]);
    assert!(std::fs::read(folder.0.join("drafts.zip")).expect("an archive").starts_with(b"PK"));
    for (arguments, problem) in [
        (&["lines.csv", "--messages", "m.csv"] as &[&str], "--texts T.json"),
        (&["lines.csv", "--messages", "m.txt"], "must end in .csv, .xlsx or .zip"),
        (&["lines.csv", "--changes", "c.csv"], "--since"),
        (&["lines.csv", "--loyalty-ledger", "l.csv"], "no loyalty plan"),
        (&["lines.csv", "--owners", "mine=o.csv"], "hand-over=F.csv"),
        (&["lines.csv", "--owners", "work=o.csv", "--staff", "texts.json"], "texts.json"),
        (&["lines.csv", "--owners", "work=staff.json", "--staff", "staff.json"], "already taken"),
    ] {
        assert!(folder.fail(arguments).contains(problem), "{arguments:?}: {}", folder.fail(arguments));
    }
}

#[test]
fn files_for_others_and_what_is_in_them() {
    let folder = Folder::new("cli_files_for_others");
    folder.write("secret.txt", "correct horse battery\n");
    folder.succeed(&[
        "orders.csv",
        "--crm",
        "hubspot=crm.csv",
        "--anonymous",
        "anonymous.csv",
        "--alike",
        "2",
        "--pseudonymised",
        "renamed.csv",
        "--pseudonym-key",
        "key.csv",
        "--secret-file",
        "secret.txt",
        "--sharing-report",
        "report.json",
        "--summary",
        "summary.json",
    ]);
    assert!(folder.read("crm.csv").starts_with("\u{FEFF}First Name,Last Name,Email,Phone Number,"));
    assert!(folder.read("anonymous.csv").ends_with("orders,revenue\r\n1,15\r\n2,200\r\n"), "{}", folder.read("anonymous.csv"));
    assert!(!folder.read("renamed.csv").contains("0001") && folder.read("key.csv").contains(",0001\r\n"));
    assert!(folder.read("report.json").contains("\"smallest\": 2"));
    let wrong = folder.fail(&["orders.csv", "--audience", "yahoo=a.csv"]);
    assert!(wrong.contains("google=F.csv"), "{wrong}");
    let few = folder.fail(&["orders.csv", "--anonymous", "a.csv"]);
    assert!(few.contains("10 of 2 customers cannot be alike"), "{few}");
}
