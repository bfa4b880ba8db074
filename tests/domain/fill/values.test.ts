import { describe, expect, it } from 'vitest'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { valueText } from '../../../electron/domain/fill/fill-request.ts'
import { countedPeople } from '../../../electron/domain/fill/values/counted-people.ts'
import { formRows } from '../../../electron/domain/fill/values/form-rows.ts'
import { fieldTexts } from '../../../electron/domain/fill/values/person-rows.ts'
import { sumOf, unitRows, unitValue } from '../../../electron/domain/fill/values/unit-rows.ts'
import { dateValue, lacksDay } from '../../../electron/domain/fill/values/value-formats.ts'
import { yearsArithmetic } from '../../../electron/domain/fill/values/years-arithmetic.ts'
import { deriveBookState } from '../../../electron/domain/state/book-state.ts'
import { viewBook } from '../../../electron/domain/views/book-view.ts'
import type { FieldFormat } from '../../../electron/vocabulary/templates.ts'
import { noFacts } from '../../../electron/vocabulary/person-fields.ts'
import { buildSnapshot, inventedId, recordOf, seat } from '../../kit/snapshot.ts'

/* What a superior's form is given of a person and of a unit, by a small township whose every fact stands here. */

const ON = '2026-11-22'
const OFFICE = '党政办公室'
const STATION = '财政所'
const always = { validFrom: '2010-01-01', validTo: null } as const

const view = viewBook(
  deriveBookState(
    buildSnapshot({
      asOf: ON,
      units: [
        { name: '山溪乡', kind: 'township' },
        {
          name: OFFICE,
          kind: 'office',
          quotas: { administrative: 4, worker: 1 },
          leadership: { amount: 3, chief: 1, deputy: 2 },
          nameplates: ['信访办', '档案室'],
        },
        { name: STATION, kind: 'institution', quotas: { institutionFull: 2 }, managingBody: '县财政局' },
        { name: '空站', kind: 'institution' },
      ],
      people: [
        {
          name: '主任甲',
          birth: '1976-03',
          workStarted: '1998-07',
          rank: '二级主任科员',
          holdings: [
            seat(OFFICE, 'administrative', { title: '主任', leadership: 'chief', ...always }),
            {
              unit: STATION,
              title: '所长',
              kind: 'concurrent',
              leadership: 'deputy',
              occupiesLeadership: false,
              ...always,
            },
          ],
        },
        {
          name: '副主任乙',
          sex: '女',
          birth: '1988-12-02',
          ethnicity: '苗族',
          politicalStatus: '群众',
          education: '硕士研究生',
          holdings: [seat(OFFICE, 'administrative', { title: '副主任', leadership: 'deputy', ...always })],
        },
        {
          name: '干事丙',
          holdings: [
            seat(OFFICE, 'administrative', { title: '干事', ...always }),
            {
              kind: 'secondedOut',
              counterpart: '县委组织部',
              dueOn: '2027-02-28',
              validFrom: '2025-03-01',
              validTo: null,
            },
          ],
        },
        {
          name: '会计丁',
          professionalTitle: '中级会计师',
          education: '大学专科',
          holdings: [seat(STATION, 'institutionFull', { title: '会计', ...always })],
        },
        {
          name: '临聘戊',
          politicalStatus: null,
          ethnicity: null,
          workStarted: null,
          idNumber: null,
          birth: null,
          sex: null,
          holdings: [{ unit: OFFICE, title: '保洁员', kind: 'offQuota', offQuotaKind: 'agency', ...always }],
        },
        {
          name: '借入己',
          holdings: [
            {
              unit: STATION,
              title: '专班',
              kind: 'secondedIn',
              counterpart: '县税务局',
              validFrom: '2026-01-05',
              validTo: '2026-12-31',
            },
          ],
        },
        {
          name: '挂职庚',
          holdings: [
            {
              unit: OFFICE,
              title: '副主任',
              kind: 'attached',
              counterpart: '县教育局',
              validFrom: '2026-02-01',
              validTo: null,
            },
          ],
        },
      ],
      absences: [
        {
          id: 'a',
          personId: '会计丁',
          kind: 'sickLeave',
          documentNumber: null,
          dueOn: '2026-12-20',
          validFrom: '2026-06-03',
          validTo: null,
        },
      ],
      records: {
        personFile: [
          recordOf(
            'personFile',
            {
              ...noFacts('file'),
              partyJoined: '2001-07',
              fullTimeEducation: '大学专科',
              inServiceEducation: '大学本科',
              inServiceDegree: '学士',
            },
            { personId: '主任甲' },
          ),
          recordOf(
            'personFile',
            { ...noFacts('file'), degree: '硕士', fullTimeDegree: '学士' },
            {
              personId: '副主任乙',
            },
          ),
        ],
        personGrade: [
          recordOf('personGrade', { ...noFacts('grade'), positionLevel: '0141' }, { personId: '主任甲' }),
          recordOf('personGrade', { ...noFacts('grade'), postGrade: '专业技术九级' }, { personId: '会计丁' }),
        ],
      },
    }),
  ),
)

const shown = (value: ReturnType<typeof formRows>[number]['values'][number]) => (value === null ? '' : valueText(value))
const of = (name: string, field: string, format: FieldFormat | null = null): string => {
  const entry = view.entryOf(name)!
  return shown(formRows(view, [{ field, format }], [entry])[0]?.values[0] ?? null)
}
const lacks = (name: string, field: string, format: FieldFormat) =>
  formRows(view, [{ field, format }], [view.entryOf(name)!])[0]?.withoutDay.length === 1

describe('what forms write together', () => {
  it.each([
    ['主任甲', 'unitPost', '党政办公室主任'],
    ['主任甲', 'postRank', '主任、二级主任科员'],
    ['干事丙', 'postRank', '干事'],
    ['副主任乙', 'educationDegree', '硕士研究生、硕士'],
    ['会计丁', 'educationDegree', '大学专科'],
    ['主任甲', 'fullTimeEducationDegree', '大学专科'],
    ['主任甲', 'inServiceEducationDegree', '大学本科、学士'],
    ['副主任乙', 'fullTimeEducationDegree', '学士'],
    ['临聘戊', 'inServiceEducationDegree', ''],
    ['主任甲', 'dutyState', '在岗'],
    ['干事丙', 'dutyState', '借出'],
    ['会计丁', 'dutyState', '病休'],
    ['主任甲', 'absence', ''],
    ['会计丁', 'absence', '病休'],
    ['干事丙', 'absence', '借出'],
    ['会计丁', 'absenceSince', '2026.06.03'],
    ['会计丁', 'absenceUntil', '2026.12.20'],
    ['干事丙', 'absenceSince', '2025.03.01'],
    ['干事丙', 'absenceUntil', '2027.02.28'],
    ['主任甲', 'absenceSince', ''],
    ['会计丁', 'titleLevel', '中级'],
    ['主任甲', 'titleLevel', ''],
    ['会计丁', 'anyGrade', '专业技术九级'],
    ['主任甲', 'anyGrade', ''],
    ['主任甲', 'quotaUnit', '党政办公室'],
    ['借入己', 'quotaUnit', '县税务局'],
    ['干事丙', 'actualUnit', '县委组织部'],
    ['主任甲', 'actualUnit', '党政办公室'],
    ['借入己', 'homeUnit', '县税务局'],
    ['挂职庚', 'homeUnit', '县教育局'],
    ['干事丙', 'homeUnit', ''],
    ['借入己', 'usingUnit', '财政所'],
    ['干事丙', 'usingUnit', '县委组织部'],
    ['主任甲', 'usingUnit', ''],
    ['干事丙', 'secondedTo', '县委组织部'],
    ['干事丙', 'secondedSince', '2025.03'],
    ['干事丙', 'secondedUntil', '2027.02'],
    ['干事丙', 'secondedPeriod', '2025.03—2027.02'],
    ['借入己', 'secondedSince', '2026.01.05'],
    ['借入己', 'secondedUntil', '2026.12.30'],
    // Where no end is known a list without dates tells no beginning.
    ['挂职庚', 'secondedSince', ''],
    ['挂职庚', 'secondedPeriod', ''],
    ['主任甲', 'secondedPeriod', ''],
    ['临聘戊', 'formOfWork', '劳务派遣'],
    ['会计丁', 'formOfWork', '事业编制（全额拨款）'],
    ['主任甲', 'ownTownship', '山溪乡'],
    ['主任甲', 'birthAge', '1976.03（50岁）'],
    ['副主任乙', 'birthAge', '1988.12.02（37岁）'],
    ['临聘戊', 'birthAge', ''],
    ['临聘戊', 'retiresOn', ''],
  ])('%s %s: %s', (name, field, text) => expect(of(name, field)).toBe(text))

  it('the period of a secondment in the form’s own dates', () =>
    expect(of('干事丙', 'secondedPeriod', 'chinese')).toBe('2025年3月—2027年2月'))

  it('retirement is the month the law gives, and no day is made up for it', () =>
    expect([
      of('主任甲', 'retiresOn').slice(0, 4),
      of('主任甲', 'retiresOn', 'digits'),
      lacks('主任甲', 'retiresOn', 'digits'),
    ]).toEqual(['2039', '', true]))
})

describe('是 and 否', () => {
  it.each([
    ['主任甲', '是否否是是是否'],
    ['副主任乙', '否是否是是是否'],
    ['干事丙', '是否是是否否否'],
    ['会计丁', '是否否是否否否'],
    // Of whom nothing is known, nothing is said.
    ['临聘戊', '  否否是否否'],
  ])('%s: 党员, 少数民族, 借调, 在编, 在岗, 班子成员, 超编: %s', (name, expected) =>
    expect(
      ['isMember', 'isMinority', 'isLent', 'isInPost', 'isOnDuty', 'isLeader', 'isOver']
        .map((field) => of(name, field) || ' ')
        .join(''),
    ).toBe(expected),
  )
})

describe('a date in every fashion a form asks for', () => {
  it.each<readonly [FieldFormat | null, day: string, month: string | null]>([
    [null, '1985.06.07', '1985.06'],
    ['yearOnly', '1985', '1985'],
    ['monthOnly', '6', '6'],
    ['month', '198506', '198506'],
    ['dash', '1985-06', '1985-06'],
    ['dot', '1985.06', '1985.06'],
    ['chinese', '1985年6月', '1985年6月'],
    ['chinesePadded', '1985年06月', '1985年06月'],
    // A day nobody knows is not made up.
    ['day', '1985-06-07', '1985-06'],
    ['dotDay', '1985.06.07', null],
    ['slashDay', '1985/06/07', null],
    ['digits', '19850607', null],
    ['chineseDay', '1985年6月7日', null],
    ['chineseDayPadded', '1985年06月07日', null],
    ['dayOnly', '7', null],
  ])('%s', (format, day, month) => {
    const written = (date: string) => {
      const value = dateValue(date, format)
      return value === null ? null : valueText(value)
    }
    expect([written('1985-06-07'), written('1985-06')]).toEqual([day, month])
    expect(lacksDay('1985-06', format)).toBe(month === null || format === 'day')
    expect([dateValue(null, format), lacksDay(null, format), lacksDay('1985-06-07', format)]).toEqual([
      null,
      false,
      false,
    ])
  })

  it('a date of no fashion stays a date for the sheet, every other is text as written', () =>
    expect([dateValue('1985-06-07', null), dateValue('1985-06-07', 'dash')]).toEqual([
      { kind: 'date', date: '1985-06-07', text: '1985.06.07' },
      { kind: 'text', text: '1985-06' },
    ]))
})

describe('days', () => {
  it('a day the book does not have is the ID number’s, where both agree on the month', () => {
    const day = view.index.person('主任甲')!.idNumber!.slice(6, 14)
    expect([
      of('主任甲', 'birth'),
      of('主任甲', 'birth', 'digits'),
      of('主任甲', 'birth', 'day'),
      lacks('主任甲', 'birth', 'digits'),
    ]).toEqual(['1976.03', day, `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, false])
  })
  it('a day nobody knows is left, and said', () =>
    expect([
      of('主任甲', 'workStarted', 'digits'),
      lacks('主任甲', 'workStarted', 'digits'),
      lacks('主任甲', 'workStarted', 'month'),
      lacks('临聘戊', 'workStarted', 'digits'),
    ]).toEqual(['', true, false, false]))
})

describe('a person as the screens show them', () => {
  it.each([
    ['主任甲', 'name', '主任甲'],
    ['副主任乙', 'unit', '党政办公室'],
    ['会计丁', 'unitKind', '事业单位'],
    ['会计丁', 'funding', '全额拨款'],
    ['主任甲', 'funding', ''],
    ['主任甲', 'age', '50'],
    ['副主任乙', 'age', '37'],
    ['主任甲', 'workYears', '28'],
    ['主任甲', 'partyYears', '25'],
    ['副主任乙', 'partyYears', ''],
    ['主任甲', 'concurrent', '财政所所长'],
    ['临聘戊', 'category', '劳务派遣'],
    ['主任甲', 'category', '行政编制'],
    ['主任甲', 'nobody', ''],
  ])('%s %s: %s', (name, field, text) => expect(of(name, field)).toBe(text))

  it('places are counted from one; an ID number is masked unless it was asked for whole', () => {
    const entries = ['主任甲', '副主任乙'].map((name) => view.entryOf(name)!)
    const rows = formRows(
      view,
      [
        { field: 'sequence', format: null },
        { field: 'idNumber', format: null },
        { field: 'idNumber', format: 'plain' },
        { field: 'idNumber', format: 'apostrophe' },
      ],
      entries,
    ).map(({ values }) => values.map(shown))
    const number = view.index.person('副主任乙')!.idNumber!
    expect(rows[1]).toEqual(['2', `${number.slice(0, 6)}********${number.slice(-4)}`, number, `'${number}`])
  })

  it('on a list of the screen personal numbers are masked and years counted', () =>
    expect(
      fieldTexts(view, view.entryOf('主任甲')!, 4, ['sequence', 'age', 'category', 'rank', 'partyYears', 'idNumber']),
    ).toEqual({
      sequence: '5',
      age: '50',
      category: '行政编制',
      rank: '二级主任科员',
      partyYears: '25',
      idNumber: expect.stringContaining('********') as string,
    }))
})

describe('the day of birth', () => {
  const births = (
    own: { readonly birth: string | null; readonly idNumber: string | null },
    format: FieldFormat | null,
  ) => {
    const book = viewBook(
      deriveBookState(
        buildSnapshot({
          units: [{ name: OFFICE, quotas: { administrative: 1 } }],
          people: [{ name: '某', sex: '女', ...own, holdings: [seat(OFFICE)] }],
        }),
      ),
    )
    const [row] = formRows(book, [{ field: 'birth', format }], book.roster)
    return [shown(row?.values[0] ?? null), row?.withoutDay.length]
  }
  const number = inventedId('1990-05-06', '女')

  it.each<readonly [string, string | null, string | null, FieldFormat | null, string, number]>([
    ['the number’s where nothing is written', null, number, 'digits', '19900506', 0],
    ['and where no day is asked for', null, number, 'dot', '1990.05', 0],
    ['the month of record stays where no day is asked for', '1990-05', number, null, '1990.05', 0],
    ['the number’s day in the month of record', '1990-05', number, 'digits', '19900506', 0],
    ['never the day of another month', '1990-08', number, 'digits', '', 1],
    ['a whole date of record goes before the number', '1990-05-09', number, 'digits', '19900509', 0],
    ['a month without a number has no day', '1990-05', null, 'digits', '', 1],
    ['nothing known is nothing missing', null, null, 'digits', '', 0],
  ])('%s', (_name, birth, idNumber, format, text, missing) =>
    expect(births({ birth, idNumber }, format)).toEqual([text, missing]),
  )
})

describe('people as tables count them', () => {
  const counted = new Map(countedPeople(view).map((one) => [one.name, one]))
  const facts = (name: string, ...fields: readonly (keyof CountedPerson)[]) =>
    fields.map((field) => counted.get(name)?.[field])

  it('unit, 编制 and standing', () =>
    expect([
      facts('主任甲', 'list', 'unitId', 'unitKind', 'category', 'leader', 'secondedOut', 'attached'),
      facts('副主任乙', 'leader', 'sex', 'ethnicity'),
      facts('干事丙', 'secondedOut', 'leader', 'absence'),
      facts('会计丁', 'absence', 'unitKind', 'postGrade'),
      facts('临聘戊', 'list', 'offQuotaKind', 'sex', 'birth', 'retiresOn'),
      facts('借入己', 'list', 'attached', 'category'),
      facts('挂职庚', 'list', 'attached'),
    ]).toEqual([
      ['in-quota', OFFICE, 'office', 'administrative', 'chief', false, false],
      ['deputy', '女', '苗族'],
      [true, null, null],
      ['sickLeave', 'institution', '专业技术九级'],
      ['off-quota', 'agency', null, null, null],
      ['seconded', false, null],
      ['seconded', true],
    ]))

  it('schooling, party and level are those on file; the highest degree told stands', () =>
    expect([
      facts('主任甲', 'fullTimeEducation', 'inServiceEducation', 'degree', 'partyJoined', 'positionLevel'),
      facts('副主任乙', 'degree', 'education', 'fullTimeEducation'),
      facts('干事丙', 'degree', 'partyJoined'),
    ]).toEqual([
      ['大学专科', '大学本科', '学士', '2001-07', '0141'],
      ['硕士', '硕士研究生', null],
      [null, null],
    ]))

  it('sex and birth are the ID number’s where nobody has written them', () => {
    const own = viewBook(
      deriveBookState(
        buildSnapshot({
          units: [{ name: OFFICE, quotas: { administrative: 1 } }],
          people: [
            { name: '某', sex: null, birth: null, idNumber: inventedId('1990-05-06', '女'), holdings: [seat(OFFICE)] },
          ],
        }),
      ),
    )
    expect(countedPeople(own).map(({ sex, birth }) => [sex, birth])).toEqual([['女', '1990-05-06']])
  })
})

describe('a unit on a form', () => {
  const all = { unitIds: null, categories: null }
  const row = (name: string, byType = false) => unitRows(view, byType, all).find(({ unit }) => unit.name === name)!
  const told = (name: string, field: string) => shown(unitValue(view, row(name), 0, field))

  it.each([
    [OFFICE, 'unit', '党政办公室'],
    [OFFICE, 'nameplates', '信访办、档案室'],
    [OFFICE, 'unitKind', '内设机构'],
    [STATION, 'managingBody', '县财政局'],
    [OFFICE, 'managingBody', ''],
    [OFFICE, 'category', ''],
    [STATION, 'funding', '全额拨款'],
    [OFFICE, 'document', '山编办〔2006〕12号'],
    [OFFICE, 'people', '主任甲、副主任乙、干事丙'],
    [OFFICE, 'leaders', '主任甲、副主任乙'],
    [OFFICE, 'sequence', '1'],
    [OFFICE, 'count', ''],
    [OFFICE, 'nothing', ''],
    [OFFICE, 'figure:quota:all', '5'],
    [OFFICE, 'figure:actual:all', '3'],
    [OFFICE, 'figure:vacancy:all', '2'],
    [OFFICE, 'figure:vacancy:worker', '1'],
    [OFFICE, 'figure:quota:institutionAll', ''],
    [STATION, 'figure:quota:institutionAll', '2'],
    [STATION, 'figure:quota:institutionOther', '2'],
    [STATION, 'figure:quota:institutionCivilService', ''],
    [OFFICE, 'leaders:quota:all', '3'],
    [OFFICE, 'leaders:quota:deputy', '2'],
    [OFFICE, 'leaders:actual:all', '2'],
    [OFFICE, 'leaders:actual:chief', '1'],
    [OFFICE, 'leaders:vacancy:deputy', '1'],
    [OFFICE, 'leaders:vacancy:chief', '0'],
    [OFFICE, 'leaders:over:all', '0'],
    // No document gives it leaders, and it has none: there is nothing to say.
    [STATION, 'leaders:actual:all', ''],
    [STATION, 'leaders:vacancy:all', ''],
  ])('%s %s: %s', (name, field, text) => expect(told(name, field)).toBe(text))

  it('one row a unit, or one for each of its 编制; the township itself is none', () =>
    expect([
      unitRows(view, false, all).map(({ unit }) => unit.name),
      unitRows(view, true, all).map(({ unit, type }) => [unit.name, type]),
    ]).toEqual([
      [OFFICE, STATION, '空站'],
      [
        [OFFICE, 'administrative'],
        [OFFICE, 'worker'],
        [STATION, 'institutionFull'],
        ['空站', null],
      ],
    ]))

  it('only these units, only this 编制: who has none of it has no row', () =>
    expect([
      unitRows(view, false, { unitIds: [STATION], categories: null }).map(({ unit }) => unit.name),
      unitRows(view, false, { unitIds: null, categories: ['worker'] }).map(({ unit, lines }) => [
        unit.name,
        lines.length,
      ]),
    ]).toEqual([[STATION], [[OFFICE, 1]]]))

  it('a row of one 编制 says which, and its own document and money', () => {
    const [line] = unitRows(view, true, { unitIds: [STATION], categories: null })
    expect(
      ['category', 'funding', 'document', 'people'].map((field) => shown(unitValue(view, line!, 0, field))),
    ).toEqual(['事业编制（全额拨款）', '全额拨款', '山编办〔2006〕12号', '会计丁'])
  })

  it('of a 编制 there is no line of there are not 0, there is none', () =>
    expect([sumOf([], ['worker'], 'quota'), sumOf(row(OFFICE).lines, ['worker'], 'actual')]).toEqual([null, 0]))
})

describe('years and how they are reckoned', () => {
  it.each([
    ['1976-03', 50, '1976-03 至 2026-11-22：2026 − 1976 = 50，3 月已到'],
    ['1976-12', 49, '1976-12 至 2026-11-22：2026 − 1976 = 50，12 月未到，减 1'],
    ['1988-11-22', 38, '1988-11-22 至 2026-11-22：2026 − 1988 = 38，11 月 22 日已到'],
    ['1988-11-23', 37, '1988-11-23 至 2026-11-22：2026 − 1988 = 38，11 月 23 日未到，减 1'],
  ])('%s', (from, years, arithmetic) => expect(yearsArithmetic(from, ON)).toEqual({ years, arithmetic }))
  it('from nothing known nothing is reckoned', () => expect(yearsArithmetic(null, ON)).toBeNull())
})
