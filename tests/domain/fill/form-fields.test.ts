import { describe, expect, test } from 'vitest'
import { formFieldFor } from '../../../electron/domain/fill/form-fields.ts'
import { SHIPPED } from '../../../electron/vocabulary/catalogue.ts'
import { personField } from '../../../electron/vocabulary/person-fields.ts'

const OWN_NAMES = SHIPPED.names.flatMap((field) => {
  const { title, names } = personField(field)
  return [title, ...names]
})

describe('a superior’s form that asks by a field’s own title or name', () => {
  test('gets a field, whatever the name begins with: a field of the form’s own kind may go by it too', () => {
    expect(OWN_NAMES.length).toBeGreaterThan(100)
    expect(OWN_NAMES.filter((name) => formFieldFor([name]) === null)).toEqual([])
  })

  test('gets nothing where the head above is about somebody else or another time (control)', () => {
    expect(formFieldFor(['配偶', '姓名'])).toBeNull()
    expect(formFieldFor(['调出前', '职务'])).toBeNull()
    expect(formFieldFor(['原职务'])).toBeNull()
  })
})
