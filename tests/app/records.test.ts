import { emptyContent } from '../../electron/vocabulary/records.ts'
import { expect, it } from 'vitest'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { addRecord } from '../../electron/app/records/add-record.ts'
import { changeRecord } from '../../electron/app/records/change-record.ts'
import { removeRecord } from '../../electron/app/records/remove-record.ts'
import { importRecords } from '../../electron/app/records/import-records.ts'
import { previewRecordImport } from '../../electron/app/records/preview-record-import.ts'
import { lookAtRecord } from '../../electron/app/records/look-record.ts'
import { maskedContent } from '../../electron/domain/views/record-view.ts'
import { readRecords } from '../../electron/app/records/read-records.ts'
import { loadTasks } from '../../electron/app/records/load-tasks.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { OPERATIONS, type Input } from '../../electron/contract/operations.ts'
import { RECORD_KIND_NAMES, RECORD_TYPES, type RecordKindName } from '../../electron/contract/records.ts'
import { RECORD_KINDS, type RecordContents } from '../../electron/domain/model/records.ts'
import { jiangxiPack } from '../../electron/domain/rules/packs/jiangxi-township.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { loadSnapshot } from '../../electron/store/load-snapshot.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { workbookOf, type FixtureCell } from '../fixtures/workbooks.ts'
import { makeContext, TODAY } from '../kit/context.ts'
import { seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

/** One whole content of every kind, as the domain types have it: the declarations must name the same fields. */
const WHOLE: RecordContents = {
  township: {
    population: 50_001,
    areaKm2: 600.5,
    townshipClass: '中',
    townshipType: 'township',
    termFrom: '2021-09-01',
    termTo: null,
  },
  unitProfile: { level: '109', funding: 'full', dispatched: false, outsideLimit: true, duties: '承担公益性农业服务' },
  referenceTotal: { basis: 'bureau', category: 'administrative', amount: 23 },
  personFile: {
    ...emptyContent('personFile'),
    nativePlace: '江西某地',
    birthplace: '江西某县',
    householdPlace: null,
    originPlace: null,
    partyJoined: '2005-07',
    otherParty: null,
    phone: null,
    health: '健康',
    specialty: null,
    degree: '学士',
    school: null,
    major: null,
    fullTimeEducation: '大学',
    fullTimeDegree: '农学学士',
    fullTimeSchool: null,
    fullTimeDegreeSchool: null,
    inServiceEducation: null,
    inServiceDegree: null,
    inServiceSchool: null,
    inServiceDegreeSchool: null,
    honours: '无',
  },
  resume: { text: '2004.09--2008.08  某学院学习\n2008.09--         某乡干事' },
  familyMember: {
    place: 1,
    relation: '妻子',
    name: '覃采薇',
    birth: '1987-06',
    politicalStatus: '群众',
    work: '某县乡镇卫生院医师',
  },
  appointment: {
    currentPost: null,
    proposedPost: '某乡财政所所长',
    removedPost: null,
    assessments: null,
    reason: '工作需要',
    reportingUnit: '某乡党委',
    ageAsOf: '2026-11-01',
    filledOn: '2026-11-20',
    filledBy: '经办人',
  },
  personGrade: { personClass: '1', positionLevel: '0142', postGrade: null, rankSince: '2020-06' },
  training: { title: '乡村振兴专题', organiser: '市委党校', trainingKind: 'general', days: 3.5, hours: 28 },
  annualReview: { year: 2025, result: 'competent' },
  townshipService: { place: '某乡 干事' },
  workplace: { place: '区某局', inTownship: false, worksInUnitId: null, servesPublic: false },
  contract: { number: '聘〔2026〕1号', years: 3, firstEmployment: true },
  dutyMatter: { matter: 'absentWithoutLeave', days: 16, consecutiveDays: 16, payAdjusted: null },
  payStatus: { paid: true, source: '2026 年 10 月统发工资表' },
  filing: { matter: 'exit', receipt: '宜编回〔2026〕1号', about: null },
  workTask: {
    code: '一1',
    title: '制定方案',
    taskKind: 'task',
    leadUnit: '党政综合办公室',
    responsibleUnit: null,
    supportingUnits: null,
    ours: null,
    dueOn: '2026-12-20',
    dueText: null,
    windowFrom: null,
    windowTo: null,
    doneOn: null,
    approvalNumber: null,
  },
  hiringPlan: {
    year: 2027,
    category: 'institution',
    amount: 2,
    method: '招录',
    conditions: null,
    reason: null,
    targeted: true,
  },
  payBenchmark: { year: 2026, rank: '一级科员', townshipAmount: 6000, countyAmount: 5800 },
  countyTransfer: { category: 'institution', fromUnit: '区农业农村局', released: 2, received: 2 },
  evidence: { evidence: 'overRank', note: null },
  serviceMode: { service: '农机维修', mode: 'purchased', provider: '县农机合作社', note: null },
  competition: {
    code: '竞01',
    post: '农技员',
    seats: 2,
    category: 'institution',
    method: 'competition',
    conditions: null,
    closesOn: '2026-11-10',
    noticeFrom: null,
    noticeTo: null,
    noticeResult: null,
  },
  candidacy: { code: '竞01', wish: 1, score: 86.5, unitChoice: 'agreed', result: 'chosen', resultOn: null },
  redeployment: {
    channel: 'village',
    destination: '上坊村',
    settleBy: null,
    settledOn: null,
    treatment: null,
    note: null,
  },
  registration: {
    matter: 'change',
    content: '名称',
    dueOn: null,
    appliedOn: null,
    acceptedOn: null,
    approvedOn: null,
    certifiedOn: null,
  },
  reformCheck: { stage: 'acceptance', body: '区联合检查组', verdict: 'fix', problem: null, fixBy: null, fixedOn: null },
  assignment: { kind: 'grid', area: '东村第二网格', outsider: null, post: '网格员', duties: '巡查、代办' },
  appointmentNotice: { post: '副乡长', previewFrom: null, previewTo: null, noticeTo: '2026-11-20', result: 'clear' },
  teamReview: { year: 2025, body: 'both', result: '满意' },
  comparisonNote: {
    list: '十月工资表',
    difference: '出生年月',
    ours: '1985-03',
    theirs: '1985-04',
    reason: '以档案为准',
  },
}

const whom = (kind: RecordKindName) => {
  const { subject } = RECORD_TYPES[kind]
  return subject === 'unit' ? { unit: '财政所' } : subject === 'township' ? {} : { person: '甲某' }
}

const add = (book: OpenBook, input: Input<'record.add'>) =>
  addRecord(input, makeContext(book, { operation: 'record.add' }))

const wholeOf = (book: OpenBook, id: string) =>
  lookAtRecord({ id, reason: '核对' }, makeContext(book, { operation: 'record.look' }))

async function refusal(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.catch((cause: unknown) => cause)
  return error instanceof Refusal ? [error.code, error.details] : error
}

async function withPeople(work: (book: OpenBook) => Promise<void>): Promise<void> {
  await withTownship(async (book) => {
    await seatPeople(book, [
      { name: '甲某', unit: '财政所', category: 'institution', birth: '1985-03-02' },
      { name: '乙某', unit: '民政所', category: 'institution', birth: '1990-03-02' },
    ])
    await work(book)
  })
}

it('the declared kinds and fields are those the domain reads', () => {
  expect(RECORD_KIND_NAMES.toSorted()).toEqual(RECORD_KINDS.toSorted())
  for (const kind of RECORD_KIND_NAMES)
    expect([kind, RECORD_TYPES[kind].fields.map((field) => field.name)]).toEqual([kind, Object.keys(WHOLE[kind])])
})

it.each(RECORD_KIND_NAMES)('%s: registered, read back as it was given, seen by the snapshot, undone', (kind) =>
  withPeople(async (book) => {
    const { id, seq } = await add(book, { kind, from: '2026-05-01', content: { ...WHOLE[kind] }, ...whom(kind) })
    const read = await readRecords({ kind }, makeContext(book))
    expect(OPERATIONS['records.read'].output.parse(read)).toEqual(read)
    expect(read.records).toMatchObject([
      { kind, from: '2026-05-01', to: null, content: maskedContent(kind, WHOLE[kind]) },
    ])
    expect((await wholeOf(book, id)).content).toMatchObject(WHOLE[kind])
    expect([read.counts[kind], Object.values(read.counts).reduce((sum, count) => sum + count, 0)]).toEqual([1, 1])
    expect((await loadSnapshot(book.db, TODAY)).records[kind]).toMatchObject([
      { ...WHOLE[kind], validFrom: '2026-05-01' },
    ])
    expect((await loadSnapshot(book.db, '2026-04-30')).records[kind]).toEqual([])
    await undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))
    expect((await readRecords({ kind }, makeContext(book))).records).toEqual([])
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }),
)

it('of a kind kept one at a time a new one ends the one before; a second of the same day is a correction', () =>
  withPeople(async (book) => {
    const first = await add(book, { kind: 'township', from: '2026-01-01', content: { population: 49_000 } })
    const second = await add(book, { kind: 'township', from: '2026-07-01', content: { population: 50_001 } })
    expect(second.ended).toBe(first.id)
    const at = async (asOf: string) =>
      (await readRecords({ kind: 'township', asOf }, makeContext(book))).records.map((record) => [
        record.content['population'],
        record.to,
      ])
    expect([await at('2026-06-30'), await at('2026-07-01')]).toEqual([[[49_000, '2026-06-30']], [[50_001, null]]])
    // One between the two, learnt late, ends where the next begins.
    await add(book, { kind: 'township', from: '2026-04-01', content: { population: 49_500 } })
    expect(await at('2026-05-01')).toEqual([[49_500, '2026-06-30']])
    expect(await refusal(add(book, { kind: 'township', from: '2026-07-01', content: { population: 1 } }))).toEqual([
      'invalid_input',
      { field: '起始日期', problem: '2026-07-01 已有一条，请更正那一条' },
    ])
    await changeRecord({ id: second.id, from: '2026-07-01', content: { population: 50_002 } }, makeContext(book))
    expect(await at('2026-07-01')).toEqual([[50_002, null]])
    await removeRecord({ id: second.id, reason: '录错了乡镇' }, makeContext(book))
    expect(await at('2026-07-01')).toEqual([])
    expect(await refusal(removeRecord({ id: second.id, reason: '再删' }, makeContext(book)))).toEqual([
      'record_not_found',
      {},
    ])
  }))

it.each<[string, Partial<Input<'record.add'>>, string]>([
  ['nobody named', { person: undefined }, '人员 不能为空：“年度考核”要写明是谁的'],
  ['somebody unknown', { person: '无此人' }, '没有名为“无此人”的人员'],
  ['a unit where none belongs', { unit: '财政所' }, '机构 不用填'],
  ['a field left empty', { content: { year: 2025 } }, '等次 不能为空'],
  ['no such grade', { content: { year: 2025, result: '良好' } }, '等次 应是 优秀、'],
  ['a year with half', { content: { year: 2025.5, result: 'competent' } }, '年度 应是不小于 0 的整数'],
  ['an end before the day', { to: '2025-12-31' }, '截止日期 2025-12-31 早于 2026-01-01'],
])('refused in words: %s', (_, more, words) =>
  withPeople(async (book) => {
    const input = {
      kind: 'annualReview' as const,
      person: '甲某',
      from: '2026-01-01',
      content: { year: 2025, result: 'competent' },
      ...more,
    }
    const [code, details] = (await refusal(add(book, JSON.parse(JSON.stringify(input)) as Input<'record.add'>))) as [
      'invalid_input',
      Record<string, string>,
    ]
    const { refusalText } = await import('../../electron/vocabulary/refusals.ts')
    expect(refusalText(code, details)).toContain(words)
    expect((await readRecords({}, makeContext(book))).records).toEqual([])
  }),
)

it('an unknown field is refused by name, not kept unseen', () =>
  withPeople(async (book) => {
    expect(
      await refusal(add(book, { kind: 'township', from: '2026-01-01', content: { popualtion: 3 } })),
    ).toMatchObject(['invalid_input', { field: '内容' }])
  }))

const sheet = (rows: readonly (readonly FixtureCell[])[]) => workbookOf([{ name: '培训', rows }])
const HEADER = ['序号', '姓名', '机构名称', '培训名称', '培训类别', '开始日期', '天数']

async function previewOf(book: OpenBook, rows: readonly (readonly FixtureCell[])[]) {
  const context = makeContext(book, { operation: 'records.import' })
  const fileId = context.stage('培训.xlsx', sheet(rows))
  return { context, fileId, preview: await previewRecordImport({ fileId }, context) }
}

it('a training sheet with a title and a total row comes in, once', () =>
  withPeople(async (book) => {
    const rows = [
      ['2026 年培训情况'],
      HEADER,
      [1, '甲某', '财政所', '乡村振兴专题', '业务或理论培训', '2026.03.10', 3],
      [2, '乙 某', '民政所', '党校轮训', '党校轮训', '2026年5月6日', '5天'],
      ['合计', null, null, null, null, null, 8],
    ]
    const { context, fileId, preview } = await previewOf(book, rows)
    expect(OPERATIONS['records.importPreview'].output.parse(preview)).toEqual(preview)
    expect([preview.kind, preview.sheet, preview.added, preview.unchanged, preview.refused]).toEqual([
      'training',
      '培训',
      2,
      0,
      [],
    ])
    expect(preview.columns.map((column) => column.field)).toEqual([
      null,
      'name',
      'unit',
      'title',
      'trainingKind',
      'from',
      'days',
    ])
    const done = await importRecords({ fileId }, context)
    expect(done.added).toBe(2)
    expect(
      (await readRecords({ kind: 'training' }, context)).records.map((record) => [
        record.person,
        record.unit,
        record.from,
        record.content['days'],
        record.content['trainingKind'],
      ]),
    ).toEqual([
      ['乙某', '民政所', '2026-05-06', 5, 'partySchool'],
      ['甲某', '财政所', '2026-03-10', 3, 'general'],
    ])
    const again = await previewOf(book, rows)
    expect([again.preview.added, again.preview.unchanged]).toEqual([0, 2])
    expect(await refusal(importRecords({ fileId: again.fileId }, again.context))).toEqual([
      'nothing_to_import',
      { file: '培训.xlsx' },
    ])
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }))

it('a row that cannot be read is named with its place and why; nothing goes in unless the rest is asked for', () =>
  withPeople(async (book) => {
    const { context, fileId, preview } = await previewOf(book, [
      HEADER,
      [1, '甲某', '', '专题', '业务或理论培训', '2026-03-10', 3],
      [2, '无此人', '', '专题', '业务或理论培训', '2026-03-10', 3],
      [3, '乙某', '', '专题', '讲座', '2026-13-01', '三天'],
    ])
    expect(preview.refused.map((row) => [row.row, row.column, row.message])).toEqual([
      [3, '', '第 3 行：没有名为“无此人”的人员。请核对名称。'],
      [4, 'E', '第 4 行 培训类别：“讲座”不在可选范围内：业务或理论培训、党校轮训、班子成员培训班'],
      [4, 'G', '第 4 行 天数：“三天”不是数'],
      [4, 'F', '第 4 行 开始日期：“2026-13-01”不是真实的日期'],
    ])
    expect(await refusal(importRecords({ fileId }, context))).toEqual(['import_refused', { count: 2 }])
    expect((await readRecords({}, context)).records).toEqual([])
    expect((await importRecords({ fileId, skipRefused: true }, context)).added).toBe(1)
  }))

it('a sheet of something else is refused, in words', () =>
  withPeople(async (book) => {
    const context = makeContext(book)
    const fileId = context.stage(
      '会议.xlsx',
      sheet([
        ['议题', '时间'],
        ['某事', '2026-01-01'],
      ]),
    )
    expect(await refusal(previewRecordImport({ fileId }, context))).toEqual(['no_records_found', { file: '会议.xlsx' }])
  }))

it('an ID number stored as a number is refused: its last digits are gone', () =>
  withPeople(async (book) => {
    const { preview } = await previewOf(book, [
      ['身份证号', '培训名称', '培训类别', '开始日期', '天数'],
      [Number('362201198503029910'), '专题', '党校轮训', '2026-03-10', 3],
    ])
    expect(preview.refused.map((row) => row.code)).toEqual(['id_number_numeric'])
  }))

it("the tasks of the pack's document come in once, with their stages' windows", () =>
  withPeople(async (book) => {
    const context = makeContext(book, { operation: 'tasks.load' })
    const first = await loadTasks({}, context)
    expect(first.added).toBe(jiangxiPack.tasks?.length)
    expect(
      (await readRecords({ kind: 'workTask' }, context)).records
        .map((record) => String(record.content['code']))
        .toSorted(),
    ).toEqual(jiangxiPack.tasks?.map((task) => task.code).toSorted())
    expect(await loadTasks({}, context)).toEqual({ added: 0, seq: null })
  }))

it('a telephone number leaves masked; another field is put right without touching it', () =>
  withPeople(async (book) => {
    const { id } = await add(book, {
      kind: 'personFile',
      person: '甲某',
      from: '2026-01-01',
      content: { phone: '13800001234', nativePlace: '江西' },
    })
    const [shown] = (await readRecords({ kind: 'personFile' }, makeContext(book))).records
    expect(shown?.content['phone']).toBe('138****1234')
    await changeRecord(
      { id, from: '2026-01-01', content: { ...shown!.content, nativePlace: '江西某县' } },
      makeContext(book),
    )
    expect((await loadSnapshot(book.db, TODAY)).records.personFile).toMatchObject([
      { phone: '13800001234', nativePlace: '江西某县' },
    ])
  }))

it.each([
  ['1985.6', '1985-06'],
  ['1985年6月', '1985-06'],
  ['１９８５．０６．１６', '1985-06-16'],
])('a month is read however a hand writes it: %s', (typed, kept) =>
  withPeople(async (book) => {
    await add(book, {
      kind: 'familyMember',
      from: '2026-01-01',
      person: '甲某',
      content: { relation: '父亲', name: '甲父', birth: typed },
    })
    const { records } = await readRecords({ kind: 'familyMember' }, makeContext(book))
    expect((await wholeOf(book, records[0]?.id ?? '')).content['birth']).toBe(kept)
  }),
)

it('a month that cannot be read is refused at its field', () =>
  withPeople(async (book) => {
    const refused: unknown = await add(book, {
      kind: 'familyMember',
      from: '2026-01-01',
      person: '甲某',
      content: { relation: '父亲', name: '甲父', birth: '1985' },
    }).catch((error: unknown) => error)
    expect((refused as Refusal).details).toMatchObject({
      at: 'content.birth',
      problem: '“1985”只有年份，请写到月，如 1985-06',
    })
  }))
