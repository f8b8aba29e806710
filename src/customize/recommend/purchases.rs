//! Who bought what, and what stood together in one order.
//!
//! Products are numbered anew in the byte order of their names (items), so that "equal, by name" is a comparison of two
//! numbers. Lines of one order id are one basket; without order ids, those of one customer and day. Invariants: nothing
//! depends on the order of the rows; refunds are no purchase unless the recipe keeps them as lines.

use crate::base::{CustomerId, Day, TextId};
use crate::identify::{Book, Ledger};
use crate::recipe::Refunds;

/// Products of one basket that are counted at most: a wholesaler's order of everything says little, and costs its square.
const MOST_IN_BASKET: usize = 100;

/// What customers bought up to a day.
#[derive(Debug, Default)]
pub(super) struct Purchases {
    /// The product of each item, in the byte order of the names.
    pub(super) products: Vec<TextId>,
    /// Where each customer's items begin.
    starts: Vec<u32>,
    held: Vec<Held>,
    pub(super) baskets: Baskets,
    /// Days between two purchases of one item by one customer.
    pub(super) gaps: Vec<(u32, u32)>,
}

/// An item that a customer bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) item: u32,
    /// On how many days.
    pub(super) days: u32,
    /// The last of them.
    pub(super) last: Day,
}

/// The items of each order.
#[derive(Debug, Default)]
pub(super) struct Baskets {
    starts: Vec<u32>,
    items: Vec<u32>,
}

/// Which lines count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    /// Lines after this day.
    pub(super) after: Day,
    /// Lines up to this day.
    pub(super) until: Day,
    pub(super) refunds: Refunds,
}

/// A line that names a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bought {
    pub(super) item: u32,
    day: Day,
    /// Order id, or the day where there is none.
    order: (bool, u32),
}

impl Purchases {
    pub(super) fn gather(book: &Book, window: Window) -> Self {
        let items = Items::new(&book.ledger);
        let mut purchases = Self { starts: vec![0], baskets: Baskets { starts: vec![0], items: Vec::new() }, ..Self::default() };
        let mut lines: Vec<Bought> = Vec::new();
        for customer in book.customers.iter() {
            lines.clear();
            lines.extend(bought(&book.ledger, customer, window, &items));
            purchases.keep_orders(&mut lines);
            purchases.keep_items(&mut lines);
        }
        purchases.products = items.products;
        purchases
    }

    /// What this customer bought, by item.
    pub(super) fn of(&self, customer: CustomerId) -> &[Held] {
        let index = customer.index();
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&start), Some(&end)) => self.held.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    fn keep_orders(&mut self, lines: &mut Vec<Bought>) {
        lines.sort_unstable_by_key(|line| (line.order, line.item, line.day));
        lines.dedup_by_key(|line| (line.order, line.item));
        for order in lines.chunk_by(|a, b| a.order == b.order) {
            self.baskets.items.extend(order.iter().map(|line| line.item));
            self.baskets.starts.push(count(self.baskets.items.len()));
        }
    }

    fn keep_items(&mut self, lines: &mut [Bought]) {
        lines.sort_unstable_by_key(|line| (line.item, line.day));
        for same in lines.chunk_by(|a, b| a.item == b.item) {
            let gap = |pair: &[Bought]| (pair[0].item, pair[1].day.days_since(pair[0].day).unsigned_abs());
            let gaps = same.windows(2).map(gap).filter(|&(_, days)| days > 0);
            let before = self.gaps.len();
            self.gaps.extend(gaps);
            let days = count(self.gaps.len() - before + 1);
            let last = same.last().map_or(Day::MIN, |line| line.day);
            self.held.extend(same.first().map(|line| Held { item: line.item, days, last }));
        }
        self.starts.push(count(self.held.len()));
    }
}

/// Products in the byte order of their names.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) products: Vec<TextId>,
    /// The item of each product; `u32::MAX` for one without a name.
    of_product: Vec<u32>,
}

impl Items {
    pub(super) fn new(ledger: &Ledger) -> Self {
        let mut products = ledger.products.sorted();
        products.retain(|&product| !ledger.products.get(product).is_empty());
        let mut of_product = vec![u32::MAX; ledger.products.len()];
        for (item, product) in (0..).zip(&products) {
            of_product[product.index()] = item;
        }
        Self { products, of_product }
    }

    pub(super) fn of(&self, product: TextId) -> Option<u32> {
        self.of_product.get(product.index()).copied().filter(|&item| item != u32::MAX)
    }
}

/// The purchases of a customer that name a product.
pub(super) fn bought<'a>(
    ledger: &'a Ledger,
    customer: CustomerId,
    window: Window,
    items: &'a Items,
) -> impl Iterator<Item = Bought> + use<'a> {
    let counts = move |line: &usize| {
        let day = ledger.day[*line];
        day > window.after && day <= window.until && (!ledger.refund[*line] || window.refunds == Refunds::Keep)
    };
    let lines = if ledger.product.is_empty() { 0..0 } else { ledger.lines(customer) };
    lines.filter(counts).filter_map(|line| {
        let (day, order) = (ledger.day[line], ledger.order[line]);
        // Days are shifted to be positive: their order is all that matters.
        let order = if order.is_none() { (true, day.days_since(Day::MIN).unsigned_abs()) } else { (false, order.0) };
        Some(Bought { item: items.of(ledger.product[line])?, day, order })
    })
}

impl Baskets {
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(super) fn items(&self) -> &[u32] {
        &self.items
    }

    pub(super) fn of(&self, basket: u32) -> &[u32] {
        let basket = basket as usize;
        &self.items[self.starts[basket] as usize..self.starts[basket + 1] as usize]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|bounds| &self.items[bounds[0] as usize..bounds[1] as usize])
    }

    /// The same with the most bought items of baskets that are too large.
    pub(super) fn capped(self, buyers: &[u32]) -> Self {
        if self.iter().all(|basket| basket.len() <= MOST_IN_BASKET) {
            return self;
        }
        let mut capped = Self { starts: vec![0], items: Vec::with_capacity(self.items.len()) };
        for basket in self.iter() {
            let start = capped.items.len();
            capped.items.extend_from_slice(basket);
            if basket.len() > MOST_IN_BASKET {
                capped.items[start..].sort_unstable_by_key(|&item| (std::cmp::Reverse(buyers[item as usize]), item));
                capped.items.truncate(start + MOST_IN_BASKET);
                capped.items[start..].sort_unstable();
            }
            capped.starts.push(count(capped.items.len()));
        }
        capped
    }
}

/// Lines are numbered with u32: the memory budget ends at 4 GiB.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
