import ExcelJS, { type Borders, type Font, type Worksheet } from 'exceljs'

/*
 * Blank forms as a superior sends them, three shapes and a card, each with looks of its own. Made here, filled by the program, compared cell by cell.
 */

const THIN: Partial<Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
}
const HAIR: Partial<Borders> = {
  top: { style: 'hair' },
  left: { style: 'hair' },
  bottom: { style: 'hair' },
  right: { style: 'hair' },
}
const font = (name: string, size: number, more: Partial<Font> = {}): Partial<Font> => ({ name, size, ...more })

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer({ useStyles: true, useSharedStrings: true }))
}

function ruled(
  sheet: Worksheet,
  area: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number },
  border: Partial<Borders>,
  look: Partial<Font>,
): void {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const cell = sheet.getCell(row, column)
      cell.border = border
      cell.font = look
      cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    }
  }
}

/** A: title, two-row merged header, 20 ruled rows with their numbers printed, 合计 with a formula, signature; a second sheet of instructions. */
export async function formA(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('实有人员', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:4',
      printArea: 'A1:I27',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.2, footer: 0.2 },
    },
  })
  for (const [index, width] of [6, 24, 10, 6, 22, 12, 16, 14, 18].entries()) sheet.getColumn(index + 1).width = width
  sheet.mergeCells('A1:I1')
  Object.assign(sheet.getCell('A1'), {
    value: '2026年全县机关事业单位实有人员统计表',
    font: font('方正小标宋简体', 20),
    alignment: { horizontal: 'center' },
  })
  sheet.getRow(1).height = 36
  Object.assign(sheet.getCell('A2'), { value: '填报单位（盖章）：', font: font('仿宋_GB2312', 11) })
  Object.assign(sheet.getCell('I2'), {
    value: '单位：人',
    font: font('仿宋_GB2312', 11),
    alignment: { horizontal: 'right' },
  })
  for (const [area, text] of [
    ['A3:A4', '序号'],
    ['B3:B4', '所在单位'],
    ['C3:F3', '个人基本情况'],
    ['G3:G4', '参加工作时间'],
    ['H3:H4', '编制类型'],
    ['I3:I4', '备注'],
  ] as const) {
    sheet.mergeCells(area)
    sheet.getCell(area.split(':')[0] ?? '').value = text
  }
  for (const [cell, text] of [
    ['C4', '姓名'],
    ['D4', '性别'],
    ['E4', '身份证号码'],
    ['F4', '联系电话'],
  ] as const)
    sheet.getCell(cell).value = text
  ruled(sheet, { top: 3, bottom: 4, left: 1, right: 9 }, THIN, font('黑体', 11))
  for (const column of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'])
    for (const row of [3, 4])
      sheet.getCell(`${column}${row}`).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDE8F5' } }
  ruled(sheet, { top: 5, bottom: 24, left: 1, right: 9 }, THIN, font('仿宋_GB2312', 11))
  for (let row = 5; row <= 24; row += 1) {
    sheet.getCell(`A${row}`).value = row - 4
    sheet.getCell(`E${row}`).numFmt = '@'
    sheet.getRow(row).height = 21
  }
  ruled(
    sheet,
    { top: 25, bottom: 25, left: 1, right: 9 },
    { ...THIN, top: { style: 'double' } },
    font('黑体', 11, { bold: true }),
  )
  sheet.mergeCells('A25:B25')
  sheet.getCell('A25').value = '合计'
  sheet.getCell('C25').value = { formula: 'COUNTA(C5:C24)', result: 0 }
  sheet.getCell('A27').value = '填表人：            审核人：            单位负责人：'
  sheet.getCell('A27').font = font('楷体_GB2312', 11)
  sheet.addConditionalFormatting({
    ref: 'D5:D24',
    rules: [
      { type: 'expression', formulae: ['D5="女"'], priority: 1, style: { font: { color: { argb: 'FF9C0006' } } } },
    ],
  })
  const notes = workbook.addWorksheet('填表说明')
  notes.getCell('A1').value = '身份证号码按文本填写；=1+1 之类不算。'
  notes.getCell('A1').font = font('宋体', 14, { italic: true })
  return bytesOf(workbook)
}

/** B: header in row 4, one ruled row below it, frozen panes, checks, widths; a date column with a date format; nothing but a note underneath. */
export async function formB(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('干部名册', {
    views: [{ state: 'frozen', ySplit: 4, xSplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'portrait', horizontalCentered: true },
  })
  const titles = [
    '编号',
    '姓名',
    '性别',
    '民族',
    '出生年月',
    '政治面貌',
    '学历',
    '现任职务',
    '入编时间',
    '身份证号',
    '籍贯',
    '年龄',
  ]
  const widths = [7, 11, 6, 9, 12, 13, 13, 26, 13, 23, 12, 8]
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  sheet.mergeCells('A1:L2')
  Object.assign(sheet.getCell('A1'), {
    value: '干 部 名 册',
    font: font('华文中宋', 22, { bold: true }),
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  sheet.getCell('A3').value = '统计截止日期：'
  for (const [index, title] of titles.entries()) sheet.getCell(4, index + 1).value = title
  ruled(
    sheet,
    { top: 4, bottom: 4, left: 1, right: 12 },
    THIN,
    font('微软雅黑', 10, { bold: true, color: { argb: 'FFFFFFFF' } }),
  )
  for (let column = 1; column <= 12; column += 1)
    sheet.getCell(4, column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } }
  ruled(sheet, { top: 5, bottom: 5, left: 1, right: 12 }, HAIR, font('仿宋', 12))
  sheet.getCell('E5').numFmt = 'yyyy"年"m"月"'
  sheet.getCell('I5').numFmt = 'yyyy-mm-dd'
  sheet.getCell('L5').value = { formula: '2026-YEAR(E5)', result: 0 }
  sheet.getRow(5).height = 26
  sheet.getCell('C5').dataValidation = { type: 'list', allowBlank: true, formulae: ['"男,女"'] }
  sheet.getCell('G5').dataValidation = { type: 'list', allowBlank: true, formulae: ['"大学本科,大学专科,硕士研究生"'] }
  sheet.getCell('A7').value = '注：本表一式两份。'
  sheet.getCell('A7').font = font('楷体', 10, { italic: true })
  return bytesOf(workbook)
}

/** C: one row a unit, 行政 and 事业 apart, vacancies computed row by row, totals in a row on top and one below, a chart-free second sheet that names the total. */
export async function formC(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('配备情况', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: '2:4',
      printArea: 'A1:L16',
      fitToPage: true,
      fitToHeight: 0,
    },
  })
  for (const [index, width] of [6, 26, 9, 9, 9, 9, 9, 9, 9, 9, 16, 12].entries())
    sheet.getColumn(index + 1).width = width
  sheet.mergeCells('A1:L1')
  Object.assign(sheet.getCell('A1'), {
    value: '各单位编制与人员配备情况表',
    font: font('方正小标宋_GBK', 18),
    alignment: { horizontal: 'center' },
  })
  const heads: readonly (readonly [string, string])[] = [
    ['A2:A4', '序号'],
    ['B2:B4', '机构名称'],
    ['C2:E2', '行政编制'],
    ['C3:C4', '核定'],
    ['D3:D4', '实有'],
    ['E3:E4', '空编'],
    ['F2:H2', '事业编制'],
    ['F3:F4', '核定'],
    ['G3:G4', '实有'],
    ['H3:H4', '空编'],
    ['I2:J2', '领导职数'],
    ['I3:I4', '应配'],
    ['J3:J4', '实配'],
    ['K2:K4', '批准文号'],
    ['L2:L4', '退休人数'],
  ]
  for (const [area, text] of heads) {
    sheet.mergeCells(area)
    sheet.getCell(area.split(':')[0] ?? '').value = text
  }
  ruled(sheet, { top: 2, bottom: 4, left: 1, right: 12 }, THIN, font('等线', 10, { bold: true }))
  ruled(sheet, { top: 5, bottom: 5, left: 1, right: 12 }, THIN, font('Times New Roman', 11, { bold: true }))
  sheet.getCell('B5').value = '总计'
  for (const column of ['C', 'D', 'E', 'F', 'G', 'H'])
    sheet.getCell(`${column}5`).value = { formula: `SUM(${column}6:${column}13)`, result: 0 }
  ruled(sheet, { top: 6, bottom: 13, left: 1, right: 12 }, THIN, font('仿宋_GB2312', 11))
  for (let row = 6; row <= 13; row += 1) {
    for (const column of ['C', 'D', 'F', 'G', 'I', 'J']) sheet.getCell(`${column}${row}`).numFmt = '0;-0;;@'
    if (row % 2 === 0)
      for (let column = 1; column <= 12; column += 1)
        sheet.getCell(row, column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }
  }
  sheet.fillFormula('E6:E13', 'C6-D6')
  for (let row = 6; row <= 13; row += 1) sheet.getCell(`H${row}`).value = { formula: `F${row}-G${row}`, result: 0 }
  ruled(sheet, { top: 14, bottom: 14, left: 1, right: 12 }, THIN, font('黑体', 11))
  sheet.mergeCells('A14:B14')
  sheet.getCell('A14').value = '合计'
  sheet.getCell('C14').value = { formula: 'SUM(C6:C13)', result: 0 }
  sheet.getCell('D14').value = { formula: 'SUM(D6:D13)', result: 0 }
  sheet.getCell('K14').value = { formula: 'C14-D14', result: 0 }
  sheet.getCell('A16').value = '单位负责人：                    填表日期：'
  sheet.getRow(14).addPageBreak()
  return bytesOf(workbook)
}

/** D: one person's card, labels with an empty cell at their right. */
export async function formCard(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('登记卡', { pageSetup: { paperSize: 9, orientation: 'portrait' } })
  for (const [index, width] of [14, 18, 12, 18, 12, 18].entries()) sheet.getColumn(index + 1).width = width
  sheet.mergeCells('A1:F1')
  Object.assign(sheet.getCell('A1'), {
    value: '机构编制实名制人员登记卡',
    font: font('黑体', 16),
    alignment: { horizontal: 'center' },
  })
  const rows = [
    ['姓名', '', '性别', '', '民族', ''],
    ['出生年月', '', '政治面貌', '', '学历', ''],
    ['所在单位', '', '', '', '编制类型', ''],
    ['身份证号', '', '', '', '联系电话', ''],
    ['现任职务', '', '', '', '入编时间', ''],
  ]
  for (const [index, labels] of rows.entries())
    for (const [column, label] of labels.entries()) if (label !== '') sheet.getCell(index + 3, column + 1).value = label
  ruled(sheet, { top: 3, bottom: 7, left: 1, right: 6 }, THIN, font('宋体', 12))
  for (const row of [5, 6, 7]) sheet.mergeCells(`B${row}:D${row}`)
  return bytesOf(workbook)
}
