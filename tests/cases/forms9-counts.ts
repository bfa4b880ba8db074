import {
  AS_OF,
  ageOf,
  CIVIL,
  DOCUMENT,
  FULL,
  inPost,
  off,
  OFFICE,
  PARTIAL,
  QUOTAS,
  retiresOn,
  units,
  WORKER,
} from './forms9-book.ts'
import type { Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { blank, crossing, letter, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'

/* The ninth forms, numbers: two blocks one under another, three sheets, people in post beside people off quota, quotas a line a unit and category. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF]
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const man: T = (one) => one.sex === '男'
const minority: T = (one) => one.nation !== '汉族'
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const educated =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.education)
const standing =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.politics)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const both =
  (first: T, second: T): T =>
  (one) =>
    first(one) && second(one)
const graded =
  (start: string): T =>
  (one) =>
    one.grade.startsWith(start)
const member = standing('中共党员', '中共预备党员')
const leader: T = (one) => one.level.startsWith('乡科级')
const OFFICES = [OFFICE, WORKER]
const INSTITUTIONS = [CIVIL, FULL, PARTIAL]

const kinds: Named<Staff> = [
  ['在编人员总计', everyone],
  ['行政编制', of(OFFICE)],
  ['机关工勤编制', of(WORKER)],
  ['小计', of(...OFFICES)],
  ['参公管理', of(CIVIL)],
  ['全额拨款', of(FULL)],
  ['差额拨款', of(PARTIAL)],
  ['小计', of(...INSTITUTIONS)],
]
const traits: Named<Staff> = [
  ['总人数', everyone],
  ['男', man],
  ['女', woman],
  ['汉族', (one) => !minority(one)],
  ['少数民族', minority],
  ['中共党员（含预备）', member],
  ['共青团员', standing('共青团员')],
  ['群众', standing('群众')],
  ['研究生', educated('硕士研究生')],
  ['本科', educated('大学本科')],
  ['专科', educated('大学专科')],
  ['中专及以下', educated('中等专科')],
]
const parts: Named<Staff> = [
  ['在编人员总计', everyone],
  ['其中：女性', woman],
  ['少数民族', minority],
  ['乡科级领导干部', leader],
  ['专业技术岗位人员', graded('专业技术')],
]
const bands: Named<Staff> = [
  ['合计', everyone],
  ['30岁及以下', aged(0, 30)],
  ['31—40岁', aged(31, 40)],
  ['41—50岁', aged(41, 50)],
  ['51—54岁', aged(51, 54)],
  ['55岁及以上', aged(55, 99)],
]
const LOWER = 18
const twoBlocks: Form = {
  truth: {
    form: 'U05-基本情况上下两块',
    file: 'U05-基本情况上下两块.xlsx',
    about:
      '上块：总计、机关（行政、工勤、小计）、事业单位（参公、全额、差额、小计）× 性别、民族、政治面貌、文化程度，没有公式；下块另有表头：总计、其中：女性、少数民族、乡科级领导干部、专业技术岗位人员 × 年龄段',
    args: ARGS,
    cells: [
      ...crossing(inPost, '基本情况', [2, 6], kinds, traits),
      ...crossing(inPost, '基本情况', [2, LOWER], parts, bands),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '基本情况',
    merges: [
      'A1:N1',
      'A2:N2',
      'A3:N3',
      'A4:B5',
      'C4:C5',
      'D4:E4',
      'F4:G4',
      'H4:J4',
      'K4:N4',
      'A6:B6',
      'A7:A9',
      'A10:A13',
      'A15:N15',
      'A16:B17',
      'C16:C17',
      'D16:H16',
      ...parts.map((_, at) => `A${LOWER + at}:B${LOWER + at}`),
    ],
    ruled: [4, 13, 14],
    rows: [
      ['在编人员基本情况汇总表', ...blank(13)],
      ['填报单位（盖章）：　　　　　　　　　　　　　　　　　　　　计量单位：人', ...blank(13)],
      ['一、人员结构', ...blank(13)],
      ['人员类别', null, '总人数', '性别', null, '民族', null, '政治面貌', null, null, '文化程度', ...blank(3)],
      [...blank(3), ...traits.slice(1).map(([label]) => label)],
      ...kinds.map(([label], at) =>
        at === 0 ? [label, ...blank(13)] : [at === 1 ? '机关' : at === 4 ? '事业单位' : null, label, ...blank(12)],
      ),
      blank(14),
      ['二、年龄结构', ...blank(13)],
      ['项目', null, '合计', '年龄', ...blank(4)],
      [...blank(3), ...bands.slice(1).map(([label]) => label)],
      ...parts.map(([label]) => [label, ...blank(7)]),
      ['单位负责人：　　　　　　　　统计负责人：　　　　　　　　填表人：', ...blank(13)],
    ],
  }),
}

/** Ranks and levels of servants; posts of institutions; who retires in which year. */
const servants = inPost.filter(of(OFFICE, CIVIL))
const rankRows: Named<Staff> = [
  ...['乡科级正职', '乡科级副职'].map((label) => [label, (one: Staff) => one.level === label] as const),
  ...['一级主任科员', '二级主任科员', '三级主任科员', '四级主任科员', '一级科员', '二级科员'].map(
    (label) => [label, (one: Staff) => one.rank === label] as const,
  ),
  ['合计', everyone],
]
const rankColumns: Named<Staff> = [
  ['人数', everyone],
  ['女', woman],
  ['中共党员', member],
  ['35岁及以下', aged(0, 35)],
  ['36—45岁', aged(36, 45)],
  ['46岁及以上', aged(46, 99)],
  ['大学本科及以上', educated('大学本科', '硕士研究生')],
]
const posts = inPost.filter(of(FULL, PARTIAL))
const postRows: Named<Staff> = [
  ['管理八级', graded('管理八级')],
  ['管理九级', graded('管理九级')],
  ['小计', graded('管理')],
  ['专业技术七级', graded('专业技术七级')],
  ['专业技术九级', graded('专业技术九级')],
  ['专业技术十级', graded('专业技术十级')],
  ['专业技术十一级', graded('专业技术十一级')],
  ['专业技术十二级', graded('专业技术十二级')],
  ['小计', graded('专业技术')],
  ['技术工三级', graded('技术工三级')],
  ['合计', everyone],
]
/** Where the kinds of posts begin among the rows. */
const POST_KINDS: ReadonlyMap<number, string> = new Map([
  [0, '管理岗位'],
  [3, '专业技术岗位'],
  [9, '工勤技能岗位'],
])
const postColumns: Named<Staff> = [
  ['聘用人数', everyone],
  ['其中：女', woman],
  ['研究生', educated('硕士研究生')],
  ['大学本科', educated('大学本科')],
  ['大学专科及以下', educated('大学专科', '中等专科')],
  ['35岁及以下', aged(0, 35)],
  ['36至50岁', aged(36, 50)],
  ['51岁及以上', aged(51, 99)],
]
const leavesIn =
  (year: string): T =>
  (one) =>
    retiresOn(one).startsWith(year)
const YEARS = ['2027', '2028', '2029', '2030', '2031']
const yearRows: Named<Staff> = [
  ...YEARS.map((year) => [`${year}年`, leavesIn(year)] as const),
  ['合计', (one) => YEARS.some((year) => leavesIn(year)(one))],
]
const yearColumns: Named<Staff> = [
  ['小计', everyone],
  ['机关（含工勤）', of(...OFFICES)],
  ['事业单位（含参公）', of(...INSTITUTIONS)],
  ['男', man],
  ['女', woman],
]
const three: Form = {
  truth: {
    form: 'U06-职级岗位退休三张',
    file: 'U06-职级岗位退休三张.xlsx',
    about:
      '表1 公务员（含参公）：领导职务两层和职级六级，合计行 SUM；党员含预备；表2 事业单位（不含参公）：管理、专业技术、工勤技能岗位各等级和小计、合计，没有公式；表3 2027—2031年退休人数：行是年份，小计列、合计行有公式',
    args: ARGS,
    cells: [
      ...crossing(servants, '表1', [2, 5], rankRows, rankColumns),
      ...crossing(posts, '表2', [2, 4], postRows, postColumns),
      ...crossing(inPost, '表3', [1, 4], yearRows, yearColumns),
    ],
    lists: [],
  },
  bytes: drawForm(
    {
      name: '表1',
      merges: ['A1:I1', 'A2:I2', 'A3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:H3', 'I3:I4', 'A5:A6', 'A7:A12', 'A13:B13'],
      ruled: [3, 13, 9],
      rows: [
        ['公务员（含参照管理人员）职务职级情况', ...blank(8)],
        ['填报单位：', ...blank(8)],
        ['职务、职级', null, '人数', '女', '中共党员\n（含预备党员）', '年龄', null, null, '大学本科\n及以上'],
        [...blank(5), '35岁及以下', '36—45岁', '46岁及以上', null],
        ...rankRows.map(([label], at) =>
          at === rankRows.length - 1
            ? [label, null, ...rankColumns.map((_, c) => ({ formula: `SUM(${letter(2 + c)}5:${letter(2 + c)}12)` }))]
            : [at === 0 ? '领导职务' : at === 2 ? '职级' : null, label, ...blank(7)],
        ),
      ],
    },
    {
      name: '表2',
      merges: ['A1:J1', 'A2:B3', 'C2:C3', 'D2:D3', 'E2:G2', 'H2:J2', 'A4:A6', 'A7:A12', 'A14:B14'],
      ruled: [2, 14, 10],
      rows: [
        ['事业单位（不含参公）岗位聘用情况', ...blank(9)],
        ['岗位等级', null, '聘用人数', '其中：女', '学历', null, null, '年龄', null, null],
        [...blank(4), ...postColumns.slice(2).map(([label]) => label)],
        ...postRows.map(([label], at) =>
          at === postRows.length - 1 ? [label, ...blank(9)] : [POST_KINDS.get(at) ?? null, label, ...blank(8)],
        ),
      ],
    },
    {
      name: '表3',
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'],
      ruled: [2, 9, 6],
      rows: [
        ['2027—2031年退休人数预测', ...blank(5)],
        ['退休年度', '小计', '按单位性质', null, '按性别', null],
        [null, null, '机关（含工勤）', '事业单位（含参公）', '男', '女'],
        ...YEARS.map((year, at) => [`${year}年`, { formula: `C${4 + at}+D${4 + at}` }, ...blank(4)]),
        ['合计', ...'BCDEF'.split('').map((one) => ({ formula: `SUM(${one}4:${one}8)` }))],
      ],
    },
  ),
}

/** Units printed; people in post beside people off quota, each by sex. */
const everybody = [...inPost, ...off]
const there: T = (one) => inPost.includes(one)
const beside: T = (one) => off.includes(one)
const unitRows: Named<Staff> = [
  ['全镇总计', everyone],
  ...units.map((unit) => [unit, (one: Staff) => one.unit === unit] as const),
]
const bothColumns: Named<Staff> = [
  ['总人数', everyone],
  ['小计', there],
  ['男', both(there, man)],
  ['女', both(there, woman)],
  ['党员', both(there, member)],
  ['女党员', both(there, both(member, woman))],
  ['小计', beside],
  ['男', both(beside, man)],
  ['女', both(beside, woman)],
]
const inAndOff: Form = {
  truth: {
    form: 'U07-在编和编外按机构',
    file: 'U07-在编和编外按机构.xlsx',
    about:
      '机构已印好，“全镇总计”在第一行，没有公式；三层表头：人员总数，在编人员（小计、性别、中共党员含预备：人数、其中女），编外人员（小计、性别）；表下注明编外指公益性岗位、劳务派遣、政府购买服务，借入的不计',
    args: ARGS,
    cells: crossing(everybody, '人员', [2, 6], unitRows, bothColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '人员',
    merges: [
      'A1:K1',
      'A2:K2',
      'A3:A5',
      'B3:B5',
      'C3:C5',
      'D3:H3',
      'D4:D5',
      'E4:F4',
      'G4:H4',
      'I3:K3',
      'I4:I5',
      'J4:K4',
      'A17:K17',
    ],
    ruled: [3, 16, 11],
    rows: [
      ['在编人员和编外人员情况统计表', ...blank(10)],
      ['填报单位：　　　　　　　　　　　　　　　　　　　　　　单位：人', ...blank(10)],
      ['序号', '机构名称', '人员\n总数', '在编人员', ...blank(4), '编外人员', null, null],
      [...blank(3), '小计', '性别', null, '中共党员（含预备）', null, '小计', '性别', null],
      [...blank(4), '男', '女', '人数', '其中：女', null, '男', '女'],
      ...unitRows.map(([label], at) => [at === 0 ? null : at, label, ...blank(9)]),
      ['注：编外人员指公益性岗位、劳务派遣、政府购买服务人员；从外单位借入人员不统计。', ...blank(10)],
    ],
  }),
}

/** A line a unit and category, in other words: 批准, 占用, 结余, 超占. */
interface Line {
  readonly unit: string | null
  readonly label: string
  readonly categories: readonly string[]
}
const LABELS: Readonly<Record<string, string>> = {
  [OFFICE]: '行政编制',
  [WORKER]: '工勤编制',
  [CIVIL]: '参公事业编制',
  [FULL]: '全额事业编制',
  [PARTIAL]: '差额事业编制',
}
const quotaLines: readonly Line[] = [
  ...QUOTAS.map((one) => ({ unit: one.unit, label: LABELS[one.category] ?? '', categories: [one.category] })),
  { unit: null, label: '行政编制', categories: [OFFICE] },
  { unit: null, label: '工勤编制', categories: [WORKER] },
  { unit: null, label: '事业编制', categories: INSTITUTIONS },
]
/** 批准, 占用, 空余, 超占 of one seat. */
function seatNumbers(unit: string, category: string): readonly [number, number, number, number] {
  const approved = QUOTAS.find((one) => one.unit === unit && one.category === category)?.quota ?? 0
  const taken = inPost.filter((one) => one.unit === unit && one.category === category).length
  return [approved, taken, Math.max(approved - taken, 0), Math.max(taken - approved, 0)]
}
function lineCells(line: Line, at: number): readonly CellTruth[] {
  const seats = QUOTAS.filter(
    (one) => line.categories.includes(one.category) && (line.unit === null || one.unit === line.unit),
  ).map((one) => seatNumbers(one.unit, one.category))
  const [approved, taken, free, over] = [0, 1, 2, 3].map((k) => seats.reduce((sum, one) => sum + (one[k] ?? 0), 0))
  // A sum may be that of the lines above it or what is left of the whole: both are written.
  const net = (approved ?? 0) - (taken ?? 0)
  return [
    number(approved ?? 0),
    number(taken ?? 0),
    [...number(free ?? 0), ...number(Math.max(net, 0))],
    [...number(over ?? 0), ...number(Math.max(-net, 0))],
    ...(line.unit === null ? [] : [[DOCUMENT]]),
  ].map((expect, c) => ({ sheet: '编制占用', cell: `${letter(3 + c)}${4 + at}`, expect }))
}
const printedUnits = [...units.entries()]
const quotaByLine: Form = {
  truth: {
    form: 'U08-编制占用逐项',
    file: 'U08-编制占用逐项.xlsx',
    about:
      '一个机构一种编制一行（党政办公室两行，机构名合并）：批准编制、占用编制、空余编制、超占编制；末四行“合计”：行政、工勤、事业编制各一行没有公式，“总计”行 SUM；批准文号逐行填；一个机构超编一名',
    args: ARGS,
    cells: [
      ...quotaLines.flatMap(lineCells),
      ...[0, 1, 2, 3].map((k): CellTruth => {
        const whole = QUOTAS.reduce((sum, one) => sum + (seatNumbers(one.unit, one.category)[k] ?? 0), 0)
        return { sheet: '编制占用', cell: `${letter(3 + k)}${4 + quotaLines.length}`, expect: number(whole) }
      }),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '编制占用',
    merges: ['A1:H1', 'A2:H2', 'A5:A6', 'B5:B6', 'A15:B17', 'A18:C18'],
    ruled: [3, 18, 8],
    rows: [
      ['机构编制占用情况明细表', ...blank(7)],
      ['填报单位：　　　　　　　　　　　　　　　　　　　　　单位：名', ...blank(7)],
      ['序号', '机构全称', '编制种类', '批准编制数', '占用编制数', '空余编制数', '超占编制数', '批准文号'],
      ...quotaLines.map(({ unit, label }, at) => {
        const place = printedUnits.find(([, one]) => one === unit)
        const first = unit !== null && unit !== quotaLines[at - 1]?.unit
        return [
          unit === null ? (at === QUOTAS.length ? '合计' : null) : first ? (place?.[0] ?? 0) + 1 : null,
          first ? unit : null,
          label,
          ...blank(5),
        ]
      }),
      ['总计', null, null, ...'DEFG'.split('').map((one) => ({ formula: `SUM(${one}4:${one}14)` })), null],
    ],
  }),
}

export const ninthCountForms: readonly Form[] = [twoBlocks, three, inAndOff, quotaByLine]
