// 无法继续时的说明（中文）。

import type { Format } from '../format.ts';
import type { FailureWords } from '../messages.ts';

const limits: Record<string, string> = {
  workbook_bytes: '工作簿字节数',
  zip_entries: '工作簿内的部件数',
  zip_inflated: '解压后的字节数',
  zip_ratio: '压缩倍数',
  cells: '单元格数',
  columns: '列数',
  memory: '本标签页可用内存（字节）',
};

export const failures = (f: Format): FailureWords => {
  const found = (headers: readonly string[]) =>
    headers.length > 0
      ? `读到的表头：${headers.slice(0, 8).join('、')}${headers.length > 8 ? `等 ${headers.length} 列` : ''}。`
      : '没有读到表头。';
  return {
    'file.empty': () => ({
      what: '文件是空的，没有任何有内容的单元格。',
      next: '请重新导出，并确认用表格软件打开后能看到数据行。',
    }),
    'file.not_a_table': ({ found: kind }) => ({
      what: `这不是表格文件${kind ? `（看起来是 ${kind}）` : ''}。`,
      next: '请选择 CSV、TSV、XLSX、XLS、XLSB、ODS 或 JSON 文件，也可以是它们的 ZIP 压缩包。',
    }),
    'file.encrypted': () => ({
      what: '工作簿设有密码，无法读取。',
      next: '请在 Excel 或 WPS 中打开，取消密码并保存，再重新选择。',
    }),
    'file.damaged': ({ detail }) => ({
      what: `文件已损坏，无法读取${detail ? `（${detail}）` : ''}。`,
      next: '请用 Excel 或 WPS 打开，另存为新的 XLSX 或 CSV，再选择新文件。',
    }),
    'file.unreadable': () => ({
      what: '浏览器读不到这个文件了：它可能被移动、修改或占用。',
      next: '请在其他程序中关闭它，然后重新选择。',
    }),
    'file.too_large': ({ limit, found: count, allowed }) => ({
      what: `文件超出限制——${limits[limit] ?? limit}：${f.integer(count)}，上限 ${f.integer(allowed)}。`,
      next: '请只保留需要的工作表和列，或另存为 CSV：文本文件大小不限。',
    }),
    'table.no_customer': ({ headers }) => ({
      what: `没有一列能看出客户是谁。${found(headers)}`,
      next: '请在下方指定客户编号、手机号或客户名称所在的列。',
    }),
    'table.no_date': ({ headers }) => ({
      what: `没有一列能看出下单时间。${found(headers)}`,
      next: '请在下方指定下单日期所在的列。',
    }),
    'table.no_year': ({ headers }) => ({
      what: `这是按月汇总的表，但不知道是哪一年：表头、工作表名、文件名和表头上方都没有写年份。${found(headers)}`,
      next: '请把年份写进文件名（如“2024年销售”）、工作表名或表头（如“2024年1月”），再重新选择文件。',
    }),
    'table.no_amount': ({ headers }) => ({
      what: `没有一列能看出成交金额。${found(headers)}`,
      next: '请在下方指定金额列，或同时指定数量与单价。',
    }),
    'table.no_usable_row': ({ rows_read }) =>
      rows_read === 0
        ? {
            what: '表格只有表头，没有数据行。',
            next: '请重新导出，确认包含数据行，再选择新文件。',
          }
        : {
            what: `${f.integer(rows_read)} 行数据一行也用不上：客户、日期或金额全部缺失。`,
            next: '请在“列的用途”里检查每一列的角色。',
          },
    'as_of.before_orders': ({ as_of, first }) => ({
      what: `${f.day(as_of)}及以前没有订单：最早的订单在${f.day(first)}。`,
      next: '没有任何改动，请选择更晚的日期。',
    }),
    'sheet.missing': ({ found: sheets }) => ({
      what: `方案要读的工作表不在这个工作簿里。现有：${sheets.join('、')}。`,
      next: '请改工作表名称，或打开适用于这个文件的方案。',
    }),
    'mapping.header_missing': ({ header, found: headers }) => ({
      what: `方案用到的列“${header}”在所有表里都找不到。${found(headers)}`,
      next: '请在下方指定正确的列。',
    }),
    'recipe.invalid': ({ path, problem }) => ({
      what: `方案文件有误${path ? `，位置 ${path}` : ''}：${problem}`,
      next: '当前设置没有改动。请修正方案文件后重新打开。',
    }),
    'recipe.too_new': ({ version }) => ({
      what: `方案由更新的版本保存（格式 ${version}），本页面读不了。`,
      next: '请用新版页面打开，或在这里重新保存一份方案。',
    }),
    'preset.unknown': ({ found: names }) => ({
      what: '没有这个名称的预设。',
      next: `可用的有：${names.join('、')}。`,
    }),
    'amount.overflow': () => ({
      what: '金额合计超出可计算范围，很可能把别的列当成了金额。',
      next: '请在“列的用途”里检查金额列。',
    }),
    'state.nothing_imported': () => ({ what: '还没有导入任何数据。', next: '请先选择文件。' }),
    'argument.invalid': ({ problem }) => ({
      what: `页面提出了无法完成的请求：${problem}`,
      next: '数据没有受影响，请换一种方式再试。',
    }),
    'export.failed': ({ detail }) => ({
      what: `文件没能写出${detail ? `（${detail}）` : ''}。`,
      next: '请换一种格式导出。',
    }),
    'engine.no_wasm': () => ({
      what: '此浏览器关闭了 WebAssembly，而这里的全部计算都靠它完成。',
      next: '可能是锁定模式、“更安全”级别或公司策略所致。请允许此页面使用 WebAssembly，或换一个浏览器，然后重新载入。',
    }),
    'engine.wasm_blocked': () => ({
      what: '浏览器拒绝启动 WebAssembly：页面的安全策略不允许。',
      next: '请页面管理员在 script-src 中加入 ‘wasm-unsafe-eval’，它不会放行其他代码。',
    }),
    'engine.wasm_unreachable': ({ source }) => ({
      what: `无法从 ${source} 载入计算核心。`,
      next: '请检查 wasm-src 属性后再试。',
    }),
    'engine.no_worker': () => ({
      what: '浏览器拒绝按此页面要求的方式启动后台线程。',
      next: '可设置 worker="auto" 自动改用其他方式，或用 worker-src 指定 worker.js 的地址。',
    }),
    'engine.crashed': ({ file, place }) => ({
      what: file
        ? `读取这个文件时计算核心意外停止${place ? `（${place}）` : ''}，已在不含该文件的情况下重新启动。`
        : `计算核心意外停止${place ? `（${place}）` : ''}，已重新启动。`,
      next: file ? '其他数据都还在。可将该文件另存为 CSV 再试。' : '文件都还在，请再试一次。',
    }),
    'engine.crashed_inline': ({ place }) => ({
      what: `计算核心意外停止${place ? `（${place}）` : ''}。`,
      next: '请重新载入页面并再次选择文件；原文件没有任何改动。',
    }),
    'engine.ended': () => ({ what: '工作在完成前被结束。', next: '请再试一次。' }),
    'recipe.not_json': () => ({
      what: '这不是方案文件：方案是在这里保存的、含有 “recipe” 项的 JSON 文件。',
      next: '请选择保存过的方案，或一个表格文件。',
    }),
    'orders.not_found': ({ missing, headers }) => ({
      what: `文件已采用，但暂时无法给客户分层：没有一列能看出${missing === 'date' ? '下单时间' : '成交金额'}。${found(headers)}`,
      next: `请添加含有订单的文件。如果其中某一列就是${missing === 'date' ? '下单日期' : '成交金额'}，请在“修改列的用途”里指定。`,
    }),
  };
};
