import { expect, test } from 'vitest'
import { combinedSource } from '../../../electron/domain/rules/citation.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'
import { findingsText } from '../../../electron/host/cli-text.ts'

/* What stands on several papers is read as several: each with its own number, article and words, never run together. */

const SEVERAL = RULES.filter(({ sources }) => sources.length > 1)

test('there are rules of several papers', () => {
  expect(SEVERAL.length).toBeGreaterThan(20)
})

test.each(SEVERAL)('$id: a part a paper, each with its number, article and its own clause', ({ sources }) => {
  const source = combinedSource(sources)
  const parts = source.parts ?? []
  expect(parts).toHaveLength(sources.length)
  expect(source.places).toHaveLength(sources.length)
  for (const [place, { article, clause }] of sources.entries()) {
    expect(parts[place]?.clause).toBe(clause)
    expect(parts[place]?.cited.endsWith(article ?? '')).toBe(true)
    expect(parts[place]?.cited).not.toContain('；《')
  }
  expect(source.cited).toBe(parts.map(({ cited }) => cited).join('；'))
})

test('the command line writes a line a paper', () => {
  const [rule] = SEVERAL
  const source = combinedSource(rule?.sources ?? [])
  const text = findingsText({
    asOf: '2026-11-30',
    pack: { title: '空白' },
    findings: [{ severity: 'error', rule: 'X', text: '甲', alsoBy: [], remedy: '办', source }],
  } as unknown as Parameters<typeof findingsText>[0])
  expect(text.split('\n').filter((line) => line.includes('依据：'))).toEqual(
    (source.parts ?? []).map(
      ({ cited, clause, note }) => `    依据：${cited}：${clause}${note === undefined ? '' : `（${note}）`}`,
    ),
  )
})
