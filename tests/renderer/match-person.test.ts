import { describe, expect, it, test } from 'vitest'
import { makeFinder, matchesPerson } from '../../renderer/text/match-person.ts'

const person = { name: '曾立行', unit: '党政综合办公室', post: '科员', idNumberMasked: '362201********991X' }

describe('finding a person', () => {
  test('by a part of the name, the unit or the post', () => {
    expect(matchesPerson(person, '立行')).toBe(true)
    expect(matchesPerson(person, '综合办')).toBe(true)
    expect(matchesPerson(person, '科员')).toBe(true)
    expect(matchesPerson(person, '站长')).toBe(false)
  })

  test('by pinyin initials, with the surname read as a surname', () => {
    expect(matchesPerson(person, 'zl')).toBe(true)
    expect(matchesPerson(person, 'ZL')).toBe(true)
    expect(matchesPerson(person, 'zengli')).toBe(true)
    expect(matchesPerson(person, 'cl')).toBe(false)
    expect(matchesPerson({ ...person, name: '单小芹' }, 'sxq')).toBe(true)
    expect(matchesPerson({ ...person, name: '仇国栋' }, 'qgd')).toBe(true)
  })

  test('by the tail of the ID number, X in either case, and never by its covered middle', () => {
    expect(matchesPerson(person, '991x')).toBe(true)
    expect(matchesPerson(person, '91X')).toBe(true)
    expect(matchesPerson(person, '3622')).toBe(false)
    expect(matchesPerson({ ...person, idNumberMasked: null }, '991x')).toBe(false)
  })

  test('every word must fit', () => {
    expect(matchesPerson(person, '党政 zl')).toBe(true)
    expect(matchesPerson(person, '党政 wl')).toBe(false)
    expect(matchesPerson(person, '  ')).toBe(true)
  })

  test('rare characters are found as typed; the rest of the name also by its sound', () => {
    const rare = { ...person, name: '𠅤旻𬀩' }
    expect(matchesPerson(rare, '𬀩')).toBe(true)
    expect(matchesPerson(rare, '𠅤旻')).toBe(true)
    expect(matchesPerson(rare, '㛃')).toBe(false)
    expect(matchesPerson({ ...person, name: '㛃娴' }, '㛃')).toBe(true)
  })

  test('sorted by sound, characters without a known one last and in the order of their code points', () => {
    const collator = new Intl.Collator('zh-CN', { numeric: true })
    const [first, second] = ['\u{31350}', '\u{323af}']
    expect(
      [second, '𬀩', '赵', first, '安', '李'].toSorted((left, right) => collator.compare(left ?? '', right ?? '')),
    ).toEqual(['安', '李', '𬀩', '赵', first, second])
  })
})

describe('finding letter by letter', () => {
  const people = ['曾立行', '曾丽', '单小芹', '仇国栋', '李红', '李洪'].map((name, place) => ({
    name,
    unit: place % 2 === 0 ? '党政综合办公室' : '财政所',
    post: '科员',
    idNumberMasked: `360121********99${place}${place === 3 ? 'X' : place}`,
  }))
  it.each([
    ['z', 'ze', 'zen', 'zeng', 'zengl', 'zengli'],
    ['李', '李h', '李 h', '李 hong', '李', ''],
    ['9', '99', '990', '9900', '990', '9911'],
    ['9', '99', '993', '993x', 'x', '3x', '财政 3x', '财政 993x'],
    ['财政 ', '财政 z', '财政 zl', 'zl', '科员 l', '科员 lh'],
  ])('%s … gives at every letter whom a search anew gives', (...typed) => {
    const find = makeFinder(people)
    for (const query of typed) expect(find(query)).toEqual(people.filter((person) => matchesPerson(person, query)))
  })
})
