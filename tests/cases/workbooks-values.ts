import { dotted, of, quotaBook, told, unitsOf, type Case } from './kit/case.ts'
import { roster, type Person } from './kit/people.ts'
import { gb18030, separated, serialOf, xlsx, type Row, type Value } from './kit/write-files.ts'

/* C21–C24: what stands in the cells. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

const NUMERALS = Array.from('〇一二三四五六七八九')
const chinese = (year: string) =>
  Array.from(year)
    .map((digit) => NUMERALS[Number(digit)])
    .join('')
const MONTHS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const wide = (text: string) =>
  Array.from(text)
    .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    .join('')

/** A month as offices write it, in fourteen ways. */
const FORMS: readonly ((year: string, month: number) => Value)[] = [
  (year, month) => `${year.slice(2)}.${month}`,
  (year, month) => `${year.slice(2)}年${month}月`,
  (year, month) => `${year}。${month}`,
  (year, month) => `${year}、${String(month).padStart(2, '0')}`,
  (year, month) => `0${serialOf(`${year}-${String(month).padStart(2, '0')}-01`)}`,
  (year, month) => `${year}-${String(month).padStart(2, '0')}-01 00:00:00`,
  (year, month) => ({ day: `${year}-${String(month).padStart(2, '0')}-01`, format: 'yyyy"年"m"月"' }),
  (year, month) => `${chinese(year)}年${MONTHS[month]}月`,
  (year, month) => `${year}年${String(month).padStart(2, '0')}月15日`,
  (year, month) => Number(`${year}${String(month).padStart(2, '0')}`),
  (year, month) => Number(`${year}${String(month).padStart(2, '0')}15`),
  (year, month) => `${year}/${month}/15`,
  (year, month) => wide(`${year}.${String(month).padStart(2, '0')}`),
  (year, month) => `${year}.${String(month).padStart(2, '0')}.`,
]
const inForm = (month: string, at: number): Value =>
  FORMS[at % FORMS.length]?.(month.slice(0, 4), Number(month.slice(5))) ?? null

function dates(): Case {
  const people = roster(121, [
    ['党政综合办公室', '行政编制', 5],
    ['经济发展办公室', '行政编制', 3],
    ['财政所', '事业编制', 6],
  ])
  return {
    truth: {
      case: 'C21-日期十四种',
      file: 'C21-日期十四种.xlsx',
      about:
        '出生年月和入编时间写成 85.6、99年9月、1985。6、1985、06、0 开头的序列号、带时分、二〇〇一年七月、全角等十四种',
      people: told(people, 'sex', 'id', 'birth', 'enteredOn'),
    },
    bytes: xlsx({
      name: 'Sheet1',
      rows: [
        ['序号', '机构', '姓名', '性别', '出生年月', '身份证号', '编制类型', '入编时间'],
        ...people.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.sex,
          inForm(one.birth.slice(0, 7), at + 5),
          one.id,
          one.category,
          inForm(one.entered, at),
        ]),
      ],
    }),
  }
}

function namesAndNumbers(): Case {
  const people = roster(122, [
    ['党政综合办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 6],
  ]).map((one, at) => ({
    ...one,
    name:
      ({ 0: '宓安', 3: '阿依努尔·热合曼', 4: '迪力木拉提·艾山', 5: '古丽娜尔·买买提' } as Record<number, string>)[at] ??
      one.name,
  }))
  const names = ['宓　安', null, null, '阿依努尔•热合曼', '迪力木拉提．艾山', '古丽娜尔‧买买提'] as const
  const marks = ['', '★', '', '', '', '', '▲', '', '', '（女）', '*']
  const name = (one: Person, at: number) => {
    const written = names[at] ?? one.name
    if (marks[at] === '（女）') return `${written}（${one.sex}）`
    return at === 8 ? ` ${written} ` : at === 2 ? `${written}（${one.nation}）` : `${marks[at] ?? ''}${written}`
  }
  const ids: readonly ((id: string) => string)[] = [
    (id) => `'${id}`,
    (id) => id.replace(/^(.{6})(.{8})/, '$1 $2 '),
    (id) => wide(id),
    (id) => `="${id}"`,
    (id) => `${id.slice(0, 10)}\n${id.slice(10)}`,
    (id) => `\u200b${id}`,
    (id) => id.toLowerCase(),
    (id) => `${id}\t`,
    (id) => `\u00a0${id}\u00a0`,
    (id) => `${id}；`,
    (id) => id,
  ]
  return {
    truth: {
      case: 'C22-姓名和身份证写法',
      file: 'C22-姓名和身份证写法.xlsx',
      about:
        '姓名中间加空格、间隔号四种、★▲*、（女）（民族）；身份证号带引号、空格、全角、换行、零宽字符、="…"、小写 x',
      people: told(people, 'sex', 'id'),
    },
    bytes: xlsx({
      name: 'Sheet1',
      rows: [
        ['序号', '单 位', '姓　　名', '性别', '身 份 证 号', '编制类型'],
        ...people.map((one, at): Row => [
          at + 1,
          one.unit,
          name(one, at),
          one.sex,
          ids[at]?.(one.id) ?? one.id,
          one.category,
        ]),
        ['注：★为党组织书记，▲为入党积极分子，*为驻村干部。'],
      ],
    }),
  }
}

function combined(): Case {
  const people = roster(123, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['农业农村综合服务中心', '事业编制', 3],
    ['财政所', '事业编制', 2],
  ])
  const learned: Readonly<Record<string, string>> = {
    硕士研究生: '研究生\n管理学硕士',
    大学本科: '大学、学士',
    大学专科: '大专',
    中等专科: '中专',
  }
  const age = (one: Person) => 2026 - Number(one.birth.slice(0, 4)) - (Number(one.birth.slice(5, 7)) > 11 ? 1 : 0)
  return {
    truth: {
      case: 'C23-合并列',
      file: 'C23-合并列.xlsx',
      about: '机构先由编制表导入；“工作单位及职务”“学历学位”“出生年月（岁）”各写一格，表头里换行',
      before: ['C23-机构编制.xlsx'],
      people: told(people, 'sex', 'id', 'birth', 'education', 'politicalStatus'),
    },
    beforeBytes: [
      quotaBook(unitsOf(people).map((unit) => ({ unit, category: of(people, unit)[0]?.category ?? '', quota: 5 }))),
    ],
    bytes: xlsx({
      name: '干部名册',
      merges: ['A1:I1'],
      rows: [
        ['云溪乡干部名册', ...blank(8)],
        [
          '姓 名',
          '性\n别',
          '出生年月\n（岁）',
          '学历\n学位',
          '政治\n面貌',
          '工作单位及职务',
          '身份证号',
          '编制\n类别',
          '备注',
        ],
        ...people.map((one): Row => [
          one.name,
          one.sex,
          `${dotted(one.birth.slice(0, 7))}\n（${age(one)}岁）`,
          learned[one.education] ?? '',
          one.politics,
          `云溪乡${one.unit}${one.post}`,
          one.id,
          one.category,
          null,
        ]),
      ],
    }),
  }
}

function remarks(): Case {
  const people = roster(124, [
    ['党政综合办公室', '行政编制', 5],
    ['平安建设办公室', '行政编制', 4],
    ['农业农村综合服务中心', '事业编制', 6],
  ])
  const said: readonly (readonly [remark: string, to: string | null])[] = [
    ['', null],
    ['2025年4月借调至县纪委监委', '县纪委监委'],
    ['2026年3月退休', 'gone'],
    ['长期病休', null],
    ['借调县委宣传部（2026.3—2027.3）', '县委宣传部'],
    ['2026.5辞职', 'gone'],
    ['现借用在县财政局', '县财政局'],
    ['', null],
    ['挂任下坊村第一书记', null],
    ['2025年12月病故', 'gone'],
    ['休产假', null],
    ['抽调到县重点项目办', '县重点项目办'],
    ['已调县人社局，关系未转', null],
    ['2026年1月调县水利局', 'gone'],
    ['', null],
  ]
  // The man whose papers have not gone yet can be read both ways: nothing is claimed of him.
  const open = people[12]
  const stays = people.filter((one, at) => said[at]?.[1] !== 'gone' && one !== open)
  return {
    truth: {
      case: 'C24-备注里的去向',
      file: 'C24-备注里的去向.csv',
      about: 'GB18030 的 .csv；备注里有借调、病休、挂任，也有退休、辞职、病故、调出：走了的人不可不声不响留在在编名单',
      mustAsk: true,
      people: told(stays, 'sex', 'id', 'enteredOn').map((one) => ({
        ...one,
        secondedTo: said[people.findIndex((each) => each.name === one.name)]?.[1] ?? null,
      })),
      gone: people.filter((_, at) => said[at]?.[1] === 'gone').map((one) => one.name),
      open: open === undefined ? [] : [open.name],
    },
    bytes: gb18030(
      separated(
        [
          ['序号', '姓名', '性别', '身份证号', '机构', '编制类型', '入编时间', '备注'],
          ...people.map((one, at): Row => [
            at + 1,
            one.name,
            one.sex,
            `${one.id}\t`,
            one.unit,
            one.category,
            dotted(one.entered),
            said[at]?.[0] ?? '',
          ]),
        ],
        ',',
      ),
    ),
  }
}

export const valueCases: readonly (() => Case)[] = [dates, namesAndNumbers, combined, remarks]
