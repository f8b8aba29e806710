// What cannot go on, in English.

import type { Format } from '../format.ts';
import type { FailureWords } from '../messages.ts';

const limits: Record<string, string> = {
  workbook_bytes: 'the size of the workbook in bytes',
  zip_entries: 'the number of parts in the workbook',
  zip_inflated: 'the unpacked size in bytes',
  zip_ratio: 'how far a part is compressed',
  cells: 'the number of cells',
  columns: 'the number of columns',
  memory: 'the memory of this tab in bytes',
};

export const failures = (f: Format): FailureWords => {
  const found = (headers: readonly string[]) =>
    headers.length > 0
      ? `Found: ${f.list(headers.length > 8 ? [...headers.slice(0, 8), `${headers.length - 8} more`] : headers)}.`
      : 'No headers were found.';
  return {
    'file.empty': () => ({
      what: 'The file is empty: there is no cell with anything in it.',
      next: 'Export it again and check that it opens with rows in a spreadsheet program.',
    }),
    'file.not_a_table': ({ found: kind }) => ({
      what: `This is not a spreadsheet${kind ? ` (it looks like ${kind})` : ''}.`,
      next: 'Choose a CSV, TSV, XLSX, XLS, XLSB, ODS or JSON file, or a ZIP of them.',
    }),
    'file.encrypted': () => ({
      what: 'The workbook asks for a password.',
      next: 'Open it in your spreadsheet program, remove the password, save it and choose it again.',
    }),
    'file.damaged': ({ detail }) => ({
      what: `The file is damaged and cannot be read${detail ? ` (${detail})` : ''}.`,
      next: 'Open it in a spreadsheet program, save it as a new XLSX or CSV file and choose that one.',
    }),
    'file.unreadable': () => ({
      what: 'The browser can no longer read the file: it was moved, changed or locked.',
      next: 'Close it in other programs and choose it again.',
    }),
    'file.too_large': ({ limit, found: count, allowed }) => ({
      what: `The file passes a limit, ${limits[limit] ?? limit}: ${f.integer(count)}, allowed ${f.integer(allowed)}.`,
      next: 'Keep only the sheet and columns that are needed, or save it as CSV: text files may be of any size.',
    }),
    'table.no_customer': ({ headers }) => ({
      what: `No column says who the customer is. ${found(headers)}`,
      next: 'Choose the column with the customer’s id, phone or name below.',
    }),
    'table.no_date': ({ headers }) => ({
      what: `No column says when the orders were placed. ${found(headers)}`,
      next: 'Choose the column with the order date below.',
    }),
    'table.no_year': ({ headers }) => ({
      what: `The columns are months, but of which year is said nowhere: not in the headers, the name of the sheet or of the file, nor above the header. ${found(headers)}`,
      next: 'Write the year into the name of the file (“sales 2024”) or of the sheet, or into the headers (“2024-01”), and choose the file again.',
    }),
    'table.no_amount': ({ headers }) => ({
      what: `No column says what the orders were worth. ${found(headers)}`,
      next: 'Choose the column with the amount below, or quantity and unit price.',
    }),
    'table.no_usable_row': ({ rows_read }) =>
      rows_read === 0
        ? {
            what: 'The table has headers but no rows.',
            next: 'Export it again with its rows, and choose that file.',
          }
        : {
            what: `None of the ${f.integer(rows_read)} rows could be used: customer, date or amount is missing in all of them.`,
            next: 'Check under “Columns” which column plays which role.',
          },
    'as_of.before_orders': ({ as_of, first }) => ({
      what: `There is no order up to ${f.day(as_of)}: the first one is of ${f.day(first)}.`,
      next: 'Nothing was changed. Choose a later day.',
    }),
    'sheet.missing': ({ found: sheets }) => ({
      what: `The recipe asks for a sheet that is not in the workbook. There are: ${f.list(sheets)}.`,
      next: 'Rename the sheet, or open a recipe made for this file.',
    }),
    'mapping.header_missing': ({ header, found: headers }) => ({
      what: `The recipe uses a column “${header}” that no table has. ${found(headers)}`,
      next: 'Choose the right column below.',
    }),
    'recipe.invalid': ({ path, problem }) => ({
      what: `The recipe is not valid${path ? ` at ${path}` : ''}: ${problem}`,
      next: 'Nothing was changed. Correct the recipe file and open it again.',
    }),
    'recipe.too_new': ({ version }) => ({
      what: `The recipe was written by a newer version of this page (form ${version}).`,
      next: 'Open it with the newer version, or save a recipe here.',
    }),
    'preset.unknown': ({ found: names }) => ({
      what: 'There is no preset with this name.',
      next: `Use one of ${f.list(names)}.`,
    }),
    'amount.overflow': () => ({
      what: 'The amounts add up to more than can be counted: another column was probably taken for the amount.',
      next: 'Check under “Columns” which column is the amount.',
    }),
    'state.nothing_imported': () => ({
      what: 'Nothing has been imported yet.',
      next: 'Choose a file first.',
    }),
    'argument.invalid': ({ problem }) => ({
      what: `The page asked for something that cannot be done: ${problem}`,
      next: 'Your data is unharmed. Try it in another way.',
    }),
    'export.failed': ({ detail }) => ({
      what: `The file could not be written${detail ? ` (${detail})` : ''}.`,
      next: 'Try another format.',
    }),
    'engine.no_wasm': () => ({
      what: 'WebAssembly is turned off in this browser, and all computing here is done with it.',
      next: 'It may be Lockdown Mode, a “safer” security level or a company policy. Allow WebAssembly for this page or open it in another browser, then reload.',
    }),
    'engine.wasm_blocked': () => ({
      what: 'The browser refused to start WebAssembly: a security policy of this page forbids it.',
      next: 'The page’s administrator can allow it with script-src ‘wasm-unsafe-eval’, which allows no other code.',
    }),
    'engine.wasm_unreachable': ({ source }) => ({
      what: `The core could not be loaded from ${source}.`,
      next: 'Check the wasm-src attribute, then try again.',
    }),
    'engine.no_worker': () => ({
      what: 'The browser refused to start a worker in the way this page asks for.',
      next: 'Set worker="auto" to fall back by itself, or worker-src to the address of worker.js.',
    }),
    'engine.crashed': ({ file, place }) => ({
      what: file
        ? `Reading this file made the computing core stop${place ? ` (${place})` : ''}. It was started again without the file.`
        : `The computing core stopped unexpectedly${place ? ` (${place})` : ''}. It was started again.`,
      next: file
        ? 'Everything else is still loaded. Save the file as CSV and try that one.'
        : 'Your files are still loaded. Try again.',
    }),
    'engine.crashed_inline': ({ place }) => ({
      what: `The computing core stopped unexpectedly${place ? ` (${place})` : ''}.`,
      next: 'Reload the page and choose the files again; they were not changed.',
    }),
    'engine.ended': () => ({
      what: 'The work was ended before it was done.',
      next: 'Try again.',
    }),
    'recipe.not_json': () => ({
      what: 'This is not a recipe: a recipe is a JSON file with a “recipe” entry, as saved here.',
      next: 'Choose a saved recipe, or a spreadsheet.',
    }),
    'orders.not_found': ({ missing, headers }) => ({
      what: `The file is used, but nobody gets a tier yet: no column says ${missing === 'date' ? 'when orders were placed' : 'what orders were worth'}. ${found(headers)}`,
      next: `Add a file with orders. If one of these columns does hold the ${missing === 'date' ? 'order date' : 'amount'}, say so under “Change the columns”.`,
    }),
  };
};
