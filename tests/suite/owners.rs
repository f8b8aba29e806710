//! Owners: hours and skills are never broken, and nothing changes without need.

use customer_tiers::customize::{Assignment, MoveReason, Person, PoolReason, STAFF_VERSION, Staff, assignment};
use customer_tiers::export::{OwnerList, owners_csv};
use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Ownership, Recipe, SkillRule};
use proptest::prelude::*;

fn import(csv: &str, recipe: &Checked) -> Outcome {
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.as_bytes().to_vec()))];
    run(&mut sources, recipe, &mut |_| {}).expect("orders")
}

fn person(name: &str, hours_per_week: u32, skills: &[&str], regions: &[&str]) -> Person {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Person { name: name.to_owned(), hours_per_week, skills: texts(skills), regions: texts(regions), industries: Vec::new() }
}

fn staff(people: Vec<Person>) -> Staff {
    Staff { staff: STAFF_VERSION, people }
}

/// Every tier has account managers.
fn recipe(ownership: Ownership) -> Checked {
    let mut recipe = Recipe { ownership, ..Recipe::default() };
    recipe.customize.values_mut().for_each(|service| service.owner = "account_manager".into());
    recipe.interact.values_mut().for_each(|strategy| (strategy.contacts_per_year, strategy.minutes_per_contact) = (12, 20));
    Checked::new(recipe).expect("valid")
}

fn assigned(outcome: &Outcome, recipe: &Checked, staff: &Staff) -> Assignment {
    assignment(&outcome.book, &outcome.standing, recipe, staff).expect("a valid list")
}

const FIVE: &str = "customer_id,order_date,amount,owner,region\n\
    a,2025-03-01,900,Li,North\nb,2025-03-01,800,Li,South\nc,2025-03-01,700,Wang,North\nd,2025-03-01,600,,South\ne,2023-03-01,500,Wang,South\n";

#[test]
fn who_has_an_owner_keeps_it_and_the_rest_goes_where_it_suits() {
    let recipe = recipe(Ownership::default());
    let outcome = import(FIVE, &recipe);
    let found = assigned(&outcome, &recipe, &staff(vec![person("Li", 20, &[], &["North"]), person("Wang", 20, &[], &["South"])]));
    assert_eq!((found.kept, found.moved, found.pooled), (3, 1, 1), "b stays with Li though Wang prefers the South");
    let moved = &found.moves[0];
    assert_eq!((moved.who.customer_id.as_str(), moved.from.as_str(), moved.to.as_str(), moved.why), ("d", "", "Wang", MoveReason::NoOwner));
    let pooled = &found.pool[0];
    assert_eq!(
        (pooled.who.customer_id.as_str(), pooled.from.as_str(), pooled.why),
        ("e", "Wang", PoolReason::Idle),
        "two years without an order"
    );
}

#[test]
fn who_left_hands_over_and_who_has_no_time_gives_the_least_valuable_away() {
    let recipe = recipe(Ownership { recycle_days: None, ..Ownership::default() });
    let outcome = import(FIVE, &recipe);
    // 12 contacts of 20 minutes are 4 hours a year; 0 hours a week take nobody.
    let found = assigned(&outcome, &recipe, &staff(vec![person("Li", 0, &[], &[]), person("Chen", 1, &[], &[])]));
    let reasons: Vec<_> = found.moves.iter().map(|moved| (moved.who.customer_id.as_str(), moved.why)).collect();
    let expected =
        [("a", MoveReason::Time), ("b", MoveReason::Time), ("c", MoveReason::Left), ("d", MoveReason::NoOwner), ("e", MoveReason::Left)];
    assert_eq!(reasons, expected);
    assert_eq!(found.people[1].customers, 5);
}

#[test]
fn skills_are_needed_not_wished_for() {
    let rule = SkillRule { scheme: "value".into(), segment: "high".into(), skill: "german".into() };
    let recipe = recipe(Ownership { recycle_days: None, skills: vec![rule] });
    let outcome = import(FIVE, &recipe);
    let high: Vec<String> = outcome
        .book
        .customers
        .iter()
        .filter(|&customer| outcome.standing.scheme("value").expect("built in").code_of(customer) == "high")
        .map(|customer| outcome.book.customers.id(customer).to_owned())
        .collect();
    assert!(!high.is_empty());
    let nobody = assigned(&outcome, &recipe, &staff(vec![person("Li", 20, &[], &[]), person("Wang", 20, &[], &[])]));
    let pool: Vec<&str> = nobody.pool.iter().map(|pooled| pooled.who.customer_id.as_str()).collect();
    assert_eq!(pool, high, "nobody speaks German");
    assert!(nobody.pool.iter().all(|pooled| pooled.why == PoolReason::Skill));
    let one = assigned(&outcome, &recipe, &staff(vec![person("Li", 20, &[], &[]), person("Wang", 20, &["german"], &[])]));
    assert_eq!(one.pooled, 0);
}

#[test]
fn two_owners_of_one_customer_are_listed() {
    let csv = "customer_id,order_date,amount,owner\na,2025-03-01,10,Li\na,2025-03-02,10,Wang\nb,2025-03-01,10,Li/Chen\nc,2025-03-01,10,Li\nc,2025-03-02,10,Li\n";
    let recipe = recipe(Ownership::default());
    let outcome = import(csv, &recipe);
    let found = assigned(&outcome, &recipe, &Staff::named_in(&outcome.book));
    let conflicts: Vec<_> = found.conflicts.iter().map(|conflict| (conflict.who.customer_id.as_str(), conflict.owners.join(" "))).collect();
    assert_eq!(conflicts, [("a", "Wang Li".to_owned()), ("b", "Li Chen".to_owned())], "the owner of the last order is in force");
    assert_eq!(found.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Chen", "Li", "Wang"]);
}

#[test]
fn lists_are_files_with_every_customer_once() {
    let recipe = recipe(Ownership::default());
    let outcome = import(FIVE, &recipe);
    let found = assigned(&outcome, &recipe, &Staff::named_in(&outcome.book));
    let text = |list| {
        let mut bytes = Vec::new();
        owners_csv(&outcome.book, &outcome.standing, &found, list, &mut bytes).expect("written");
        String::from_utf8(bytes).expect("text")
    };
    assert_eq!(text(OwnerList::Work).lines().count() + text(OwnerList::Pool).lines().count(), 5 + 2);
    assert!(text(OwnerList::HandOver).contains("d,,"), "{}", text(OwnerList::HandOver));
    assert!(text(OwnerList::Pool).contains("Wang,idle"), "{}", text(OwnerList::Pool));
}

#[test]
fn a_list_of_staff_is_checked() {
    let recipe = recipe(Ownership::default());
    let outcome = import(FIVE, &recipe);
    for (people, problem) in [
        (vec![person("", 20, &[], &[])], "a name is empty or too long"),
        (vec![person("Li", 20, &[], &[]), person(" Li", 20, &[], &[])], "a name stands twice"),
        (vec![person("Li", 169, &[], &[])], "more hours than a week has"),
    ] {
        let error = assignment(&outcome.book, &outcome.standing, &recipe, &staff(people)).expect_err("refused");
        assert!(error.to_string().contains(problem), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn hours_and_skills_hold_and_a_second_round_changes_nothing(
        customers in prop::collection::vec((0..5_usize, 1..2000_i64, 0..3_usize), 1..60),
        people in prop::collection::vec((0..4_u32, any::<bool>(), 0..3_usize), 1..4),
    ) {
        const NAMES: [&str; 5] = ["", "P0", "P1", "P2", "gone"];
        const REGIONS: [&str; 3] = ["North", "South", ""];
        let rule = SkillRule { scheme: "value".into(), segment: "high".into(), skill: "s".into() };
        let recipe = recipe(Ownership { recycle_days: None, skills: vec![rule] });
        let csv = |owners: &[String]| {
            let mut csv = String::from("customer_id,order_date,amount,owner,region\n");
            for (number, ((_, amount, region), owner)) in customers.iter().zip(owners).enumerate() {
                csv += &format!("c{number:02},2025-03-01,{amount},{owner},{}\n", REGIONS[*region]);
            }
            csv
        };
        let before: Vec<String> = customers.iter().map(|(owner, ..)| NAMES[*owner].to_owned()).collect();
        let outcome = import(&csv(&before), &recipe);
        let people = people.iter().enumerate().map(|(number, (hours, is_skilled, region))| {
            let skills: &[&str] = if *is_skilled { &["s"] } else { &[] };
            person(NAMES[number + 1], *hours, skills, &REGIONS[*region..=*region])
        });
        let staff = staff(people.collect());
        let found = assigned(&outcome, &recipe, &staff);
        prop_assert!(found.people.iter().all(|person| person.minutes <= person.capacity));
        let high = |customer| outcome.standing.scheme("value").expect("built in").code_of(customer) == "high";
        for &(customer, owner) in &found.owners {
            prop_assert!(!high(customer) || !staff.people[owner as usize].skills.is_empty(), "a skill is missing");
        }
        prop_assert_eq!(found.owners.len() + found.pool.len(), customers.len());
        // Whoever got an owner has it in the next file: nobody moves.
        let mut after = vec![String::new(); customers.len()];
        for &(customer, owner) in &found.owners {
            after[customer.index()].clone_from(&staff.people[owner as usize].name);
        }
        let again = assigned(&import(&csv(&after), &recipe), &recipe, &staff);
        let kept = |found: &Assignment| found.owners.clone();
        prop_assert!(kept(&found).iter().all(|owned| kept(&again).contains(owned)), "somebody moved without need");
    }
}
