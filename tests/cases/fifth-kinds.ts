import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { escaped, gb18030, xlsx, type Row } from './kit/write-files.ts'

/* J01–J08: the kinds that failed in the fourth set, in other words and places: feet, label lines, signs for the same, numbers, heads, words. */

const dotted = (month: string) => month.replace('-', '.')
const number: Column = column.number

/** Feet of other words, some without a colon, between blocks and below. */
function otherFeet(): Case {
  const people = roster(851, [
    ['财政所', '事业编制', 4],
    ['文化站', '事业编制', 3],
    ['党政办公室', '行政编制', 4],
  ])
  const feet: readonly (readonly Row[])[] = [
    [['会计：', null, '出纳：', null, '单位负责人（签章）：']],
    [
      [null, '初审人：薄怀远', null, '复审人：', null],
      [null, null, null, '2026年11月3日', null],
    ],
    [['主要领导签字', null, null, '经手人', '谭怀远']],
  ]
  const rows: Row[] = [['云溪乡在编人员登记表（分单位）']]
  unitsOf(people).forEach((unit, at) => {
    rows.push(
      [`${'一二三'[at] ?? ''}、${unit}`],
      ...staffSheet(of(people, unit), [
        number,
        ['姓名', (one) => one.name],
        ['编制性质', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
      ...(feet[at] ?? []),
      [],
    )
  })
  return {
    truth: {
      case: 'J01-别样的落款',
      file: 'J01-别样的落款.xlsx',
      about: '每块下面的落款：会计、出纳、单位负责人（签章）；初审人、复审人和日期；“主要领导签字”“经手人”没有冒号',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: '登记表', rows }),
  }
}

/** Everything about the sheet stands in one line above the head, with semicolons. */
function labelLines(): Case {
  const people = roster(852, [
    ['水利站', '事业编制（全额拨款）', 4],
    ['综合行政执法队', '事业编制（参公）', 3],
    ['党建办公室', '行政编制', 3],
  ])
  const word: Readonly<Record<string, string>> = {
    '事业编制（全额拨款）': '全额事业',
    '事业编制（参公）': '参公事业',
    行政编制: '行政',
  }
  const sheets = unitsOf(people).map((unit, at) => {
    const here = of(people, unit)
    const kind = word[here[0]?.category ?? ''] ?? ''
    const line = [
      `部门名称：${unit}；编制类别：${kind}；核定编制：${here.length + 1}名；实有：${here.length}名`,
      `单位全称:云溪乡${unit}  用编性质:${kind}  填表时间:2026.10.8`,
      `【${unit}】　编制类型——${kind}编制`,
    ][at]
    return {
      name: `表${at + 1}`,
      merges: ['A1:E1', 'A2:E2'],
      rows: [
        ['人员基本信息登记表', ...blank(4)],
        [line ?? null, ...blank(4)],
        ...staffSheet(here, [
          number,
          ['姓名', (one) => one.name],
          ['证件号码', (one) => one.id],
          ['岗位（职务）', (one) => one.post],
          ['备注', () => null],
        ]),
      ],
    }
  })
  return {
    truth: {
      case: 'J02-一行写全单位和编制',
      file: 'J02-一行写全单位和编制.xlsx',
      about:
        '“部门名称：水利站；编制类别：全额事业；核定编制：5名；实有：4名”；“单位全称:云溪乡…  用编性质:…  填表时间:”；“【…】　编制类型——行政编制”',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx(...sheets),
  }
}

/** More signs for the same. */
function moreSigns(): Case {
  const people = roster(853, [
    ['经济发展办公室', '行政编制', 4],
    ['退役军人服务站', '事业编制', 5],
  ])
  const signs = ['－〃－', '--〃--', '"', '同上。', '（同上）']
  const same = (at: number, value: (one: Person) => string) => {
    const [here, before] = [people[at], people[at - 1]]
    if (here === undefined) return null
    return before !== undefined && value(before) === value(here) ? (signs[at % signs.length] ?? null) : value(here)
  }
  return {
    truth: {
      case: 'J03-又五种同上',
      file: 'J03-又五种同上.xlsx',
      about: '－〃－、--〃--、"、“同上。”、（同上）：单位、编制、学历',
      people: told(people, 'id', 'education', 'post'),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        number,
        ['姓名', (one) => one.name],
        ['工作部门', (_, at) => same(at, (one) => one.unit)],
        ['编制类型', (_, at) => same(at, (one) => one.category)],
        ['学历', (_, at) => same(at, (one) => one.education)],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

/** ID numbers with other company. */
function numbersWithCompany(): Case {
  const people = roster(854, [
    ['党政办公室', '行政编制', 4],
    ['林业站', '事业编制', 4],
  ])
  const ways: readonly ((id: string) => string)[] = [
    (id) => `身份证号码:${id}`,
    (id) => `（${id}）`,
    (id) => `${id.slice(0, 6)}.${id.slice(6, 14)}.${id.slice(14)}`,
    (id) => `ID：${id}`,
    (id) => `${id}（身份证）`,
    (id) => `${id.slice(0, 6)}—${id.slice(6, 14)}—${id.slice(14)}`,
    (id) => `"${id}"`,
    (id) => `居民身份证 ${id.toLowerCase()}`,
  ]
  return {
    truth: {
      case: 'J04-身份证号带别的字',
      file: 'J04-身份证号带别的字.xlsx',
      about: '身份证号码:…、（…）、点分、ID：…、…（身份证）、破折号、引号、居民身份证 …',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        number,
        ['机构', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['证件类型及号码', (one, at) => ways[at % ways.length]?.(one.id) ?? null],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

/** Other heads for 编制 and for the day of 入编. */
function otherHeads(): Case {
  const words: readonly (readonly [word: string, category: string])[] = [
    ['使用行政编制', '行政编制'],
    ['占用行政编', '行政编制'],
    ['使用工勤编制', '机关工勤编制'],
    ['占参公编', '事业编制（参公）'],
    ['使用全额事业编制', '事业编制（全额拨款）'],
    ['全额财政事业编', '事业编制（全额拨款）'],
    ['使用差额事业编制', '事业编制（差额补贴）'],
  ]
  const people = words.flatMap(([, category], at) =>
    roster(8550 + at, [[at < 3 ? '党政办公室' : '农业综合服务中心', category, 1, ['干事']]]),
  )
  return {
    truth: {
      case: 'J05-占用编制和落编时间',
      file: 'J05-占用编制和落编时间.xlsx',
      about: '列名“占用编制情况”（使用行政编制、占参公编……）、“落编日期”、“所属站办所”、“担任职务”',
      people: told(people, 'id', 'enteredOn', 'post'),
    },
    bytes: xlsx({
      name: '台账',
      rows: staffSheet(people, [
        number,
        ['所属站办所', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['占用编制情况', (_, at) => words[at]?.[0] ?? null],
        ['身份证件号码', (one) => one.id],
        ['落编日期', (one) => dotted(one.entered)],
        ['担任职务', (one) => one.post],
      ]),
    }),
  }
}

/** Education and party once more. */
function moreEducation(): Case {
  const people = roster(856, [
    ['党政办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 5],
  ])
  const study: readonly (readonly [string, string])[] = [
    ['全日制本科', '大学本科'],
    ['大学（文学学士）', '大学本科'],
    ['研究生学历硕士学位', '硕士研究生'],
    ['大专学历', '大学专科'],
    ['中专毕业', '中等专科'],
  ]
  const party: readonly (readonly [string, string])[] = [
    ['中共党员（2010年入党）', '中共党员'],
    ['党员', '中共党员'],
    ['共青团团员', '共青团员'],
    ['中共预备', '中共预备党员'],
    ['群众（无）', '群众'],
  ]
  return {
    truth: {
      case: 'J06-学历面貌又一些',
      file: 'J06-学历面貌又一些.xlsx',
      about:
        '全日制本科、大学（文学学士）、研究生学历硕士学位、大专学历、中专毕业；中共党员（2010年入党）、共青团团员、中共预备、群众（无）',
      people: told(people, 'id').map((one, at) => ({
        ...one,
        education: study[at % 5]?.[1] ?? '',
        politicalStatus: party[(at * 2) % 5]?.[1] ?? '',
      })),
    },
    bytes: xlsx({
      name: '表',
      rows: staffSheet(people, [
        number,
        ['单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['最高学历', (_, at) => study[at % 5]?.[0] ?? null],
        ['党派', (_, at) => party[(at * 2) % 5]?.[0] ?? null],
      ]),
    }),
  }
}

/** Headings between web tables. */
function webHeadings(): Case {
  const people = roster(857, [
    ['党建办公室', '行政编制', 3],
    ['文化服务中心', '事业编制', 4],
  ])
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  const block = (unit: string) =>
    `<h4>单位：${unit}</h4><table border=1><thead>${row(['序号', '姓名', '身份证号码', '编制类型', '职务'], 'th')}</thead><tbody>` +
    `${of(people, unit)
      .map((one, at) => row([String(at + 1), one.name, one.id, one.category, one.post], 'td'))
      .join('')}</tbody><tfoot>${row(['合计', `${of(people, unit).length}人`, '', '', ''], 'td')}</tfoot></table>`
  const page = `<html><head><meta charset="gbk"></head><body><p>人员查询</p>${unitsOf(people).map(block).join('')}<p>打印人：管理员</p></body></html>`
  return {
    truth: {
      case: 'J07-网页表前写单位',
      file: 'J07-网页表前写单位.xls',
      about: '网页两张表，单位写在每张表前面的 <h4>，有 tfoot 合计',
      people: told(people, 'id', 'post'),
    },
    bytes: gb18030(page),
  }
}

/** An example row in every sheet, a template's first sheet with ××, the office with （公章） behind it. */
function exampleRows(): Case {
  const people = roster(858, [
    ['经济发展办公室', '行政编制', 4],
    ['农业服务中心', '事业编制', 3],
  ])
  const sheet = (unit: string, at: number) => ({
    name: `${at + 2}`,
    rows: [
      [`部门：云溪乡${unit}（公章）`, null, null, '联系人：谭素心', null],
      ['序号', '姓名', '身份证号', '编制性质', '职务'],
      ['例', '王某某', '360000199001011234', '行政编制', '科员'],
      ...of(people, unit).map((one, line): Row => [line + 1, one.name, one.id, one.category, one.post]),
    ],
  })
  return {
    truth: {
      case: 'J08-样表和例行',
      file: 'J08-样表和例行.xlsx',
      about: '第一张“样表”是××和赵某、钱某；后两张“部门：云溪乡经济发展办公室（公章）　联系人：”，第一行是“例 王某某”',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx(
      {
        name: '样表',
        rows: [
          ['部门：××乡（镇）××办公室（公章）'],
          ['序号', '姓名', '身份证号', '编制性质', '职务'],
          [1, '赵某', '360000××××××××1234', '行政编制', '主任'],
          [2, '钱某', '360000××××××××1235', '事业编制', '干事'],
        ],
      },
      ...unitsOf(people).map(sheet),
    ),
  }
}

export const fifthKindCases: readonly (() => Case)[] = [
  otherFeet,
  labelLines,
  moreSigns,
  numbersWithCompany,
  otherHeads,
  moreEducation,
  webHeadings,
  exampleRows,
]
