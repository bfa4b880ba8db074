import { beforeAll, describe, expect, it } from 'vitest'
import { buildNotice } from '../../electron/domain/notice/notice-model.ts'
import { pageSize } from '../../electron/domain/report/paper.ts'
import { paginate } from '../../electron/domain/report/paginate.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { BARRED_NAME, noticeFacts, NOTICE_OPTIONS, OVER_NAME } from '../kit/notice-facts.ts'
import { missingTool, printed, type PrintedPages } from './office.ts'

const missing = missingTool()

describe.each([
  ['tree', 'A4', 1],
  ['table', 'A4', 1],
  ['tree', 'A4', 4],
  ['table', 'A4', 4],
  ['table', 'A3', 1],
] as const)('a notice on paper: %s, %s, a township ×%i', (layout, paper, scale) => {
  const facts = noticeFacts(scale)
  const { sheet, pages } = paginate(buildNotice({ ...facts, options: { ...NOTICE_OPTIONS, layout, paper } }).sheet)
  let print: PrintedPages | null = null
  beforeAll(async () => {
    if (missing === null) print = printed(await drawSheet(sheet))
  })
  const check = (name: string, assert: (print: PrintedPages) => void) =>
    it(name, (context) => {
      if (print === null) return context.skip(`no ${missing} on this machine`)
      return assert(print)
    })

  check('prints on as many pages as the preview shows, of the size asked for', (print) => {
    expect(print.pages).toHaveLength(pages.length)
    expect(Math.abs(print.width - pageSize(sheet).width)).toBeLessThan(1)
    expect(Math.abs(print.height - pageSize(sheet).height)).toBeLessThan(1)
  })
  check('every page has the header of the table, its number and the notice’s number', (print) => {
    const header = layout === 'tree' ? ['职务（岗位）', '姓名'] : ['序号', '单位', '姓名', '性别', '编制类别', '在编状况']
    for (const [index, text] of print.pages.entries()) {
      for (const title of header) expect(text.replaceAll(/\s/g, '')).toContain(title)
      expect(text.replaceAll(/\s/g, '')).toContain(`第${index + 1}页共${pages.length}页`)
      expect(text.replaceAll(/\s/g, '')).toContain('山溪乡编公示〔2026〕1号台账1a2b3c4d…d6e7f809')
    }
  })
  check('everybody on the list is printed, nobody of the others', (print) => {
    const text = print.pages.join('\n').replaceAll(/\s/g, '')
    for (const name of facts.listedNames) expect(text).toContain(name)
    expect(text).not.toContain(OVER_NAME)
    expect(text).not.toContain(BARRED_NAME)
  })
  check('the page turns where the preview turns it', (print) => {
    for (const [index, page] of pages.entries()) {
      const own = new Set(page.rowIndexes.flatMap((row) => sheet.rows[row]?.cells.filter((cell) => cell.style === 'tableNumber' && cell.text !== '').map((cell) => cell.text) ?? []))
      const shown = print.words[index]?.filter((word) => word.left < sheet.margins.left + 40 && /^\d+$/.test(word.text)).map((word) => word.text)
      if (layout === 'table') expect(new Set(shown)).toEqual(own)
    }
  })
  check('nothing stands outside the margins, and the sheet is not shrunk', (print) => {
    const words = print.words.flat()
    expect(Math.min(...words.map((word) => word.left))).toBeGreaterThan(sheet.margins.left - 2)
    expect(Math.max(...words.map((word) => word.right))).toBeLessThan(print.width - sheet.margins.right + 2)
    const title = words.find((word) => word.text.includes('编制实名制公示'))
    // A line box is a little higher than its type; a shrunk sheet would fall below the type size itself.
    expect((title?.bottom ?? 0) - (title?.top ?? 0)).toBeGreaterThan(sheet.fontSizes.title * 0.97)
  })
})
