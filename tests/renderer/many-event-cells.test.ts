import { describe, expect, it } from 'vitest'
import { eventInput } from '../../electron/contract/events.ts'
import { EVENTS, type EventType } from '../../electron/vocabulary/events.ts'
import { isForMany, manyEvent, manyFields } from '../../renderer/features/change/many-event-cells.ts'

const TYPES = Object.keys(EVENTS) as readonly EventType[]
const SHARED = { on: '2026-11-22', document: { number: '山编发〔2026〕40号' }, reason: '', proven: false }
const read = (type: EventType, texts: Readonly<Record<string, string>>, more: Partial<typeof SHARED> = {}) =>
  manyEvent(type, 'p1', texts, { ...SHARED, ...more })

/** What may stand in every column. */
const TEXTS = {
  on: '2026.11.20',
  unit: '经济发展办公室',
  post: '科员',
  to: '县委组织部',
  until: '20271122',
  rank: '四级主任科员',
  month: '2027-03',
}

describe('the same event for many people', () => {
  it('is offered for what is about one listed person each', () => {
    expect(TYPES.filter(isForMany)).toEqual(expect.arrayContaining(['move', 'exit', 'term.end', 'absence.begin']))
    expect(
      ['entry', 'arrival', 'restore', 'unit.merge', 'batch.transfer'].filter((type) => isForMany(type as EventType)),
    ).toEqual([])
  })

  it.each(TYPES.filter(isForMany))('a whole line of %s is what the contract takes', (type) => {
    const words = Object.fromEntries(
      manyFields(type).flatMap((field) =>
        field.kind === 'choice' && field.required ? [[field.key, field.choices[0]?.label ?? '']] : [],
      ),
    )
    const { event, problems } = read(type, {
      ...Object.fromEntries(
        Object.entries(TEXTS).filter(([key]) => key === 'on' || manyFields(type).some((field) => field.key === key)),
      ),
      ...(type === 'exit' ? { cause: '离（退）休' } : words),
    })
    expect(problems).toEqual([])
    expect(eventInput.safeParse(event).error?.issues).toBeUndefined()
    expect(event).toMatchObject({ type, person: 'p1', on: '2026-11-20' })
  })

  it('a blank day is the common one; words of a list become what they stand for; the papers follow the cause', () => {
    expect(read('absence.begin', { kind: '病休' }).event).toMatchObject({ on: '2026-11-22' })
    expect(read('exit', { cause: '死亡' }, { proven: true }).event).toMatchObject({ proofs: ['死亡证明'] })
    expect(read('exit', { cause: '死亡' }).event).not.toHaveProperty('proofs')
  })

  it('says of every cell what cannot be read', () => {
    expect(read('term.renew', { on: '昨天', until: '' }).problems).toEqual([
      { column: 'on', problem: '“昨天”不是日期，请写成 2026-11-22' },
      { column: 'until', problem: '还没有填续延至' },
    ])
    expect(read('absence.begin', { kind: '出差' }).problems).toEqual([{ column: 'kind', problem: '没有“出差”这一项' }])
  })
})
