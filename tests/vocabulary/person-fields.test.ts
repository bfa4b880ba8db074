import { describe, expect, it } from 'vitest'
import { wordKey } from '../../electron/vocabulary/code-list.ts'
import { PERSON_FIELD_NAMES, columnOf, fieldsKept, personField } from '../../electron/vocabulary/person-fields.ts'

describe('the catalogue of a person’s fields', () => {
  it('gives no name to two fields', () => {
    const owners = Map.groupBy(
      PERSON_FIELD_NAMES.flatMap((field) => {
        const { title, names } = personField(field)
        return [...new Set([title, ...names].map(wordKey))].map((name) => ({ name, field }))
      }),
      ({ name }) => name,
    )
    expect([...owners].filter(([, fields]) => fields.length > 1)).toEqual([])
  })

  it.each(PERSON_FIELD_NAMES)('%s is declared whole', (field) => {
    const { title, kind, codes, open, width, kept, byEvent } = personField(field)
    expect(title).toBe(title.trim())
    expect(width).toBeGreaterThan(20)
    // A code has a list, and nothing else has.
    expect(codes !== undefined).toBe(kind === 'code')
    expect(open === true && kind !== 'code').toBe(false)
    expect(byEvent === true && kept !== 'derived').toBe(false)
  })

  it('names columns by their property', () => {
    expect(columnOf('entryDocument')).toBe('entry_document_number')
    expect(columnOf('politicalStatus')).toBe('political_status')
    expect(fieldsKept('version').map(columnOf)).toContain('professional_title')
  })
})
