import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { buildNotice } from '../../electron/domain/notice/notice-model.ts'
import { pageSize } from '../../electron/domain/report/paper.ts'
import { paginate } from '../../electron/domain/report/paginate.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { BARRED_NAME, noticeFacts, NOTICE_OPTIONS, OVER_NAME } from '../kit/notice-facts.ts'
import { missingTool, printed, type PrintedPages } from './office.ts'
import { changedPages, otherFonts, pageDifference, TOLERATED } from './pictures.ts'

const missing = missingTool()

/** Without blanks and line ends, which the printer sets where it likes. */
const plain = (text: string) => text.replaceAll(/\s/g, '')

/** Characters that never turn in the narrowest column. */
const ONE_LINE = 8

const HEADERS = {
  tree: ['职务（岗位）', '姓名'],
  table: ['序号', '单位', '姓名', '性别', '编制类别', '在编状况'],
  nine: ['姓名', '性别', '职务（岗位）', '职称', '所占编制类别', '渠道', '在编状况', '编制卡（证）号'],
  units: ['机构名称', '主要职责', '内设机构', '人员编制', '对应实有人员名单'],
  short: ['姓名', '职务', '编制类别'],
} as const

describe.each([
  ['tree', 'A4', 1],
  ['table', 'A4', 1],
  ['tree', 'A4', 4],
  ['table', 'A4', 4],
  ['table', 'A3', 1],
  ['nine', 'A4', 1],
  ['nine', 'A4', 4],
  ['nine', 'A3', 1],
  ['units', 'A4', 1],
  ['units', 'A4', 4],
  ['units', 'A3', 1],
  ['short', 'A4', 1],
  ['short', 'A3', 4],
  ['tree', 'A3', 1],
] as const)('a notice on paper: %s, %s, a township ×%i', (layout, paper, scale) => {
  const facts = noticeFacts(scale)
  const { sheet, pages } = paginate(buildNotice({ ...facts, options: { ...NOTICE_OPTIONS, layout, paper } }).sheet)
  let print: PrintedPages | null = null
  beforeAll(async () => {
    if (missing === null) print = printed(await drawSheet(sheet))
  })
  /** The last column alone, line by line: a list that turns inside its cell is cut by its neighbours in the reading order of a page. */
  const lastColumn = ({ words }: PrintedPages) => {
    const left = sheet.margins.left + sheet.columnWidths.slice(0, -1).reduce((total, width) => total + width, 0) - 2
    return words
      .map((page) =>
        page
          .filter((word) => word.left >= left)
          .map((word) => word.text)
          .join(''),
      )
      .join('')
  }
  const printOrSkip = (context: TestContext) => print ?? context.skip(`skipped: no ${missing}`)

  it('prints on as many pages as the preview shows, of the size asked for', (context) => {
    const print = printOrSkip(context)
    expect(print.pages).toHaveLength(pages.length)
    expect(Math.abs(print.width - pageSize(sheet).width)).toBeLessThan(1)
    expect(Math.abs(print.height - pageSize(sheet).height)).toBeLessThan(1)
  })
  it('every page has the header of the table, its number and the notice’s number', (context) => {
    const print = printOrSkip(context)
    const header = HEADERS[layout]
    for (const [index, text] of print.pages.entries()) {
      for (const title of header) expect(plain(text)).toContain(title)
      expect(plain(text)).toContain(`第${index + 1}页共${pages.length}页`)
      expect(plain(text)).toContain('山溪乡编公示〔2026〕1号台账1a2b3c4d…d6e7f809')
    }
  })
  it('everybody on the list is printed, nobody of the others', (context) => {
    const print = printOrSkip(context)
    const text = layout === 'units' ? lastColumn(print) : plain(print.pages.join('\n'))
    for (const name of facts.listedNames) expect(text).toContain(name)
    expect(text).not.toContain(OVER_NAME)
    expect(text).not.toContain(BARRED_NAME)
  })
  it('the page turns where the preview turns it', (context) => {
    const print = printOrSkip(context)
    // Texts of one line: others are cut by their neighbours in the reading order of a page.
    const textsOf = (row: number | undefined) =>
      sheet.rows[row ?? -1]?.cells
        .filter(
          (cell) =>
            cell.rowSpan === 1 && !cell.text.includes('\n') && (layout !== 'units' || cell.text.length <= ONE_LINE),
        )
        .map((cell) => plain(cell.text)) ?? []
    for (const [index, page] of pages.entries()) {
      const ends = [...textsOf(page.rowIndexes[index === 0 ? 0 : 1]), ...textsOf(page.rowIndexes.at(-1))]
      expect(ends.filter((text) => !plain(print.pages[index] ?? '').includes(text))).toEqual([])
    }
  })
  it('nothing stands outside the margins, and the sheet is not shrunk', (context) => {
    const print = printOrSkip(context)
    const words = print.words.flat()
    expect(Math.min(...words.map((word) => word.left))).toBeGreaterThan(sheet.margins.left - 2)
    expect(Math.max(...words.map((word) => word.right))).toBeLessThan(print.width - sheet.margins.right + 2)
    const title = words.find((word) => word.text.includes('编制实名制'))
    // A line box is a little higher than its type; a shrunk sheet would fall below the type size itself.
    expect((title?.bottom ?? 0) - (title?.top ?? 0)).toBeGreaterThan(sheet.fontSizes.title * 0.97)
  })
  it('looks as it did when it was looked at', (context) => {
    const print = printOrSkip(context)
    const why = otherFonts()
    if (why !== null) context.skip(`skipped: ${why}`)
    expect(changedPages(`notice-${layout}-${paper}-${scale}`, print.pictures)).toEqual([])
  })
})

it('control: one name less on the paper is seen', async (context) => {
  if (missing !== null) context.skip(`skipped: no ${missing}`)
  const { sheet } = paginate(
    buildNotice({ ...noticeFacts(1), options: { ...NOTICE_OPTIONS, layout: 'table', paper: 'A4' } }).sheet,
  )
  const row = sheet.rows.findIndex((own) =>
    own.cells.some((cell) => cell.style === 'tableText' || cell.style === 'tableCentered'),
  )
  const without = {
    ...sheet,
    rows: sheet.rows.map((own, index) =>
      index === row + 2 ? { ...own, cells: own.cells.map((cell) => ({ ...cell, text: '' })) } : own,
    ),
  }
  const [one, other] = [printed(await drawSheet(sheet)).pictures[0]!, printed(await drawSheet(without)).pictures[0]!]
  expect(pageDifference(one, one)).toEqual({ mean: 0, worst: 0 })
  expect(pageDifference(one, other).worst).toBeGreaterThan(TOLERATED.worst)
})
