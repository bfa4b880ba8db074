import { expect, test } from 'vitest'
import { RECORD_KIND_NAMES, recordType } from '../../electron/contract/records.ts'
import { recordContent } from '../../electron/contract/record-content.ts'
import { REDEPLOYMENT_LIST } from '../../electron/vocabulary/reform.ts'

/* A choice of a record is understood by its code, by what the form calls it, and by the other words of its list: at every door alike. */

const CHOICES = RECORD_KIND_NAMES.flatMap((kind) =>
  recordType(kind).fields.flatMap((field) => (field.type === 'choice' ? [{ kind, field }] : [])),
)

/** What the content schema makes of a value of one field, whatever else the kind needs; undefined where it is refused. */
function taken(kind: (typeof CHOICES)[number]['kind'], name: string, value: string): unknown {
  const reading = recordContent(kind).safeParse({ [name]: value })
  if (reading.success) return reading.data[name]
  const own = reading.error.issues.filter(({ path }) => path[0] === name)
  return own.length === 0 ? 'taken' : undefined
}

test.each(CHOICES)('$kind $field.title: code, title and other words', ({ kind, field }) => {
  const words = Object.entries(field.choices ?? {}).flatMap(([code, title]) => [
    code,
    title,
    ...(field.words?.[code] ?? []),
  ])
  expect(words.filter((word) => taken(kind, field.name, word) === undefined)).toEqual([])
  expect(taken(kind, field.name, '没有这个词')).toBeUndefined()
})

test('the other words of 分流去向 mean their code', () => {
  const content = recordContent('redeployment')
  for (const [code, { title, also }] of Object.entries(
    REDEPLOYMENT_LIST as Readonly<Record<string, { title: string; also?: readonly string[] }>>,
  ))
    for (const word of [code, title, ...(also ?? [])])
      expect([word, content.parse({ channel: word })['channel']]).toEqual([word, code])
})
