import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import * as XLSX from 'xlsx'
import { makeReportFile, listReports, revealReport } from '../../electron/app/forms/draft-report.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { cell } from '../../electron/domain/report/sheet-rows.ts'
import { TYPE_SIZES } from '../../electron/domain/report/text-metrics.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { temporaryFolder } from '../kit/book.ts'
import { makeContext } from '../kit/context.ts'
import { withSampleMonth } from '../kit/sample-month.ts'
import { missingTool } from './office.ts'
import { convertAll, pageTexts } from './office-batch.ts'
import { changedPages, otherFonts, pageDifference, smallPages, TOLERATED } from './pictures.ts'

/* Every form of the sample after its November, on paper and in two other programs. */

const FORMS = listReports().forms
/** One person a page or two: no head that comes again on every page. */
const CARDS: ReadonlySet<string> = new Set(['secondment-approval', 'appointment-form'])
const missing = missingTool()
const folder = temporaryFolder()

const plain = (text: string) => text.replaceAll(/\s/g, '')
const views = new Map<string, Output<'report.reveal'>>()
let [pdfs, recalculated] = ['', '']

beforeAll(async () => {
  if (missing !== null) return
  await withSampleMonth(async (book) => {
    for (const { id } of FORMS) {
      const context = makeContext(book, { operation: 'report.file' })
      const input = { form: id, asOf: '2026-11-30' }
      const made = await makeReportFile(input, context)
      writeFileSync(join(folder.path, `${id}.xlsx`), Buffer.from(made.base64, 'base64'))
      views.set(id, await revealReport({ ...input, reason: '看纸样' }, context))
    }
  })
  // A control: a result in the file that is wrong must come back right, or nothing was recalculated.
  const wrong = {
    ...cell(0, 1, '999', 'tableNumber' as const),
    value: { number: 999, formula: 'SUM(R[-1]C[0]:R[-1]C[0])' },
  }
  const two = { ...cell(0, 1, '2', 'tableNumber' as const), value: { number: 2 } }
  writeFileSync(
    join(folder.path, 'control.xlsx'),
    await drawSheet({
      name: '表',
      paper: 'A4',
      orientation: 'portrait',
      margins: { top: 50, right: 40, bottom: 50, left: 40 },
      columnWidths: [250],
      fontSizes: TYPE_SIZES,
      repeatRows: null,
      rows: [
        { height: 21, cells: [two] },
        { height: 21, cells: [wrong] },
      ],
      footerNote: '',
    }),
  )
  const names = FORMS.map(({ id }) => id)
  pdfs = convertAll(folder.path, names, 'pdf')
  recalculated = convertAll(folder.path, [...names, 'control'], 'xlsx')
})
afterAll(() => folder.dispose())

const orSkip = (context: TestContext) => void (missing === null || context.skip(`skipped: no ${missing}`))
const sheetIn = (path: string) =>
  Object.values(XLSX.read(readFileSync(path), { type: 'buffer', cellNF: true }).Sheets)[0] ?? {}
const cellsOf = (sheet: XLSX.WorkSheet) =>
  Object.entries(sheet).filter(([place]) => !place.startsWith('!')) as readonly (readonly [string, XLSX.CellObject])[]

describe.each(FORMS)('$title', ({ id, title, idNumbers }) => {
  it('prints on as many pages as the preview shows, the head of the table and the page number on each', (context) => {
    orSkip(context)
    const { preview } = views.get(id)!
    const pages = pageTexts(join(pdfs, `${id}.pdf`))
    expect(pages).toHaveLength(preview.pages.length)
    expect(pages[0]).toContain(title)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页共${pages.length}页`)
      for (const head of preview.pages[index]?.cells.filter((own) => own.style === 'tableHeader') ?? [])
        for (const letter of plain(head.text)) expect(page).toContain(letter)
    }
  })
  it('every letter of the preview stands on its printed page, none outside the margins', (context) => {
    orSkip(context)
    const { preview } = views.get(id)!
    for (const [index, page] of pageTexts(join(pdfs, `${id}.pdf`)).entries()) {
      const printed = Map.groupBy(page, (letter) => letter)
      const wanted = Map.groupBy(
        plain(preview.pages[index]?.cells.map((own) => own.text).join('') ?? ''),
        (letter) => letter,
      )
      expect(
        [...wanted]
          .filter(([letter, all]) => (printed.get(letter)?.length ?? 0) < all.length)
          .map(([letter]) => letter),
      ).toEqual([])
    }
    const words = execFileSync('pdftotext', ['-bbox', join(pdfs, `${id}.pdf`), '-'], { encoding: 'utf8' })
    const edges = [...words.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"/g)].map(
      ([, left, right]) => [Number(left), Number(right)] as const,
    )
    expect(Math.min(...edges.map(([left]) => left))).toBeGreaterThan(preview.margins.left - 2)
    expect(Math.max(...edges.map(([, right]) => right))).toBeLessThan(preview.pageWidth - preview.margins.right + 2)
  })
  it('another library reads the same cells, merged areas, print titles and one page’s width', (context) => {
    orSkip(context)
    const path = join(folder.path, `${id}.xlsx`)
    const workbook = XLSX.read(readFileSync(path), { type: 'buffer', cellNF: true })
    const sheet = Object.values(workbook.Sheets)[0] ?? {}
    const { preview } = views.get(id)!
    const head =
      preview.pages[0]?.cells.filter((own) => own.style === 'tableHeader' && own.columnSpan > 1 && own.row < 5)
        .length ?? 0
    expect((sheet['!merges'] ?? []).length).toBeGreaterThanOrEqual(head + 1)
    const texts = cellsOf(sheet).filter(([, own]) => own.t === 's')
    expect(texts.filter(([, own]) => own.f !== undefined || own.z !== '@')).toEqual([])
    expect(texts.some(([, own]) => /^\d{17}[\dX]$/.test(String(own.v)))).toBe(idNumbers)
    const archive = XLSX.CFB.read(readFileSync(path), { type: 'buffer' })
    const part = (name: string) =>
      new TextDecoder().decode(
        Uint8Array.from(
          archive.FileIndex[archive.FullPaths.findIndex((full: string) => full.endsWith(name))]!.content as Uint8Array,
        ),
      )
    expect(part('sheet1.xml')).toMatch(/fitToWidth="1" fitToHeight="0"|fitToHeight="0"[^>]*fitToWidth="1"/)
    expect(part('workbook.xml').includes('_xlnm.Print_Titles')).toBe(
      preview.pages[0]?.cells.some((own) => own.style === 'tableHeader' && !CARDS.has(id)) === true,
    )
    expect(part('core.xml')).not.toMatch(/\d{11}/)
  })
  it('recalculated by the office program, every sum is what the file said', (context) => {
    orSkip(context)
    const before = sheetIn(join(folder.path, `${id}.xlsx`))
    const after = sheetIn(join(recalculated, `${id}.xlsx`))
    const sums = cellsOf(before).filter(([, own]) => own.f !== undefined)
    for (const [place, own] of sums)
      expect([place, (after[place] as XLSX.CellObject | undefined)?.v]).toEqual([place, own.v])
    const total = cellsOf(before).some(([, own]) => own.v === '总计')
    expect(sums.length > 0).toBe(total)
    for (const [place, own] of cellsOf(before).filter(([, one]) => one.t === 's'))
      expect([place, (after[place] as XLSX.CellObject | undefined)?.v]).toEqual([place, own.v])
  })
})

describe('pictures', () => {
  it('control: a wrong result in a file comes back right', (context) => {
    orSkip(context)
    expect((sheetIn(join(folder.path, 'control.xlsx'))['A2'] as XLSX.CellObject).v).toBe(999)
    expect((sheetIn(join(recalculated, 'control.xlsx'))['A2'] as XLSX.CellObject).v).toBe(2)
  })
  it.for(FORMS.map(({ id }) => id))('%s looks as it did when it was looked at', (id, context) => {
    orSkip(context)
    const why = otherFonts()
    if (why !== null) context.skip(`skipped: ${why}`)
    expect(changedPages(id, smallPages(join(pdfs, `${id}.pdf`)))).toEqual([])
  })
  it('control: another form is told apart', (context) => {
    orSkip(context)
    const [one, other] = ['unit-staffing', 'yearly-plan'].map((id) => smallPages(join(pdfs, `${id}.pdf`))[0])
    expect(pageDifference(one!, other!).mean).toBeGreaterThan(TOLERATED.mean)
  })
})
