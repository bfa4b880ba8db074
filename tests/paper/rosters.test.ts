import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import * as XLSX from 'xlsx'
import { makeAdhocFile, previewAdhoc } from '../../electron/app/forms/make-adhoc.ts'
import { makeBlankFile } from '../../electron/app/forms/make-blank.ts'
import { readNoticeFile } from '../../electron/app/notice/read-file.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { blankKind } from '../../electron/contract/blank-operations.ts'
import type { RosterLayout } from '../../electron/contract/adhoc-operations.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'
import { makeContext } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { seatPeople } from '../kit/people.ts'
import { withSampleMonth } from '../kit/sample-month.ts'
import { missingTool } from './office.ts'
import { convertAll, pageTexts } from './office-batch.ts'
import { changedPages, otherFonts, smallPages } from './pictures.ts'

/* 自定花名册 and 空白导入表 on paper and in another office program; a name of a rare character on both papers a name stands on. */

const LAYOUT: RosterLayout = {
  title: '人员花名册',
  fields: ['sequence', 'name', 'idNumber', 'sex', 'birth'],
  dateFormat: 'dot',
  idNumbers: 'masked',
  filter: { lists: ['in-quota'], unit: null, category: null, sex: null, education: null, bornFrom: null, bornTo: null },
  sortBy: null,
  descending: false,
  groupBy: 'unit',
  paper: 'A4',
  orientation: 'portrait',
}
/** CJK Extension B. */
const RARE = '𠮷永福'

const missing = missingTool()
const folder = temporaryFolder()
let [pdfs, again] = ['', '']
let view: Output<'adhoc.preview'> | null = null

beforeAll(async () => {
  if (missing !== null) return
  const write = (name: string, base64: string) =>
    writeFileSync(join(folder.path, `${name}.xlsx`), Buffer.from(base64, 'base64'))
  await withSampleMonth(async (book) => {
    await seatPeople(book, [{ name: RARE, unit: '文化服务中心', category: 'institution', birth: '1980-06-16' }])
    const context = makeContext(book, { operation: 'notice.issue', excel: DRAW_HERE })
    view = await previewAdhoc({ layout: LAYOUT }, context)
    write('adhoc', (await makeAdhocFile({ layout: LAYOUT }, context)).base64)
    // The sample month has its faults on purpose; what is looked at here is the print.
    const despite = { keys: ['all'], reason: '示例' }
    const { id } = await issueNotice({ layout: 'short', from: '2026-11-23', days: 5, despite }, context)
    write('notice', (await readNoticeFile({ id }, context)).base64)
  })
  for (const kind of blankKind.options)
    write(`blank-${kind}`, (await makeBlankFile({ kind }, createExcelPort())).base64)
  const blanks = blankKind.options.map((kind) => `blank-${kind}`)
  pdfs = convertAll(folder.path, ['adhoc', 'notice', 'blank-roster', 'blank-training'], 'pdf')
  again = convertAll(folder.path, ['adhoc', ...blanks], 'xlsx')
})
afterAll(() => folder.dispose())

const orSkip = (context: TestContext) => void (missing === null || context.skip(`skipped: no ${missing}`))
const formulasOf = (path: string) =>
  Object.entries(Object.values(XLSX.read(readFileSync(path), { type: 'buffer' }).Sheets)[0]!).flatMap(([place, cell]) =>
    (cell as XLSX.CellObject).f === undefined ? [] : [[place, (cell as XLSX.CellObject).v]],
  )

describe('自定花名册', () => {
  it('prints on as many pages as the preview shows, head and page number on each', (context) => {
    orSkip(context)
    const pages = pageTexts(join(pdfs, 'adhoc.pdf'))
    expect(pages).toHaveLength(view!.preview.pages.length)
    for (const [index, page] of pages.entries())
      for (const text of ['序号', '姓名', '身份证号', `第${index + 1}页共${pages.length}页`])
        expect(page).toContain(text)
  })
  it('recalculated, each subtotal and the total are what the file said', (context) => {
    orSkip(context)
    const said = formulasOf(join(folder.path, 'adhoc.xlsx'))
    expect(said.length).toBeGreaterThan(6)
    expect(formulasOf(join(again, 'adhoc.xlsx'))).toEqual(said)
  })
})

describe('a name with a character of Extension B', () => {
  it.for(['adhoc', 'notice'])('stands on the printed %s', (name, context) => {
    orSkip(context)
    if (execFileSync('fc-list', [':charset=20bb7', 'family'], { encoding: 'utf8' }).trim() === '')
      context.skip('skipped: no font here has the character')
    expect(pageTexts(join(pdfs, `${name}.pdf`)).join('')).toContain(RARE)
  })
})

describe('空白导入表', () => {
  it.for(blankKind.options)(
    '%s: another office program keeps every drop-down, and the words stay hidden',
    (kind, context) => {
      orSkip(context)
      const rulesOf = (path: string) => {
        const archive = XLSX.CFB.read(readFileSync(path), { type: 'buffer' })
        const sheets = archive.FullPaths.flatMap((full: string, index: number) =>
          /worksheets\/sheet\d+\.xml$/.test(full)
            ? [new TextDecoder().decode(Uint8Array.from(archive.FileIndex[index]!.content as Uint8Array))]
            : [],
        )
        return sheets.reduce(
          (count: number, sheet: string) => count + [...sheet.matchAll(/<dataValidation [^>]*type="list"/g)].length,
          0,
        )
      }
      const [before, after] = [join(folder.path, `blank-${kind}.xlsx`), join(again, `blank-${kind}.xlsx`)]
      expect(rulesOf(after)).toBe(rulesOf(before))
      expect(rulesOf(before)).toBeGreaterThanOrEqual(kind === 'roster' ? 11 : 0)
      expect(
        XLSX.read(readFileSync(after), { type: 'buffer' }).Workbook?.Sheets?.find((sheet) => sheet.name === '选项')
          ?.Hidden,
      ).toBe(1)
    },
  )
  it.for(['blank-roster', 'blank-training', 'adhoc'])('%s looks as it did when it was looked at', (name, context) => {
    orSkip(context)
    const why = otherFonts()
    if (why !== null) context.skip(`skipped: ${why}`)
    expect(changedPages(name, smallPages(join(pdfs, `${name}.pdf`)))).toEqual([])
  })
})
