// Problems in the data, in English: what it is, and what was done or can be done.

import type { Format } from '../format.ts';
import type { IssueWords } from '../messages.ts';

export const issues = (_f: Format): IssueWords => ({
  'customer.blank': {
    what: 'No customer',
    next: 'The customer cell is blank, so nobody can be credited. Left out. If blank means the one above, as in merged cells, say so under “How the files are read”.',
  },
  'customer.placeholder': {
    what: 'A word for nobody',
    next: 'The customer is 0, “guest”, 散客 or the like. Left out, so that it does not become one giant customer.',
  },
  'date.missing': {
    what: 'No date',
    next: 'The date cell is blank. Left out; fill it in here or in the file to use the row.',
  },
  'date.unreadable': {
    what: 'Not a date',
    next: 'The text is no calendar day. Left out; correct it here or in the file.',
  },
  'amount.missing': {
    what: 'No amount',
    next: 'The amount cell is blank. Left out; fill it in here or in the file to use the row.',
  },
  'amount.unreadable': {
    what: 'Not an amount',
    next: 'The text is no number, or far too large. Left out; correct it here or in the file.',
  },
  'measure.unreadable': {
    what: 'Figure cannot be read',
    next: 'Recency, orders or revenue is no number. The customer is left out.',
  },
  'row.total': {
    what: 'Total line',
    next: 'A sum of other rows, not an order. Left out, so that nothing counts twice.',
  },
  'row.repeated_header': {
    what: 'Repeated header',
    next: 'The header stands in the middle of the data. Left out.',
  },
  'row.refund_dropped': {
    what: 'Refund',
    next: 'The recipe leaves refunds out. Choose “net” to subtract them instead.',
  },
  'row.after_as_of': {
    what: 'After the analysis day',
    next: 'Later than the “as of” date. Left out; move the date to include it.',
  },
  'row.overrun': {
    what: 'Value longer than its column',
    next: 'Cut where the next column begins. Check these rows.',
  },
  'row.ragged': {
    what: 'More or fewer cells than the header',
    next: 'Read as far as the columns go. Check whether a separator stands inside a text.',
  },
  'row.unclosed_quote': {
    what: 'Quote that never closes',
    next: 'The line was read as if the quote were text.',
  },
  'cell.cut': {
    what: 'Very long cell',
    next: 'Cut to 32,767 characters, as much as a spreadsheet cell holds.',
  },
  'text.invalid_bytes': {
    what: 'Unreadable characters',
    next: 'Shown as �. If there are many, choose another encoding under “Columns”.',
  },
  'id.decimal_removed': {
    what: 'Id written as a decimal number',
    next: '17850.0 was read as 17850, so that it meets its other rows.',
  },
  'id.width_folded': {
    what: 'Full-width characters in an id',
    next: 'Ａ００１ was read as A001, so that it meets its other rows.',
  },
  'id.precision_lost': {
    what: 'Long id that lost digits',
    next: 'The spreadsheet kept it as a number, and its last digits are zeros. Different customers may have become one: export again with the id as text.',
  },
  'date.serial': {
    what: 'Date as a serial number',
    next: '45231 was read as 2023-11-01, as spreadsheets count days.',
  },
  'date.two_digit_year': { what: 'Year with two digits', next: '24-3-5 was read as 2024-03-05.' },
  'date.month_only': { what: 'Month without a day', next: 'The first day of the month was taken.' },
  'date.order_decided': {
    what: 'Order of day and month',
    next: 'Decided by dates that fit one order only, or by the recipe.',
  },
  'date.order_mixed': {
    what: 'Day and month in both orders',
    next: 'Some dates fit one order only, some only the other. Check the source of these rows.',
  },
  'date.order_ambiguous': {
    what: 'Day or month first?',
    next: 'Every date fits both orders. Choose the right one under “Columns”.',
  },
  'amount.computed': {
    what: 'Amount computed',
    next: 'Quantity × unit price, because there is no amount column.',
  },
  'mapping.amount_chosen': {
    what: 'Several amount columns',
    next: 'The most likely one was taken. Choose another under “Columns” if it is wrong.',
  },
  'mapping.orders_by_day': {
    what: 'No order id',
    next: 'All lines of one customer and day count as one order.',
  },
  'mapping.customer_by': {
    what: 'No customer id',
    next: 'Customers are told apart by another column, such as phone or name.',
  },
  'mapping.customers_from_headings': {
    what: 'Customers taken from headings',
    next: 'No column names them: each row belongs to the customer in the heading above it. “Original” shows how many headings there are.',
  },
  'row.heading_alone': {
    what: 'Line without rows',
    next: 'It looks like a customer’s heading, but no row stands below it, so it was not used.',
  },
  'mapping.months': {
    what: 'Columns of months read as orders',
    next: 'Each filled cell is one order of that customer on the first of the month; totals are left out. If that is wrong, give the columns other roles.',
  },
  'mapping.year_taken': {
    what: 'Year of the months taken from a name',
    next: 'No header says it; the sheet, the file or a line above the header does. If it is wrong, write the year into the headers.',
  },
  'mapping.year_unknown': {
    what: 'Months of an unknown year',
    next: 'These columns were not read as orders. Write the year into the name of the file or of the sheet, or into the headers.',
  },
  'table.not_used': {
    what: 'Table not used',
    next: 'Nothing in it names a customer, or it has no figures. Give its columns roles to use it.',
  },
  'table.unreadable': {
    what: 'Sheet cannot be read',
    next: 'The other sheets were used. Open the file in Excel or WPS, save it again as .xlsx, and import that.',
  },
  'table.empty': { what: 'Empty table', next: 'It has no rows.' },
  'table.measures_not_used': {
    what: 'Ready-made figures not used',
    next: 'There are order rows as well, and figures computed from them are exact.',
  },
  'customer.no_order': {
    what: 'Customers without an order',
    next: 'They are on the list but never bought: prospects. They get no tier.',
  },
  'customer.refunds_only': {
    what: 'Customers with refunds only',
    next: 'They only sent goods back in this period. They get no tier.',
  },
  'customer.repeated': {
    what: 'Customer listed several times',
    next: 'One row per customer was expected; the first one is used.',
  },
  'customer.listed_again': {
    what: 'Customer on the list more than once',
    next: 'The later row of the same list counts.',
  },
  'customer.unknown': {
    what: 'Customer not found',
    next: 'These contacts or feedback name somebody who has no order and is on no list, so they were left out. Add the customer list to link them.',
  },
  'customer.shared_key': {
    what: 'One contact detail, several customers',
    next: 'Several customers share this phone, e-mail address or name, so nobody can tell whose it is. The row was not linked.',
  },
  'value.unreadable': {
    what: 'Value that cannot be read',
    next: 'The rest of the row is used.',
  },
  'rating.scale': {
    what: 'Scale of the ratings',
    next: 'Judged by the whole column; all ratings are converted to 0–100.',
  },
  'rating.scale_unclear': {
    what: 'Every rating is 1',
    next: 'That can be the worst of 5, or a yes. It was read as 1 of 5. If it means yes, write 100% instead of 1 and import the file again.',
  },
  'order.cancelled': {
    what: 'Orders cancelled or never paid, and rows that are no sale',
    next: 'Their status says cancelled, closed, void or unpaid, or the bill says that the money did not come in. They do not count as revenue.',
  },
  'id.column_was_numeric': {
    what: 'Customer ids were numbers in Excel',
    next: 'Digits beyond the 15th are lost; customers whose ids differ only there have become one. Format the column as text and export again.',
  },
  'mapping.own_columns_limited': {
    what: 'List with very many columns',
    next: 'At most 64 columns of its own are kept of a list; the others were not read.',
  },
  'region.derived': {
    what: 'Region worked out from province or city',
    next: 'The files have no such column; it follows from the province or the city.',
  },
  'row.repeated': {
    what: 'Repeated row',
    next: 'The same row is in another table already, as when an export is dropped twice. Counted once.',
  },
  'customer.merged': {
    what: 'Customer merged',
    next: 'The same customer as another entry. Orders and all else went to the id that stays.',
  },
  'customer.incomplete': {
    what: 'Customer with too little known',
    next: 'The recipe leaves out customers without this, together with their orders.',
  },
  'value.filled': {
    what: 'Missing value filled in',
    next: 'The cell was blank; the recipe put in the value shown.',
  },
  'amount.winsorised': {
    what: 'Amount drawn in',
    next: 'Far from all others; set to the fence, as the recipe says.',
  },
  'amount.excluded': {
    what: 'Amount far from all others',
    next: 'Left out, as the recipe says.',
  },
  'amount.currencies_mixed': {
    what: 'Several currencies',
    next: 'Their amounts were added up as they stand; nothing is converted. Convert them in the file, or import one currency at a time.',
  },
  'amount.counted_up': {
    what: 'Amounts in thousands or millions',
    next: 'The header says what they are counted in, so they were multiplied by it.',
  },
  'amount.returned': {
    what: 'Returns taken away',
    next: 'The document is a return or a credit note, so its amount counts as negative.',
  },
  'order.unknown': {
    what: 'Lines of unknown orders',
    next: 'No table says whose order it is and when. Add the orders that are missing, or check the order ids.',
  },
  'order.no_lines': {
    what: 'Orders without lines',
    next: 'No table says what was bought in them, so they do not count. Add the lines that are missing.',
  },
  'cell.from_above': {
    what: 'Taken from the row above',
    next: 'A blank customer, order or day was read as what stands above it, as you chose.',
  },
  'cell.corrected': {
    what: 'Corrected cell',
    next: 'Read as you corrected it. The file itself is unchanged.',
  },
  'correction.unused': {
    what: 'Correction without a target',
    next: 'There is no such cell or customer: the file was renamed, or the row or id is gone. Correct it again.',
  },
});
