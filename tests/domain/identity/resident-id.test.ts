import * as fc from 'fast-check'
import IdCard from 'idcard'
import { describe, expect, it } from 'vitest'
import {
  checkDigitOf,
  maskIdNumber,
  readResidentId,
  upgradeLegacyId,
} from '../../../electron/domain/identity/resident-id.ts'

/** Invented people: sequence 99x. */
const withCheck = (first17: string) => first17 + checkDigitOf(first17)
const WOMAN = withCheck('36242919850616994')
const MAN = withCheck('36242919781102991')

describe('18-digit numbers', () => {
  it.each(['11010519491231002X', '440524188001010014', '34052419800101001X', WOMAN, MAN])(
    'accepts the standard’s specimens and our own: %s',
    (value) => {
      expect(readResidentId(value)).toMatchObject({
        verdict: 'valid',
        kind: 'resident',
        normalized: value,
        repairs: [],
      })
    },
  )
  it('tells birth and sex', () => {
    expect(readResidentId(WOMAN)).toMatchObject({ birth: '1985-06-16', sex: '女' })
    expect(readResidentId(MAN)).toMatchObject({ birth: '1978-11-02', sex: '男' })
  })
  it('says which last place was expected', () => {
    expect(readResidentId('340524198001010012').problem).toBe('第 18 位应为 X，现为 2')
    expect(readResidentId('110105194912310021').problem).toBe('第 18 位应为 X，现为 1')
  })
  it.each(['11010519990229991', '11010519980431992', '11010519980230993', '11010500001231994', '11010519981331995'])(
    'refuses a day that never was: %s',
    (first17) => {
      const reading = readResidentId(withCheck(first17))
      expect(reading.verdict).toBe('invalid')
      expect(reading.problem).toContain('不存在')
    },
  )
  it('refuses a birth after today only when told what today is', () => {
    const future = withCheck('11010520301231993')
    expect(readResidentId(future).verdict).toBe('valid')
    expect(readResidentId(future, '2026-11-22').problem).toBe('出生日期 2030-12-31 还没有到')
    expect(readResidentId(withCheck('11010520261122993'), '2026-11-22').verdict).toBe('valid')
  })
  it.each([
    ['11010520101123993', true],
    ['11010520101122993', false],
    ['11010519551122993', true],
    ['11010519551123993', false],
  ])('warns under 16 and over 70, to the day: %s', (first17, warned) => {
    expect(readResidentId(withCheck(first17), '2026-11-22').warnings.some((warning) => warning.includes('岁'))).toBe(
      warned,
    )
  })
  it.each(['362201', '362401', '440524', '511022', '132801', '422201', '110103'])(
    'accepts region code %s, long abolished: the number is for life',
    (region) => {
      expect(readResidentId(withCheck(`${region}19780115993`)).verdict).toBe('valid')
    },
  )
  it('warns of an address code without a county, and refuses a province that never was', () => {
    expect(readResidentId(withCheck('36000019780115993'))).toMatchObject({
      verdict: 'valid',
      warnings: [expect.stringContaining('360000')],
    })
    expect(readResidentId(withCheck('16010119780115993')).problem).toBe('前两位 16 不是省级区划代码')
  })
  it('warns of the standard’s own 1880 specimen instead of refusing it', () => {
    expect(readResidentId('440524188001010014').warnings).toEqual([expect.stringContaining('1880')])
  })
  it('notices any single digit typed wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = Array.from(MAN)
        digits[place] = String((Number(digits[place]) + shift) % 10)
        expect(readResidentId(digits.join('')).verdict).toBe('invalid')
      }),
    )
  })
})

describe('what is repaired and what is not', () => {
  it.each(['x', 'Ｘ', 'ｘ', 'Ⅹ', '×', 'Х', 'х', 'Χ'])('reads %s in the last place as X and says so', (letter) => {
    const reading = readResidentId(`11010519491231002${letter}`)
    expect(reading).toMatchObject({ verdict: 'valid', normalized: '11010519491231002X' })
    expect(reading.repairs.length).toBeGreaterThan(0)
  })
  it.each(['1101051949123x002X', '11010519X91231002X', '1101051949123Х0021'])(
    'refuses an X look-alike anywhere else: %s',
    (value) => {
      expect(readResidentId(value)).toMatchObject({
        verdict: 'invalid',
        problem: expect.stringMatching(/^第 \d+ 位是/),
      })
    },
  )
  it.each(['11O10519491231002X', '1l010519491231002X', '1I010519491231002X'])(
    'never turns letters into digits: %s',
    (value) => {
      expect(readResidentId(value).problem).toMatch(/^第 [23] 位是“[OlI]”，应为数字/)
    },
  )
  it('repairs full-width digits, blanks and a leading apostrophe, naming each', () => {
    expect(readResidentId("'１１０１０５ 19491231\u3000002X")).toEqual({
      verdict: 'valid',
      kind: 'resident',
      normalized: '11010519491231002X',
      birth: '1949-12-31',
      sex: '女',
      problem: null,
      warnings: [],
      repairs: ['去掉了开头的撇号', '去掉了中间的空格', '全角字符改成了半角'],
    })
  })
  it('explains what Excel does to a number', () => {
    expect(readResidentId('3.60902E+17').problem).toContain('科学计数')
    expect(readResidentId(`${WOMAN.slice(0, 15)}000`).problem).toContain('Excel')
    // One ruined number in eleven still has the right check digit: it is let through with a warning.
    expect(readResidentId(`${MAN.slice(0, 15)}000`)).toMatchObject({
      verdict: 'valid',
      warnings: [expect.stringContaining('Excel')],
    })
  })
  it('says how many digits there are', () => {
    expect(readResidentId(MAN.slice(0, 17)).problem).toBe('共 17 位，应为 18 位（第一代证为 15 位）')
    expect(readResidentId('').problem).toBe('没有填写')
    expect(readResidentId('362429********9916').problem).toContain('遮盖')
  })
  it('answers any text at all, and what it repaired reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24, unit: 'grapheme' }), (value) => {
        const reading = readResidentId(value)
        const again = readResidentId(reading.normalized)
        expect(again.verdict).toBe(reading.verdict)
        expect(again.normalized).toBe(reading.normalized)
      }),
    )
  })
})

describe('other documents', () => {
  it('15 digits: real dates only, and never called proven', () => {
    expect(readResidentId('130503670401001')).toMatchObject({
      verdict: 'legacy',
      kind: 'legacy15',
      birth: '1967-04-01',
      sex: '男',
      normalized: '130503670401001',
    })
    expect(readResidentId('130503670230001')).toMatchObject({ verdict: 'invalid', kind: 'legacy15' })
    expect(readResidentId('130503250401998').warnings).toEqual(
      expect.arrayContaining([expect.stringContaining('百岁')]),
    )
  })
  it('15 digits upgrade by inserting 19', () => {
    expect(upgradeLegacyId('130503670401001')).toBe('130503196704010016')
    expect(upgradeLegacyId('13050367040100')).toBeNull()
  })
  it.each(['810000', '820000', '830000'])('residence permits for Hong Kong, Macao, Taiwan: %s', (region) => {
    expect(readResidentId(withCheck(`${region}19850616993`))).toMatchObject({ verdict: 'valid', kind: 'hmtResidence' })
  })
  it.each([
    ['932682198501010017', '男', '1985-01-01'],
    ['911124198108030024', '女', '1981-08-03'],
  ])('foreign permanent residents, form of 2023: %s', (value, sex, birth) => {
    expect(readResidentId(value)).toMatchObject({ verdict: 'valid', kind: 'foreignPermanent', sex, birth })
  })
  it('foreign permanent residents, old form', () => {
    expect(readResidentId('can110182112899')).toMatchObject({
      verdict: 'valid',
      kind: 'foreignPermanent',
      normalized: 'CAN110182112899',
      birth: null,
    })
    expect(readResidentId('932682198501010018').verdict).toBe('invalid')
  })
})

it('a masked number shows six and four and nothing between', () => {
  expect(maskIdNumber(WOMAN)).toBe(`362429********${WOMAN.slice(-4)}`)
  expect(maskIdNumber('1234567')).toBe('*******')
})

it('agrees with an independent implementation on real dates and check digits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('362201', '110101', '440106', '510104', '360902'),
      fc.integer({ min: 1930, max: 2005 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 990, max: 999 }),
      fc.constantFrom('0', '1', '5', 'X', ''),
      (region, year, month, day, sequence, last) => {
        const first17 = `${region}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${sequence}`
        const value = first17 + (last === '' ? checkDigitOf(first17) : last)
        expect(readResidentId(value).verdict === 'valid').toBe(IdCard.verify(value))
      },
    ),
    { numRuns: 500 },
  )
})
