//! Attributes as columns of texts, also those that follow from others: age bands, regions, tiers of cities.
//!
//! A million customers share few different texts, and each is looked at once. Invariant: values are numbered in the
//! order of the customers' ids, in which they are first met, and blanks at the ends tell no two texts apart.

use super::cities::city_tier;
use crate::base::{CustomerId, Day, TextId};
use crate::differentiate::Standing;
use crate::identify::values::region::area;
use crate::identify::{Book, book::Customers};
use crate::recipe::{Attribute, Field};
use hashbrown::HashMap;
use rustc_hash::FxHasher;
use std::hash::BuildHasherDefault;

/// Places by what stands there. Nothing ever goes through it in its order.
type Known<K> = HashMap<K, u32, BuildHasherDefault<FxHasher>>;

/// One attribute of every customer, indexed by [`CustomerId`].
#[derive(Debug, Default)]
pub struct TextColumn {
    /// The different texts.
    pub values: Vec<String>,
    /// Place in `values` of every customer; [`TextColumn::UNKNOWN`] where nothing is known.
    of: Vec<u32>,
}

impl TextColumn {
    const UNKNOWN: u32 = u32::MAX;

    /// The column of an attribute. Ages are those on the analysis day.
    #[must_use]
    pub fn new(book: &Book, standing: &Standing, attribute: &Attribute) -> Self {
        let customers = &book.customers;
        let field = |field: Field| customers.attributes.get(&field).map_or(&[][..], Vec::as_slice);
        match attribute {
            Attribute::Own(header) => {
                let own = customers.own.iter().find(|own| own.header == *header);
                Self::of_texts(customers, &[own.map_or(&[][..], |own| own.values.as_slice())], plain)
            }
            Attribute::Age => Self::of_texts(customers, &[field(Field::Birthday)], |[birthday]| age_band(birthday, standing.as_of)),
            Attribute::CityTier => {
                Self::of_texts(customers, &[field(Field::City), field(Field::Region)], |[city, region]| tier(city, region))
            }
            Attribute::Origin => {
                let parts = [field(Field::Country), field(Field::Region), field(Field::City)];
                Self::of_texts(customers, &parts, |[country, region, city]| origin(country, &[region, city]))
            }
            Attribute::Field(Field::Area) => {
                let parts = [field(Field::Area), field(Field::Region), field(Field::City)];
                Self::of_texts(customers, &parts, |[given, region, city]| {
                    let follows = || area(region).or_else(|| area(city)).map(str::to_owned);
                    plain([given]).or_else(follows)
                })
            }
            Attribute::Field(name) => Self::of_texts(customers, &[field(*name)], plain),
        }
    }

    /// A text for each combination of texts, made once.
    fn of_texts<const N: usize>(customers: &Customers, columns: &[&[TextId]; N], make: impl Fn([&str; N]) -> Option<String>) -> Self {
        let mut this = Self::default();
        let mut by_ids: Known<[TextId; N]> = Known::default();
        let mut by_text: Known<String> = Known::default();
        for customer in customers.iter() {
            let ids = columns.map(|column| column.get(customer.index()).copied().unwrap_or(TextId::NONE));
            let place = *by_ids.entry(ids).or_insert_with(|| match make(ids.map(|id| customers.texts.get(id))) {
                None => Self::UNKNOWN,
                Some(text) => *by_text.entry(text).or_insert_with_key(|text| this.take(text)),
            });
            this.of.push(place);
        }
        this
    }

    fn take(&mut self, text: &str) -> u32 {
        self.values.push(text.to_owned());
        u32::try_from(self.values.len() - 1).unwrap_or(Self::UNKNOWN)
    }

    /// Place in `values` of a customer's text; none when nothing is known.
    #[must_use]
    pub fn of(&self, customer: CustomerId) -> Option<usize> {
        self.of.get(customer.index()).and_then(|&place| known(place))
    }

    /// The same for every customer, in the order of their ids.
    pub(super) fn places(&self) -> impl Iterator<Item = Option<usize>> + '_ {
        self.of.iter().map(|&place| known(place))
    }
}

fn known(place: u32) -> Option<usize> {
    (place != TextColumn::UNKNOWN).then_some(place as usize)
}

fn plain([text]: [&str; 1]) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The band of the age on this day; none when the text is no day of birth in the past, or of somebody older than 120.
fn age_band(birthday: &str, as_of: Day) -> Option<String> {
    const BANDS: [(i32, &str); 7] = [(17, "0-17"), (24, "18-24"), (34, "25-34"), (44, "35-44"), (54, "45-54"), (64, "55-64"), (120, "65+")];
    let (year, month, day) = birthday.trim().parse::<Day>().ok()?.ymd();
    let (this_year, this_month, today) = as_of.ymd();
    let age = this_year - year - i32::from((this_month, today) < (month, day));
    let band = BANDS.iter().find(|(last, _)| age <= *last).filter(|_| age >= 0)?;
    Some(band.1.to_owned())
}

/// By the city; where the column of provinces holds a city (上海, 北京), by that.
fn tier(city: &str, region: &str) -> Option<String> {
    let found = city_tier(city).or_else(|| city_tier(region));
    let is_of_china = || area(city).or_else(|| area(region)).is_some();
    let has_city = !city.trim().is_empty();
    found.or_else(|| (has_city && is_of_china()).then_some("other")).map(str::to_owned)
}

fn origin(country: &str, places: &[&str]) -> Option<String> {
    const CHINA: [&str; 10] = ["中国", "中华人民共和国", "china", "cn", "chn", "prc", "p.r.china", "p.r. china", "中國", "mainland china"];
    let country = country.trim().to_lowercase();
    let domestic = if country.is_empty() {
        places.iter().any(|place| area(place).is_some()).then_some(true)
    } else {
        Some(CHINA.contains(&country.as_str()) || area(&country).is_some())
    };
    domestic.map(|domestic| if domestic { "domestic" } else { "abroad" }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_those_on_the_day() {
        let on = Day::from_ymd(2024, 3, 1).unwrap_or(Day::MIN);
        for (birthday, band) in [
            ("2006-03-01", Some("18-24")),
            ("2006-03-02", Some("0-17")),
            ("1959-02-28", Some("65+")),
            ("1989-12-31", Some("25-34")),
            ("2024-03-02", None),
            ("1890-01-01", None),
            ("03-05", None),
            ("", None),
        ] {
            assert_eq!(age_band(birthday, on).as_deref(), band, "{birthday}");
        }
    }

    #[test]
    fn origins_and_tiers_of_cities() {
        for (country, region, city, expected, tier_expected) in [
            ("中国", "", "", Some("domestic"), None),
            ("", "广东省", "深圳市", Some("domestic"), Some("first")),
            ("China", "Zhejiang", "Hangzhou", Some("domestic"), Some("new_first")),
            ("", "上海", "", Some("domestic"), Some("first")),
            ("", "湖北", "襄阳", Some("domestic"), Some("other")),
            ("France", "", "Paris", Some("abroad"), None),
            ("", "", "", None, None),
            ("台湾", "", "", Some("domestic"), None),
        ] {
            assert_eq!(origin(country, &[region, city]).as_deref(), expected, "{country} {region}");
            assert_eq!(tier(city, region).as_deref(), tier_expected, "{region} {city}");
        }
    }
}
