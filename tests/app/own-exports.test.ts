import { describe, expect, it } from 'vitest'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { previewImport } from '../../electron/app/import/preview-import.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import type { Output } from '../../electron/contract/operations.ts'
import type { RosterList } from '../../electron/domain/model/finding.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { loadBookState } from '../../electron/store/import-store.ts'
import { bigWorkbook } from '../kit/big-workbook.ts'
import { makeContext, TODAY } from '../kit/context.ts'
import { EXCEL_HERE } from '../kit/excel-here.ts'
import { OWN_EXPORTS, type OwnExport } from '../kit/own-exports.ts'
import { withSample } from '../kit/sample-month.ts'
import { PLAN_NUMBER, withTownship } from '../kit/township.ts'
import { workbookOf } from '../fixtures/workbooks.ts'

const EMPTY: OwnExport = { name: '', brings: { kind: 'nothing' }, make: () => Promise.resolve(new Uint8Array()) }

/* What the program wrote itself comes back: into its own book nothing changes, into an empty one all that the sheet says. */

type Preview = Output<'import.preview'>

/** What she answers: what is suggested, the paper the numbers rest on, and for a 其他机构 its 行政编制. */
function answersTo(preview: Preview): Record<string, string> {
  return Object.fromEntries(
    preview.questions.map(({ id, suggested }) => [
      id,
      id.startsWith('document:')
        ? PLAN_NUMBER
        : id.startsWith('unread:')
          ? '-'
          : id.startsWith('groupUnit:')
            ? '乡领导班子'
            : (suggested ?? (id.startsWith('groupCategory:') ? '行政编制' : '（不知道怎么答）')),
    ]),
  )
}

async function read(
  book: OpenBook,
  bytes: Uint8Array,
): Promise<{ preview: Preview; fileId: string; answers: Record<string, string> } | null> {
  const context = makeContext(book, { excel: EXCEL_HERE })
  const fileId = context.stage('导出.xlsx', bytes)
  let answers: Record<string, string> = {}
  try {
    for (let round = 0; round < 4; round += 1) {
      const preview = await previewImport({ fileId, answers }, context)
      if (preview.questions.length === 0) return { preview, fileId, answers }
      answers = { ...answers, ...answersTo(preview) }
    }
  } catch (error) {
    if (error instanceof Refusal && ['no_roster_found', 'nothing_to_import'].includes(error.code)) return null
    throw error
  }
  throw new Error(`still asks: ${Object.keys(answers).join('、')}`)
}

const told = ({ rows }: Preview) =>
  rows
    .filter(({ action }) => action !== 'unchanged')
    .map(({ sheet, row, action, title, changes }) => [sheet, row, action, title, JSON.stringify(changes)].join(' '))

/** Name, office and 编制 of everybody on these lists; of a list without ID numbers, people of one name are one. */
async function peopleOf(
  book: OpenBook,
  lists: readonly RosterList[],
  says: { readonly units?: false; readonly categories?: false },
): Promise<readonly string[]> {
  const { people } = await readRoster({}, makeContext(book))
  return people
    .filter(({ list }) => lists.includes(list))
    .map(({ name, unit, category }) => [name, says.units ?? unit, says.categories ?? category].join(' '))
    .toSorted()
}

async function quotasOf(book: OpenBook, leaders: boolean, seats: boolean): Promise<readonly string[]> {
  const state = await loadBookState(book.db, TODAY)
  const unit = new Map(state.units.map(({ id, name }) => [id, name]))
  return [
    ...(seats ? state.quotas.filter(({ amount }) => amount > 0) : []).map(
      ({ unitId, category, amount }) => `${unit.get(unitId) ?? ''} ${category} ${amount}`,
    ),
    ...(leaders ? state.leadershipQuotas : []).map(({ unitId, amount }) => `${unit.get(unitId) ?? ''} 职数 ${amount}`),
  ].toSorted()
}

const ALL: readonly RosterList[] = ['in-quota', 'over-quota', 'non-compliant', 'off-quota', 'seconded']

const differing = (name: string, got: readonly string[], wanted: readonly string[]): readonly string[] => [
  ...wanted.filter((line) => !got.includes(line)).map((line) => `${name}：少了 ${line}`),
  ...got.filter((line) => !wanted.includes(line)).map((line) => `${name}：多了 ${line}`),
  ...(got.length === wanted.length ? [] : [`${name}：${got.length} 行，应为 ${wanted.length} 行`]),
]

/** What an export loses on the way: what it would change in its own book, and what is missing in an empty one. */
async function lostOf({ name, brings, make }: OwnExport, book: OpenBook): Promise<readonly string[]> {
  const bytes = await make(makeContext(book, { excel: EXCEL_HERE }))
  const same = await read(book, bytes)
  if (brings.kind === 'nothing')
    return same === null ? [] : told(same.preview).filter((line) => !line.includes(' refuse '))
  const wanted =
    brings.kind === 'quotas'
      ? await quotasOf(book, brings.leaders, brings.seats)
      : await peopleOf(book, brings.lists, brings)
  if (same === null) return wanted.length === 0 ? [] : [`${name}：没有认出来`]
  const changed = told(same.preview).map((line) => `${name}：会改动 ${line}`)
  const lost: string[] = []
  await withTownship(async (empty) => {
    const into = await read(empty, bytes)
    lost.push(...(into?.preview.refused ?? []).map(({ message }) => `${name}：拒绝 ${message}`))
    const context = makeContext(empty, { excel: EXCEL_HERE })
    await commitImport({ fileId: context.stage('导出.xlsx', bytes), answers: into?.answers ?? {} }, context)
    const got =
      brings.kind === 'quotas'
        ? await quotasOf(empty, brings.leaders, brings.seats)
        : await peopleOf(empty, ALL, brings)
    lost.push(...differing(name, got, wanted))
  }, 'none')
  return [...changed, ...lost]
}

const OTHERS: readonly (readonly (string | number)[])[] = [
  ['所在机构', '姓名', '性别', '身份证号', '编制类型', '现任职务', '备注'],
  ['第1办公室', '窦文秘', '女', '', '借入', '文秘', '借自县文化局'],
  ['第2服务中心', '车护林', '男', '', '自聘人员', '护林员', ''],
  ['第3服务中心', '侯窗口', '女', '', '政府购买服务', '窗口服务', ''],
  ['第4办公室', '巩临聘', '男', '', '临时聘用', '保洁', ''],
]

/** 500 people in 20 offices, four more without 编制. */
function withFiveHundred(work: (book: OpenBook) => Promise<void>): Promise<void> {
  return withTownship(async (book) => {
    const context = makeContext(book, { operation: 'import.commit', excel: EXCEL_HERE })
    const files = [bigWorkbook({ people: 500, units: 20 }), workbookOf([{ name: '其他', rows: OTHERS }])]
    for (const bytes of files) {
      const { committed } = await commitImport({ fileId: context.stage('花名册.xlsx', bytes) }, context)
      expect(committed).toBe(true)
    }
    await work(book)
  }, 'none')
}

describe.each([
  { title: 'the sample township', within: withSample },
  { title: 'five hundred people', within: withFiveHundred },
])('$title', ({ within }) => {
  it('comes back from every workbook the program writes', () =>
    within(async (book) => {
      const lost: string[] = []
      for (const own of OWN_EXPORTS) lost.push(...(await lostOf(own, book)))
      expect(lost).toEqual([])
    }))
})

it('a sheet that leaves out a list is found out (control)', () =>
  withSample(async (book) => {
    const roster = OWN_EXPORTS.find(({ name }) => name === '花名册')
    const short = OWN_EXPORTS.find(({ name }) => name === '干部名册')
    const lost = await lostOf({ ...(roster ?? EMPTY), make: short?.make ?? EMPTY.make }, book)
    expect(lost.filter((line) => line.includes('少了')).length).toBeGreaterThanOrEqual(4)
  }))
