import { expect, it } from 'vitest'
import { addEvent } from '../../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../../electron/app/ledger/undo-entry.ts'
import { addRecord } from '../../../electron/app/records/add-record.ts'
import { changeRecord } from '../../../electron/app/records/change-record.ts'
import { appointChosen } from '../../../electron/app/reform/appoint-chosen.ts'
import { readStaffing } from '../../../electron/app/reform/read-staffing.ts'
import type { Input } from '../../../electron/contract/operations.ts'
import { dutyList } from '../../../electron/domain/duties/duty-list.ts'
import { DEFAULT_DUTY_DATES } from '../../../electron/domain/duties/duty-dates.ts'
import { loadSnapshot } from '../../../electron/store/load-snapshot.ts'
import type { OpenBook } from '../../../electron/store/open.ts'
import { makeContext } from '../../kit/context.ts'
import { seatPeople } from '../../kit/people.ts'
import { factsText } from '../../kit/reform.ts'
import { withTownship } from '../../kit/township.ts'

/* Seed 000's 竞聘, 定岗, 分流, 清退 and 自聘消化 as they run: posts put up, results, the posting, seats taken, and where everybody else went. */

const CENTRE = '农业综合服务中心'
const PAPER = { number: '山编发〔2026〕12号' }

const withPeople = (work: (book: OpenBook) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '农一', unit: CENTRE, category: 'institution', title: '干事', birth: '1981-01-11' },
      { name: '农二', unit: CENTRE, category: 'institution', title: '干事', birth: '1982-02-12' },
      { name: '农三', unit: CENTRE, category: 'institution', title: '干事', birth: '1983-03-13' },
      { name: '站长', unit: CENTRE, category: 'institution', title: '主任', leadership: 'chief', birth: '1984-04-14' },
      { name: '护林', unit: CENTRE, kind: 'offQuota', offQuotaKind: 'selfHired', birth: '1985-05-15' },
      { name: '门卫', unit: CENTRE, kind: 'offQuota', offQuotaKind: 'selfHired', birth: '1986-06-16' },
    ])
    await work(book)
  })

const record = (book: OpenBook, input: Omit<Input<'record.add'>, 'documentNumber'> & { documentNumber?: string }) =>
  addRecord(input, makeContext(book, { operation: 'record.add' }))
const people = (book: OpenBook, asOf = '2026-12-31') => readStaffing({ asOf }, makeContext(book))
const appoint = (book: OpenBook, on: string) =>
  appointChosen({ code: '竞01', on, document: PAPER }, makeContext(book, { operation: 'reform.appoint' }))

const POST = { code: '竞01', post: '农技员', seats: 1, category: 'institution', method: 'competition' } as const
const apply = (book: OpenBook, person: string, result: string, score: number) =>
  record(book, { kind: 'candidacy', person, from: '2026-11-08', content: { code: '竞01', score, result } })

async function duties(book: OpenBook, today: string) {
  const snapshot = await loadSnapshot(book.db, today)
  return dutyList({
    snapshot,
    dates: DEFAULT_DUTY_DATES,
    marks: [],
    from: '2026-11-01',
    to: '2026-12-31',
    since: '2026-11-01',
  })
    .filter(({ duty }) => duty.startsWith('reform-'))
    .map(({ title, dueOn }) => [title, dueOn])
}

it('a competition runs from the posts put up to the seat taken; who won none is listed with where they went', () =>
  withPeople(async (book) => {
    const { id } = await record(book, {
      kind: 'competition',
      unit: CENTRE,
      from: '2026-11-01',
      content: { ...POST, closesOn: '2026-11-10' },
    })
    expect(await duties(book, '2026-11-02')).toEqual([[`竞01 ${CENTRE}“农技员”报名截止`, '2026-11-10']])
    await apply(book, '农一', 'chosen', 88.5)
    await apply(book, '农二', 'lost', 80)
    const before = await people(book)
    expect(before.competitions[0]?.candidates.map(({ name, seated }) => [name, seated])).toEqual([
      ['农一', false],
      ['农二', false],
    ])
    expect(before.uncompeted.map(({ name, why, channel }) => [name, why, channel])).toEqual([
      ['农二', '落选', null],
      ['农三', '未报名', null],
    ])
    await expect(appoint(book, '2026-12-01')).rejects.toMatchObject({
      code: 'competition_not_ready',
      details: { why: '还没有登记公示的起止日期' },
    })
    const noticed = { ...POST, closesOn: '2026-11-10', noticeFrom: '2026-11-12', noticeTo: '2026-11-18' }
    const change = (content: Input<'record.change'>['content']) =>
      changeRecord({ id, from: '2026-11-01', content }, makeContext(book, { operation: 'record.change' }))
    await change(noticed)
    expect(await duties(book, '2026-11-13')).toEqual([[`竞01 ${CENTRE}“农技员”拟聘公示期满`, '2026-11-18']])
    await expect(appoint(book, '2026-11-18')).rejects.toMatchObject({
      details: { why: '公示到 2026-11-18，任职日应在期满以后' },
    })
    await change({ ...noticed, noticeResult: 'upheld' })
    await expect(appoint(book, '2026-11-20')).rejects.toMatchObject({ details: { why: '公示期间的异议成立' } })
    await change({ ...noticed, noticeResult: 'clear' })
    expect(await duties(book, '2026-11-19')).toEqual([[`竞01 ${CENTRE}“农技员”拟聘人员任职`, '2026-11-18']])
    const before2 = await factsText(book)
    const appointed = await appoint(book, '2026-11-20')
    expect(appointed.texts[0]).toContain('农一')
    expect((await people(book)).competitions[0]?.candidates[0]?.seated).toBe(true)
    expect(await duties(book, '2026-11-21')).toEqual([])
    await expect(appoint(book, '2026-11-21')).rejects.toMatchObject({ details: { why: '拟聘人员都已任职' } })
    await undoEntry({ seq: appointed.seq }, makeContext(book, { operation: 'journal.undo' }))
    expect(await factsText(book)).toBe(before2)
  }))

it('双向选择 wants the unit’s word; more chosen than seats is refused', () =>
  withPeople(async (book) => {
    await record(book, {
      kind: 'competition',
      unit: CENTRE,
      from: '2026-11-01',
      content: { ...POST, method: 'mutual', noticeFrom: '2026-11-02', noticeTo: '2026-11-06', noticeResult: 'clear' },
    })
    await expect(appoint(book, '2026-12-01')).rejects.toMatchObject({ details: { why: '还没有拟聘人员' } })
    await apply(book, '农一', 'chosen', 88)
    await expect(appoint(book, '2026-12-01')).rejects.toMatchObject({
      details: { why: '双向选择还没有单位同意：农一' },
    })
    await apply(book, '农二', 'chosen', 87)
    await expect(appoint(book, '2026-12-01')).rejects.toMatchObject({
      details: { why: '拟聘 2 人，多于聘用人数 1' },
    })
  }))

it('分流 has its way, day and paper, and stands in 待办 until it is settled', () =>
  withPeople(async (book) => {
    const { id } = await record(book, {
      kind: 'redeployment',
      person: '农三',
      from: '2026-11-20',
      documentNumber: PAPER.number,
      content: { channel: 'village', destination: '上坊村', settleBy: '2026-12-15' },
    })
    expect((await people(book)).redeployed).toMatchObject([
      { name: '农三', unit: CENTRE, post: '干事', channel: 'village', settledOn: null, documentNumber: PAPER.number },
    ])
    expect(await duties(book, '2026-11-21')).toEqual([['农三分流安置', '2026-12-15']])
    await changeRecord(
      {
        id,
        from: '2026-11-20',
        documentNumber: PAPER.number,
        content: { channel: 'village', destination: '上坊村', settleBy: '2026-12-15', settledOn: '2026-12-10' },
      },
      makeContext(book, { operation: 'record.change' }),
    )
    expect(await duties(book, '2026-12-11')).toEqual([])
  }))

it('清退 says why; 自聘消化 is plan against actual, and a year that missed it says by how many', () =>
  withPeople(async (book) => {
    const add = (event: Input<'event.add'>['event']) =>
      addEvent({ event }, makeContext(book, { operation: 'event.add' }))
    await add({ type: 'runOff.plan', on: '2026-01-05', document: PAPER, kind: 'selfHired', year: 2026, amount: 2 })
    expect(await duties(book, '2026-11-05')).toEqual([['2026 年自聘消化', '2026-12-31']])
    const end = { type: 'offQuota.end', on: '2026-11-10', document: PAPER, person: '护林', cause: 'dismissed' } as const
    await expect(add(end)).rejects.toMatchObject({ code: 'event_impossible' })
    await add({ ...end, note: '岗位撤销' })
    expect((await people(book)).dismissed).toMatchObject([
      { name: '护林', on: '2026-11-10', kind: 'selfHired', unit: CENTRE, reason: '岗位撤销' },
    ])
    expect((await people(book)).runOff).toEqual([{ year: 2026, kind: 'selfHired', planned: 2, left: 1, missed: null }])
    expect((await people(book, '2027-01-31')).runOff[0]).toMatchObject({ year: 2026, planned: 2, left: 1, missed: 1 })
  }))

it('事业单位登记 names its next step, and what an acceptance found stands until it is put right', () =>
  withPeople(async (book) => {
    await record(book, {
      kind: 'registration',
      unit: CENTRE,
      from: '2026-11-20',
      content: { matter: 'change', content: '名称', dueOn: '2026-12-20', appliedOn: '2026-11-25' },
    })
    await record(book, {
      kind: 'reformCheck',
      from: '2026-12-22',
      content: {
        stage: 'acceptance',
        body: '区联合检查验收小组',
        verdict: 'fix',
        problem: '牌子未更换',
        fixBy: '2026-12-30',
      },
    })
    expect(await duties(book, '2026-12-23')).toEqual([
      [`${CENTRE}变更登记`, '2026-12-20'],
      ['验收发现的问题整改', '2026-12-30'],
    ])
  }))
