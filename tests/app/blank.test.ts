import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { makeBlankFile } from '../../electron/app/forms/make-blank.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { previewImport } from '../../electron/app/import/preview-import.ts'
import { previewRecordImport } from '../../electron/app/records/preview-record-import.ts'
import { blankKind, type BlankKind } from '../../electron/contract/blank-operations.ts'
import { RECORD_KIND_NAMES, recordHeaders, recordType } from '../../electron/contract/records.ts'
import { rosterBlank } from '../../electron/domain/blank/roster-blank.ts'
import { SHIPPED } from '../../electron/vocabulary/catalogue.ts'
import {
  quotaCategory,
  educationLevel,
  ethnicGroup,
  fundedCategory,
  guestKind,
  offQuotaKind,
  politicalStatus,
} from '../../electron/domain/table/vocabularies.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { makeContext } from '../kit/context.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { fillBlank, type BlankRow as Row } from '../kit/fill-blank.ts'
import { inventedId } from '../kit/people.ts'
import { withSample } from '../kit/sample-month.ts'
import { withTownship } from '../kit/township.ts'

/* An empty workbook is right when what is filled in by its own drop-downs and hints comes back without a question. */

const excel = createExcelPort()
const blankOf = async (kind: BlankKind) => Buffer.from((await makeBlankFile({ kind }, excel)).base64, 'base64')

const withEmpty = (work: (book: OpenBook) => Promise<void>) => withTownship(work, 'none')

const QUOTAS: readonly Row[] = [
  {
    机构名称: '党政综合办公室',
    机构类别: '内设机构',
    编制类型: '行政编制',
    核定编制数: 5,
    领导职数: 1,
    批准文号: '青编发〔2024〕17号',
  },
  {
    机构名称: '农业综合服务中心',
    机构类别: '事业单位',
    编制类型: '事业编制',
    经费形式: '全额拨款',
    核定编制数: 3,
    批准文号: '青编发〔2024〕17号',
    核定日期: '2024-03-15',
  },
]
const PEOPLE: readonly Row[] = [
  {
    所在机构: '党政综合办公室',
    姓名: '试一',
    性别: '男',
    身份证号: inventedId('1985-06-03'),
    出生年月: '1985.06',
    民族: '汉族',
    政治面貌: '中共党员',
    学历: '大学本科',
    参加工作时间: '2008-07',
    编制类型: '行政编制',
    进入方式: '考试录用应届毕业生',
    入编时间: '2008-07-01',
    入编文号: '青编核〔2008〕3号',
    '现任职务（岗位）': '主任',
  },
  {
    所在机构: '农业综合服务中心',
    姓名: '试二',
    性别: '女',
    身份证号: inventedId('1990-01-09', '女'),
    出生年月: '1990-01',
    编制类型: '事业编制（全额拨款）',
    进入方式: '公开招聘',
    入编时间: '2014-09-01',
  },
  {
    所在机构: '农业综合服务中心',
    姓名: '试三',
    性别: '女',
    身份证号: inventedId('1993-02-09', '女'),
    编制类型: '自聘',
  },
  { 所在机构: '农业综合服务中心', 姓名: '试一（兼任）', '现任职务（岗位）': '中心主任' },
]

describe('花名册', () => {
  it('filled in by its own words comes in whole: nothing refused, only written dates made one', async () => {
    const bytes = await fillBlank(await blankOf('roster'), { 编制核定: QUOTAS, 花名册: PEOPLE })
    await withEmpty(async (book) => {
      const context = makeContext(book, { operation: 'import.commit' })
      const done = await commitImport({ fileId: context.stage('花名册.xlsx', bytes) }, context)
      expect(done).toMatchObject({
        committed: true,
        refused: [],
        counts: {
          units: { added: 2 },
          quotas: { added: 2 },
          people: { added: 2 },
          others: { added: 1 },
          concurrent: { added: 1 },
        },
      })
      expect(done.repaired.map(({ from, to }) => [from, to])).toEqual([['1985.06', '1985-06']])
    })
  })

  it('all its columns are known, 填表说明 and 选项 are left out', async () => {
    await withEmpty(async (book) => {
      const context = makeContext(book)
      const { sheets } = await previewImport(
        {
          fileId: context.stage(
            '花名册.xlsx',
            await fillBlank(await blankOf('roster'), { 编制核定: QUOTAS, 花名册: PEOPLE }),
          ),
        },
        context,
      )
      expect(sheets.map(({ sheet, purpose }) => [sheet, purpose])).toEqual([
        ['编制核定', 'quotas'],
        ['花名册', 'roster'],
        ['填表说明', 'ignored'],
        ['选项', 'ignored'],
      ])
      for (const sheet of sheets.slice(0, 2)) {
        expect(sheet.headerRows).toEqual([3])
        expect(sheet.columns.filter((column) => column.field === null)).toEqual([])
      }
    })
  })

  it('control: a word that is on no list is refused', async () => {
    await withEmpty(async (book) => {
      const context = makeContext(book)
      const bytes = await fillBlank(await blankOf('roster'), {
        编制核定: QUOTAS,
        花名册: [{ ...PEOPLE[0]!, 编制类型: '地方编' }],
      })
      const { refused } = await previewImport({ fileId: context.stage('花名册.xlsx', bytes) }, context)
      expect(refused.map(({ code }) => code)).toEqual(['category_unknown'])
    })
  })

  it('an empty one brings nothing in and says so', async () => {
    await withEmpty(async (book) => {
      const context = makeContext(book, { operation: 'import.commit' })
      const preview = await previewImport({ fileId: context.stage('花名册.xlsx', await blankOf('roster')) }, context)
      expect([preview.added, preview.refused]).toEqual([0, []])
    })
  })

  const words = rosterBlank(SHIPPED).sheets.flatMap((sheet) =>
    sheet.columns.flatMap(({ title, entry }) =>
      entry.kind === 'choice' ? entry.words.map((word) => [sheet.name, title, word] as const) : [],
    ),
  )
  it.each([
    ['民族', 56, (word: string) => ethnicGroup(word)],
    ['政治面貌', 13, (word: string) => politicalStatus(word)],
    ['学历', 22, (word: string) => educationLevel(word)],
  ] as const)('%s: each of the %i words is the book’s own', (title, count, known) => {
    const own = words.filter(([, column]) => column === title).map(([, , word]) => word)
    expect(own).toHaveLength(count)
    expect(own.filter((word) => known(word) !== word)).toEqual([])
  })
  it('every 编制类型 and 经费形式 on the lists is known', () => {
    const of = (title: string) => words.filter(([, column]) => column === title).map(([, , word]) => word)
    expect(
      of('编制类型').filter(
        (word) => quotaCategory(word) === null && offQuotaKind(word) === null && guestKind(word) === null,
      ),
    ).toEqual([])
    expect(of('经费形式').filter((word) => fundedCategory(word) === null)).toEqual([])
    expect(new Set(of('编制类型')).size).toBe(17)
  })
})

describe('资料', () => {
  it('each kind’s blank is known again, and a row filled in by its hints is taken', async () => {
    await withSample(async (book) => {
      const context = makeContext(book)
      for (const kind of RECORD_KIND_NAMES) {
        const { title } = recordType(kind)
        const bytes = await fillBlank(await blankOf(kind), { [title]: [sampleRow(kind)] })
        const preview = await previewRecordImport({ fileId: context.stage('资料.xlsx', bytes) }, context)
        // What the window names beside the drop place is what the blank has.
        expect(preview.columns.map((column) => column.header)).toEqual(recordHeaders(kind))
        expect([
          kind,
          preview.kind,
          preview.sheet,
          preview.added,
          preview.refused,
          preview.columns.filter((column) => column.field === null),
        ]).toEqual([kind, kind, title, 1, [], []])
      }
    })
  })
})

/** One row as the hints of the blank say. */
function sampleRow(kind: (typeof RECORD_KIND_NAMES)[number]): Row {
  const { subject, from, fields } = recordType(kind)
  const who: Row = subject === 'unit' ? { 机构: '财政所' } : subject === 'township' ? {} : { 姓名: '褚卫东' }
  const values = fields.map(({ title, type, choices }) => {
    const value = {
      text: '试验',
      lines: '试验',
      unit: '财政所',
      integer: 2026,
      number: 2.5,
      day: '2026-11-22',
      month: '1985-06',
      choice: Object.values(choices ?? {})[0] ?? '',
      yesNo: '是',
    }[type]
    return [title, value] as const
  })
  return { ...who, [from]: '2026-11-22', ...Object.fromEntries(values) }
}

describe('the file', () => {
  it.each(blankKind.options)(
    '%s: text stays text, every list has its words on the hidden sheet, and nothing says where it was made',
    async (kind) => {
      const bytes = await blankOf(kind)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
      const words = workbook.getWorksheet('选项')!
      expect(words.state).toBe('hidden')
      const archive = XLSX.CFB.read(bytes, { type: 'buffer' })
      const part = (end: string) =>
        new TextDecoder().decode(
          Uint8Array.from(
            archive.FileIndex[archive.FullPaths.findIndex((path: string) => path.endsWith(end))]!.content as Uint8Array,
          ),
        )
      expect(part('core.xml')).toMatch(/<dc:creator>定编<\/dc:creator>/)
      const rules = [...part('sheet1.xml').matchAll(/<dataValidation (.*?)(?:\/>|>(.*?)<\/dataValidation>)/g)]
      const sheet = workbook.worksheets[0]!
      const header = [2, 3].find((row) => sheet.getRow(row).getCell(2).text !== '')!
      expect(rules).toHaveLength(sheet.getRow(header).actualCellCount)
      for (const [, attributes = '', inner = ''] of rules) {
        expect(attributes).toMatch(/sqref="[A-Z]+\d+:[A-Z]+\d+"/)
        if (!attributes.includes('type="list"')) continue
        const area = /'(.+?)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)/.exec(inner.replaceAll('&apos;', "'"))!
        expect(area[1]).toBe('选项')
        for (let row = Number(area[3]); row <= Number(area[4]); row += 1)
          expect(words.getCell(`${area[2]}${row}`).text).not.toBe('')
        expect(words.getCell(`${area[2]}${Number(area[4]) + 1}`).text).toBe('')
      }
      const numbers = rules.map(([, attributes = '']) => /type="(?:whole|decimal)"/.test(attributes))
      expect(numbers.map((_, index) => sheet.getColumn(index + 1).numFmt === '@')).toEqual(
        numbers.map((number) => !number),
      )
    },
  )
})
