import { describe, expect, it } from 'vitest'
import { hasMobileNumber, tidyDeskPhone } from '../../../electron/domain/notice/desk-phone.ts'
import { nextNoticeNumber } from '../../../electron/domain/notice/notice-number.ts'
import { defaultIssuer, defaultTitle } from '../../../electron/domain/notice/notice-texts.ts'

describe('numbers of notices', () => {
  it('count on within the year of posting and begin again with the next', () => {
    expect(nextNoticeNumber('山溪乡', '2026', [])).toBe('山溪乡编公示〔2026〕1号')
    expect(
      nextNoticeNumber('山溪乡', '2026', [
        '山溪乡编公示〔2026〕1号',
        '山溪乡编公示〔2026〕9号',
        '山溪乡编公示〔2026〕10号',
      ]),
    ).toBe('山溪乡编公示〔2026〕11号')
    expect(nextNoticeNumber('山溪乡', '2027', ['山溪乡编公示〔2026〕10号'])).toBe('山溪乡编公示〔2027〕1号')
  })
  it('do not begin again when the township becomes a town', () => {
    expect(nextNoticeNumber('山溪镇', '2026', ['山溪乡编公示〔2026〕1号'])).toBe('山溪镇编公示〔2026〕2号')
  })
})

describe('telephones', () => {
  it.each([
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '+86 13812345678',
    '０794-1234567、１３８１２３４５６７８',
  ])('%s is a mobile number', (text) => {
    expect(hasMobileNumber(text)).toBe(true)
  })
  it.each(['0794-1234567', '07941234567', '021-12345678', '02113812345', '1234567', '12310', '400-123-4567'])(
    '%s is not',
    (text) => {
      expect(hasMobileNumber(text)).toBe(false)
    },
  )
  it.each([
    ['07941234567', '0794-1234567'],
    ['02112345678', '021-12345678'],
    ['0794-1234567', '0794-1234567'],
    ['０７９４－１２３４５６７', '0794-1234567'],
    ['079412345678 转 8', '0794-12345678 转 8'],
  ])('%s is printed as %s', (text, printed) => {
    expect(tidyDeskPhone(text)).toBe(printed)
  })
})

it('title and issuer follow the township’s name', () => {
  expect(defaultTitle('山溪乡')).toBe('山溪乡机关和事业单位编制实名制公示')
  expect(defaultIssuer('山溪乡')).toBe('山溪乡人民政府')
  expect(defaultIssuer('文明街道')).toBe('文明街道办事处')
})
