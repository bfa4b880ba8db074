import { noFacts } from '../../../electron/vocabulary/person-fields.ts'
import { expect, it } from 'vitest'
import type { RawCell } from '../../../electron/domain/table/raw-workbook.ts'
import { inventedId } from '../../kit/people.ts'
import {
  bookHolding,
  bookPerson,
  emptyState,
  personCells,
  planOf,
  rosterOf,
  rosterPlan,
  sheetOf,
  townshipState,
  workbookWith,
} from '../../kit/import-plan.ts'

const first = inventedId('1985-06-16')
const second = inventedId('1987-03-02')
const actions = (plan: ReturnType<typeof planOf>) => plan.rows.map((row) => row.action)

const quotaSheet = (...rows: readonly (readonly RawCell[])[]) =>
  sheetOf([['机构名称', '加挂牌子', '机构类别', '编制类型', '核定编制数', '领导职数', '批准文号'], ...rows], {
    name: '机构编制',
  })

it('a row as the book has it changes nothing; so does one that leaves cells empty', () => {
  const state = townshipState([
    bookPerson('p1', {
      version: {
        ...noFacts('version'),
        id: 'v',
        validFrom: '2010-07-01',
        politicalStatus: '中共党员',
        education: '大学本科',
        professionalTitle: null,
        rank: null,
      },
    }),
  ])
  for (const cells of [
    personCells(),
    personCells({ politicalStatus: '', education: null, birth: null, entryDocument: '' }),
  ]) {
    const plan = rosterPlan([cells], state)
    expect([actions(plan), Object.values(plan.writes).flat()]).toEqual([['unchanged'], []])
  }
})

it('facts of identity are put right in place; what changes with the years keeps its history', () => {
  const state = townshipState([
    bookPerson('p1', {
      version: {
        ...noFacts('version'),
        id: 'v1',
        validFrom: '2010-07-01',
        politicalStatus: '群众',
        education: '大学专科',
        professionalTitle: '助理',
        rank: null,
      },
    }),
  ])
  const plan = rosterPlan(
    [personCells({ birth: '1985-07', ethnicity: '畲族', politicalStatus: '中共党员', education: '大学专科' })],
    state,
  )
  expect(plan.rows[0]).toMatchObject({
    action: 'update',
    changes: [
      { column: 'E', before: '1985-06', after: '1985-07' },
      { column: 'F', before: null, after: '畲族' },
      { column: 'G', before: '群众', after: '中共党员' },
    ],
  })
  expect(plan.writes.changes).toEqual([
    { fact: 'person', id: 'p1', set: { birth: '1985-07', ethnicity: '畲族' } },
    { fact: 'personVersion', id: 'v1', set: { validTo: '2026-11-01' } },
  ])
  expect(plan.writes.personVersions).toEqual([
    {
      personId: 'p1',
      politicalStatus: '中共党员',
      education: '大学专科',
      professionalTitle: '助理',
      rank: null,
      validFrom: '2026-11-01',
    },
  ])
  // On the day the version began there is no earlier state to keep.
  expect(rosterPlan([personCells({ politicalStatus: '中共党员' })], state, '2010-07-01').writes.changes).toEqual([
    { fact: 'personVersion', id: 'v1', set: { politicalStatus: '中共党员' } },
  ])
})

it('another unit, post or 编制 is a transfer: the old holding and its post end that day and new ones begin', () => {
  const state = townshipState([bookPerson('p1')])
  const plan = rosterPlan([personCells({ unit: '财政所', category: '事业编制', post: '会计' })], state)
  expect(plan.rows[0]?.changes).toEqual([
    { column: 'A', before: '党政办公室', after: '财政所' },
    { column: 'F', before: '行政编制', after: '事业编制' },
    { column: 'I', before: '科员', after: '会计' },
  ])
  expect(plan.writes.changes).toEqual([
    { fact: 'holding', id: 'p1-h', set: { validTo: '2026-11-01' } },
    { fact: 'postVersion', id: 'p1-h-pv', set: { validTo: '2026-11-01' } },
  ])
  expect(plan.writes.holdings).toMatchObject([
    {
      personId: 'p1',
      category: 'institution',
      occupiesQuota: true,
      enteredOn: '2010-07',
      entryDocumentNumber: '试编办〔2010〕1号',
      validFrom: '2026-11-01',
    },
  ])
  expect(plan.writes.posts).toMatchObject([{ unitId: 'finance', title: '会计', validFrom: '2026-11-01' }])
})

it('a transfer to the day the holding began, or before, was a wrong entry: put right in place', () => {
  const plan = rosterPlan([personCells({ unit: '财政所' })], townshipState([bookPerson('p1')]), '2010-07-01')
  expect([plan.writes.holdings, plan.writes.posts]).toEqual([[], []])
  expect(plan.writes.changes).toContainEqual({
    fact: 'postVersion',
    id: 'p1-h-pv',
    set: { unitId: 'finance', title: '科员', leadership: null },
  })
})

it('a corrected 入编时间 moves the beginning of the holding and of its post', () => {
  const plan = rosterPlan([personCells({ enteredOn: '2012-03' })], townshipState([bookPerson('p1')]))
  expect(plan.writes.changes).toEqual([
    { fact: 'holding', id: 'p1-h', set: { enteredOn: '2012-03', validFrom: '2012-03-01' } },
    { fact: 'postVersion', id: 'p1-h-pv', set: { validFrom: '2012-03-01' } },
  ])
})

it('a number that is already another’s is set aside; a second reading of the same file finds both again', () => {
  const plan = rosterPlan([personCells({ name: '试乙' })], townshipState([bookPerson('p1')]))
  expect(plan.writes.people).toMatchObject([{ name: '试乙', idNumber: null, disputedIdNumber: first }])
  expect(plan.rows[0]?.notes).toMatchObject([
    { level: 'warning', column: 'D', text: expect.stringContaining('与编制本里的试甲相同') },
  ])
  const both = townshipState([
    bookPerson('p1'),
    bookPerson('p2', { name: '试乙', idNumber: null, disputedIdNumber: first }),
  ])
  expect(actions(rosterPlan([personCells(), personCells({ name: '试乙' })], both))).toEqual(['unchanged', 'unchanged'])
  const inFile = rosterPlan([personCells(), personCells({ name: '试乙' })])
  expect(inFile.writes.people.map((person) => [person.name, person.idNumber, person.disputedIdNumber])).toEqual([
    ['试甲', first, null],
    ['试乙', null, first],
  ])
})

it('a settled dispute is not opened again by the old file', () => {
  const settled = townshipState([
    bookPerson('p1'),
    bookPerson('p2', { name: '试乙', idNumber: second }, { unitId: 'finance', category: 'institution' }),
  ])
  const plan = rosterPlan([personCells(), personCells({ name: '试乙', unit: '财政所', category: '事业编制' })], settled)
  expect([actions(plan), plan.writes.changes]).toEqual([['unchanged', 'unchanged'], []])
  expect(plan.rows[1]?.notes).toMatchObject([{ level: 'warning', text: expect.stringContaining('号码保持不变') }])
})

it('the same person in the same place under another number is a corrected number, shown as one', () => {
  const plan = rosterPlan([personCells({ idNumber: second })], townshipState([bookPerson('p1')]))
  expect(plan.rows[0]).toMatchObject({ action: 'update', changes: [{ column: 'D', before: first, after: second }] })
  expect(plan.writes.changes).toEqual([{ fact: 'person', id: 'p1', set: { idNumber: second, disputedIdNumber: null } }])
})

it('a number that fails its own check replaces none that passes, and it is said', () => {
  const wrong = `${second.slice(0, 17)}${second.endsWith('1') ? '2' : '1'}`
  const plan = rosterPlan([personCells({ idNumber: wrong })], townshipState([bookPerson('p1')]))
  expect([actions(plan), plan.writes.changes]).toEqual([['unchanged'], []])
  expect(plan.rows[0]?.notes.map(({ text }) => text)).toContain(
    '第 2 行 身份证号：表中的号码校验不通过，编制本里的通过，保持编制本里的。请核对原件。',
  )
  const other = `${first.slice(0, 17)}${first.endsWith('1') ? '2' : '1'}`
  const both = rosterPlan([personCells({ idNumber: wrong })], townshipState([bookPerson('p1', { idNumber: other })]))
  expect(actions(both)).toEqual(['update'])
})

it('a sheet that says less of a loan than the book’s own remark changes nothing', () => {
  const lent = townshipState([bookPerson('p1', {}, { remark: '借调到县农业农村局（2026-01起）' })])
  const told = (remark: string) =>
    rosterPlan([personCells({ remark })], lent).rows.flatMap(({ changes }) => changes.map(({ after }) => after))
  expect(told('借调到县农业农村局')).not.toContain('借调到县农业农村局')
  expect(told('借调到县水利局')).toContain('借调到县水利局')
  expect(told('借调到县农业农村局（2026-03起）')).toContain('借调到县农业农村局（2026-03起）')
})

it('namesakes without a number in one unit are told apart by their posts, and found again', () => {
  const hired = (id: string, post: string) =>
    bookPerson(
      id,
      { idNumber: null, birth: null },
      {
        kind: 'offQuota',
        category: null,
        offQuotaKind: 'selfHired',
        occupiesQuota: false,
        enteredOn: null,
        entryDocumentNumber: null,
        postTitle: post,
      },
    )
  const row = (post: string) =>
    personCells({ idNumber: '', birth: '', category: '自聘人员', enteredOn: '', entryDocument: '', post })
  expect(
    actions(rosterPlan([row('门卫'), row('护林员')], townshipState([hired('p1', '护林员'), hired('p2', '门卫')]))),
  ).toEqual(['unchanged', 'unchanged'])
})

it('somebody who had left and stands on the sheet again begins anew, no earlier than the day of the book', () => {
  const plan = rosterPlan([personCells()], townshipState([bookPerson('p1', { holdings: [] })]))
  expect([plan.writes.people, plan.writes.holdings]).toMatchObject([
    [],
    [{ personId: 'p1', validFrom: '2026-11-22', enteredOn: '2010-07' }],
  ])
})

it('values that a formula came to are taken and marked; an error value is refused', () => {
  const plan = rosterPlan([
    personCells({ enteredOn: { kind: 'number', value: 201007, shown: '201007', formula: true } }),
  ])
  expect([plan.writes.holdings[0]?.enteredOn, plan.rows[0]?.notes]).toMatchObject([
    '2010-07',
    [{ level: 'info', column: 'G', text: 'G 列是公式，取其算出的值 201007。' }],
  ])
  expect(rosterPlan([personCells({ idNumber: { kind: 'error', value: 0, shown: '#REF!' } })]).refused).toMatchObject([
    { code: 'cell_error', column: 'D' },
  ])
})

it('one person on two rows is refused, and the earlier row is named', () => {
  expect(rosterPlan([personCells(), personCells({ unit: '财政所' })]).refused).toMatchObject([
    { row: 3, code: 'duplicate_row', message: expect.stringContaining('与第 2 行是同一个人') },
  ])
  const hired = { idNumber: '', category: '自聘人员', enteredOn: '' }
  expect(rosterPlan([personCells(hired), personCells(hired)]).refused).toMatchObject([
    { row: 3, code: 'duplicate_row' },
  ])
})

it.each([
  ['自聘人员', 'selfHired'],
  ['劳务派遣', 'agency'],
  ['政府购买服务', 'purchasedService'],
  ['公益性岗位', 'publicWelfare'],
  ['临时聘用', 'temporary'],
])('%s is 编外 and counts for nothing', (category, kind) => {
  const { writes, counts } = rosterPlan([personCells({ category, idNumber: '', enteredOn: '' })])
  expect(writes.holdings).toMatchObject([
    { kind: 'offQuota', offQuotaKind: kind, category: null, occupiesQuota: false, validFrom: '2026-11-01' },
  ])
  expect([counts.people.added, counts.others.added]).toEqual([0, 1])
})

it('借入 and 挂职 come with where they belong; 借出 stays in post and is lent out beside', () => {
  const { writes } = rosterPlan([
    personCells({ name: '试乙', category: '借入人员', idNumber: '', remark: '借自县文化局' }),
    personCells({ name: '试丙', category: '挂职', idNumber: '' }),
    personCells({ remark: '借调到县农业农村局（2026-01起）' }),
  ])
  expect(
    writes.holdings.map((holding) => [
      holding.kind,
      holding.counterpart,
      holding.occupiesQuota,
      holding.validFrom,
      holding.postId === null,
    ]),
  ).toEqual([
    ['secondedIn', '县文化局', false, '2010-07-01', false],
    ['attached', null, false, '2010-07-01', false],
    ['substantive', null, true, '2010-07-01', false],
    ['secondedOut', '县农业农村局', false, '2026-01-01', true],
  ])
})

it('a lending out says until when, where the remark or the book does', () => {
  const noted = (remark: string) =>
    rosterPlan([personCells({ remark })], townshipState([bookPerson('p1')])).rows.flatMap(({ notes }) =>
      notes.map(({ text }) => text),
    )
  expect(noted('借调到县农业农村局（2026-01至2027-06）')).toEqual([
    '借出到县农业农村局，从 2026-01-01 起，到 2027-06-30 止；仍占本单位编制。',
  ])
  expect(noted('借调到县农业农村局（2026-01起）')).toEqual(['借出到县农业农村局，从 2026-01-01 起；仍占本单位编制。'])
})

it('a lending out that has ended is not entered, however often the file is read', () => {
  const plan = rosterPlan(
    [personCells({ remark: '借调到县委办（2025.01-2025.12）' })],
    townshipState([bookPerson('p1', {}, { remark: '借调到县委办（2025.01-2025.12）' })]),
  )
  expect([actions(plan), plan.writes.holdings]).toEqual([['unchanged'], []])
})

it('兼任 is a second holding of somebody named elsewhere: by name, by the unit in the remark, else refused', () => {
  const concurrent = { name: '试甲（兼任）', unit: '财政所', idNumber: '', category: '', enteredOn: '', post: '会计' }
  const alone = rosterPlan([personCells(), personCells(concurrent)])
  expect(alone.writes.people).toHaveLength(1)
  expect(alone.writes.holdings[1]).toMatchObject({ personId: '+p1', kind: 'concurrent', occupiesQuota: false })
  expect(alone.counts.concurrent).toEqual({ added: 1, updated: 0, unchanged: 0 })

  const namesakes = [personCells(), personCells({ unit: '社会事务办公室', idNumber: second })]
  expect(
    rosterPlan([...namesakes, personCells({ ...concurrent, remark: '社会事务办公室人员兼任' })]).writes.holdings[2],
  ).toMatchObject({ personId: '+p2', kind: 'concurrent' })
  expect(rosterPlan([...namesakes, personCells(concurrent)]).refused).toMatchObject([
    { row: 4, code: 'concurrent_ambiguous' },
  ])
  expect(rosterPlan([personCells(concurrent)]).refused).toMatchObject([{ row: 2, code: 'concurrent_no_person' }])

  const known = bookPerson('p1')
  const held = bookHolding('c1', {
    personId: 'p1',
    kind: 'concurrent',
    category: null,
    occupiesQuota: false,
    unitId: 'finance',
    postTitle: '会计',
  })
  expect(
    actions(
      rosterPlan(
        [personCells(), personCells(concurrent)],
        townshipState([{ ...known, holdings: [...known.holdings, held] }]),
      ),
    ),
  ).toEqual(['unchanged', 'unchanged'])
})

it('people of the book whom the file does not name are left alone and counted', () => {
  const plan = rosterPlan(
    [personCells()],
    townshipState([bookPerson('p1'), bookPerson('p2', { name: '试丙', idNumber: second })]),
  )
  expect([plan.absent, Object.values(plan.writes).flat()]).toEqual([1, []])
})

it('a unit the book does not have is set up under the township, once, and said', () => {
  const plan = rosterPlan([
    personCells({ unit: '水利站', enteredOn: '2012-05' }),
    personCells({ name: '试乙', unit: '水利站', idNumber: second, birth: '1987-03', enteredOn: '2008-02' }),
  ])
  expect(plan.writes.units).toMatchObject([
    { parentId: 'root', name: '水利站', kind: 'institution', validFrom: '2008-02-01' },
  ])
  expect(plan.rows.map((row) => row.notes.map((note) => note.text))).toEqual([
    ['编制本里没有“水利站”，将新建这个机构。'],
    [],
  ])
  const empty = planOf(workbookWith(rosterOf(personCells())), emptyState())
  expect(empty.writes.units.map((unit) => [unit.name, unit.kind, unit.parentId])).toEqual([
    ['试验乡', 'township', null],
    ['党政办公室', 'office', '+u1'],
  ])
})

it('a row under a 加挂牌子 is put down to the unit that bears it', () => {
  const state = townshipState()
  const named = {
    ...state,
    units: state.units.map((unit) => (unit.id === 'office' ? { ...unit, nameplates: ['综治办'] } : unit)),
  }
  const plan = rosterPlan([personCells({ unit: '综治办' })], named)
  expect([plan.writes.units, plan.writes.posts]).toMatchObject([[], [{ unitId: 'office' }]])
})

it('merged office cells count for every row they span', () => {
  const sheet = rosterOf(personCells(), personCells({ unit: null, name: '试乙', idNumber: second }))
  const plan = planOf(workbookWith({ ...sheet, merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] }), townshipState())
  expect([plan.refused, plan.writes.posts.map((post) => post.unitId)]).toEqual([[], ['office', 'office']])
})

it('quotas: each line with its document, dated by the year of its number; a new document ends the old line', () => {
  const rows = quotaSheet(
    ['乡领导班子', '', '领导班子', '行政编制', { kind: 'number', value: 8, shown: '8' }, '8', '试编办[2006]12号'],
    ['水利站', '防汛办', '事业单位', '事业', '3名', '', '试编办〔2006〕12号'],
  )
  const plan = planOf(workbookWith(rows), townshipState())
  expect(plan.writes.quotas.map((quota) => [quota.category, quota.amount, quota.validFrom, quota.documentId])).toEqual([
    ['administrative', 8, '2006-01-01', '+d1'],
    ['institution', 3, '2006-01-01', '+d1'],
  ])
  expect(plan.writes.documents).toEqual([{ id: '+d1', number: '试编办〔2006〕12号' }])
  expect([plan.writes.leadershipQuotas, plan.writes.nameplates]).toMatchObject([
    [{ amount: 8, chief: null }],
    [{ name: '防汛办' }],
  ])

  const running = townshipState([], {
    quotas: [
      {
        id: 'q',
        unitId: 'office',
        category: 'administrative',
        role: 'allocation',
        amount: 5,
        documentNumber: '试编办〔2006〕12号',
        validFrom: '2006-11-01',
        validTo: null,
      },
    ],
    documents: new Map([['试编办〔2006〕12号', 'd']]),
  })
  const line = (amount: string, document: string) =>
    planOf(workbookWith(quotaSheet(['党政办公室', '', '内设机构', '行政编制', amount, '', document])), running)
  expect([actions(line('5', '试编办〔2006〕12号')), actions(line('5', ''))]).toEqual([['unchanged'], ['unchanged']])
  const cut = line('4', '试编办〔2019〕3号')
  expect([cut.writes.changes, cut.writes.quotas]).toMatchObject([
    [{ id: 'q', set: { validTo: '2019-01-01' } }],
    [{ amount: 4, validFrom: '2019-01-01', documentId: '+d1' }],
  ])
  expect(line('4', '试编办〔2006〕12号').writes.changes).toEqual([
    { fact: 'quota', id: 'q', set: { amount: 4, documentId: 'd' } },
  ])
})

it('quota lines without a document, with a strange number, twice, or with leaders that do not add up are refused', () => {
  const refusals = (...rows: readonly (readonly RawCell[])[]) =>
    planOf(workbookWith(quotaSheet(...rows)), townshipState()).refused.map((cell) => [cell.code, cell.column])
  const good = ['水利站', '', '事业单位', '事业编制', '3', '', '试编办〔2006〕12号']
  expect(refusals(['水利站', '', '事业单位', '事业编制', '3', '', ''])).toEqual([['document_missing', 'G']])
  expect(refusals(['水利站', '', '事业单位', '事业编制', '若干', '', '试编办〔2006〕12号'])).toEqual([
    ['amount_unreadable', 'E'],
  ])
  expect(refusals(['水利站', '', '事业单位', '事业编制', '', '', '试编办〔2006〕12号'])).toEqual([
    ['amount_missing', 'E'],
  ])
  expect(refusals(good, good)).toEqual([['duplicate_row', 'A']])
  const parts = sheetOf([
    ['机构名称', '编制类型', '核定编制数', '领导职数', '正职', '副职', '批准文号'],
    ['班子', '行政编制', '8', '8', '2', '5', '试编办〔2006〕12号'],
  ])
  expect(planOf(workbookWith(parts), townshipState()).refused).toMatchObject([
    { code: 'leadership_sum', message: '第 2 行 领导职数：正职 2 加副职 5 等于 7，不是 8。请核对文件。' },
  ])
})

it('事业编制 follows the split of the unit’s document, and only that', () => {
  const split = townshipState([], {
    quotas: [
      {
        id: 'q',
        unitId: 'finance',
        category: 'institutionFull',
        role: 'allocation',
        amount: 3,
        documentNumber: 'x',
        validFrom: '2006-01-01',
        validTo: null,
      },
    ],
  })
  const inFinance = personCells({ unit: '财政所', category: '事业编制' })
  expect(rosterPlan([inFinance], split).writes.holdings[0]?.category).toBe('institutionFull')
  expect(rosterPlan([inFinance]).writes.holdings[0]?.category).toBe('institution')
})

it('the same file against the same book is the same plan; another state of the book is another', () => {
  const people = [personCells()]
  expect(rosterPlan(people).hash).toBe(rosterPlan(people).hash)
  expect(rosterPlan(people, townshipState([], { head: 'h1' })).hash).not.toBe(rosterPlan(people).hash)
  expect(rosterPlan([personCells({ post: '主任' })]).hash).not.toBe(rosterPlan(people).hash)
})
