//! What is compared: the columns of a customer file, each in the form that suits its kind.
//!
//! Agreement in a rare value says much, agreement in a common one little, so every column knows how often
//! each of its values occurs. Invariant: forms are numbered in the order of the customers, which is that of
//! their ids, so nothing depends on the order of the rows in the files.

use super::compare::Shape;
use super::texts;
use crate::base::{CustomerId, Interner, TextId};
use crate::identify::Customers;
use crate::identify::values::keys::phone_key;
use crate::recipe::Field;

/// What a column says about a person or a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The whole name.
    Name,
    /// The company that a person belongs to.
    Company,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Day of birth.
    Birthday,
    /// A number that the state gives to one person or company only: social security, identity card, tax.
    Identity,
    /// Street address.
    Address,
    /// One of few words: region, gender, industry …
    Category,
    /// Words of an own column.
    Words,
    /// A number of an own column.
    Number,
}

impl Kind {
    /// How often true duplicates agree, nearly agree and differ: `m` of Fellegi and Sunter.
    ///
    /// Fixed, because a customer file rarely has enough duplicates to estimate them, and because an explanation should not
    /// change with the file. In the order of size they are what keyed personal data show: 5 to 15 % of the values of a
    /// person who is there twice differ by more than a slip, contacts more often than what never changes.
    pub(super) const fn agreement_of_duplicates(self) -> [f64; 3] {
        match self {
            Self::Name => [0.80, 0.14, 0.06],
            Self::Company => [0.75, 0.10, 0.15],
            Self::Phone | Self::Email => [0.70, 0.10, 0.20],
            Self::Birthday | Self::Identity => [0.85, 0.11, 0.04],
            Self::Address | Self::Words => [0.72, 0.18, 0.10],
            Self::Category => [0.85, 0.05, 0.10],
            Self::Number => [0.80, 0.10, 0.10],
        }
    }

    /// How often two different customers nearly agree, before the file is looked at.
    pub(super) const fn usually_similar(self) -> f64 {
        match self {
            Self::Phone | Self::Email | Self::Identity => 0.000_5,
            Self::Birthday => 0.003,
            Self::Name | Self::Company | Self::Address | Self::Words => 0.01,
            Self::Category | Self::Number => 0.03,
        }
    }

    /// How many customers, all different in this, are thought to stand beside those of the file, so that two of ten
    /// customers with one phone number do not make it a number that every fifth has.
    pub(super) fn population(self, form: &str) -> f64 {
        match self {
            Self::Phone | Self::Email | Self::Identity => 1e6,
            Self::Birthday => 2e4,
            Self::Address => 2e3,
            Self::Name | Self::Company => names_of_this_length(form),
            Self::Category | Self::Words | Self::Number => 0.0,
        }
    }

    /// Whether agreement speaks for the same customer, and not only for the same kind of customer.
    pub(super) const fn is_identifying(self) -> bool {
        !matches!(self, Self::Category | Self::Number | Self::Company)
    }

    /// Whether people who live or work together differ in it.
    pub(super) const fn is_personal(self) -> bool {
        matches!(self, Self::Birthday | Self::Identity)
    }

    /// Whether its values are taken for those of another such column by mistake: names and lines of an address.
    pub(super) const fn is_exchanged(self) -> bool {
        matches!(self, Self::Words | Self::Address)
    }
}

/// The longer a name, the fewer people have it by chance: a Chinese character says as much as four letters.
fn names_of_this_length(name: &str) -> f64 {
    let letters: usize = name.chars().filter(|c| *c != ' ').map(|c| if c >= '\u{2e80}' { 4 } else { 1 }).sum();
    match letters {
        0..=8 => 2e3,
        9..=11 => 5e4,
        12..=15 => 1e5,
        _ => 1e6,
    }
}

/// One column as it is compared.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) field: Option<Field>,
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Form of each customer's value; [`TextId::NONE`] where nothing is known.
    pub(super) values: Vec<TextId>,
    pub(super) forms: Interner,
    /// What each form looks like.
    shapes: Vec<Shape>,
    /// How many customers have each form.
    pub(super) counts: Vec<u32>,
    /// Customers of whom it is known.
    pub(super) known: u32,
    /// How likely two customers agree in it by chance.
    pub(super) by_chance: f64,
}

impl Column {
    pub(super) fn form(&self, customer: u32) -> &str {
        self.forms.get(self.value(customer))
    }

    pub(super) fn value(&self, customer: u32) -> TextId {
        self.values.get(customer as usize).copied().unwrap_or(TextId::NONE)
    }

    /// A form with its shape.
    pub(super) fn shaped(&self, form: TextId) -> (&str, Shape) {
        let text = self.forms.get(form);
        (text, self.shapes.get(form.index()).copied().unwrap_or_else(|| Shape::of(text)))
    }

    pub(super) fn count(&self, form: TextId) -> u32 {
        self.counts.get(form.index()).copied().unwrap_or(0)
    }

    /// Whether its values tell customers apart well enough to look for pairs by it.
    pub(super) fn tells_apart(&self) -> bool {
        self.known >= 2 && self.by_chance < 0.02
    }

    fn new(field: Option<Field>, name: String, kind: Kind, texts: &mut dyn Iterator<Item = &str>) -> Self {
        let mut column = Self {
            field,
            name,
            kind,
            values: Vec::new(),
            forms: Interner::default(),
            shapes: Vec::new(),
            counts: Vec::new(),
            known: 0,
            by_chance: 0.0,
        };
        for text in texts {
            let form = if text.is_empty() { String::new() } else { form_of(kind, text) };
            if form.is_empty() {
                column.values.push(TextId::NONE);
                continue;
            }
            let id = column.forms.intern(&form);
            if column.counts.len() < column.forms.len() {
                column.counts.push(0);
                column.shapes.push(Shape::of(&form));
            }
            column.counts[id.index()] += 1;
            column.values.push(id);
            column.known += 1;
        }
        let known = f64::from(column.known);
        let pairs: f64 = column.counts.iter().map(|&count| f64::from(count) * (f64::from(count) - 1.0)).sum();
        column.by_chance = if column.known < 2 { 0.0 } else { pairs / (known * (known - 1.0)) };
        // A word that many share is a category, whatever its header.
        if column.kind == Kind::Words && column.known >= 50 && column.by_chance >= 0.02 {
            column.kind = Kind::Category;
        }
        column
    }
}

/// All columns that anything is known in, fields first.
pub(super) fn columns(customers: &Customers) -> Vec<Column> {
    let text = |id: TextId| customers.texts.get(id);
    let fields = Field::ATTRIBUTES.into_iter().filter(|field| customers.attributes.contains_key(field)).map(|field| {
        let mut texts = customers.iter().map(|customer: CustomerId| customers.attribute(field, customer));
        Column::new(Some(field), field.name().to_owned(), kind_of(field), &mut texts)
    });
    let own = customers.own.iter().map(|column| {
        let texts = || column.values.iter().map(|&id| text(id));
        Column::new(None, column.header.clone(), kind_of_own(&column.header, &mut texts()), &mut texts())
    });
    fields.chain(own).collect()
}

const fn kind_of(field: Field) -> Kind {
    match field {
        Field::CustomerName => Kind::Name,
        Field::Phone => Kind::Phone,
        Field::Email => Kind::Email,
        Field::Company => Kind::Company,
        Field::Birthday => Kind::Birthday,
        Field::Address => Kind::Address,
        Field::City => Kind::Words,
        _ => Kind::Category,
    }
}

/// Words in the headers of own columns that say what they hold.
const HEADERS: [(Kind, &[&str]); 4] = [
    (
        Kind::Identity,
        &[
            "soc_sec",
            "social security",
            "ssn",
            "passport",
            "national id",
            "national_id",
            "tax id",
            "tax_id",
            "vat",
            "身份证",
            "证件号",
            "税号",
            "信用代码",
        ],
    ),
    (Kind::Birthday, &["birth", "dob", "生日", "出生"]),
    (Kind::Phone, &["phone", "mobile", "手机", "电话"]),
    (Kind::Email, &["e-mail", "email", "邮箱", "邮件"]),
];

fn kind_of_own(header: &str, texts: &mut dyn Iterator<Item = &str>) -> Kind {
    let header = header.to_lowercase();
    let has = |word: &&str| match *word {
        // Too short to be looked for inside of words: "private" has a vat.
        "vat" | "ssn" | "dob" => header.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part == *word),
        _ => header.contains(*word),
    };
    if let Some((kind, _)) = HEADERS.iter().find(|(_, words)| words.iter().any(&has)) {
        return *kind;
    }
    let (numbers, known) = texts.filter(|text| !text.is_empty()).fold((0_u32, 0_u32), |(numbers, known), text| {
        let is_number = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b',' | b' '));
        (numbers + u32::from(is_number), known + 1)
    });
    if numbers * 2 > known { Kind::Number } else { Kind::Words }
}

fn form_of(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Name => texts::fingerprint(texts::without_company_form(&texts::plain(text))),
        Kind::Company => texts::without_company_form(&texts::plain(text)).to_owned(),
        Kind::Phone => phone_key(text).unwrap_or_default(),
        Kind::Email => texts::email(text),
        Kind::Birthday => texts::birthday(text),
        Kind::Identity => texts::plain(text).replace(' ', ""),
        Kind::Address | Kind::Category | Kind::Words | Kind::Number => texts::plain(text),
    }
}
