//! Headers in a form in which they can be compared.
//!
//! "Order Date", "order_date", "OrderDate", "ＯＲＤＥＲ ＤＡＴＥ" are one header, and so are
//! 客戶編號 and 客户编号, 金额（元） and 金额. Invariant: a header keeps its words, because a match
//! inside a header has to begin and end with a word.

use crate::identify::values::AmountUnit;
use crate::identify::values::text::{fold_width, is_invisible};
use unicode_normalization::UnicodeNormalization;

/// A header, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// All letters and digits, in lower case, without units in brackets.
    pub(super) plain: String,
    /// The runs of its words, each as one text: `billtokey` gives `bill`, `billto`, `to`, `tokey` ….
    pub(super) runs: Vec<String>,
    /// Its words: `bill`, `to`, `key`.
    pub(super) words: Vec<String>,
    /// Whether the file gives this column no name (`#3`).
    pub(super) is_unnamed: bool,
}

/// Characters of a header that are compared: what is longer is a sentence.
const LONGEST: usize = 200;

/// Bytes of a run of words: no word of a role is longer.
pub(super) const LONGEST_RUN: usize = 40;

impl Header {
    pub(super) fn new(header: &str) -> Self {
        let folded: String =
            header.chars().filter(|&c| !is_invisible(c)).take(LONGEST).map(|c| simplified(without_accent(fold_width(c)))).collect();
        let words = words(&without_unit(&folded));
        let runs = (0..words.len()).flat_map(|from| runs_from(&words[from..])).collect();
        let is_unnamed = header.strip_prefix('#').is_some_and(|rest| rest.is_empty() || rest.bytes().all(|b| b.is_ascii_digit()));
        Self { plain: words.concat(), runs, words, is_unnamed }
    }

    /// Whether this word is in the header: as one of its words, or anywhere when it is Chinese.
    pub(super) fn has(&self, word: &str) -> bool {
        if word.is_ascii() { self.words.iter().any(|own| own == word) } else { self.plain.contains(word) }
    }

    /// Whether `form`, of at most [`LONGEST_RUN`] bytes, is part of the header: whole words of it, or anywhere when it is Chinese.
    pub(super) fn contains(&self, form: &str) -> bool {
        if form.is_ascii() { self.runs.iter().any(|run| run == form) } else { self.plain.contains(form) }
    }
}

/// The runs that begin with the first of these words.
fn runs_from(words: &[String]) -> impl Iterator<Item = String> {
    let grown = words.iter().scan(String::new(), |run, word| {
        run.push_str(word);
        Some(run.clone())
    });
    grown.take_while(|run| run.len() <= LONGEST_RUN)
}

/// A Latin letter without its accent (é → e); the sign for "number" as the letter it is (Nº → N).
fn without_accent(c: char) -> char {
    match c {
        'º' | 'ª' => ' ',
        '№' => 'n',
        '\u{c0}'..='\u{24f}' => std::iter::once(c).nfd().next().unwrap_or(c),
        _ => c,
    }
}

/// The common traditional characters of headers as simplified ones.
fn simplified(c: char) -> char {
    const PAIRS: &str = "客客戶户編编號号訂订單单時时間间總总額额數数量量價价會会員员買买賣卖實实際际銷销聯联繫系電电話话郵邮區区國国產产類类稱称購购費费應应貨货帳账賬账後后個个歷历顧顾業业師师萬万億亿圓元發发動动態态縣县灣湾";
    let mut characters = PAIRS.chars();
    while let (Some(traditional), Some(simple)) = (characters.next(), characters.next()) {
        if traditional == c {
            return simple;
        }
    }
    c
}

/// The header without `(元)`, `[USD]`, `/元` and the like at its end. Brackets that say something else stay.
fn without_unit(header: &str) -> String {
    const UNITS: [&str; 30] = [
        "元",
        "rmb",
        "cny",
        "usd",
        "eur",
        "gbp",
        "hkd",
        "jpy",
        "¥",
        "￥",
        "$",
        "€",
        "£",
        "us$",
        "人民币",
        "美元",
        "件",
        "个",
        "天",
        "日",
        "次",
        "笔",
        "单",
        "days",
        "pcs",
        "units",
        "必填",
        "选填",
        "required",
        "optional",
    ];
    let header = header.trim();
    let is_unit = |text: &str| UNITS.contains(&text.trim().to_lowercase().as_str()) || AmountUnit::named(text).is_some();
    for (open, close) in [('(', ')'), ('[', ']'), ('【', '】'), ('/', ' ')] {
        let inner = header.strip_suffix(close).unwrap_or(if open == '/' { header } else { "" });
        if let Some(at) = inner.rfind(open)
            && at > 0
            && is_unit(&inner[at + open.len_utf8()..])
        {
            return header[..at].to_owned();
        }
    }
    header.to_owned()
}

/// What a character is to the division into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Upper,
    Lower,
    Other,
    Gap,
}

fn kind(c: char) -> Kind {
    match c {
        _ if c.is_ascii_uppercase() => Kind::Upper,
        _ if c.is_ascii_alphanumeric() => Kind::Lower,
        _ if c.is_alphanumeric() => Kind::Other,
        _ => Kind::Gap,
    }
}

/// Words in lower case: divided at signs and blanks, in front of capitals (`InvoiceNo`, `WWIInvoice`), and where Chinese begins or ends.
fn words(header: &str) -> Vec<String> {
    let characters: Vec<char> = header.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut before = Kind::Gap;
    for (index, &c) in characters.iter().enumerate() {
        let now = kind(c);
        let next = characters.get(index + 1).map_or(Kind::Gap, |&next| kind(next));
        let begins = match (before, now) {
            (_, Kind::Gap) => false,
            (Kind::Gap, _) | (Kind::Lower, Kind::Upper) => true,
            (Kind::Upper, Kind::Upper) => next == Kind::Lower && characters.get(index + 1).is_some_and(char::is_ascii_alphabetic),
            (before, now) => (before == Kind::Other) != (now == Kind::Other),
        };
        if begins {
            words.push(String::new());
        }
        if now != Kind::Gap
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        before = now;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_header_in_many_forms() {
        for (header, plain) in [
            ("Order Date", "orderdate"),
            ("order_date", "orderdate"),
            ("OrderDate", "orderdate"),
            ("ORDER-DATE", "orderdate"),
            ("ＯＲＤＥＲ　ＤＡＴＥ", "orderdate"),
            ("\u{feff}订单 ID", "订单id"),
            ("金额（元）", "金额"),
            ("金额/元", "金额"),
            ("Amount (USD)", "amount"),
            ("Sales [€]", "sales"),
            ("总价(含税)", "总价含税"),
            ("客戶編號", "客户编号"),
            ("Numéro de Commande", "numerodecommande"),
            ("Nº pedido", "npedido"),
            ("省/自治区", "省自治区"),
            ("(元)", "元"),
            ("_id", "id"),
            ("", ""),
        ] {
            assert_eq!(Header::new(header).plain, plain, "{header}");
        }
    }

    #[test]
    fn keeps_its_words() {
        for (header, words) in [
            ("WWI Invoice ID", &["wwi", "invoice", "id"] as &[&str]),
            ("WWIInvoiceID", &["wwi", "invoice", "id"]),
            ("TransactionNum", &["transaction", "num"]),
            ("CLIENTNUM", &["clientnum"]),
            ("客户ID", &["客户", "id"]),
            ("Months_Inactive_12_mon", &["months", "inactive", "12", "mon"]),
        ] {
            assert_eq!(Header::new(header).words, words, "{header}");
        }
        let endless = Header::new(&"a ".repeat(16_000));
        assert!(endless.runs.len() < 10_000, "{} runs of words", endless.runs.len());
        assert!(Header::new("#12").is_unnamed && !Header::new("#of orders").is_unnamed);
    }
}
