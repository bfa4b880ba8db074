import { describe, expect, it } from 'vitest'
import { compareIdentity } from '../../../electron/domain/identity/compare-identity.ts'

const read = { verdict: 'valid', birth: '1968-06-15', sex: '男' } as const

describe('a number against what is on record', () => {
  it.each(['1968-06-15', '1968-06', null])('agrees with a birth of %s', (birth) => {
    expect(compareIdentity(read, { birth, sex: '男' })).toEqual({ mismatches: [], uncompared: [] })
  })
  it.each(['1968-06-16', '1968-07', '1986-06-15'])('contradicts a birth of %s', (birth) => {
    expect(compareIdentity(read, { birth, sex: null }).mismatches).toEqual([expect.stringContaining('1968-06-15')])
  })
  it('names both contradictions', () => {
    expect(compareIdentity(read, { birth: '1970-01', sex: '女' }).mismatches).toEqual([
      expect.stringContaining('出生日期'),
      expect.stringContaining('性别'),
    ])
  })
  it('a number without birth and sex is not compared, and that is said', () => {
    expect(compareIdentity({ verdict: 'valid', birth: null, sex: null }, { birth: '1970-01', sex: '女' })).toEqual({
      mismatches: [],
      uncompared: [expect.stringContaining('出生日期'), expect.stringContaining('性别')],
    })
  })
  it('a number that is none is not compared at all', () => {
    expect(compareIdentity({ verdict: 'invalid', birth: null, sex: null }, { birth: '1970-01', sex: '女' })).toEqual({
      mismatches: [],
      uncompared: [],
    })
  })
})
