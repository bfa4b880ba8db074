import { describe, expect, test } from 'vitest'
import { eventInput } from '../../electron/contract/events.ts'
import { EVENT_TITLES, type EventType } from '../../electron/vocabulary/events.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import { eventOf, newDraft, nextDraft, type Draft } from '../../renderer/features/change/event-draft.ts'
import { EVENT_FIELDS, needsDocument, type EventField } from '../../renderer/features/change/event-fields.ts'
import { EVENT_GROUPS, findEvents } from '../../renderer/text/event-groups.ts'

const TYPES = Object.keys(EVENT_TITLES) as EventType[]
const DOCUMENT = { number: '山编办〔2026〕9号' }

/** A field filled in as a clerk would. */
function filledIn(field: EventField): Draft[string] {
  switch (field.kind) {
    case 'number':
      return field.key === 'year' ? 2027 : 1
    case 'units':
    case 'people':
      return ['一', '二']
    case 'quotas':
      return [
        { category: 'administrative', amount: 3 },
        { category: '', amount: undefined },
      ]
    case 'day':
      return '2027-06-30'
    case 'month':
      return '2027-06'
    case 'choice':
      return field.choices[0]?.value ?? ''
    case 'entryCause':
      return '21'
    case 'exitCause':
      return '31'
    case 'arrival':
      return undefined
    default:
      return '某某'
  }
}

describe('the form of every event', () => {
  test.each(TYPES)('%s: all fields filled in, the contract takes it; without any required one it does not', (type) => {
    const fields = EVENT_FIELDS[type]
    const full: Draft = {
      ...newDraft(type, '2026-11-22'),
      document: DOCUMENT,
      reason: '说明',
      note: '备注',
      ...Object.fromEntries(fields.map((field) => [field.key, filledIn(field)])),
    }
    expect(eventInput.safeParse(eventOf(type, full)).error).toBeUndefined()
    for (const field of fields.filter((one) => one.required && one.kind !== 'arrival')) {
      expect(
        eventInput.safeParse(eventOf(type, { ...full, [field.key]: undefined })).success ? field.key : null,
      ).toBeNull()
    }
    expect(eventInput.safeParse(eventOf(type, { ...full, document: undefined })).success).toBe(!needsDocument(type))
  })

  test('offers every field the contract knows for the event', () => {
    const common = ['type', 'on', 'document', 'proofs', 'note', 'reason', 'standsOver']
    for (const option of eventInput.options) {
      const type = option.shape.type.value
      const known = Object.keys(option.shape).filter((key) => !common.includes(key))
      expect([type, ...EVENT_FIELDS[type].map((field) => field.key).toSorted()]).toEqual([type, ...known.toSorted()])
    }
  })
})

describe('what the form sends', () => {
  test('a newcomer goes as told, empty fields left out; 到位 on the day unless "not yet"', () => {
    const draft: Draft = {
      on: '2026-12-01',
      person: { name: '祝新来', idNumber: '', sex: '女' },
      unit: 'u',
      post: '科员',
      category: 'administrative',
      cause: '21',
    }
    expect(eventOf('entry', draft)).toEqual({
      type: 'entry',
      on: '2026-12-01',
      person: { name: '祝新来', sex: '女' },
      unit: 'u',
      post: '科员',
      category: 'administrative',
      cause: '21',
      arrivesOn: '2026-12-01',
    })
    expect(eventOf('entry', { ...draft, arrivesOn: null })).toMatchObject({ arrivesOn: null })
    expect(eventOf('entry', { ...draft, arrivesOn: '2026-12-15' })).toMatchObject({ arrivesOn: '2026-12-15' })
  })

  test('several nameplates are told apart; a document without a number is asked for it, an empty one is none', () => {
    expect(eventOf('unit.establish', { nameplates: '甲中心、乙中心，' })).toMatchObject({
      nameplates: ['甲中心', '乙中心'],
    })
    expect(eventOf('exit', { document: { number: ' ', title: '' } })).not.toHaveProperty('document')
    const parsed = OPERATIONS['event.add'].input.safeParse({
      event: eventOf('term.end', { on: '2026-11-22', person: '某', document: { number: '', title: '批复' } }),
    })
    expect(parsed.error?.issues[0]?.path).toEqual(['event', 'document', 'number'])
  })

  test('领导职数 without 正副 says "not told apart", not zero', () => {
    expect(eventOf('leadershipQuota.set', { unit: 'u', amount: 8 })).toMatchObject({
      amount: 8,
      chief: null,
      deputy: null,
    })
  })

  test('the address fills in what the event asks, and nothing else', () => {
    expect(
      newDraft('move', '2026-11-22', {
        person: 'p',
        unit: 'u',
        category: 'administrative',
        post: '站长',
        event: 'move',
      }),
    ).toEqual({ on: '2026-11-22', person: 'p', unit: 'u', category: 'administrative', post: '站长' })
    expect(newDraft('term.end', '2026-11-22', { person: 'p', unit: 'u' })).toEqual({ on: '2026-11-22', person: 'p' })
    expect(newDraft('batch.transfer', '2026-11-22', { person: 'p' })).toEqual({ on: '2026-11-22', people: ['p'] })
  })

  test('after saving, day and document stay for the next person of the same batch', () => {
    expect(
      nextDraft('exit', { on: '2026-10-31', document: DOCUMENT, person: 'p', cause: '31', reason: '某' }, '2026-11-22'),
    ).toEqual({ on: '2026-10-31', document: DOCUMENT })
  })
})

describe('choosing what happened', () => {
  const found = (query: string) => findEvents(query).flatMap((group) => group.choices.map((choice) => choice.title))

  test('every event is offered exactly once', () => {
    expect(EVENT_GROUPS.flatMap((group) => group.choices.map((choice) => choice.type)).toSorted()).toEqual(
      TYPES.toSorted(),
    )
  })

  test('by title, by everyday word, by pinyin initials, by group', () => {
    expect(found('出编')).toEqual(['出编'])
    expect(found('退休')).toEqual(['出编', '退休安排'])
    expect(found('rb')).toContain('入编')
    expect(found('岗位')).toEqual(['拟设岗位', '冻结岗位', '解冻岗位', '撤销岗位'])
    expect(found('没有这样的事')).toEqual([])
    expect(found('')).toHaveLength(TYPES.length)
  })
})
