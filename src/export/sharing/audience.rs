//! Hashed addresses by which a platform finds its own users again.
//!
//! Each platform asks for another form and compares hashes of it, so one blank too many finds nobody. A hash of a phone
//! number is no secret: all numbers can be tried. Invariants: who refused contact is in no list; lists are sorted, so
//! that their order says nothing; every line is a hash.

use super::pseudonym::hex;
use super::{LeftOut, SharingReport, count, refused};
use crate::Result;
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::export::failed;
use crate::identify::Book;
use crate::identify::values::contact::is_email;
use crate::interact::reach::reach;
use crate::recipe::Field;
use md5::Md5;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Write;

/// Whose form a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Google Customer Match: columns `Email` and `Phone`, SHA-256; of Gmail addresses dots and what follows a plus are dropped; numbers in
    /// E.164. Source: support.google.com/google-ads/answer/7659867.
    Google,
    /// Meta Custom Audiences: columns `email` and `phone`, SHA-256; numbers as digits with the country code, without a plus.
    /// Source: developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences.
    Meta,
    /// Tencent Ads customer files, `HASH_MOBILE_PHONE`: one MD5 of the eleven digits a line, nothing else.
    /// Source: developers.e.qq.com/docs/audience_management/file.
    Tencent,
}

/// Writes one line per customer whom the platform could know.
///
/// # Errors
/// `argument.invalid` for a country code that is none; `export.failed` when the writer fails.
pub(super) fn list(
    book: &Book,
    standing: &Standing,
    (platform, tiers, country): (Platform, &[String], &str),
    out: &mut impl Write,
) -> Result<SharingReport> {
    if country.len() > 3 || country.starts_with('0') || !country.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused(format!("{country} is no country calling code, as 86")));
    }
    let reach = reach(book);
    let (mut lines, mut wanted, mut refusing, mut unknown) = (BTreeSet::new(), 0, 0, 0);
    for customer in standing.customers().filter(|&customer| is_in(standing, customer, tiers)) {
        wanted += 1;
        if reach.refused.get(customer.index()).copied().unwrap_or(false) {
            refusing += 1;
            continue;
        }
        match line(book, customer, platform, country) {
            Some(line) => _ = lines.insert(line),
            None => unknown += 1,
        }
    }
    let header = match platform {
        Platform::Google => "Email,Phone\n",
        Platform::Meta => "email,phone\n",
        Platform::Tencent => "",
    };
    out.write_all(header.as_bytes()).map_err(failed)?;
    for line in &lines {
        out.write_all(line.as_bytes()).and_then(|()| out.write_all(b"\n")).map_err(failed)?;
    }
    let rows = count(lines.len());
    let same = wanted - refusing - unknown - rows;
    let left_out = [(LeftOut::Refused, refusing), (LeftOut::NoAddress, unknown), (LeftOut::SameAddress, same)];
    Ok(SharingReport { rows, left_out: left_out.into_iter().filter(|(_, count)| *count > 0).collect(), ..SharingReport::default() })
}

fn is_in(standing: &Standing, customer: CustomerId, tiers: &[String]) -> bool {
    let code = standing.schemes.get(standing.tier).map_or("", |scheme| scheme.code_of(customer));
    tiers.is_empty() || tiers.iter().any(|tier| tier == code)
}

/// The hashes of a customer; none when the platform could not know anybody by them.
fn line(book: &Book, customer: CustomerId, platform: Platform, country: &str) -> Option<String> {
    let phone = e164(book.customers.attribute(Field::Phone, customer), country);
    if platform == Platform::Tencent {
        let mobile = phone.as_deref()?.strip_prefix("+86").filter(|digits| digits.len() == 11 && digits.starts_with('1'))?;
        return Some(hex(&Md5::digest(mobile.as_bytes())));
    }
    let email = normalised(book.customers.attribute(Field::Email, customer), platform);
    let phone = phone.map(|phone| if platform == Platform::Meta { phone.trim_start_matches('+').to_owned() } else { phone });
    (email.is_some() || phone.is_some()).then(|| format!("{},{}", hashed(email.as_deref()), hashed(phone.as_deref())))
}

fn hashed(text: Option<&str>) -> String {
    text.map_or_else(String::new, |text| hex(&Sha256::digest(text.as_bytes())))
}

/// An e-mail address in the form that is hashed; none when it is no address.
fn normalised(text: &str, platform: Platform) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let (local, host) = text.rsplit_once('@').filter(|_| is_email(&text))?;
    if platform == Platform::Google && matches!(host, "gmail.com" | "googlemail.com") {
        let local = local.split('+').next().unwrap_or(local).replace('.', "");
        return Some(format!("{local}@{host}"));
    }
    Some(text)
}

/// A phone number as E.164: a plus, the country code and the number, 8 to 15 digits. None for numbers that are masked, too
/// short, or of no known country: a guess would hash somebody else's number.
///
/// # Example: Chinese mobile numbers need no country
/// ```
/// use customer_tiers::export::sharing::audience::e164;
/// assert_eq!(e164("138-0013-8000", "").as_deref(), Some("+8613800138000"));
/// assert_eq!(e164("(650) 555-0100", ""), None);
/// assert_eq!(e164("(650) 555-0100", "1").as_deref(), Some("+16505550100"));
/// ```
#[must_use]
pub fn e164(text: &str, country: &str) -> Option<String> {
    let text = text.trim();
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '/'));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_mobile = |digits: &str| digits.len() == 11 && digits.starts_with('1') && !matches!(digits.as_bytes()[1], b'0'..=b'2');
    let international = if text.starts_with('+') {
        // +44 (0)20 …: the zero is dialled inside the country only.
        digits_without_trunk(text)
    } else if let Some(rest) = digits.strip_prefix("00") {
        rest.to_owned()
    } else if is_mobile(&digits) && matches!(country, "" | "86") {
        format!("86{digits}")
    } else if digits.strip_prefix("86").is_some_and(is_mobile) {
        digits
    } else if country.is_empty() {
        return None;
    } else {
        format!("{country}{}", digits.strip_prefix('0').unwrap_or(&digits))
    };
    ((8..=15).contains(&international.len()) && is_plain).then(|| format!("+{international}"))
}

fn digits_without_trunk(text: &str) -> String {
    text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_in_one_form() {
        for (text, country, expected) in [
            ("13800138000", "", Some("+8613800138000")),
            ("+86 138 0013 8000", "", Some("+8613800138000")),
            ("008613800138000", "", Some("+8613800138000")),
            ("8613800138000", "", Some("+8613800138000")),
            ("+44 (0)20 7183 8750", "", Some("+442071838750")),
            ("020 7183 8750", "44", Some("+442071838750")),
            ("010-65529988", "", None),
            ("010-65529988", "86", Some("+861065529988")),
            ("138****8000", "", None),
            ("12345", "49", None),
            ("", "86", None),
        ] {
            assert_eq!(e164(text, country).as_deref(), expected, "{text} {country}");
        }
    }

    #[test]
    fn addresses_as_each_platform_hashes_them() {
        for (text, platform, expected) in [
            (" Ann.Lee+shop@Gmail.com ", Platform::Google, Some("annlee@gmail.com")),
            (" Ann.Lee+shop@Gmail.com ", Platform::Meta, Some("ann.lee+shop@gmail.com")),
            ("A.B@example.com", Platform::Google, Some("a.b@example.com")),
            ("nobody", Platform::Meta, None),
        ] {
            assert_eq!(normalised(text, platform).as_deref(), expected, "{text} {platform:?}");
        }
    }

    #[test]
    fn hashes_are_the_published_ones() {
        // Source: FIPS 180-4 and RFC 1321, the test vectors for "abc".
        assert_eq!(hashed(Some("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hex(&Md5::digest(b"abc")), "900150983cd24fb0d6963f7d28e17f72");
    }
}
