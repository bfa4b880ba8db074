import { describe, expect, it } from 'vitest'
import { dateHint, datePart, isDatePart } from '../../../electron/domain/fill/date-hints.ts'

/* How a form wants its dates written, by what stands in its heads, and heads that ask for a year or a month alone. */

describe('the way of writing a head asks for', () => {
  it.each([
    ['出生日期（8位数字）', 'digits'],
    ['出生日期（八位）', 'digits'],
    ['出生日期（如19850601）', 'digits'],
    ['出生日期（YYYYMMDD）', 'digits'],
    ['出生年月（6位数字，如198506）', 'month'],
    ['出生年月（六位数）', 'month'],
    ['出生年月（如198506）', 'month'],
    ['出生年月（YYYYMM）', 'month'],
    ['出生日期（yyyy-mm-dd）', 'day'],
    ['出生日期（如1985-06-01）', 'day'],
    ['出生日期（如1985-6-1）', 'day'],
    ['出生日期（年-月-日）', 'day'],
    ['任现职时间（格式：2005.07.01）', 'dotDay'],
    ['任现职时间（如2015.10.18）', 'dotDay'],
    ['任现职时间（如2005.7.1）', 'dotDay'],
    ['任现职时间（年.月.日）', 'dotDay'],
    ['任现职时间（yyyy.mm.dd）', 'dotDay'],
    ['任现职时间（如2005/07/01）', 'slashDay'],
    ['任现职时间（如2015/10/18）', 'slashDay'],
    ['任现职时间（如2005/7/1）', 'slashDay'],
    ['任现职时间（YYYY/MM/DD）', 'slashDay'],
    ['出生年月（如1985-06）', 'dash'],
    ['出生年月（yyyy-mm）', 'dash'],
    ['参加工作时间（格式：2005.07）', 'dot'],
    ['参加工作时间（年.月）', 'dot'],
    ['参加工作时间（yyyy . mm）', 'dot'],
    ['入党时间（YYYY年MM月DD日）', 'chineseDay'],
    ['入党时间（yyyy年m月d日）', 'chineseDay'],
    ['入党时间（××××年××月××日）', 'chineseDay'],
    ['入党时间（x年x月x日）', 'chineseDay'],
    ['入党时间（如2005年7月1日）', 'chineseDay'],
    ['入党时间（如2005年10月15日）', 'chineseDay'],
    ['入党时间（如2005年07月01日）', 'chineseDayPadded'],
    ['入党时间（如2005年7月）', 'chinese'],
    ['入党时间（××年××月）', 'chinese'],
    ['入党时间（yyyy年m月）', 'chinese'],
    ['入党时间（如2005年07月）', 'chinesePadded'],
    ['入党时间（YYYY年MM月）', 'chinesePadded'],
    // No example of a date: a document's number, years of service, a telephone.
    ['出生年月', null],
    ['满5年', null],
    ['联系电话', null],
    ['联系电话（如13519850601）', null],
    ['编号（如1200506）', null],
    ['编号（如2005061）', null],
    ['', null],
  ])('%s: %s', (head, format) => expect(dateHint(head)).toBe(format))
})

describe('a head that asks for a part of a date', () => {
  it.each([
    [['出生年月', '年'], { path: ['出生年月'], format: 'yearOnly' }],
    [['出生年月', '月 份'], { path: ['出生年月'], format: 'monthOnly' }],
    [['基本情况', '出生日期', '日'], { path: ['基本情况', '出生日期'], format: 'dayOnly' }],
    [['出生年份'], { path: ['出生时间'], format: 'yearOnly' }],
    [['教育', '毕业年份'], { path: ['教育', '毕业时间'], format: 'yearOnly' }],
    // A 年 or 月 under nothing may be of anything.
    [['年'], null],
    [['月份'], null],
    [['年份'], null],
    [['毕业年份和学校'], null],
    [['出生年月'], null],
    [[], null],
  ] as const)('%j', (path, part) => expect(datePart(path)).toEqual(part))

  it.each([
    ['yearOnly', true],
    ['monthOnly', true],
    ['dayOnly', true],
    ['chinese', false],
    [null, false],
  ] as const)('%s shows a part: %s', (format, part) => expect(isDatePart(format)).toBe(part))
})
