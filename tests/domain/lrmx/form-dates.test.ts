import { describe, expect, it } from 'vitest'
import { dateStyleOf, PLAIN_STYLE, readFormDate, writeFormDate } from '../../../electron/domain/lrmx/form-dates.ts'
import { encodeGb18030 } from '../../../electron/domain/lrmx/gb18030.ts'
import { readParty, writeParty } from '../../../electron/domain/lrmx/party.ts'
import { continuedResume, readResume } from '../../../electron/domain/lrmx/resume.ts'

describe('months and days', () => {
  it.each([
    ['198602', '1986-02'],
    ['19860204', '1986-02-04'],
    ['1986.02', '1986-02'],
    ['1986.2', '1986-02'],
    ['1986.02.04', '1986-02-04'],
    ['1986-02', '1986-02'],
    ['1986/2/4', '1986-02-04'],
    ['1986年2月', '1986-02'],
    ['1986年02月04日', '1986-02-04'],
    [' １９８６．０２ ', '1986-02'],
    ['198602（40岁）', '1986-02'],
    ['1986. 02', '1986-02'],
  ])('reads %s', (text, value) => expect(readFormDate(text)).toBe(value))
  it.each(['198613', '1986', '1986.13', '19860230', '86.02', '二〇〇八年', '1986.02--'])('does not guess %s', (text) =>
    expect(readFormDate(text)).toBeUndefined(),
  )
  it.each(['', ' ', '无'])('takes “%s” for nothing', (text) => expect(readFormDate(text)).toBeNull())
  it.each(['198602', '1986.02', '1986.2', '1986-02', '1986年2月', '19860204', '1986.02.04', '1986年2月4日'])(
    'writes as %s was written',
    (text) => {
      expect(dateStyleOf(text)).not.toBeNull()
      expect(writeFormDate('1986-02-04', dateStyleOf(text) ?? PLAIN_STYLE)).toBe(text)
    },
  )
})

describe('入党时间', () => {
  it.each([
    ['201310', '2013-10', null],
    ['2013.10', '2013-10', null],
    ['200108；民建', '2001-08', '民建'],
    ['2001.08;民建', '2001-08', '民建'],
    ['民建', null, '民建'],
    ['九三学社', null, '九三学社'],
    ['民盟（2005.03）', null, '民盟'],
    ['2025.06（预备）', '2025-06', null],
    ['2003年6月加入中国共产党', '2003-06', null],
    ['群众', null, null],
    ['无', null, null],
    ['', null, null],
  ])('reads %s', (text, joinedPartyOn, otherParty) => expect(readParty(text)).toEqual({ joinedPartyOn, otherParty }))
  it.each(['中共党员', '2013', '201313'])('does not guess %s', (text) => expect(readParty(text)).toBeUndefined())
  it('writes month and other party in the manner of the form', () => {
    expect(writeParty({ joinedPartyOn: '2001-08', otherParty: '民建' }, '2013.10')).toBe('2001.08；民建')
    expect(writeParty({ joinedPartyOn: null, otherParty: null }, '')).toBe('')
  })
})

describe('简历', () => {
  it.each([
    '2004.09--2008.08  学习',
    '2004.09—2008.08  学习',
    '2004.09——2008.08学习',
    '2004.09～2008.08 学习',
    '2004.09-2008.08 学习',
    '2004.9-2008.8 学习',
    '2004.09至2008.08 学习',
    '2004年9月至2008年8月 学习',
    '2004年09月—2008年08月  学习',
    '200409--200808  学习',
    '2004-09--2008-08  学习',
    '２００４．０９－－２００８．０８　学习',
  ])('reads %s', (line) => expect(readResume(line)).toEqual([{ from: '2004-09', to: '2008-08', text: '学习' }]))
  it.each([
    '2016.07--         馆员',
    '2016.07—今 馆员',
    '2016.07至今  馆员',
    '2016.07--至今馆员',
    '2016年7月至今 馆员',
    '2016.07- 馆员',
  ])('leaves %s open', (line) => expect(readResume(line)).toEqual([{ from: '2016-07', to: null, text: '馆员' }]))
  it('joins what has no months of its own to the line above', () => {
    const text =
      '2010.06--2017.04  书记\n                  （其间：2010.09--2013.03党校学习）\n\n2017.04--         主任'
    expect(readResume(text)).toEqual([
      { from: '2010-06', to: '2017-04', text: '书记（其间：2010.09--2013.03党校学习）' },
      { from: '2017-04', to: null, text: '主任' },
    ])
  })
  it('leaves full-width digits and points in the words alone', () => {
    expect(readResume('2010.06--2012.07  ２号院。工作')[0]?.text).toBe('２号院。工作')
  })
  it('keeps words that begin with a number', () => {
    expect(readResume('2016.07--         12345热线干事')).toEqual([
      { from: '2016-07', to: null, text: '12345热线干事' },
    ])
  })
  it('goes on to the next post, in its own manner', () => {
    expect(continuedResume('2010.06--2017.04  书记\n2017.04--         主任', '2026-11-20', '所长')).toBe(
      '2010.06--2017.04  书记\n2017.04--2026.11  主任\n2026.11--         所长',
    )
    expect(continuedResume('2010.06--2017.04  书记', '2026-11-20', '所长')).toBeNull()
    expect(continuedResume('2026.11--         主任', '2026-11-20', '所长')).toBeNull()
  })
})

it('GB18030 is what the platform reads it as, all planes', () => {
  const text = ['汉族“”㐂·', '𠮷野家', '€①㈱', 'ABC 123', String.fromCodePoint(0x20000, 0x2a6df, 0x1f600), '㛃䶮'].join(
    '',
  )
  expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text)
})
