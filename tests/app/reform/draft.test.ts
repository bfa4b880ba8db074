import { describe, expect, it } from 'vitest'
import { addEvent } from '../../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../../electron/app/ledger/undo-entry.ts'
import { addSteps, dropSteps, rebasePlan, removePlan } from '../../../electron/app/reform/edit-plan.ts'
import { exportPlan, importPlan } from '../../../electron/app/reform/share-plan.ts'
import { listPlans } from '../../../electron/app/reform/show-plan.ts'
import { reformStep } from '../../../electron/contract/reform-steps.ts'
import type { OpenBook } from '../../../electron/store/open.ts'
import { makeContext } from '../../kit/context.ts'
import { seatPeople } from '../../kit/people.ts'
import { draft, factsText, readSteps, show, startPlan } from '../../kit/reform.ts'
import { withTownship } from '../../kit/township.ts'

/* Writing a draft: steps in their order, refused where they cannot be, held against a book that moves on, shared as a file. */

const AGRICULTURE = '农业综合服务中心'
const CULTURE = '文化服务中心'
const INSTITUTION = 'institution'

const withPeople = (work: (book: OpenBook, plan: string) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '农一', unit: AGRICULTURE, category: INSTITUTION, title: '农技员', birth: '1981-01-11' },
      { name: '农二', unit: AGRICULTURE, category: INSTITUTION, title: '兽医', birth: '1982-02-12' },
      { name: '文一', unit: CULTURE, category: INSTITUTION, birth: '1983-03-13' },
    ])
    await work(book, await startPlan(book))
  })

const register = (book: OpenBook, event: Parameters<typeof addEvent>[0]['event']) =>
  addEvent({ event }, makeContext(book, { operation: 'event.add' }))

describe('steps that are no single event', () => {
  it('a unit is split: seats and people go over, and the sums stay', () =>
    withPeople(async (book, plan) => {
      const { texts } = await draft(book, plan, {
        type: 'unit.split',
        unit: AGRICULTURE,
        into: [
          {
            name: '畜牧兽医站',
            kind: INSTITUTION,
            quotas: [{ category: '事业编制', amount: 4 }],
            people: ['农二'],
          },
        ],
      })
      expect(texts[0]).toContain('调给畜牧兽医站（0 → 4）')
      const { before, after } = await show(book, plan)
      const line = (name: string) => after.units.find((unit) => unit.name === name)?.lines
      expect([line(AGRICULTURE), line('畜牧兽医站')]).toMatchObject([
        [{ quota: 6, actual: 1 }],
        [{ quota: 4, actual: 1 }],
      ])
      expect([after.counts.quota, after.counts.people]).toEqual([before.counts.quota, before.counts.people])
    }))

  it('a post goes to another unit: with its holder, or empty', () =>
    withPeople(async (book, plan) => {
      await draft(
        book,
        plan,
        { type: 'post.plan', unit: CULTURE, post: '备岗' },
        { type: 'post.transfer', unit: AGRICULTURE, post: '兽医', to: CULTURE },
        { type: 'post.transfer', unit: CULTURE, post: '备岗', to: AGRICULTURE },
      )
      const { board } = await show(book, plan)
      const seats = (unit: string) =>
        board
          .find((line) => line.unit === unit)
          ?.seats.map(({ post, people }) => [post, ...people.map(({ name }) => name)])
      expect(seats(AGRICULTURE)).toEqual([['农技员', '农一'], ['备岗']])
      expect(seats(CULTURE)).toEqual([
        ['科员', '文一'],
        ['兽医', '农二'],
      ])
    }))

  it('the mode of a service is one at a time, and the sentence says what it was', () =>
    withPeople(async (book, plan) => {
      const service = { type: 'service.mode', unit: CULTURE, service: '图书室管理' } as const
      const { texts } = await draft(
        book,
        plan,
        { ...service, mode: '定岗' },
        { ...service, mode: '委托', provider: '村委会' },
      )
      expect(texts).toEqual([
        '文化服务中心的“图书室管理”自 2026-12-01 起实行定岗服务',
        '文化服务中心的“图书室管理”自 2026-12-01 起由定岗服务改为委托服务，由村委会承担',
      ])
      expect((await show(book, plan)).after.units.find(({ name }) => name === CULTURE)?.services).toEqual([
        { service: '图书室管理', mode: 'entrusted' },
      ])
    }))

  it('a line cut to what it already has is no change', () =>
    withPeople(async (book, plan) => {
      const { texts } = await draft(book, plan, {
        type: 'quota.recut',
        unit: AGRICULTURE,
        category: INSTITUTION,
        amount: 10,
      })
      expect(texts).toEqual(['农业综合服务中心事业编制仍核定 10 名'])
    }))
})

describe('a step', () => {
  it.each([
    [{ type: 'unit.rename', unit: '没有的站', name: '新名' }, '没有'],
    [{ type: 'quota.decrease', unit: AGRICULTURE, category: INSTITUTION, by: 11 }, '10'],
    [{ type: 'unit.establish', name: CULTURE, kind: INSTITUTION }, CULTURE],
  ] as const)('that cannot be done is refused with its reason, and nothing is added: %o', (step, why) =>
    withPeople(async (book, plan) => {
      const before = await factsText(book)
      await expect(draft(book, plan, { type: 'unit.abolish', unit: '民政所' }, step)).rejects.toMatchObject({
        code: 'reform_step_refused',
        details: { step: expect.stringContaining('第 2 步'), why: expect.stringContaining(why) },
      })
      expect(await factsText(book)).toBe(before)
    }),
  )

  it.each([
    [{ type: 'unit.rename', unit: CULTURE }, 'name'],
    [{ type: 'unit.rename', unit: CULTURE, name: '新', on: '2026-12-01' }, 'on'],
    [{ type: 'quota.recut', unit: CULTURE, category: '没有的编制', amount: 1 }, 'category'],
    [{ type: 'unit.split', unit: CULTURE, into: [] }, 'into'],
    [{ type: 'entry', person: '新人', unit: CULTURE, post: '科员', category: INSTITUTION, cause: '21' }, 'type'],
    [{ type: 'service.mode', unit: CULTURE, service: '演出', mode: '外包' }, 'mode'],
  ])('of a wrong shape is refused at its field: %o', (step, field) => {
    const parsed = reformStep.safeParse(step)
    expect(parsed.error?.issues[0]?.path[0]).toBe(field)
  })

  it('goes in before another, and can be taken out; what rested on it is shown', () =>
    withPeople(async (book, plan) => {
      const { ids } = await draft(book, plan, { type: 'unit.rename', unit: CULTURE, name: '文化站' })
      await addSteps(
        { plan, before: ids[0], steps: readSteps([{ type: 'unit.establish', name: '综合执法队', kind: INSTITUTION }]) },
        makeContext(book, { operation: 'reform.addSteps' }),
      )
      await draft(book, plan, { type: 'move', person: '农一', unit: '综合执法队', post: '队员' })
      const listed = (await show(book, plan)).steps
      expect(listed.map(({ type }) => type)).toEqual(['unit.establish', 'unit.rename', 'move'])
      await dropSteps({ plan, steps: [listed[0]?.id ?? ''] }, makeContext(book, { operation: 'reform.dropSteps' }))
      const left = (await show(book, plan)).steps
      expect(left.map(({ state }) => state)).toEqual(['works', 'conflict'])
      expect(left[1]?.problem).toContain('综合执法队')
      await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
      expect((await show(book, plan)).steps.map(({ state }) => state)).toEqual(['works', 'works', 'works'])
    }))
})

it('the book moves on: what says something else and what cannot be done any more are named, and settled by the clerk', () =>
  withPeople(async (book, plan) => {
    await draft(
      book,
      plan,
      { type: 'quota.recut', unit: AGRICULTURE, category: INSTITUTION, amount: 8 },
      { type: 'move', person: '农二', unit: CULTURE, post: '综合岗' },
      { type: 'unit.rename', unit: '民政所', name: '民政站' },
    )
    expect((await listPlans({}, makeContext(book))).plans).toMatchObject([{ movedOn: 0, steps: 3 }])
    await register(book, {
      type: 'quota.decrease',
      on: '2026-11-20',
      document: { number: '山编发〔2026〕3号' },
      unit: AGRICULTURE,
      category: INSTITUTION,
      by: 1,
    })
    await register(book, {
      type: 'exit',
      on: '2026-11-20',
      person: '农二',
      cause: '辞去公职',
      proofs: ['辞职审批材料', '辞职批复', '辞职申请', '单位研究意见'],
      document: { number: '山人社〔2026〕7号' },
      reason: '本人辞职',
    })
    const moved = await show(book, plan)
    expect(moved.plan.movedOn).toBe(2)
    expect(moved.steps.map(({ state, was, text }) => [state, was ?? text])).toEqual([
      ['changed', '农业综合服务中心事业编制自 2026-12-01 起核减 2 名（10 → 8）'],
      ['conflict', expect.stringContaining('农二')],
      ['works', expect.stringContaining('民政站')],
    ])
    const rebasing = makeContext(book, { operation: 'reform.rebase' })
    await expect(rebasePlan({ plan }, rebasing)).rejects.toMatchObject({
      code: 'reform_conflicts',
      details: { count: 1, list: expect.stringMatching(/^第 2 步“.*农二.*”：/u) },
    })
    const settled = await rebasePlan({ plan, dropConflicts: true }, rebasing)
    expect(settled.changed).toEqual(['农业综合服务中心事业编制自 2026-12-01 起核减 1 名（9 → 8）'])
    const after = await show(book, plan)
    expect([after.plan.movedOn, after.steps.map(({ state }) => state)]).toEqual([0, ['works', 'works']])
  }))

describe('a file', () => {
  const share = async (book: OpenBook, plan: string) =>
    Buffer.from((await exportPlan({ plan }, makeContext(book))).base64, 'base64')
  const take = (book: OpenBook, bytes: Uint8Array, title?: string) => {
    const context = makeContext(book, { operation: 'reform.import' })
    return importPlan({ fileId: context.stage('方案.json', bytes), ...(title === undefined ? {} : { title }) }, context)
  }

  it('comes back as the same draft', () =>
    withPeople(async (book, plan) => {
      await draft(
        book,
        plan,
        { type: 'unit.merge', units: [CULTURE], into: AGRICULTURE },
        { type: 'move', person: '农一', unit: '民政所', post: '干事' },
      )
      const bytes = await share(book, plan)
      await expect(take(book, bytes)).rejects.toMatchObject({ code: 'reform_title_taken' })
      const taken = await take(book, bytes, '同事的方案')
      expect(taken).toMatchObject({ steps: 2, conflicts: [] })
      const [own, other] = [await show(book, plan), await show(book, taken.id)]
      expect(other.steps.map(({ text, state }) => [text, state])).toEqual(
        own.steps.map(({ text, state }) => [text, state]),
      )
      expect(other.after.counts).toEqual(own.after.counts)
    }))

  it('finds the same people and units by name in a book made anew', async () => {
    let bytes: Uint8Array = new Uint8Array()
    await withPeople(async (book, plan) => {
      const shown = await show(book, plan)
      const unitId = shown.after.units.find(({ name }) => name === CULTURE)?.id ?? ''
      const person = shown.board.flatMap(({ seats }) => seats).find(({ people }) => people[0]?.name === '农一')
      await draft(book, plan, {
        type: 'move',
        person: person?.people[0]?.personId ?? '',
        unit: unitId,
        post: '综合岗',
      })
      bytes = await share(book, plan)
    })
    await withPeople(async (book) => {
      const taken = await take(book, bytes, '同事的方案')
      expect(taken.conflicts).toEqual([])
      expect((await show(book, taken.id)).steps).toMatchObject([{ state: 'works' }])
    })
  })

  it('of another township, cut short or touched is refused, and says so', () =>
    withPeople(async (book, plan) => {
      await draft(book, plan, { type: 'unit.rename', unit: CULTURE, name: '文化站' })
      const bytes = await share(book, plan)
      const before = await factsText(book)
      const refused = async (altered: string, problem: string) =>
        expect(take(book, Buffer.from(altered, 'utf8'), '另一份')).rejects.toMatchObject({
          code: 'reform_file_bad',
          details: { problem: expect.stringContaining(problem) },
        })
      const text = bytes.toString('utf8')
      await refused(text.slice(0, -40), '不是改革方案')
      await refused(text.replace('文化站', '文化所'), '校验码不符')
      await refused('{"schema":"dingbian-rule-pack"}', '不是改革方案')
      await refused(text.replace('"version": 1', '"version": 9'), '升级程序')
      expect(await factsText(book)).toBe(before)
      await withTownship(async (other) => {
        await other.db.updateTable('book').set({ name: '邻乡' }).execute()
        await expect(take(other, bytes)).rejects.toMatchObject({
          code: 'reform_file_bad',
          details: { problem: '它是“试验乡”的方案，编制本是“邻乡”' },
        })
      })
    }))
})

it('several drafts stand beside one another; one that is let go leaves the others', () =>
  withPeople(async (book, plan) => {
    const second = await startPlan(book, '备选方案')
    await draft(book, plan, { type: 'unit.abolish', unit: '民政所' })
    await draft(book, second, { type: 'unit.rename', unit: '民政所', name: '民政站' })
    await expect(startPlan(book, '备选方案')).rejects.toMatchObject({ code: 'reform_title_taken' })
    await removePlan({ plan }, makeContext(book, { operation: 'reform.remove' }))
    expect((await listPlans({}, makeContext(book))).plans.map(({ title }) => title)).toEqual(['备选方案'])
    await expect(show(book, plan)).rejects.toMatchObject({ code: 'reform_unknown' })
  }))
