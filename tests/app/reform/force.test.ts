import { describe, expect, it } from 'vitest'
import { undoEntry } from '../../../electron/app/ledger/undo-entry.ts'
import { redoEntry } from '../../../electron/app/ledger/redo-entry.ts'
import { comparePlan } from '../../../electron/app/reform/compare-plan.ts'
import { changeSheet } from '../../../electron/domain/ledger/told/change-sheet.ts'
import { loadFacts } from '../../../electron/store/load-facts.ts'
import { verifyBook } from '../../../electron/store/integrity.ts'
import { makeContext } from '../../kit/context.ts'
import { seatPeople } from '../../kit/people.ts'
import { draft, factsText, force, PLAN, REFORM_DAY, show, startPlan, type StepInput } from '../../kit/reform.ts'
import { entryCount, withTownship } from '../../kit/township.ts'

/* A draft takes force as one entry, and one undo takes all of it back. */

const undoing = (book: Parameters<typeof makeContext>[0]) => makeContext(book, { operation: 'journal.undo' })

const PEOPLE = [
  { name: '农一', unit: '农业综合服务中心', category: 'institution', birth: '1981-01-11' },
  { name: '农二', unit: '农业综合服务中心', category: 'institution', birth: '1982-02-12' },
  { name: '文一', unit: '文化服务中心', category: 'institution', birth: '1983-03-13' },
  { name: '社一', unit: '社会事务办公室', birth: '1984-04-14' },
] as const

const STEPS: readonly StepInput[] = [
  { type: 'unit.merge', units: ['文化服务中心', '劳动保障事务所'], into: '民生服务中心', kind: 'institution' },
  { type: 'quota.recut', unit: '农业综合服务中心', category: '事业编制', amount: 8 },
  { type: 'unit.rename', unit: '社会事务办公室', name: '民生事务办公室' },
  { type: 'move', person: '农二', unit: '民生服务中心', post: '综合岗' },
  { type: 'nameplate.hang', unit: '民生事务办公室', name: '退役军人服务站' },
  { type: 'service.mode', unit: '农业综合服务中心', service: '农机维修', mode: '购买', provider: '县农机合作社' },
  { type: 'leadershipQuota.set', unit: '乡领导班子', amount: 8, chief: 3, deputy: 5 },
]

it('the draft says what it would do and changes nothing; in force it is there; undone, the book is as it was', () =>
  withTownship(async (book) => {
    await seatPeople(book, PEOPLE)
    const id = await startPlan(book)
    await draft(book, id, ...STEPS)
    const shown = await show(book, id)
    expect(shown.steps.map(({ state }) => state)).toEqual(STEPS.map(() => 'works'))
    expect(shown.steps[1]?.text).toBe('农业综合服务中心事业编制自 2026-12-01 起核减 2 名（10 → 8）')
    expect([shown.before.counts.units, shown.after.counts.units]).toEqual([
      shown.before.counts.units,
      shown.before.counts.units - 1,
    ])
    expect([shown.before.counts.quota - shown.after.counts.quota, shown.after.counts.people]).toEqual([2, 4])
    expect(shown.after.units.find(({ name }) => name === '农业综合服务中心')?.services).toEqual([
      { service: '农机维修', mode: 'purchased' },
    ])
    const [before, entries] = [await factsText(book), await entryCount(book)]
    const forced = await force(book, PLAN, { fingerprint: shown.fingerprint })
    expect(await entryCount(book)).toBe(entries + 1)
    expect(forced.text).toContain('改革方案“深化改革”自 2026-12-01 起施行，共 7 步：机构')
    const now = await comparePlan({ plan: id, asOf: '2026-12-31' }, makeContext(book))
    expect(now.after?.counts).toEqual(now.draft.counts)
    expect(now.drift).toEqual([])
    expect(now.pairs.find(({ kind }) => kind === 'merged')).toMatchObject({
      before: [{ name: '文化服务中心' }, { name: '劳动保障事务所' }],
      after: { name: '民生服务中心' },
    })
    expect(now.pairs.find(({ kind }) => kind === 'renamed')?.after?.plates).toContain('退役军人服务站')
    const sheet = changeSheet(await loadFacts(book.db), '2026-11-30', '2026-12-31')
    expect([sheet.faults, sheet.categories.every(({ balanced }) => balanced)]).toEqual([[], true])
    await undoEntry({ seq: forced.seq }, undoing(book))
    expect(await factsText(book)).toBe(before)
    await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
    expect((await comparePlan({ plan: id, asOf: '2026-12-31' }, makeContext(book))).after?.counts).toEqual(
      now.draft.counts,
    )
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))

describe('a draft is not taken into force', () => {
  it('without steps, or without its document', () =>
    withTownship(async (book) => {
      const id = await startPlan(book)
      await expect(force(book, id)).rejects.toMatchObject({ code: 'reform_empty' })
    }))

  it('where the book moved on since it was looked at', () =>
    withTownship(async (book) => {
      await seatPeople(book, PEOPLE)
      const id = await startPlan(book)
      await draft(book, id, ...STEPS)
      const { fingerprint } = await show(book, id)
      await seatPeople(book, [{ name: '农三', unit: '农业综合服务中心', category: 'institution' }])
      const before = await factsText(book)
      await expect(force(book, id, { fingerprint })).rejects.toMatchObject({ code: 'reform_moved_on' })
      expect(await factsText(book)).toBe(before)
    }))

  it('where it puts people over a quota without a reason; with one it goes in', () =>
    withTownship(async (book) => {
      await seatPeople(book, PEOPLE)
      const id = await startPlan(book)
      await draft(
        book,
        id,
        { type: 'quota.recut', unit: '民政所', category: 'institution', amount: 1 },
        { type: 'batch.transfer', people: ['农一', '农二'], unit: '民政所' },
      )
      expect((await show(book, id)).created.filter(({ gate }) => gate === 'block')).toMatchObject([
        { rule: 'A4', unit: '民政所' },
      ])
      await expect(force(book, id)).rejects.toMatchObject({ code: 'event_blocked' })
      await force(book, id, { reason: '过渡期内消化' })
    }))

  it('twice', () =>
    withTownship(async (book) => {
      const id = await startPlan(book)
      await draft(book, id, { type: 'unit.establish', name: '综合执法队', kind: 'institution' })
      await force(book, id)
      await expect(force(book, id)).rejects.toMatchObject({ code: 'reform_in_force' })
      await expect(draft(book, id, { type: 'unit.abolish', unit: '民政所' })).rejects.toMatchObject({
        code: 'reform_in_force',
      })
    }))
})

it('a draft of 200 changes: taken into force and undone, the book is equal and the change sheet balances', () =>
  withTownship(async (book) => {
    const institutions = [
      '农业综合服务中心',
      '计划生育服务中心',
      '文化服务中心',
      '劳动保障事务所',
      '村镇规划建设管理所',
    ]
    const people = Array.from({ length: 60 }, (_, index) => ({
      name: `职${index}`,
      unit: institutions[index % institutions.length] ?? '',
      category: 'institution' as const,
      birth: `19${70 + (index % 25)}-0${1 + (index % 9)}-1${index % 9}`,
    }))
    await seatPeople(book, people)
    const id = await startPlan(book)
    const offices = Array.from({ length: 20 }, (_, index) => `新设${index}中心`)
    const steps: StepInput[] = [
      ...offices.map((name): StepInput => ({ type: 'unit.establish', name, kind: 'institution' })),
      ...offices.map((unit, index): StepInput => ({
        type: 'quota.recut',
        unit,
        category: 'institution',
        amount: 3 + (index % 3),
      })),
      ...people.map(({ name }, index): StepInput => ({
        type: 'move',
        person: name,
        unit: offices[index % offices.length] ?? '',
        post: `岗${index}`,
      })),
      ...offices.map((unit, index): StepInput => ({ type: 'nameplate.hang', unit, name: `牌${index}` })),
      ...offices.map((unit, index): StepInput => ({ type: 'unit.rename', unit, name: `更名${index}中心` })),
      ...offices.map((_, index): StepInput => ({ type: 'post.plan', unit: `更名${index}中心`, post: '备岗' })),
      ...offices.map((_, index): StepInput => ({
        type: 'service.mode',
        unit: `更名${index}中心`,
        service: '便民服务',
        mode: index % 2 === 0 ? 'stationed' : 'entrusted',
      })),
      ...institutions
        .slice(1)
        .map((unit): StepInput => ({ type: 'unit.merge', units: [unit], into: '农业综合服务中心' })),
      ...Array.from({ length: 16 }, (_, index): StepInput => ({
        type: 'batch.transfer',
        people: [`职${index}`],
        unit: '农业综合服务中心',
      })),
    ]
    expect(steps).toHaveLength(200)
    await draft(book, id, ...steps)
    const [before, verified] = [await factsText(book), await verifyBook(book)]
    expect(verified.ok).toBe(true)
    const shown = await show(book, id)
    expect(shown.steps.filter(({ state }) => state !== 'works')).toEqual([])
    const began = performance.now()
    const forced = await force(book, id, { reason: '全面改革' })
    const took = performance.now() - began
    process.stdout.write(`200 steps, ${forced.changes} row changes in force in ${Math.round(took)} ms\n`)
    const facts = await loadFacts(book.db)
    for (const to of [REFORM_DAY, '2027-06-30']) {
      const sheet = changeSheet(facts, '2026-11-30', to)
      expect([sheet.faults, sheet.categories.every(({ balanced }) => balanced)]).toEqual([[], true])
    }
    expect((await comparePlan({ plan: id, asOf: REFORM_DAY }, makeContext(book))).drift).toEqual([])
    await undoEntry({ seq: forced.seq }, undoing(book))
    expect(await factsText(book)).toBe(before)
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))
