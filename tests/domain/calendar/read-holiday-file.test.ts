import { describe, expect, it } from 'vitest'
import { HOLIDAY_TABLES } from '../../../electron/domain/calendar/holiday-tables.ts'
import { readHolidayFile } from '../../../electron/domain/calendar/read-holiday-file.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'

const own = (more: Record<string, unknown> = {}) => ({
  schema: 'dingbian-holidays',
  version: 1,
  year: 2027,
  notice: '国办发明电〔2026〕7号',
  issuedOn: '2026-11-04',
  off: [
    ['2027-01-01', '2027-01-03'],
    ['2027-05-01', '2027-05-05'],
    ['2027-10-01', '2027-10-07'],
  ],
  worked: ['2027-01-09'],
  ...more,
})
const days = (list: readonly unknown[], more: Record<string, unknown> = {}) => ({ year: 2027, days: list, ...more })
const day = (date: string, isOffDay = true) => ({ name: '节', date, isOffDay })

describe('a file of a year', () => {
  it('in our own shape', () => {
    expect(readHolidayFile(own())).toEqual({
      table: {
        year: 2027,
        notice: '国办发明电〔2026〕7号',
        issuedOn: '2026-11-04',
        off: [
          ['2027-01-01', '2027-01-03'],
          ['2027-05-01', '2027-05-05'],
          ['2027-10-01', '2027-10-07'],
        ],
        worked: ['2027-01-09'],
      },
      notes: [],
    })
  })

  it.each(HOLIDAY_TABLES.map((table) => [table.year, table] as const))(
    'the bundled %i written day by day reads as the bundled one',
    (year, table) => {
      const list: unknown[] = table.worked.map((date) => day(date, false))
      for (const [from, to] of table.off)
        for (let date = from; date <= to; date = addDays(date, 1)) list.push(day(date))
      expect(readHolidayFile({ year, papers: [table.notice], days: list })).toEqual({
        table: { ...table, issuedOn: null },
        notes: [],
      })
    },
  )

  it('without its notice or day of issue', () => {
    expect(readHolidayFile(own({ notice: undefined, issuedOn: '2026-13-01' }))).toMatchObject({
      table: { notice: '', issuedOn: null },
    })
    expect(
      readHolidayFile(days([day('2027-01-01'), day('2027-05-01'), day('2027-10-01')], { papers: 'x' })),
    ).toMatchObject({ table: { notice: '' } })
  })
})

it.each<[string, unknown, string]>([
  ['no object', null, '内容不是放假安排'],
  ['a list', [], '内容不是放假安排'],
  ['no year', {}, '没有写年份（year）'],
  ['a year out of reach', { year: 1900 }, '没有写年份（year）'],
  ['another schema', own({ schema: 'x' }), '内容不是放假安排'],
  ['a later version', own({ version: 2 }), '由更新版本的程序写成，请升级程序'],
  ['no days off', own({ off: null }), '缺少放假日（off）或调休上班日（worked）'],
  ['a range of another year', own({ off: [['2026-12-31', '2027-01-03']] }), '放假日第 1 段不是 2027 年的起止日期'],
  [
    'a range that runs backwards',
    own({
      off: [
        ['2027-01-01', '2027-01-03'],
        ['2027-05-05', '2027-05-01'],
      ],
    }),
    '放假日第 2 段不是 2027 年的起止日期',
  ],
  ['a range that is none', own({ off: ['2027-01-01'] }), '放假日第 1 段不是 2027 年的起止日期'],
  ['a worked day that cannot be', own({ worked: ['2027-02-30'] }), '调休上班日第 1 项不是 2027 年的日期'],
  ['a day both off and worked', own({ worked: ['2027-01-02'] }), '2027-01-02 既放假又上班'],
  ['a weekday to be worked', own({ worked: ['2027-01-04'] }), '2027-01-04 不是周末，不用调休'],
  [
    'no 国庆节',
    own({
      off: [
        ['2027-01-01', '2027-01-03'],
        ['2027-05-01', '2027-05-05'],
      ],
    }),
    '没有 2027 年国庆节的放假日',
  ],
  ['days that are no list', { year: 2027, days: {} }, 'days 应是一串日子'],
  ['a day without its date', days([day('2027-01-01'), { isOffDay: true }]), 'days 第 2 项缺少日期或是否放假'],
])('%s is refused in words', (_what, content, problem) => {
  expect(readHolidayFile(content)).toEqual({ problem })
})
