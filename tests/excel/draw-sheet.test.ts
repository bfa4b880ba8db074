import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { buildNotice } from '../../electron/domain/notice/notice-model.ts'
import { paginate } from '../../electron/domain/report/paginate.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../kit/notice-facts.ts'

const draft = (layout: 'tree' | 'table', paper: 'A4' | 'A3' = 'A4') =>
  paginate(buildNotice({ ...noticeFacts(), options: { ...NOTICE_OPTIONS, layout, paper } }).sheet)
const part = (bytes: Uint8Array, path: string) => {
  const archive = XLSX.CFB.read(bytes, { type: 'array' })
  const entry = archive.FileIndex[archive.FullPaths.findIndex((full: string) => full.endsWith(`/${path}`))]!
  return new TextDecoder().decode(Uint8Array.from(entry.content as Uint8Array))
}

describe('a finished sheet', () => {
  it('is drawn the same to the byte at another time', async () => {
    const first = await drawSheet(draft('tree').sheet)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(Buffer.compare(first, await drawSheet(draft('tree').sheet))).toBe(0)
  })
  it('reads back cell by cell in another library, as text', async () => {
    const { sheet } = draft('table')
    const read = XLSX.read(await drawSheet(sheet), { type: 'array', cellNF: true }).Sheets['公示']!
    for (const [index, row] of sheet.rows.entries()) {
      for (const cell of row.cells.filter((one) => one.text !== '')) {
        const found: XLSX.CellObject = read[XLSX.utils.encode_cell({ r: index, c: cell.column })]
        expect([found.t, found.v, found.z]).toEqual(['s', cell.text, '@'])
      }
    }
  })
  it.each([
    ['tree', 'A4', '9', 'portrait'],
    ['table', 'A4', '9', 'landscape'],
    ['table', 'A3', '8', 'landscape'],
  ] as const)(
    '%s on %s: paper, one page wide, repeated header, page breaks, footer',
    async (layout, paper, size, orientation) => {
      const { sheet, pages } = draft(layout, paper)
      const bytes = await drawSheet(sheet)
      const xml = part(bytes, 'xl/worksheets/sheet1.xml')
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
      expect(xml).toMatch(
        new RegExp(
          `<pageSetup[^>]*paperSize="${size}"[^>]*orientation="${orientation}"[^>]*fitToWidth="1"[^>]*fitToHeight="0"`,
        ),
      )
      expect([...xml.matchAll(/<brk id="(\d+)"/g)].map((match) => Number(match[1]))).toEqual(
        sheet.rows.flatMap((row, index) => (row.breakBefore === true ? [index] : [])),
      )
      expect([...xml.matchAll(/<brk /g)]).toHaveLength(pages.length - 1)
      expect(xml).toContain('&amp;C&amp;&quot;仿宋_GB2312,常规&quot;&amp;10 第 &amp;P 页 共 &amp;N 页')
      expect(xml).toContain(sheet.footerNote)
      const header = (sheet.repeatRows?.first ?? 0) + 1
      expect(part(bytes, 'xl/workbook.xml')).toMatch(
        new RegExp(`_xlnm\\.Print_Titles[^>]*>[^<]*\\$${header}:\\$${header}<`),
      )
    },
  )
  it('every cell of a merged area has its borders', async () => {
    const { sheet } = draft('tree')
    const xml = part(await drawSheet(sheet), 'xl/worksheets/sheet1.xml')
    const heading = sheet.rows.findIndex((row) => row.cells[0]?.style === 'subheading') + 1
    const styles = [...xml.matchAll(new RegExp(`<c r="[A-F]${heading}" s="(\\d+)"`, 'g'))].map((match) => match[1])
    expect(styles).toHaveLength(6)
    expect(new Set(styles).size).toBe(1)
  })
  it('names the official faces with the Chinese character set, and nobody in the properties', async () => {
    const bytes = await drawSheet(draft('tree').sheet)
    const fonts = part(bytes, 'xl/styles.xml')
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312'])
      expect(fonts).toMatch(
        new RegExp(`<name val="${face}"/>[^]*?<charset val="134"/>|<charset val="134"/>[^]*?<name val="${face}"/>`),
      )
    const core = part(bytes, 'docProps/core.xml')
    expect(
      core
        .replaceAll(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s+/),
    ).toEqual(['定编', '定编', '2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z'])
  })
})
