import { expect, it } from 'vitest'
import { eventInput } from '../../../electron/contract/events.ts'
import { OPERATIONS } from '../../../electron/contract/operations.ts'
import { curesOf, type Cure } from '../../../electron/domain/findings/cures.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'
import { fieldsKept, personField } from '../../../electron/vocabulary/person-fields.ts'
import { RECORD_KIND_NAMES } from '../../../electron/vocabulary/records.ts'

/* Every finding's button leads somewhere that is there, to the field that cures it. */

const finding = (rule: string, text = '甲的行政编制', remedy = '更正。'): Finding => ({
  rule,
  severity: 'error',
  effect: 'none',
  unitId: 'u',
  personId: 'p',
  text,
  remedy,
  facts: {},
})

const CHANGES = new Set(Object.keys(OPERATIONS['person.correct'].input.shape.changes.shape))
const EVENTS = new Map(
  eventInput.options.map((option) => [option.shape.type.value as string, new Set(Object.keys(option.shape))] as const),
)

/** What is wrong with where a cure leads; null: nothing. */
function brokenEnd(cure: Cure): string | null {
  switch (cure.kind) {
    case 'person':
      return cure.form !== 'correct' || CHANGES.has(cure.field ?? '') ? null : `no field ${cure.field}`
    case 'event': {
      const fields = EVENTS.get(cure.event)
      if (fields === undefined) return `no event ${cure.event}`
      return Object.keys(cure.fields).every((field) => fields.has(field)) ? null : `fields of ${cure.event}`
    }
    case 'records':
      return RECORD_KIND_NAMES.includes(cure.record) ? null : `no record ${cure.record}`
    default:
      return null
  }
}

it.each(RULES.map((rule) => rule.id))('the cures of %s lead to a form that is there, at a field it has', (rule) => {
  expect(curesOf(finding(rule)).flatMap((cure) => brokenEnd(cure) ?? [])).toEqual([])
})

it('a button to a field the form does not have would be caught (control)', () => {
  expect(brokenEnd({ kind: 'person', personId: 'p', form: 'correct', field: 'bloodType', label: '更正' })).toBe(
    'no field bloodType',
  )
})

it('a title that is not whole is put right at the title, a member nobody has entered at 政治面貌', () => {
  expect(curesOf(finding('R000-05', '甲任副乡长', '把职务名称补全（如党委委员、副乡长）。'))[0]).toMatchObject({
    form: 'correct',
    field: 'post',
  })
  expect(curesOf(finding('R000-05', '甲任副乡长', '补登政治面貌。'))[0]).toMatchObject({ field: 'politicalStatus' })
})

it.each(fieldsKept('person', 'version', 'file').filter((field) => field !== 'name'))(
  'what is badly written in %s is put right there',
  (field) => {
    const [cure] = curesOf(finding('D4', `甲的登记不规范：${personField(field).title}“某”不在名录里。`))
    expect(cure).toMatchObject({ form: 'correct', field: field === 'quotaCard' ? 'quotaCardNumber' : field })
  },
)
