import { describe, expect, it } from 'vitest'
import { underGroups } from '../../../electron/domain/fill/figure-rows.ts'

/* 核定数, 实有数, 空编数 below each other, once for every group of a table whose units stand across. */

const rows = (...labels: readonly (readonly string[])[]) => labels.map((own, at) => ({ row: at, labels: own }))
const labelsOf = (...labels: readonly (readonly string[])[]) => underGroups(rows(...labels)).map((row) => row.labels)

describe('figures below each other', () => {
  it('belong to the row above that names what they are of', () => {
    expect(labelsOf(['行政编制'], ['核定数'], ['实有数'], ['事业编制'], ['核定数'], ['实有数'])).toEqual([
      ['行政编制'],
      ['行政编制', '核定数'],
      ['行政编制', '实有数'],
      ['事业编制'],
      ['事业编制', '核定数'],
      ['事业编制', '实有数'],
    ])
  })

  it('stay where their group stands beside them, and where they come once', () => {
    const beside = [
      ['行政编制', '核定数'],
      ['行政编制', '空编数'],
      ['事业编制', '核定数'],
    ]
    expect(labelsOf(...beside)).toEqual(beside)
    const once = [['核定编制数'], ['实有人数'], ['男'], ['女']]
    expect(labelsOf(...once)).toEqual(once)
  })

  it('say themselves what they are of: 核定行政编制数, 合计', () => {
    const own = [['行政编制'], ['核定事业编制数'], ['合计'], ['核定事业编制数'], ['合计']]
    expect(labelsOf(...own)).toEqual(own)
  })
})
