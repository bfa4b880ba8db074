import { inflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { FillBlock, FillValue } from '../../electron/domain/fill/fill-request.ts'
import { shownText } from '../../electron/domain/table/raw-workbook.ts'
import { fillTemplate, type FilledTemplate } from '../../electron/excel/fill-template.ts'
import { packedBytes, readZipDirectory } from '../../electron/excel/zip-directory.ts'
import { formA, formB, formC } from '../kit/blank-forms.ts'
import { workbookOf } from '../fixtures/workbooks.ts'

/* A superior's form filled in its own package: what was not to be touched is as it was, to the byte or to the style number. */

const text = (value: string): FillValue => ({ kind: 'text', text: value })
const number = (value: number): FillValue => ({ kind: 'number', value })
const month = (date: string): FillValue => ({ kind: 'date', date, text: date.replaceAll('-', '.') })

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const source = Buffer.from(bytes)
  return new Map(
    readZipDirectory(source, 1000).map((entry) => [
      entry.name,
      (entry.method === 8 ? inflateRawSync(packedBytes(source, entry)) : packedBytes(source, entry)).toString('latin1'),
    ]),
  )
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

interface Form {
  readonly blank: () => Promise<Uint8Array>
  readonly sheet: string
  readonly block: Omit<FillBlock, 'rows'>
  readonly row: (place: number) => readonly FillValue[]
  readonly first: number
  readonly last: number
}

const FORMS: Readonly<Record<'A' | 'B' | 'C', Form>> = {
  A: {
    blank: formA,
    sheet: '实有人员',
    first: 5,
    last: 24,
    block: {
      headerLast: 4,
      keyColumn: 2,
      sequenceColumns: [0],
      columns: [0, 1, 2, 3, 4, 6],
      sumColumns: [],
      sides: [],
      until: 100_000,
    },
    row: (place) => [
      number(place + 1),
      text('党政综合办公室'),
      text(`试${place}`),
      text('男'),
      text('360121199001019913'),
      month('2010-07'),
    ],
  },
  B: {
    blank: formB,
    sheet: '干部名册',
    first: 5,
    last: 5,
    block: {
      headerLast: 4,
      keyColumn: 1,
      sequenceColumns: [0],
      columns: [0, 1, 2, 4, 8, 11],
      sumColumns: [],
      sides: [],
      until: 100_000,
    },
    row: (place) => [
      number(place + 1),
      text(`试${place}`),
      text('女'),
      month('1985-06'),
      month(place % 2 === 0 ? '2010-07' : '2010-07-15'),
      number(99),
    ],
  },
  C: {
    blank: formC,
    sheet: '配备情况',
    first: 6,
    last: 13,
    block: {
      headerLast: 4,
      keyColumn: 1,
      sequenceColumns: [0],
      columns: [0, 1, 2, 3, 4, 5, 6, 8],
      sumColumns: [2, 3, 5, 6, 8],
      sides: [],
      until: 100_000,
    },
    row: (place) => [
      number(place + 1),
      text(`站${place}`),
      number(5),
      number(place),
      number(99),
      number(4),
      number(3),
      number(1),
    ],
  },
}

async function fill(form: Form, count: number, blank?: Uint8Array): Promise<FilledTemplate> {
  return fillTemplate('xlsx', blank ?? (await form.blank()), {
    sheet: form.sheet,
    cells: [],
    lines: null,
    block: { ...form.block, rows: Array.from({ length: count }, (_, place) => form.row(place)) },
  })
}

/** Style number and formula or value of every cell of a sheet part, by the cell's name. */
async function cellsOf(
  bytes: Uint8Array,
  sheet: string,
): Promise<ReadonlyMap<string, { readonly style: unknown; readonly value: unknown; readonly row: number }>> {
  const found = (await opened(bytes)).getWorksheet(sheet)!
  const cells = new Map<string, { style: unknown; value: unknown; row: number }>()
  found.eachRow({ includeEmpty: true }, (row, number) =>
    row.eachCell({ includeEmpty: true }, (cell) =>
      cells.set(cell.address, {
        style: structuredClone(cell.style),
        value: structuredClone(cell.isMerged && cell.master !== cell ? null : cell.value),
        row: number,
      }),
    ),
  )
  return cells
}

const CASES = [
  ['A', 3],
  ['A', 20],
  ['A', 57],
  ['B', 1],
  ['B', 12],
  ['C', 4],
  ['C', 8],
  ['C', 31],
] as const

describe.each(CASES)('form %s with %i rows', (name, count) => {
  const form = FORMS[name]
  const grown = Math.max(0, count - (form.last - form.first + 1))

  it('leaves styles, theme, texts and other sheets byte for byte', async () => {
    const blank = await form.blank()
    const [before, after] = [partsOf(blank), partsOf((await fill(form, count, blank)).bytes)]
    const changed = [...before].filter(([part, content]) => after.get(part) !== content).map(([part]) => part)
    expect(before.get('xl/styles.xml')?.length).toBeGreaterThan(1000)
    expect(changed.toSorted()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect([...after.keys()]).toEqual([...before.keys()])
  })

  it('says what it wrote, and every row carries the values', async () => {
    const { outcome, workbook } = await fill(form, count)
    expect(outcome).toMatchObject({
      firstRow: form.first,
      lastRow: form.first + count - 1,
      inserted: grown,
      plain: false,
    })
    const rows = workbook.sheets.find((sheet) => sheet.name === form.sheet)!.rows
    const keys = rows.slice(form.first - 1, form.first - 1 + count).map((row) => shownText(row[form.block.keyColumn]))
    expect(keys).toEqual(Array.from({ length: count }, (_, place) => `${name === 'C' ? '站' : '试'}${place}`))
  })

  it('every other cell keeps its style and value, those below in their new place', async () => {
    const [before, after] = [
      await cellsOf(await form.blank(), form.sheet),
      await cellsOf((await fill(form, count)).bytes, form.sheet),
    ]
    for (const [address, cell] of before) {
      const moved = cell.row > form.last ? cell.row + grown : cell.row
      const now = after.get(address.replace(/\d+$/, String(moved)))
      // The look of the last blank row goes to the last row, wherever that is.
      const styled = grown === 0 || cell.row !== form.last
      const outside = (cell.row < form.first || cell.row > form.last) && typeof cell.value !== 'object'
      expect({ address, style: styled ? now?.style : null, value: outside ? now?.value : null }).toEqual({
        address,
        style: styled ? cell.style : null,
        value: outside ? cell.value : null,
      })
    }
    const added = [...after.keys()].filter((address) => !before.has(address))
    expect(added.every((address) => Number(/\d+$/.exec(address)?.[0]) > form.last)).toBe(true)
  })

  it('page set-up, widths, panes, print titles and merged areas are those of the form', async () => {
    const [before, after] = [await opened(await form.blank()), await opened((await fill(form, count)).bytes)]
    const [was, is] = [before.getWorksheet(form.sheet)!, after.getWorksheet(form.sheet)!]
    const { printArea: areaWas, ...setUpWas } = was.pageSetup
    const { printArea: areaIs, ...setUpIs } = is.pageSetup
    expect(setUpIs).toEqual(setUpWas)
    expect(areaIs).toBe(areaWas?.replace(/\d+$/, (row) => String(Number(row) + grown)))
    expect(is.columns.map((column) => column.width)).toEqual(was.columns.map((column) => column.width))
    expect(is.views).toEqual(was.views)
    const merges = (sheet: ExcelJS.Worksheet) =>
      (sheet.model as unknown as { readonly merges: readonly string[] }).merges.toSorted()
    expect(merges(is)).toEqual(
      merges(was)
        .map((area) => area.replaceAll(/\d+/g, (row) => String(Number(row) > form.last ? Number(row) + grown : row)))
        .toSorted(),
    )
    expect(is.rowCount).toBe(was.rowCount + grown)
  })
})

const formulaAt = (workbook: ExcelJS.Workbook, sheet: string, cell: string) =>
  workbook.getWorksheet(sheet)!.getCell(cell).value as { readonly formula: string; readonly result?: number }

it('totals above and below grow with the rows, row formulas are the form’s own, results stand beside them', async () => {
  const workbook = await opened((await fill(FORMS.C, 31)).bytes)
  expect(formulaAt(workbook, '配备情况', 'C5')).toMatchObject({ formula: 'SUM(C6:C36)', result: 155 })
  expect(formulaAt(workbook, '配备情况', 'D37')).toMatchObject({ formula: 'SUM(D6:D36)', result: 465 })
  expect(formulaAt(workbook, '配备情况', 'K37')).toMatchObject({ formula: 'C37-D37', result: 155 - 465 })
  expect(formulaAt(workbook, '配备情况', 'E36')).toMatchObject({ formula: 'C36-D36', result: 5 - 30 })
  expect(formulaAt(workbook, '配备情况', 'E5')).toMatchObject({ formula: 'SUM(E6:E36)', result: 155 - 465 })
  // The 合计 row had no formula there.
  expect(formulaAt(workbook, '配备情况', 'F37')).toMatchObject({ formula: 'SUM(F6:F36)', result: 124 })
})

it('a single styled row is multiplied with its checks, its formula and its height; dates follow the form’s format only as far as they are known', async () => {
  const sheet = (await opened((await fill(FORMS.B, 12)).bytes)).getWorksheet('干部名册')!
  for (let row = 5; row <= 16; row += 1) {
    expect(sheet.getCell(`G${row}`).dataValidation.type).toBe('list')
    expect(sheet.getRow(row).height).toBe(26)
    expect((sheet.getCell(`L${row}`).value as { readonly formula: string }).formula).toBe(`2026-YEAR(E${row})`)
  }
  expect(sheet.getCell('E5').value).toEqual(new Date('1985-06-01T00:00:00Z'))
  expect(sheet.getCell('I5').value).toBe('2010.07')
  expect(sheet.getCell('I6').value).toEqual(new Date('2010-07-15T00:00:00Z'))
  expect(sheet.getCell('A18').value).toBe('注：本表一式两份。')
})

it('10,000 texts that look like formulas, numbers or codes come back as the texts they are', async () => {
  const kinds = ['=1+1', '@SUM(A1)', '+86', '-A', '_x0041_', '<b>&"', "'001", '𠮷野', ' 前后 ', '1e5']
  const form = FORMS.A
  const rows = Array.from({ length: 10_000 }, (_, place) =>
    form.row(place).map((value, column) => (column === 2 ? text(`${kinds[place % kinds.length]}`) : value)),
  )
  const { workbook, bytes } = fillTemplate('xlsx', await form.blank(), {
    sheet: form.sheet,
    cells: [],
    lines: null,
    block: { ...form.block, rows },
  })
  const back = workbook.sheets[0]!.rows.slice(4, 10_004)
  expect(back.map((row) => row[2])).toEqual(rows.map((_, place) => kinds[place % kinds.length]))
  expect(back.flat().filter((cell) => typeof cell === 'object' && cell?.formula === true)).toEqual([])
  const again = (await opened(bytes)).getWorksheet(form.sheet)!
  expect(again.getCell('C5').value).toBe('=1+1')
})

describe('the lines above and below the table', () => {
  const facts = { township: '山溪乡', today: '2026-11-26', asOf: '2026-06-30' }
  const headers = { A: [3, 4], B: [4, 4], C: [2, 4] } as const
  const withLines = async (name: 'A' | 'B' | 'C', count: number, blank?: Uint8Array) => {
    const { sheet, block, row, ...form } = FORMS[name]
    const bytes = blank ?? (await form.blank())
    const request = {
      sheet,
      cells: [],
      lines: { ...facts, headerRows: headers[name] },
      block: { ...block, rows: Array.from({ length: count }, (_, place) => row(place)) },
    }
    return { blank: bytes, ...fillTemplate('xlsx', bytes, request) }
  }

  it.each([
    ['A', 57, [['A2', '填报单位（盖章）：山溪乡']]],
    ['B', 1, [['A3', '统计截止日期：2026年6月30日']]],
    ['C', 4, [['A16', '填表日期：2026年11月26日']]],
    // Where rows came in, the line stands lower.
    ['C', 31, [['A39', '填表日期：2026年11月26日']]],
  ] as const)('form %s with %i rows', async (name, count, expected) => {
    const { blank, bytes, outcome } = await withLines(name, count)
    expect(outcome.lines).toEqual(expected.map(([cell, said]) => ({ cell, text: said })))
    const [before, after] = [partsOf(blank), partsOf(bytes)]
    expect(
      [...before]
        .filter(([part, content]) => after.get(part) !== content)
        .map(([part]) => part)
        .toSorted(),
    ).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    // Against the same fill without them: those cells differ, in nothing but their text.
    const [plain, completed] = [
      await cellsOf((await fill(FORMS[name], count, blank)).bytes, FORMS[name].sheet),
      await cellsOf(bytes, FORMS[name].sheet),
    ]
    expect([...completed.keys()]).toEqual([...plain.keys()])
    const differing = [...completed].filter(
      ([address, cell]) => JSON.stringify(cell) !== JSON.stringify(plain.get(address)),
    )
    expect(differing.map(([address, { style, value }]) => [address, style, value])).toEqual(
      expected.map(([cell, said]) => [
        cell,
        plain.get(cell)?.style,
        name === 'C' ? `单位负责人：                    ${said}` : said,
      ]),
    )
  })

  async function altered(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const workbook = await opened(await formB())
    change(workbook.getWorksheet('干部名册')!)
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }

  it('a ruled cell or an area beside the label takes the value, a date as a date where the cell shows dates; a formula stays', async () => {
    const blank = await altered((sheet) => {
      sheet.getCell('B3').border = { bottom: { style: 'thin' } }
      sheet.getCell('B3').numFmt = 'yyyy-mm-dd'
      sheet.getCell('D3').value = '填报单位：'
      sheet.mergeCells('E3:H3')
      sheet.getCell('I3').value = '填报日期：'
      sheet.getCell('J3').value = { formula: 'TEXT(TODAY(),"yyyy-mm-dd")', result: '' }
    })
    const { bytes, outcome } = await withLines('B', 12, blank)
    expect(outcome.lines).toEqual([
      { cell: 'B3', text: '统计截止日期：2026年6月30日' },
      { cell: 'E3', text: '填报单位：山溪乡' },
    ])
    const sheet = (await opened(bytes)).getWorksheet('干部名册')!
    expect([
      sheet.getCell('A3').value,
      sheet.getCell('B3').value,
      sheet.getCell('D3').value,
      sheet.getCell('E3').value,
    ]).toEqual(['统计截止日期：', new Date('2026-06-30T00:00:00Z'), '填报单位：', '山溪乡'])
    expect(sheet.getCell('J3').value).toMatchObject({ formula: 'TEXT(TODAY(),"yyyy-mm-dd")' })
  })

  it('what stands there already is untouched, to the byte', async () => {
    const blank = await altered((sheet) => {
      sheet.getCell('A3').value = '统计截止日期：2025年12月31日'
      sheet.getCell('D3').value = '填报单位：'
      sheet.getCell('E3').value = '溪口镇'
      sheet.getCell('I3').value = '填表人：'
      sheet.getCell('J3').border = { bottom: { style: 'thin' } }
    })
    const { bytes, outcome } = await withLines('B', 1, blank)
    expect(outcome.lines).toEqual([])
    expect(partsOf(bytes)).toEqual(partsOf((await fill(FORMS.B, 1, blank)).bytes))
  })

  it('stretches of a text keep their looks: the value stands on the underlined blank', async () => {
    const plain = { font: { name: '仿宋', size: 12 } }
    const lined = { font: { name: '仿宋', size: 12, underline: true } }
    const blank = await altered((sheet) => {
      sheet.getCell('A3').value = {
        richText: [
          { ...plain, text: '填报单位（盖章）：' },
          { ...lined, text: '                ' },
          { ...plain, text: '  填报日期：' },
          { ...lined, text: '    年  月  日' },
        ],
      }
    })
    const { bytes, outcome, workbook } = await withLines('B', 1, blank)
    expect(outcome.lines.map((line) => line.text)).toEqual(['填报单位（盖章）：山溪乡', '填报日期：2026年11月26日'])
    const value = (await opened(bytes)).getWorksheet('干部名册')!.getCell('A3').value as ExcelJS.CellRichTextValue
    expect(value.richText.map(({ text: own, font }) => [own, font?.underline ?? false])).toEqual([
      ['填报单位（盖章）：', false],
      ['山溪乡          ', true],
      ['  填报日期：', false],
      ['2026年11月26日', true],
    ])
    expect(shownText(workbook.sheets[0]!.rows[2]?.[0])).toBe(
      '填报单位（盖章）：山溪乡            填报日期：2026年11月26日',
    )
  })
})

describe('what names rows of the form when rows come in', () => {
  const small = (more: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) => async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('表')
    sheet.addRows([['姓名', '性别']])
    for (const row of [2, 3])
      for (const column of [1, 2]) sheet.getCell(row, column).border = { bottom: { style: 'thin' } }
    sheet.getCell('A4').value = '合计'
    more(sheet, workbook)
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }
  const block = {
    headerLast: 1,
    keyColumn: 0,
    sequenceColumns: [],
    columns: [0, 1],
    sumColumns: [],
    sides: [],
    until: 100_000,
  }
  const filled = async (make: () => Promise<Uint8Array>, count: number) =>
    fillTemplate('xlsx', await make(), {
      sheet: '表',
      cells: [],
      lines: null,
      block: { ...block, rows: Array.from({ length: count }, () => [text('试'), text('男')]) },
    })

  it('a formula on another sheet goes on naming what it named, and sums what came in', async () => {
    const make = small((sheet, workbook) => {
      const other = workbook.addWorksheet('汇总')
      other.getCell('A1').value = { formula: "'表'!B4", result: 0 }
      other.getCell('A2').value = { formula: 'COUNTA(表!A2:A3)', result: 0 }
      other.getCell('A3').value = { formula: 'COUNTIF(表!B:B,"男")/A2', result: 0 }
      other.getCell('A4').value = { formula: 'VLOOKUP(1,表!A2:B3,2)', result: 7 }
      sheet.getCell('B4').value = 9
    })
    const grown = (await opened((await filled(make, 5)).bytes)).getWorksheet('汇总')!
    expect(['A1', 'A2', 'A3', 'A4'].map((cell) => grown.getCell(cell).value)).toEqual([
      { formula: "'表'!B7", result: 9 },
      { formula: 'COUNTA(表!A2:A6)', result: 5 },
      { formula: 'COUNTIF(表!B:B,"男")/A2', result: 1 },
      // Not worked out here, and what it came to on the blank form is gone.
      { formula: 'VLOOKUP(1,表!A2:B6,2)' },
    ])
  })

  it('a table of its own and a comment below move down', async () => {
    const table = small(
      (sheet) => void sheet.addTable({ name: '名单', ref: 'D8', columns: [{ name: '甲' }], rows: [['1']] }),
    )
    const parts = partsOf((await filled(table, 5)).bytes)
    expect(parts.get('xl/tables/table1.xml')).toContain('ref="D11:D12"')
    const note = small((sheet) => void (sheet.getCell('A4').note = '请核对'))
    const noted = (await filled(note, 5)).bytes
    expect((await opened(noted)).getWorksheet('表')!.getCell('A7').note).toBe('请核对')
    expect([...partsOf(noted)].find(([name]) => name.includes('vmlDrawing'))?.[1]).toContain('<x:Row>6</x:Row>')
  })

  it('a lone reference to the one blank row is refused: nobody can say whom it means then', async () => {
    const make = small((sheet, workbook) => {
      sheet.getCell('A3').value = '合计'
      workbook.addWorksheet('汇总').getCell('A1').value = { formula: '表!B2', result: 0 }
    })
    await expect(filled(make, 5)).rejects.toMatchObject({ code: 'template_rows' })
    // Control: as many rows as there are blank ones go in.
    expect((await filled(make, 1)).outcome).toMatchObject({ firstRow: 2, lastRow: 2, inserted: 0 })
  })

  it('control: the same form without these grows', async () => {
    expect(
      (
        await filled(
          small(() => undefined),
          5,
        )
      ).outcome,
    ).toMatchObject({ firstRow: 2, lastRow: 6, inserted: 3 })
  })
})

it('an old .xls is filled as a plain workbook and says so', () => {
  const bytes = workbookOf(
    [
      {
        name: '名册',
        rows: [['干部名册'], ['姓名', '性别'], [], [], ['填表人：        填报单位：']],
        merges: ['A1:B1'],
      },
    ],
    'xls',
  )
  const { outcome, workbook } = fillTemplate('xls', bytes, {
    sheet: '名册',
    cells: [],
    lines: { township: '山溪乡', today: '2026-11-26', asOf: '2026-11-26', headerRows: [2, 2] },
    block: {
      headerLast: 2,
      keyColumn: 0,
      sequenceColumns: [],
      columns: [0, 1],
      rows: [
        [text('试一'), text('男')],
        [text('试二'), text('女')],
        [text('试三'), text('女')],
      ],
      sumColumns: [],
      sides: [],
      until: 100_000,
    },
  })
  expect(outcome).toMatchObject({ plain: true, inserted: 1, lines: [{ cell: 'A6', text: '填报单位：山溪乡' }] })
  expect(workbook.sheets[0]!.rows).toEqual([
    ['干部名册'],
    ['姓名', '性别'],
    ['试一', '男'],
    ['试二', '女'],
    ['试三', '女'],
    ['填表人：        填报单位：山溪乡'],
  ])
  expect(workbook.sheets[0]!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }])
})
