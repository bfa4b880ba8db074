import { describe, expect, it } from 'vitest'
import { personFieldFor } from '../../../electron/domain/fill/person-fields.ts'
import { readForm, type FormAsked } from '../../../electron/domain/fill/read-form.ts'
import { shapeText } from '../../../electron/domain/fill/template-mapping.ts'
import { unitFieldFor } from '../../../electron/domain/fill/unit-fields.ts'
import { yearsSince, dateValue, idNumberValue } from '../../../electron/domain/fill/values/value-formats.ts'
import type { RawMerge, RawSheet, RawWorkbook } from '../../../electron/domain/table/raw-workbook.ts'
import { inventedId } from '../../kit/snapshot.ts'

const readTemplate = (raw: RawWorkbook, asked: FormAsked) => readForm(raw, asked).parts[0] ?? null

/* What superiors write above their columns, and what is made of it. */

const sheet = (
  rows: readonly (readonly (string | null)[])[],
  merges: readonly RawMerge[] = [],
  name = '表',
): RawSheet => ({ name, hidden: false, rows, merges })
const book = (...sheets: readonly RawSheet[]): RawWorkbook => ({ format: 'xlsx', sheets })

describe('headers of unit forms', () => {
  it.each([
    [['机构名称'], 'unit'],
    [['单位名称'], 'unit'],
    [['加挂牌子'], 'nameplates'],
    [['批准文号'], 'document'],
    [['备注'], null],
    [['退休人数'], null],
    [['编外人员'], null],
    [['借调人员'], null],
    [['核定编制数'], 'figure:quota:all'],
    [['编制数'], 'figure:quota:all'],
    [['实有人数'], 'figure:actual:all'],
    [['空编数'], 'figure:vacancy:all'],
    [['超编人数'], 'figure:over:all'],
    [['已核准未到位'], 'figure:reserved:all'],
    [['行政编制', '核定'], 'figure:quota:administrative'],
    [['行政编制', '实有'], 'figure:actual:administrative'],
    [['行政编制', '空编'], 'figure:vacancy:administrative'],
    [['行政编制'], 'figure:quota:administrative'],
    [['核定编制数', '行政'], 'figure:quota:administrative'],
    [['实有人数', '事业'], 'figure:actual:institutionAll'],
    [['实有人数', '小计'], 'figure:actual:all'],
    [['核定编制数', '小计'], 'figure:quota:all'],
    [['事业编制', '其中：参公', '实有'], 'figure:actual:institutionCivilService'],
    [['全额拨款事业编制', '核定数'], 'figure:quota:institutionFull'],
    [['机关工勤编制', '在编人数'], 'figure:actual:worker'],
    [['政法专项编制', '超编'], 'figure:over:politicalLegal'],
    [['领导职数', '应配'], 'leaders:quota:all'],
    [['领导职数', '实配'], 'leaders:actual:all'],
    [['领导职数', '正职', '核定'], 'leaders:quota:chief'],
    [['领导职数', '副职', '实配'], 'leaders:actual:deputy'],
    [['领导职数（空缺）'], 'leaders:vacancy:all'],
  ])('%j → %s', (path, field) => expect(unitFieldFor(path)).toBe(field))
})

it.each([
  [['个人基本情况', '身份证号码'], 'idNumber'],
  [['出生年月（1985.06）'], 'birth'],
  [['在编状况'], 'status'],
  [['年龄'], 'age'],
  [['兼职情况'], 'concurrent'],
  [['联系电话'], 'phone'],
  [['籍贯'], 'nativePlace'],
  [['全日制教育', '学历'], 'fullTimeEducation'],
  [['全日制教育', '毕业院校及专业'], 'fullTimeSchool'],
  [['血型'], null],
  [['工作单位'], 'unit'],
  [['职务职级'], 'post'],
])('headers of people forms: %j → %s', (path, field) => expect(personFieldFor(path)).toBe(field))

describe('finding the header', () => {
  it('under titles, over merged rows, with the hints in brackets', () => {
    const rows = [
      ['2026年干部名册'],
      ['填报单位：'],
      ['序号', '姓名', '出生年月（如1985-06-01）', '联系电话'],
      [null, null, null, null],
    ]
    const found = readTemplate(book(sheet(rows, [{ top: 2, left: 1, bottom: 3, right: 1 }])), {})!
    expect(found).toMatchObject({ kind: 'people', headerRows: [3, 4], title: '2026年干部名册' })
    expect(found.columns.map(({ field, format }) => [field, format])).toEqual([
      ['sequence', null],
      ['name', null],
      ['birth', 'day'],
      ['phone', null],
    ])
  })

  it('of every block of every sheet; a header row said by hand is taken alone', () => {
    const twice = book(
      sheet([['填表说明：姓名、性别要写全']], [], '说明'),
      sheet([['姓名', '性别'], [], [], ['姓名', '性别', '民族', '学历']], [], '名册'),
    )
    expect(readForm(twice, {})).toMatchObject({
      parts: [{ headerRows: [1, 1] }, { sheet: { name: '名册' }, headerRows: [4, 4] }],
      others: [{ sheet: '说明' }],
    })
    expect(readTemplate(twice, { sheet: '名册', headerRow: 1 })).toMatchObject({ headerRows: [1, 1] })
    expect(readTemplate(twice, { sheet: '说明' })).toBeNull()
  })

  it.each([
    [
      ['单位', '科室', '姓名'],
      ['ownTownship', 'unit', 'name'],
    ],
    [
      ['所在单位', '姓名', '所在部门'],
      ['ownTownship', 'name', 'unit'],
    ],
    [
      ['单位', '姓名', '职务'],
      ['unit', 'name', 'post'],
    ],
    [
      ['科室', '姓名'],
      ['unit', 'name'],
    ],
  ])('%j: 单位 beside a 科室 is the township', (heads, fields) => {
    const found = readTemplate(book(sheet([['干部情况表'], heads, heads.map(() => null)])), {})!
    expect(found.columns.map(({ field }) => field)).toEqual(fields)
  })
  it('two columns of one name: the first is taken; 事业 is the rest where 参公 stands apart', () => {
    const found = readTemplate(book(sheet([['机构名称', '机构名称', '事业编制', '参公编制']])), {})!
    expect(found.columns.map(({ field }) => field)).toEqual([
      'unit',
      null,
      'figure:quota:institutionOther',
      'figure:quota:institutionCivilService',
    ])
  })

  it('labels with an empty cell beside them on several rows are a card, a header row is none', () => {
    const card = readTemplate(
      book(
        sheet(
          [['登记卡'], ['姓名', null, '性别', null], ['民族', null, '学历', null, '爱好', null], ['工作单位', null]],
          [{ top: 3, left: 1, bottom: 3, right: 3 }],
        ),
      ),
      {},
    )!
    expect(card.kind).toBe('card')
    expect(card.columns.map(({ column, field }) => [column, field])).toEqual([
      ['B2', 'name'],
      ['D2', 'sex'],
      ['B3', 'ethnicity'],
      ['D3', 'education'],
      ['F3', null],
      ['B4', 'unit'],
    ])
    expect(readTemplate(book(sheet([['姓名', '性别', '民族', '学历', '单位']])), {})?.kind).toBe('people')
  })

  it('nothing that is a form is nothing', () =>
    expect(readTemplate(book(sheet([['关于报送材料的通知'], ['请各单位于月底前报送。']])), {})).toBeNull())
})

it('a shape is its header: a title of another year is the same shape, another column is not', () => {
  const shape = (rows: readonly (readonly (string | null)[])[]) => {
    const { kind, columns } = readTemplate(book(sheet(rows)), {})!
    return shapeText(kind, columns)
  }
  expect(shape([['2026年名册'], ['姓名', '性别']])).toBe(shape([['2027年名册'], [], ['姓名', '性别']]))
  expect(shape([['姓名', '性别', '年龄']])).not.toBe(shape([['姓名', '性别']]))
})

describe('how values are written', () => {
  it.each([
    ['1985-06', 'dot', '1985.06'],
    ['1985-06-01', 'dot', '1985.06'],
    ['1985-06-01', 'day', '1985-06-01'],
    ['1985-06', 'day', '1985-06'],
    ['1985-06-01', 'month', '198506'],
    ['1985-06', 'chinese', '1985年6月'],
    ['1985-06', 'auto', '1985.06'],
    ['1985-06-01', null, '1985.06.01'],
  ] as const)('%s as %s is %s', (date, format, text) => expect(dateValue(date, format)).toMatchObject({ text }))

  it('an ID number is masked unless the whole one was asked for', () => {
    const number = inventedId('1985-06-16', '男')
    expect([null, 'masked', 'plain', 'apostrophe'].map((format) => idNumberValue(number, format as 'plain'))).toEqual(
      ['masked', 'masked', number, `'${number}`].map((text) => ({
        kind: 'text',
        text: text === 'masked' ? `${number.slice(0, 6)}********${number.slice(-4)}` : text,
      })),
    )
  })

  it.each([
    ['1985-06-16', '2026-06-15', 40],
    ['1985-06-16', '2026-06-16', 41],
    ['1985-06', '2026-05-31', 40],
    ['1985-06', '2026-06-01', 41],
    ['2000-02-29', '2026-02-28', 25],
  ])('born %s, on %s: %i', (birth, day, age) => expect(yearsSince(birth, day)).toBe(age))
})

describe('the same card several times', () => {
  const CARD = [
    ['登记卡', null, null, null],
    ['姓名', null, '性别', null],
    ['民族', null, '出生年月', null],
    ['学历', null, '身份证号', null],
  ]
  const found = (...sheets: readonly RawSheet[]) =>
    readForm(book(...sheets), {}).parts.map(({ key, copy, columns }) => [
      key,
      copy,
      columns.filter(({ field }) => field !== null).map(({ column }) => column),
    ])
  const GAP = [null, null, null, null]

  it('one below another is a card each', () =>
    expect(found(sheet([...CARD, GAP, ...CARD, GAP, ...CARD]))).toEqual([
      ['表!0', 1, ['B2', 'D2', 'B3', 'D3', 'B4', 'D4']],
      ['表!0.2', 2, ['B7', 'D7', 'B8', 'D8', 'B9', 'D9']],
      ['表!0.3', 3, ['B12', 'D12', 'B13', 'D13', 'B14', 'D14']],
    ]))

  it('side by side, two rows of two', () => {
    const two = CARD.map((row) => [...row, null, ...row])
    expect(found(sheet([...two, [], ...two])).map(([, copy, places]) => [copy, places?.[0 as never]])).toEqual([
      [1, 'B2'],
      [2, 'G2'],
      [3, 'B7'],
      [4, 'G7'],
    ])
  })

  it('on several sheets they are of several people, other cards are not', () => {
    const other = CARD.map((row) => row.map((text) => (text === '学历' ? '政治面貌' : text)))
    expect(found(sheet(CARD, [], '一'), sheet(CARD, [], '二'), sheet(other, [], '三')).map(([, copy]) => copy)).toEqual(
      [1, 2, 1],
    )
  })

  it('a second 姓名 with other labels about it begins no card', () => {
    const other = [...CARD, ['姓名', null, '与本人关系', null]]
    expect(found(sheet(other)).map(([key]) => key)).toEqual(['表!0'])
  })

  it('what stands over 姓名 belongs to its own card', () => {
    const numbered = [['政治面貌', null, '籍贯', null], ...CARD.slice(1)]
    expect(found(sheet([...numbered, ...numbered])).map(([, , places]) => (places as string[])[0])).toEqual([
      'B1',
      'B5',
    ])
  })
})

describe('columns whose drop-down says what they ask', () => {
  const asked = (head: string, options: readonly string[]) =>
    readForm(
      book({
        ...sheet([
          ['姓名', '单位', head],
          [null, null, null],
        ]),
        choices: [{ areas: [{ top: 1, bottom: 30, left: 2, right: 2 }], options, length: null }],
      }),
      {},
    ).parts[0]?.columns[2]?.field
  it.each([
    ['人员类别', ['正式党员', '预备党员'], 'politicalStatus'],
    ['人员类别', ['行政', '工勤', '事业'], 'category'],
    ['类别一', ['1.男', '2.女'], 'sex'],
    ['选择', ['大专', '本科', '研究生'], 'education'],
    ['选择', ['是', '否'], null],
    ['配偶类别', ['正式党员', '预备党员'], null],
  ])('%s of %j is %s', (head, options, field) => expect(asked(head, options)).toBe(field))
})

it('a row that counts the columns through is no row of the table', () =>
  expect(
    readForm(
      book(
        sheet([
          ['项目', '男', '女'],
          ['甲', '1', '2'],
          ['行政编制', null, null],
          ['事业编制', null, null],
        ]),
      ),
      {},
    ).parts[0]?.printed.map(({ labels }) => labels[0]),
  ).toEqual(['行政编制', '事业编制']))

it('小计 merged over the number and the name is a row of the table like those it sums', () => {
  const [part] = readForm(
    book(
      sheet(
        [
          ['序号', '机构', '核定编制', '实有人数'],
          ['1', '水利站', null, null],
          ['2', '文化站', null, null],
          ['小计', null, null, null],
        ],
        [{ top: 3, bottom: 3, left: 0, right: 1 }],
      ),
    ),
    {},
    [
      { id: 'a', name: '水利站' },
      { id: 'b', name: '文化站' },
    ],
  ).parts
  expect(part?.printed.map(({ row, labels }) => [row, labels])).toEqual([
    [1, ['水利站']],
    [2, ['文化站']],
    [3, ['小计']],
  ])
})
