import { describe, expect, it } from 'vitest'
import { noColumns } from '../../../../electron/vocabulary/person-fields.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { packContent } from '../../../../electron/domain/ledger/snapshot/decided-here.ts'
import { exitsSince, readProofs } from '../../../../electron/domain/ledger/snapshot/exits-at.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { factBook, held } from '../../../kit/fact-book.ts'

/* The book as it was on a day: every part on its first day, the day before it, and the day it is over. */

const AT = { recorded_at: '2026-11-21T17:00:00.000Z' }
const LEARNT = '2026-11-22'
const RANGE = { valid_from: '2020-01-01', valid_to: '2025-01-01', ...AT }
const RANGED = { validFrom: '2020-01-01', validTo: '2025-01-01' }
const [BEFORE, FIRST, LAST, OVER] = ['2019-12-31', '2020-01-01', '2024-12-31', '2025-01-01'] as const

/** The facts with these rows in place of the tables they name. */
const withRows = (rows: Partial<FactRows>, base: FactRows = PLAIN): FactRows => ({ ...base, ...rows })
const PLAIN = factBook({
  units: [{ name: '党政办' }, { name: '经发办' }],
  people: [{ name: '甲', holdings: [held('党政办')] }],
})
const on = <Part extends keyof ReturnType<typeof snapshotAt>>(facts: FactRows, part: Part) =>
  [BEFORE, FIRST, LAST, OVER].map((day) => snapshotAt(facts, day)[part])

describe('某一天的编制本', () => {
  it('the book itself, its pack and the holidays decided here', () => {
    const local = {
      id: '本地',
      basePackId: 'none',
      title: '本乡口径',
      locality: '山溪乡',
      note: null,
      date: '2026-01-01',
      packFrom: null,
      parameters: {},
      rules: {},
    } as unknown as Parameters<typeof packContent>[0]
    const pack = { id: '本地', base_pack_id: 'none', title: '本乡口径', content: packContent(local), ...AT }
    const facts = withRows({
      book: [{ id: 'book', name: '山溪乡', pack_id: '本地', pack_from: '2026-01-01', ...AT }],
      rule_pack: [{ ...pack, id: '别的' }, pack],
      holiday_calendar: [
        {
          id: '2027',
          year: 2027,
          notice: '国办发明电〔2026〕9号',
          issued_on: null,
          off: '[["2027-01-01","2027-01-03"]]',
          worked: '["2027-01-04"]',
          ...AT,
        },
      ],
    })
    const { asOf, book, localPack, holidays } = snapshotAt(facts, FIRST)
    expect({ asOf, book, localPack, holidays }).toEqual({
      asOf: FIRST,
      book: { name: '山溪乡', packId: '本地', packFrom: '2026-01-01' },
      localPack: local,
      holidays: [
        {
          year: 2027,
          notice: '国办发明电〔2026〕9号',
          issuedOn: null,
          off: [['2027-01-01', '2027-01-03']],
          worked: ['2027-01-04'],
        },
      ],
    })
    expect(snapshotAt(PLAIN, FIRST).localPack).toBeNull()
    expect(() => snapshotAt(withRows({ book: [] }), FIRST)).toThrow('a book without its book row')
  })

  it('units in the order of the bureau, each with its nameplates by the day they came', () => {
    const unit = (id: string, unit_id: string, sort_order: number) => ({
      id,
      unit_id,
      parent_id: null,
      name: unit_id,
      kind: 'office' as const,
      managing_body: null,
      sort_order,
      document_id: null,
      ...RANGE,
    })
    const plate = (id: string, name: string, from: string, document: string | null) => ({
      id,
      unit_id: '乙办',
      name,
      document_id: document,
      ...RANGE,
      valid_from: from,
    })
    const facts = withRows({
      unit_version: [unit('3', '丙办', 2), unit('2', '乙办', 1), unit('1', '甲办', 1)],
      nameplate: [
        plate('z', '后牌', '2021-01-01', '批文'),
        plate('b', '次牌', '2020-01-01', '不存在'),
        plate('a', '首牌', '2020-01-01', null),
      ],
    })
    expect(on(facts, 'units').map((units) => units.map(({ name }) => name))).toEqual([
      [],
      ['甲办', '乙办', '丙办'],
      ['甲办', '乙办', '丙办'],
      [],
    ])
    expect(snapshotAt(facts, LAST).units[1]).toEqual({
      id: '乙办',
      parentId: null,
      name: '乙办',
      kind: 'office',
      managingBody: null,
      sortOrder: 1,
      nameplates: ['首牌', '次牌', '后牌'],
      validFrom: FIRST,
    })
    expect(snapshotAt(facts, FIRST).units.map(({ nameplates }) => nameplates)).toEqual([[], ['首牌', '次牌'], []])
    expect(snapshotAt(facts, LAST).nameplates).toEqual([
      { id: 'a', unitId: '乙办', name: '首牌', documentNumber: null, ...RANGED },
      { id: 'b', unitId: '乙办', name: '次牌', documentNumber: null, ...RANGED },
      {
        id: 'z',
        unitId: '乙办',
        name: '后牌',
        documentNumber: '山编办〔2000〕1号',
        ...RANGED,
        validFrom: '2021-01-01',
      },
    ])
    expect(snapshotAt(facts, OVER).nameplates).toEqual([])
  })

  it('quotas of the day, and every one that ever began; 领导职数', () => {
    const quota = (id: string, from: string, to: string | null, document_id = '批文') => ({
      id,
      unit_id: '党政办',
      category: 'administrative' as const,
      role: 'allocation' as const,
      amount: 3,
      document_id,
      ...AT,
      valid_from: from,
      valid_to: to,
    })
    const leaders = (id: string) => ({
      id,
      unit_id: '党政办',
      amount: 3,
      chief_amount: 1,
      deputy_amount: 2,
      document_id: '批文',
      ...RANGE,
    })
    const facts = withRows({
      quota: [quota('b', FIRST, OVER), quota('a', FIRST, OVER, '不存在'), quota('先', '2010-01-01', FIRST)],
      leadership_quota: [leaders('z'), leaders('a')],
    })
    expect(on(facts, 'quotas').map((list) => list.map(({ id }) => id))).toEqual([['先'], ['a', 'b'], ['a', 'b'], []])
    expect(on(facts, 'quotaHistory').map((list) => list.map(({ id }) => id))).toEqual([
      ['先'],
      ['先', 'a', 'b'],
      ['先', 'a', 'b'],
      ['先', 'a', 'b'],
    ])
    expect(snapshotAt(facts, FIRST).quotas).toEqual([
      expect.objectContaining({ id: 'a', documentNumber: '', ...RANGED }),
      {
        id: 'b',
        unitId: '党政办',
        category: 'administrative',
        role: 'allocation',
        amount: 3,
        documentNumber: '山编办〔2000〕1号',
        ...RANGED,
      },
    ])
    expect(on(facts, 'leadershipQuotas').map((list) => list.map(({ id }) => id))).toEqual([
      [],
      ['a', 'z'],
      ['a', 'z'],
      [],
    ])
    expect(snapshotAt(facts, FIRST).leadershipQuotas[0]).toEqual({
      id: 'a',
      unitId: '党政办',
      amount: 3,
      chief: 1,
      deputy: 2,
      documentNumber: '山编办〔2000〕1号',
      ...RANGED,
    })
  })

  it('people with a holding of the day, everybody ever 编外, whom an approval names; each with what is known that day', () => {
    const facts = factBook({
      units: [{ name: '党政办' }],
      people: [
        { name: '在编', sex: '女', holdings: [held('党政办', { from: FIRST, to: OVER })] },
        {
          name: '曾聘',
          holdings: [{ unit: '党政办', kind: 'offQuota', off_quota_kind: 'selfHired', from: FIRST, to: '2021-01-01' }],
        },
        { name: '待进', holdings: [] },
        { name: '无关', holdings: [] },
      ],
      approvals: [{ unit_id: '党政办', person_id: '待进', valid_from: FIRST, valid_to: OVER }],
    })
    const names = on(facts, 'people').map((people) => people.map(({ name }) => name))
    expect(names).toEqual([[], ['在编', '曾聘', '待进'], ['在编', '曾聘', '待进'], ['曾聘']])
    const version = (id: string, education: string, from: string, to: string | null) => ({
      ...noColumns('version'),
      id,
      person_id: '在编',
      education,
      ...AT,
      valid_from: from,
      valid_to: to,
    })
    const told = withRows(
      {
        person_version: [version('旧', '大学专科', FIRST, '2022-01-01'), version('新', '大学本科', '2022-01-01', null)],
        retirement_arrangement: [
          {
            id: '退',
            person_id: '在编',
            kind: 'earlyFlexible',
            month: '2026-01',
            document_number: '山人〔2024〕1号',
            ...RANGE,
          },
        ],
      },
      facts,
    )
    const own = (day: string) => snapshotAt(told, day).people.find(({ name }) => name === '在编')
    expect(own(FIRST)).toMatchObject({ id: '在编', sex: '女', education: '大学专科' })
    expect(own(LAST)).toMatchObject({
      education: '大学本科',
      retirementArrangement: { kind: 'earlyFlexible', month: '2026-01', documentNumber: '山人〔2024〕1号' },
    })
    expect(snapshotAt(told, FIRST).people[1]).toMatchObject({ education: null, retirementArrangement: null })
  })

  it('posts and holdings of the day; 编外 ones that are over are remembered, oldest first', () => {
    const facts = factBook({
      units: [{ name: '党政办' }],
      people: [
        {
          name: '丁',
          holdings: [
            { unit: '党政办', kind: 'offQuota', off_quota_kind: 'selfHired', from: '2021-01-01', to: OVER },
            { unit: '党政办', kind: 'offQuota', off_quota_kind: 'selfHired', from: FIRST, to: '2021-01-01' },
            held('党政办', {
              from: FIRST,
              to: OVER,
              remark: '定向生',
              counterpart: '县林业局',
              occupies_leadership: 1,
            }),
          ],
        },
      ],
      posts: [
        { post_id: '空岗', unit_id: '党政办', valid_from: FIRST, valid_to: OVER, title: '文书', state: 'frozen' },
      ],
    })
    expect(on(facts, 'holdings').map((list) => list.map(({ id }) => id))).toEqual([
      [],
      ['丁-任1', '丁-任2'],
      ['丁-任0', '丁-任2'],
      [],
    ])
    expect(on(facts, 'offQuotaHistory').map((list) => list.map(({ id }) => id))).toEqual([
      [],
      ['丁-任1'],
      ['丁-任1', '丁-任0'],
      ['丁-任1', '丁-任0'],
    ])
    expect(snapshotAt(facts, FIRST).holdings[1]).toMatchObject({
      personId: '丁',
      postId: '丁-岗2',
      kind: 'substantive',
      offQuotaKind: null,
      occupiesQuota: true,
      occupiesLeadership: true,
      overlapAllowed: false,
      counterpart: '县林业局',
      remark: '定向生',
      lineSince: FIRST,
      postSince: null,
      ...RANGED,
    })
    expect(snapshotAt(facts, FIRST).offQuotaHistory[0]).toMatchObject({ lineSince: null, occupiesQuota: false })
    expect(on(facts, 'posts').map((list) => list.some(({ id }) => id === '空岗'))).toEqual([false, true, true, false])
    expect(snapshotAt(facts, FIRST).posts.find(({ id }) => id === '空岗')).toEqual({
      id: '空岗',
      unitId: '党政办',
      title: '文书',
      leadership: null,
      state: 'frozen',
    })
  })

  it('approvals of the day, who came by them, who was chosen to stand over', () => {
    const approval = (id: string, to: string | null = OVER) => ({
      id,
      unit_id: '党政办',
      category: 'administrative' as const,
      amount: 2,
      number: `${id}号`,
      expires_on: LAST,
      person_id: null,
      ...RANGE,
      valid_to: to,
    })
    const choice = (id: string) => ({
      id,
      unit_id: '党政办',
      category: 'administrative' as const,
      person_id: '甲',
      reason: '会议研究',
      ...RANGE,
    })
    const facts = withRows(
      {
        entry_approval: [approval('核二'), approval('核一'), approval('旧核', FIRST)],
        over_quota_choice: [choice('b'), choice('a')],
      },
      factBook({
        units: [{ name: '党政办' }],
        people: [
          { name: '甲', holdings: [held('党政办', { approval_id: '核一', from: '2020-03-01', to: '2020-04-01' })] },
          { name: '乙', holdings: [held('党政办', { approval_id: '核一', occupies_quota: 0, from: '2020-03-01' })] },
          { name: '丙', holdings: [held('党政办', { approval_id: '旧核', from: '2020-03-01' })] },
          { name: '丁', holdings: [held('党政办', { approval_id: '核二', from: '2024-12-31' })] },
        ],
      }),
    )
    expect(on(facts, 'approvals').map((list) => list.map(({ id }) => id))).toEqual([
      [],
      ['核一', '核二'],
      ['核一', '核二'],
      [],
    ])
    expect(snapshotAt(facts, FIRST).approvals[0]).toEqual({
      id: '核一',
      unitId: '党政办',
      category: 'administrative',
      amount: 2,
      number: '核一号',
      expiresOn: LAST,
      personId: null,
      ...RANGED,
    })
    expect(on(facts, 'arrivals')).toEqual([
      [],
      [],
      [
        { approvalId: '核一', personId: '甲', on: '2020-03-01' },
        { approvalId: '核二', personId: '丁', on: '2024-12-31' },
      ],
      [],
    ])
    expect(on(facts, 'overQuotaChoices').map((list) => list.map(({ id }) => id))).toEqual([
      [],
      ['a', 'b'],
      ['a', 'b'],
      [],
    ])
    expect(snapshotAt(facts, FIRST).overQuotaChoices[0]).toEqual({
      id: 'a',
      unitId: '党政办',
      category: 'administrative',
      personId: '甲',
      reason: '会议研究',
      ...RANGED,
    })
  })

  it('notices and objections as far as they had come by the day', () => {
    const notice = (id: string, number: string, posted_on: string) => ({
      id,
      number,
      layout: 'public' as never,
      as_of: posted_on,
      posted_on,
      working_days: 7,
      ends_on: LAST,
      file_name: 'x.xlsx',
      content_sha256: '',
      journal_head: '',
      checked_by: null,
      checked_on: null,
      reviewed_by: null,
      reviewed_on: null,
      listing_sha256: null,
      ...AT,
    })
    const objection = (id: string, received_on: string, closed_on: string | null) => ({
      id,
      notice_id: '公一',
      received_on,
      channel: 'phone' as never,
      raised_by: null,
      content: '',
      answer: null,
      outcome: closed_on === null ? null : ('upheld' as never),
      correcting_seq: null,
      closed_on,
      closed_by: null,
      ...AT,
    })
    const closing = (notice_id: string, closed_on: string) => ({
      id: `闭-${notice_id}`,
      notice_id,
      closed_on,
      closed_by: '丁',
      note: null,
      ...AT,
    })
    const facts = withRows({
      notice: [notice('公二', '2号', LAST), notice('公一', '1号', FIRST), notice('公三', '1号', LAST)],
      notice_closing: [closing('公一', LAST)],
      objection: [objection('b', FIRST, LAST), objection('a', FIRST, null), objection('0', LAST, null)],
    })
    expect(on(facts, 'notices').map((list) => list.map(({ id, closedOn }) => [id, closedOn]))).toEqual([
      [],
      [['公一', null]],
      [
        ['公一', LAST],
        ['公三', null],
        ['公二', null],
      ],
      [
        ['公一', LAST],
        ['公三', null],
        ['公二', null],
      ],
    ])
    expect(snapshotAt(facts, FIRST).notices[0]).toEqual({
      id: '公一',
      number: '1号',
      asOf: FIRST,
      postedOn: FIRST,
      endsOn: LAST,
      closedOn: null,
    })
    expect(
      on(facts, 'objections').map((list) => list.map(({ id, closedOn, outcome }) => [id, closedOn, outcome])),
    ).toEqual([
      [],
      [
        ['a', null, null],
        ['b', null, null],
      ],
      [
        ['a', null, null],
        ['b', LAST, 'upheld'],
        ['0', null, null],
      ],
      [
        ['a', null, null],
        ['b', LAST, 'upheld'],
        ['0', null, null],
      ],
    ])
  })

  it('exits, events and changes of people of the last two years, oldest first, with the day they were learnt', () => {
    const event = (id: string, effective_on: string, more: Partial<FactRows['ledger_event'][number]> = {}) => ({
      id,
      type: 'exit' as const,
      effective_on,
      person_id: '甲',
      unit_id: '党政办',
      other_unit_id: null,
      category: 'administrative' as const,
      cause: 'resignation' as never,
      document_number: '山人〔2024〕2号',
      proofs: '["辞职批复",7]',
      note: null,
      is_correction: 0 as const,
      ...AT,
      ...more,
    })
    expect(exitsSince(LAST)).toBe('2022-12-31')
    const facts = withRows({
      ledger_event: [
        event('今日', LAST, { is_correction: 1 }),
        event('同日乙', '2023-05-01', { person_id: '失名' }),
        event('同日丙', '2023-05-01', { person_id: null }),
        event('最早', '2022-12-31', { type: 'move', other_unit_id: '经发办' }),
        event('太早', '2022-12-30'),
        event('明日', OVER),
      ],
    })
    const { exits, changes } = snapshotAt(facts, LAST)
    expect(changes.map(({ id }) => id)).toEqual(['最早', '同日丙', '同日乙', '今日'].toSorted(byDayThenId))
    expect(changes.at(-1)).toEqual({
      id: '今日',
      type: 'exit',
      on: LAST,
      recordedOn: LEARNT,
      personId: '甲',
      unitId: '党政办',
      otherUnitId: null,
      category: 'administrative',
      cause: 'resignation',
      documentNumber: '山人〔2024〕2号',
      correction: true,
    })
    expect(exits).toEqual([
      expect.objectContaining({ id: '同日乙', personId: '失名', personName: '' }),
      {
        id: '今日',
        personId: '甲',
        personName: '甲',
        unitId: '党政办',
        on: LAST,
        recordedOn: LEARNT,
        cause: 'resignation',
        documentNumber: '山人〔2024〕2号',
        proofs: ['辞职批复'],
      },
    ])
    expect(readProofs('{}')).toEqual([])
    const version = (id: string, person_id: string, from: string, to: string | null = null) => ({
      ...noColumns('version'),
      id,
      person_id,
      ...AT,
      valid_from: from,
      valid_to: to,
    })
    const people = withRows({
      person_version: [
        version('甲新', '甲', '2023-06-01'),
        version('甲旧', '甲', '2010-01-01', '2023-06-01'),
        version('乙首', '乙', '2022-12-31'),
        version('丙首', '丙', '2022-12-30'),
        version('丁后', '丁', OVER),
      ],
    })
    expect(snapshotAt(people, LAST).personChanges).toEqual([
      { id: '甲新', personId: '甲', from: '2023-06-01', recordedOn: LEARNT, followsAnother: true },
      { id: '乙首', personId: '乙', from: '2022-12-31', recordedOn: LEARNT, followsAnother: false },
    ])
    expect(snapshotAt(PLAIN, LAST).documents).toEqual([
      {
        id: '批文',
        number: '山编办〔2000〕1号',
        title: null,
        issuingBody: null,
        issuedOn: null,
        recordedOn: LEARNT,
      },
    ])
  })

  it('what bounds the numbers beside the quotas', () => {
    const facts = withRows({
      absence: [{ id: '离', person_id: '甲', kind: 'sickLeave', document_number: '山人1号', due_on: LAST, ...RANGE }],
      rank_quota: [{ id: '职', unit_id: '党政办', pool: 'p', amount: 2, document_id: '批文', ...RANGE }],
      tolerance: [
        {
          id: '容',
          unit_id: null,
          category: 'administrative',
          amount: null,
          percent: 5,
          document_id: '批文',
          ...RANGE,
        },
      ],
      off_quota_control: [{ id: '控', kind: 'selfHired', amount: 4, document_id: '不存在', ...RANGE }],
      run_off_plan: [{ id: '消', kind: 'selfHired', year: 2027, amount: 1, document_number: '山消1号', ...AT }],
    })
    const documentNumber = '山编办〔2000〕1号'
    const parts = (day: string) => {
      const { absences, rankQuotas, tolerances, offQuotaControls, runOffPlans } = snapshotAt(facts, day)
      return { absences, rankQuotas, tolerances, offQuotaControls, runOffPlans }
    }
    const runOffPlans = [{ kind: 'selfHired', year: 2027, amount: 1, documentNumber: '山消1号' }]
    const none = { absences: [], rankQuotas: [], tolerances: [], offQuotaControls: [], runOffPlans }
    const all = {
      absences: [{ id: '离', personId: '甲', kind: 'sickLeave', documentNumber: '山人1号', dueOn: LAST, ...RANGED }],
      rankQuotas: [{ id: '职', unitId: '党政办', pool: 'p', amount: 2, documentNumber, ...RANGED }],
      tolerances: [
        { id: '容', unitId: null, category: 'administrative', amount: null, percent: 5, documentNumber, ...RANGED },
      ],
      offQuotaControls: [{ id: '控', kind: 'selfHired', amount: 4, documentNumber: '', ...RANGED }],
      runOffPlans,
    }
    expect([BEFORE, FIRST, LAST, OVER].map(parts)).toEqual([none, all, all, none])
  })

  it('records: the state of the day, or all that began; a field the row does not know says nothing', () => {
    const record = (id: string, kind: string, from: string, to: string | null, content = '{}') => ({
      id,
      kind,
      person_id: '甲',
      unit_id: null,
      content,
      document_number: '山档1号',
      ...AT,
      valid_from: from,
      valid_to: to,
    })
    const facts = withRows({
      record: [
        record('后', 'annualReview', '2021-01-01', '2022-01-01', '{"year":2021}'),
        record('先', 'annualReview', FIRST, OVER, '{"year":2020}'),
        record('同', 'annualReview', FIRST, OVER),
        record('合同', 'payStatus', FIRST, OVER),
        record('不认识', 'unheard', FIRST, OVER),
      ],
    })
    const ids = (day: string, kind: 'annualReview' | 'payStatus') =>
      snapshotAt(facts, day).records[kind].map(({ id }) => id)
    expect([BEFORE, FIRST, LAST, OVER].map((day) => ids(day, 'annualReview'))).toEqual([
      [],
      ['先', '同'],
      ['先', '同', '后'],
      ['先', '同', '后'],
    ])
    expect([BEFORE, FIRST, LAST, OVER].map((day) => ids(day, 'payStatus'))).toEqual([[], ['合同'], ['合同'], []])
    expect(snapshotAt(facts, FIRST).records.annualReview[1]).toMatchObject({
      year: null,
      personId: '甲',
      unitId: null,
      documentNumber: '山档1号',
      recordedOn: LEARNT,
      ...RANGED,
    })
    expect(snapshotAt(facts, FIRST).records.annualReview[0]).toMatchObject({ year: 2020 })
  })

  it('what has no end yet stands: a record; a 退休安排 that is over or still to come is none', () => {
    const record = {
      id: '工资',
      kind: 'payStatus',
      person_id: '甲',
      unit_id: null,
      content: '{}',
      document_number: null,
      ...RANGE,
      valid_to: null,
    }
    const facts = withRows({
      record: [record],
      retirement_arrangement: [
        {
          id: '退',
          person_id: '甲',
          kind: 'earlyFlexible',
          month: '2026-01',
          document_number: '山人〔2024〕1号',
          ...RANGE,
        },
      ],
    })
    expect(on(facts, 'records').map(({ payStatus }) => payStatus.length)).toEqual([0, 1, 1, 1])
    expect(on(facts, 'people').map(([own]) => own?.retirementArrangement?.month ?? null)).toEqual([
      null,
      '2026-01',
      '2026-01',
      null,
    ])
  })

  it('领导职数 on a paper the book does not have bear no number', () => {
    const leaders = { id: '职', unit_id: '党政办', amount: 3, chief_amount: 1, deputy_amount: 2, document_id: '不存在' }
    const facts = withRows({ leadership_quota: [{ ...leaders, ...RANGE }] })
    expect(snapshotAt(facts, FIRST).leadershipQuotas.map(({ documentNumber }) => documentNumber)).toEqual([''])
  })

  it('own fields in the places this version has; what is no word is no choice', () => {
    const own = (field: string, choices: string, masked: 0 | 1) => ({
      id: field,
      field,
      title: '党小组',
      kind: 'list' as const,
      choices,
      masked,
      ...AT,
    })
    const facts = withRows({
      own_field: [own('own01', '["一组",2,"二组"]', 1), own('own99', '[]', 0), own('own02', '[]', 0)],
    })
    expect(snapshotAt(facts, FIRST).ownFields).toEqual([
      { field: 'own01', title: '党小组', kind: 'list', choices: ['一组', '二组'], masked: true },
      { field: 'own02', title: '党小组', kind: 'list', choices: [], masked: false },
    ])
  })
})

function byDayThenId(one: string, other: string): number {
  const day = { 最早: '2022-12-31', 同日丙: '2023-05-01', 同日乙: '2023-05-01', 今日: LAST } as Record<string, string>
  const [left, right] = [`${day[one]}${one}`, `${day[other]}${other}`]
  return left < right ? -1 : Number(left > right)
}
