import { dotted, of, quotaBook, told, unitsOf, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { gb18030, ods, separated, webPage, xlsx, type Row, type Value, type WebCell } from './kit/write-files.ts'
import { drawn, sixth as ninth, spoken } from './sixth-parts.ts'

/* N01–N08: ordinary rosters of a township. */

const number: Column = column.number
const LEADERS = ['党委书记', '党委副书记、乡长', '人大主席', '副乡长']

/** Headings with numbers, blank rows and subtotals between. */
function headings(): Case {
  const people = roster(9001, [
    ['乡领导班子', '行政编制', 3, LEADERS],
    ['党政办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['农业服务中心', '事业编制', 4],
  ])
  return ninth(
    'N01-机构通栏带现有数',
    '机构是整行合并的小标题“党政办公室　　行政编制：5名　现有：4人”，每组后有“小计　4人”和一个空行；列为序号、姓名、性别、公民身份号码、岗位职务、入编年月、说明；没有机构列和编制列',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn') },
    xlsx({
      name: '在编',
      merges: ['A1:G1', 'A3:G3', 'A9:G9', 'A16:G16', 'A22:G22'],
      rows: [
        ['云溪乡行政事业单位在编人员情况表', ...blank(6)],
        ['序号', '姓名', '性别', '公民身份号码', '岗位职务', '入编年月', '说明'],
        ...unitsOf(people).flatMap((unit): readonly Row[] => {
          const inside = of(people, unit)
          return [
            [`${unit}　　${inside[0]?.category ?? ''}：${inside.length + 1}名　现有：${inside.length}人`, ...blank(6)],
            ...inside.map((one, at): Row => [at + 1, drawn(one), one.sex, one.id, one.post, spoken(one.entered), null]),
            [null, '小计', null, `${inside.length}人`, ...blank(3)],
            blank(7),
          ]
        }),
      ],
    }),
  )
}

/** A page of a system; departments span rows, a foot tells who printed it. */
function savedPage(): Case {
  const people = roster(9002, [
    ['党建工作办公室', '行政编制', 4],
    ['财政金融办公室', '行政编制', 3],
    ['社会事务服务中心', '事业编制', 5],
  ])
  const head = (texts: readonly string[]): readonly WebCell[] => texts.map((text) => ({ text }))
  return ninth(
    'N02-人员查询结果网页',
    '系统“人员查询结果”另存 .xls，gb2312：部门用 rowspan，列为部门、人数（rowspan）、姓名、性别、证件号码、编制性质、职务名称、列编时间、人员状态（在岗）；最上一行查询条件，最下一行制表人和打印时间',
    { people: told(people, 'id', 'sex', 'enteredOn', 'post') },
    gb18030(
      webPage('gb2312', '<style>td{mso-number-format:"\\@"}</style>', [
        [{ text: '人员查询结果（条件：单位=云溪乡；状态=在岗）', columns: 9 }],
        head(['部门', '人数', '姓名', '性别', '证件号码', '编制性质', '职务名称', '列编时间', '人员状态']),
        ...people.map((one, at): readonly WebCell[] => {
          const inside = of(people, one.unit)
          const front: readonly WebCell[] =
            people[at - 1]?.unit === one.unit
              ? []
              : [
                  { text: one.unit, rows: inside.length },
                  { text: String(inside.length), rows: inside.length },
                ]
          return [...front, ...head([one.name, one.sex, one.id, one.category, one.post, `${one.entered}-01`, '在岗'])]
        }),
        [{ text: '制表人：admin　打印时间：2026-11-28 15:20', columns: 9 }],
      ]),
    ),
    { ending: 'xls' },
  )
}

/** Unit and 编制 merged; subtotals inside, the whole below. */
function mergedLeft(): Case {
  const people = roster(9003, [
    ['乡领导班子', '行政编制', 3, LEADERS],
    ['综合办公室', '行政编制', 4],
    ['综合办公室', '机关工勤编制', 1, ['司机']],
    ['公共事业服务中心', '事业编制', 5],
  ])
  const units = unitsOf(people)
  const rows: Row[] = []
  const merges: string[] = ['A1:H1']
  let at = 0
  for (const unit of units) {
    const inside = of(people, unit)
    const from = rows.length + 3
    inside.forEach((one, place) => {
      at += 1
      rows.push([
        place === 0 ? unit : null,
        at,
        one.name,
        one.sex,
        dotted(one.birth.slice(0, 7)),
        one.id,
        one.category === '机关工勤编制' ? '工勤' : one.category === '行政编制' ? '行政' : '事业',
        one.post,
      ])
    })
    merges.push(`A${from}:A${from + inside.length - 1}`)
    rows.push([`${unit}小计`, null, `${inside.length}人`, ...blank(5)])
  }
  return ninth(
    'N03-站办所合并带小计',
    '.ods：站办所纵向合并，每组后“综合办公室小计　5人”，末行“总计”；编制栏只写行政、工勤、事业；出生年月1985.06',
    { people: told(people, 'id', 'sex', 'birth', 'post') },
    ods({
      name: '花名册',
      merges,
      rows: [
        ['云溪乡机关及站所人员花名册（2026年10月）', ...blank(7)],
        ['站办所', '编号', '姓名', '性别', '出生年月', '身份证号码', '编制', '职务'],
        ...rows,
        ['总计', null, `${people.length}人`, ...blank(5)],
      ],
    }),
    { ending: 'ods' },
  )
}

/** A head of three rows whose deepest words mean something only with those above. */
function deepHead(): Case {
  const people = roster(9004, [
    ['党政综合办公室', '行政编制', 5],
    ['文化旅游站', '事业编制（全额拨款）', 4],
    ['水利管理站', '事业编制（差额补贴）', 3],
  ])
  const kind: Readonly<Record<string, string>> = {
    行政编制: '行政编',
    '事业编制（全额拨款）': '全额事业编',
    '事业编制（差额补贴）': '差额事业编',
  }
  return ninth(
    'N04-三层表头任职和编制',
    '表头三层：个人情况（姓名、性别、身份证号码）、任职情况（所在机构、职务、任职时间）、编制情况（性质，入编下时间、文号）；后面“参加工作时间”',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn') },
    xlsx({
      name: 'Sheet1',
      merges: [
        'A1:K1',
        'A2:A4',
        'B2:D2',
        'E2:G2',
        'H2:J2',
        'I3:J3',
        'K2:K4',
        ...'BCDEFGH'.split('').map((one) => `${one}3:${one}4`),
      ],
      rows: [
        ['云溪乡编制实名制登记一览表', ...blank(10)],
        ['序号', '个人情况', null, null, '任职情况', null, null, '编制情况', null, null, '参加工作时间'],
        [null, '姓名', '性别', '身份证号码', '所在机构', '职务', '时间', '性质', '入编', null, null],
        [...blank(8), '时间', '文号', null],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.sex,
          one.id,
          one.unit,
          one.post,
          `20${18 + (at % 7)}.03`,
          kind[one.category] ?? null,
          dotted(one.entered),
          `云编字〔${one.entered.slice(0, 4)}〕${at + 2}号`,
          dotted(one.work),
        ]),
      ],
    }),
  )
}

/** A text with months as they come. */
function looseMonths(): Case {
  const people = roster(9005, [
    ['党政办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['畜牧兽医站', '事业编制', 4],
  ])
  const way = (month: string, at: number): string => {
    const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
    return (
      [
        `${year}.${number}`,
        `${year}/${number}/1`,
        `${year}年${number}月`,
        month.replace('-', ''),
        `${year}-${month.slice(5)}`,
        `${year}．${number}`,
      ][at % 6] ?? month
    )
  }
  return ninth(
    'N05-文本月份各写各的',
    'GB18030 .csv：年月写成2008.7、2008/7/1、2008年7月、200807、2008-07、2008．7；编制写公务员、事业干部；单位只在每组第一行',
    { people: told(people, 'id', 'birth', 'enteredOn', 'education') },
    gb18030(
      separated(
        staffSheet(people, [
          number,
          ['单位', (one, at) => (people[at - 1]?.unit === one.unit ? null : one.unit)],
          ['姓名', (one) => one.name],
          ['身份证号码', (one) => `'${one.id}`],
          ['出生年月', (one, at) => way(one.birth.slice(0, 7), at)],
          ['文化程度', (one) => one.education],
          ['编制身份', (one) => (one.category === '行政编制' ? '公务员' : '事业干部')],
          ['进编时间', (one, at) => way(one.entered, at + 2)],
          ['备注', () => null],
        ]),
        ',',
      ),
    ),
    { ending: 'csv' },
  )
}

/** Two halves of a page, each with headings of its own. */
function twoHalves(): Case {
  const people = roster(9006, [
    ['党政办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 3],
    ['农技推广站', '事业编制', 4],
    ['计生服务站', '事业编制', 2],
  ])
  const half = (units: readonly string[]): readonly Row[] =>
    units.flatMap((unit) => [
      [unit, null, null, null] as Row,
      ...of(people, unit).map((one): Row => [one.name, one.sex, one.id, one.post]),
    ])
  const left = half(['党政办公室', '平安建设办公室'])
  const right = half(['农技推广站', '计生服务站'])
  return ninth(
    'N06-左机关右站所带小标题',
    '左右两栏，各自上方“机关（行政编制）”“站所（事业编制）”，各有表头（姓名、性别、身份证号、职务），栏内机构名各占一行（合并）；两栏长短不一',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx({
      name: '名单',
      merges: ['A1:I1', 'A2:D2', 'F2:I2', 'A4:D4', 'A9:D9', 'F4:I4', 'F9:I9'],
      rows: [
        ['云溪乡在职人员名单', ...blank(8)],
        ['机关（行政编制）', null, null, null, null, '站所（事业编制）', null, null, null],
        ['姓名', '性别', '身份证号', '职务', null, '姓名', '性别', '身份证号', '职务'],
        ...Array.from({ length: Math.max(left.length, right.length) }, (_, at): Row => [
          ...(left[at] ?? blank(4)),
          null,
          ...(right[at] ?? blank(4)),
        ]),
      ],
    }),
  )
}

/** A sheet a unit; the sheet's short name, the full one in its title. */
function sheetPerUnit(): Case {
  const people = roster(9007, [
    ['党政综合办公室', '行政编制', 4],
    ['公共管理服务办公室', '行政编制', 3],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const short: Readonly<Record<string, string>> = {
    党政综合办公室: '党政办',
    公共管理服务办公室: '公共办',
    农业农村综合服务中心: '农业中心',
  }
  const sheet = (unit: string) => ({
    name: short[unit] ?? unit,
    merges: ['A1:H1', 'A2:H2'],
    rows: [
      [`云溪乡${unit}人员登记表`, ...blank(7)],
      [
        `编制性质：${of(people, unit)[0]?.category ?? ''}　　　　核定编制：${of(people, unit).length + 1}名`,
        ...blank(7),
      ],
      ...staffSheet(of(people, unit), [
        number,
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['民族', (one) => one.nation],
        ['身份证号码', (one) => one.id],
        ['学历', (one) => one.education],
        ['现任职务', (one) => one.post],
        ['联系电话', (one) => one.phone],
      ]),
      ['审核人：', ...blank(3), '填表人：', ...blank(3)],
    ] as readonly Row[],
  })
  return ninth(
    'N07-表名简称标题全称',
    '一机构一张：表名是简称（党政办、公共办、农业中心），标题“云溪乡党政综合办公室人员登记表”写全称，标题下“编制性质：行政编制　核定编制：5名”；末行审核人、填表人',
    { people: told(people, 'id', 'sex', 'education', 'post') },
    xlsx(...unitsOf(people).map(sheet)),
  )
}

/** Unit and post in one cell; the book knows the units. */
function unitAndPost(): Case {
  const people = roster(9008, [
    ['乡领导班子', '行政编制', 3, LEADERS],
    ['党政综合办公室', '行政编制', 4],
    ['社会治安综合治理中心', '事业编制', 4, ['主任', '副主任', '专职干部']],
  ])
  const quotas: readonly ToldQuota[] = [
    { unit: '乡领导班子', category: '行政编制', quota: 4 },
    { unit: '党政综合办公室', category: '行政编制', quota: 5 },
    { unit: '社会治安综合治理中心', category: '事业编制', quota: 6 },
  ]
  const written = (one: Person): Value =>
    one.unit === '乡领导班子' ? `云溪乡${one.post}` : `云溪乡${one.unit}${one.post}`
  return ninth(
    'N08-单位职务一格且有编制本',
    '机构先由编制表导入；名册“单位及职务”写“云溪乡党政综合办公室主任”，领导写“云溪乡党委书记”（属乡领导班子，可以问）；“出生年月（年龄）”写“1985.06（41岁）”；学历学位“大学本科／学士”',
    {
      mustAsk: true,
      says: [['哪个单位', '乡领导班子']],
      people: told(people, 'id', 'sex', 'birth', 'education'),
      quotas,
    },
    xlsx({
      name: '名册',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡干部名册', ...blank(7)],
        ...staffSheet(people, [
          ['姓名', drawn],
          ['性别', (one) => one.sex],
          ['民族', (one) => one.nation],
          [
            '出生年月\n（年龄）',
            (one) => `${dotted(one.birth.slice(0, 7))}\n（${2026 - Number(one.birth.slice(0, 4))}岁）`,
          ],
          ['单位及职务', written],
          ['学历学位', (one) => (one.education === '大学本科' ? '大学本科／学士' : one.education)],
          ['编制', (one) => one.category],
          ['身份证号', (one) => one.id],
        ]),
      ],
    }),
    { before: quotaBook(quotas) },
  )
}

export const ninthListCases: readonly (() => Case)[] = [
  headings,
  savedPage,
  mergedLeft,
  deepHead,
  looseMonths,
  twoHalves,
  sheetPerUnit,
  unitAndPost,
]
