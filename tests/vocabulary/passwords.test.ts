import { describe, expect, it } from 'vitest'
import { passwordWeakness } from '../../electron/vocabulary/access.ts'

describe('passwords that are refused, with the reason', () => {
  it.each([
    ['1234567', '太短'],
    ['12345678', '顺序'],
    ['        ', '空格'],
    ['password', '常见'],
    ['Password123', '常见'],
    ['P@ssw0rd!', '常见'],
    ['woaini1314', '常见'],
    ['abcabcabc', '重复'],
    ['qwertyuiop', '顺序'],
    ['19901231', '数字'],
    ['山溪乡2026', '山溪乡'],
    ['王小明123456', '王小明'],
  ])('%s: %s', (password, why) => {
    expect(passwordWeakness(password, ['山溪乡', '王小明'])).toContain(why)
  })

  it.each(['竹筏与灯塔7', 'correct horse battery', 'Kx7$mp2-rt'])('%s is taken', (password) => {
    expect(passwordWeakness(password, ['山溪乡', '王小明'])).toBeNull()
  })
})
