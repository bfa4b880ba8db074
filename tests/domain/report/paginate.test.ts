import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildNotice } from '../../../electron/domain/notice/notice-model.ts'
import { paginate } from '../../../electron/domain/report/paginate.ts'
import { enlargeToA3, pageSize } from '../../../electron/domain/report/paper.ts'
import type { SheetModel, SheetRow } from '../../../electron/domain/report/sheet-model.ts'
import { TYPE_SIZES } from '../../../electron/domain/report/text-metrics.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../../kit/notice-facts.ts'

/** A4 portrait with 641 points of room. */
const sheetOf = (rows: readonly SheetRow[], repeatRows: SheetModel['repeatRows'] = null): SheetModel => ({
  name: '表',
  paper: 'A4',
  orientation: 'portrait',
  margins: { top: 100, right: 50, bottom: 100.89, left: 50 },
  columnWidths: [400, 95],
  fontSizes: TYPE_SIZES,
  repeatRows,
  rows,
  footerNote: '',
})
const row = (height: number, text = '', more: Partial<SheetRow> = {}): SheetRow => ({
  height,
  cells: [{ column: 1, columnSpan: 1, rowSpan: 1, text, style: 'tableText' }],
  ...more,
})
const heightsOf = (sheet: SheetModel) =>
  paginate(sheet).pages.map((page) =>
    page.rowIndexes.reduce((total, index) => total + (sheet.rows[index]?.height ?? 0), 0),
  )

describe('where the page turns', () => {
  it('one page when everything fits', () => {
    expect(paginate(sheetOf([row(300), row(300)])).pages).toEqual([{ rowIndexes: [0, 1] }])
  })
  it('turns before the row that no longer fits', () => {
    const { sheet, pages } = paginate(sheetOf([row(300), row(300), row(300)]))
    expect(pages).toEqual([{ rowIndexes: [0, 1] }, { rowIndexes: [2] }])
    expect(sheet.rows.map((one) => one.breakBefore ?? false)).toEqual([false, false, true])
  })
  it('repeats the header on later pages and counts its height', () => {
    const { pages } = paginate(
      sheetOf([row(20), row(40), row(290), row(290), row(290), row(290)], { first: 1, last: 1 }),
    )
    expect(pages).toEqual(
      [{ rowIndexes: [0, 1, 2] }, { rowIndexes: [1, 3, 4] }, { rowIndexes: [1, 5] }].slice(0, pages.length),
    )
    expect(pages).toHaveLength(3)
  })
  it('keeps tied rows together', () => {
    expect(paginate(sheetOf([row(500), row(60, '', { keepWithNext: true }), row(90)])).pages).toEqual([
      { rowIndexes: [0] },
      { rowIndexes: [1, 2] },
    ])
  })
  it('lets go of a tie that no page can hold', () => {
    const heights = heightsOf(
      sheetOf([row(400, '', { keepWithNext: true }), row(400, '', { keepWithNext: true }), row(400)]),
    )
    expect(heights).toEqual([400, 400, 400])
  })
  it('cuts a cell of several rows and says whose it is on the next page', () => {
    const rows: SheetRow[] = [
      {
        height: 300,
        cells: [
          {
            column: 0,
            columnSpan: 1,
            rowSpan: 5,
            text: '党政综合办公室\n行政编制5名',
            style: 'tableText',
            continued: '党政综合办公室（续）',
          },
        ],
      },
      ...Array.from({ length: 4 }, () => row(300)),
    ]
    const { sheet } = paginate(sheetOf(rows))
    const spans = sheet.rows.flatMap((one, index) =>
      one.cells.filter((cell) => cell.column === 0).map((cell) => [index, cell.rowSpan, cell.text]),
    )
    expect(spans).toEqual([
      [0, 2, '党政综合办公室\n行政编制5名'],
      [2, 2, '党政综合办公室（续）'],
      [4, 1, '党政综合办公室（续）'],
    ])
  })
  it('loses no row, repeats none but the header, overfills no page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ height: fc.integer({ min: 12, max: 120 }), keepWithNext: fc.boolean() }), {
          minLength: 3,
          maxLength: 150,
        }),
        (specs) => {
          const sheet = sheetOf(
            specs.map((spec) => row(spec.height, '', { keepWithNext: spec.keepWithNext })),
            { first: 1, last: 1 },
          )
          const { pages } = paginate(sheet)
          // The header (row 1) may itself be the first row of a page; only where it stands already on an earlier one is it a repeat.
          const printed = pages.flatMap((page, place) =>
            pages.slice(0, place).some((earlier) => earlier.rowIndexes.includes(1))
              ? page.rowIndexes.slice(1)
              : page.rowIndexes,
          )
          expect(printed).toEqual(specs.map((_, index) => index))
          for (const height of heightsOf(sheet)) expect(height).toBeLessThanOrEqual(641)
        },
      ),
    )
  })
})

describe('a notice in pages', () => {
  it.each([
    ['tree', 1],
    ['table', 1],
    ['tree', 4],
    ['table', 4],
  ] as const)(
    '%s of a township ×%i: no page overfull, the signature never alone, no heading at the foot',
    (layout, scale) => {
      const built = buildNotice({ ...noticeFacts(scale), options: { ...NOTICE_OPTIONS, layout } })
      const { sheet, pages } = paginate(built.sheet)
      const room = pageSize(sheet).height - sheet.margins.top - sheet.margins.bottom
      expect(pages.length).toBeGreaterThan(1)
      for (const page of pages) {
        expect(
          page.rowIndexes.reduce((total, index) => total + (sheet.rows[index]?.height ?? 0), 0),
        ).toBeLessThanOrEqual(room)
        const last = sheet.rows[page.rowIndexes.at(-1) ?? 0]
        expect(
          last?.cells.some(
            (cell) => cell.style === 'heading' || cell.style === 'subheading' || cell.style === 'tableHeader',
          ),
        ).toBe(false)
      }
      const lastPage = pages
        .at(-1)
        ?.rowIndexes.flatMap((index) => sheet.rows[index]?.cells.map((cell) => cell.style) ?? [])
      expect(lastPage).toContain('tableCentered')
      expect(lastPage).toContain('signature')
    },
  )
  it('on A3 the same rows stand on the same pages, larger', () => {
    const { sheet } = buildNotice({ ...noticeFacts(4), options: NOTICE_OPTIONS })
    const large = enlargeToA3(sheet)
    expect(large.fontSizes.paragraph).toBeGreaterThan(sheet.fontSizes.paragraph * 1.35)
    expect(paginate(large).pages.length).toBe(paginate(sheet).pages.length)
  })
})
