import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RosterLayout } from '../../electron/contract/adhoc-operations.ts'
import { makeAdhocFile } from '../../electron/app/forms/make-adhoc.ts'
import { listRosterLayouts } from '../../electron/app/forms/keep-layouts.ts'
import { shownText, type RawCell } from '../../electron/domain/table/raw-workbook.ts'
import { readMonthOrDate } from '../../electron/domain/table/read-date.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { runCli } from '../kit/command-line.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId } from '../kit/people.ts'

/*
 * The clerk's own workbook of twenty-five columns, five of which no catalogue knows: all of it goes in, all of it comes out again in a roster of
 * her own choosing, and all of it is filled into a superior's blank with the same heads.
 */

const HEADS = [
  '姓名',
  '性别',
  '民族',
  '公民身份号码',
  '出生年月',
  '籍贯',
  '入党时间',
  '参加工作时间',
  '所在单位',
  '职务',
  '编制类别',
  '任现职时间',
  '职级',
  '任现职级时间',
  '职称',
  '全日制学历',
  '全日制毕业院校及专业',
  '在职学历',
  '在职毕业院校及专业',
  '手机号码',
  '婚姻状况',
  '家庭住址',
  '驻村名称',
  '合同到期日',
  '紧急联系人',
] as const
type Head = (typeof HEADS)[number]

const PEOPLE: readonly Readonly<Record<Head, string>>[] = [
  person('试一', inventedId('1985-06-16', '男'), '男', '1985.06', {
    编制类别: '行政编制',
    职务: '主任',
    职级: '三级主任科员',
  }),
  person('试二', inventedId('1990-02-03', '女'), '女', '1990.02', {
    编制类别: '事业编制',
    职务: '干事',
    婚姻状况: '未婚',
    驻村名称: '',
  }),
  person('试三', inventedId('1978-11-20', '男'), '男', '1978.11', {
    编制类别: '事业编制',
    职务: '会计',
    职称: '会计师',
  }),
]

function person(
  name: string,
  idNumber: string,
  sex: string,
  birth: string,
  more: Partial<Record<Head, string>>,
): Readonly<Record<Head, string>> {
  return {
    姓名: name,
    性别: sex,
    民族: '汉族',
    公民身份号码: idNumber,
    出生年月: birth,
    籍贯: '江西抚州',
    入党时间: '2006.05',
    参加工作时间: '2008.07',
    所在单位: '党政综合办公室',
    职务: '干事',
    编制类别: '事业编制',
    任现职时间: '2021.03',
    职级: '',
    任现职级时间: '2021.03',
    职称: '',
    全日制学历: '大学专科',
    全日制毕业院校及专业: '某某师专中文系',
    在职学历: '大学本科',
    在职毕业院校及专业: '某某大学行政管理',
    手机号码: '13800001111',
    婚姻状况: '已婚',
    家庭住址: '某某村一组 12 号',
    驻村名称: '某某村',
    合同到期日: '2028-09-30',
    紧急联系人: '家人甲 13900002222',
    ...more,
  }
}

let folder = ''
let book = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wide-'))
  book = join(folder, '试验乡.dingbian')
  writeFileSync(
    join(folder, '花名册.xlsx'),
    workbookOf([
      {
        name: '花名册',
        rows: [
          ['干部职工花名册'],
          ['填报日期：2026-11-01'],
          [...HEADS],
          ...PEOPLE.map((one) => HEADS.map((head) => one[head])),
        ],
      },
    ]),
  )
  await runCli(folder, ['book', 'create', '--book', book, '--pack', 'none', '--name', '试验乡'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A cell by what it says: days and months however they are written. */
function told(cell: RawCell | undefined): string {
  const text = cell === undefined ? '' : shownText(cell)
  const day = /^\d{4}[-.]\d{1,2}([-.]\d{1,2})?$/u.test(text) ? readMonthOrDate(text, false) : null
  return day?.kind === 'value' ? day.value : text
}
const expected = (one: Readonly<Record<Head, string>>) => HEADS.map((head) => told(one[head]))

interface Unused {
  readonly unused: readonly { readonly header: string; readonly kind: string }[]
}

it('says which columns the book does not have, and takes them all when asked', async () => {
  const dry = await runCli(folder, ['import', '--book', book, join(folder, '花名册.xlsx'), '--dry-run', '--json'])
  const { unused } = JSON.parse(dry.stdout) as Unused
  expect(unused.map(({ header, kind }) => [header, kind])).toEqual([
    ['婚姻状况', 'text'],
    ['家庭住址', 'text'],
    ['驻村名称', 'text'],
    ['合同到期日', 'date'],
    ['紧急联系人', 'text'],
  ])
  const done = await runCli(folder, ['import', '--book', book, join(folder, '花名册.xlsx'), '--keep-columns', '--json'])
  expect(done.exitCode).toBe(0)
  expect(JSON.parse(done.stdout)).toMatchObject({ committed: true, refused: [], unused: [] })
  // The same file again: nothing new, nothing asked, nothing left over, without being told to keep the columns.
  const again = await runCli(folder, ['import', '--book', book, join(folder, '花名册.xlsx'), '--json'])
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, updated: 0, unused: [] })
})

it('all twenty-five are offered in 自定花名册, and its file holds every value', async () => {
  const open = await openBookFile(book, { beforeMigration: () => Promise.resolve() })
  try {
    const context = makeContext(open, { operation: 'adhoc.file' })
    const { fields } = await listRosterLayouts({}, context)
    const fieldOf = (head: Head) => {
      const title = {
        公民身份号码: '身份证号',
        所在单位: '所在机构',
        职务: '现任职务（岗位）',
        编制类别: '编制类型',
        手机号码: '联系电话',
      }
      const wanted = (title as Partial<Record<Head, string>>)[head] ?? head
      return fields.find((field) => field.title === wanted)?.field
    }
    const chosen = HEADS.map((head) => fieldOf(head))
    expect(HEADS.filter((_, place) => chosen[place] === undefined)).toEqual([])
    const layout: RosterLayout = {
      title: '花名册',
      fields: chosen.flatMap((field) => field ?? []),
      dateFormat: 'day',
      idNumbers: 'plain',
      filter: {
        lists: ['in-quota', 'over-quota', 'non-compliant'],
        unit: null,
        category: null,
        sex: null,
        education: null,
        bornFrom: null,
        bornTo: null,
      },
      sortBy: null,
      descending: false,
      groupBy: null,
      paper: 'A3',
      orientation: 'landscape',
    }
    const { base64 } = await makeAdhocFile({ layout }, context)
    const rows = readWorkbook('xlsx', Buffer.from(base64, 'base64')).sheets[0]?.rows ?? []
    const head = rows.findIndex((row) => row.includes('姓名'))
    const out = rows.slice(head + 1, head + 1 + PEOPLE.length).map((row) => HEADS.map((_, place) => told(row[place])))
    expect(sorted(out)).toEqual(sorted(PEOPLE.map(expected)))
  } finally {
    await closeBookFile(open)
  }
})

it('a superior’s blank with the same heads is filled in all twenty-five columns', async () => {
  const [blank, out] = [join(folder, '上级表.xlsx'), join(folder, '填好.xlsx')]
  writeFileSync(blank, workbookOf([{ name: '上级表', rows: [['全体在编人员名册'], [...HEADS], [], [], []] }]))
  const filled = await runCli(folder, [
    'fill',
    '--book',
    book,
    '--template',
    blank,
    '--out',
    out,
    '--id-number',
    'plain',
    '--json',
  ])
  expect(filled.exitCode).toBe(0)
  const rows = readWorkbook('xlsx', readFileSync(out)).sheets[0]?.rows ?? []
  const lines = rows.slice(2, 2 + PEOPLE.length).map((row) => HEADS.map((_, place) => told(row[place])))
  const plain = (cells: readonly string[]) => cells.map((cell) => cell.replace(/^(\d{4}-\d{2})-01$/u, '$1'))
  expect(sorted(lines.map(plain))).toEqual(sorted(PEOPLE.map(expected).map(plain)))
})

/** Rows in an order of their own: by what they say, cell after cell. */
function sorted(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.toSorted((left, right) => (left.join('|') < right.join('|') ? -1 : 1))
}
