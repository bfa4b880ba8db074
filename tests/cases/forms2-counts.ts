import {
  ageOf,
  AS_OF,
  CIVIL,
  FULL,
  inPost,
  off,
  OFFICE,
  PARTIAL,
  QUOTAS,
  TOWN,
  units,
  WORKER,
  type Staff,
} from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { partyYears } from './forms2-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { blank, crossing, letter, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'
import { biff } from './kit/write-files.ts'

/* The second forms that ask for numbers. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF]
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const man: T = (one) => one.sex === '男'
const minority: T = (one) => one.nation !== '汉族'
/** Statistics of cadres count 预备党员 as members unless they have a place of their own. */
const member: T = (one) => one.politics.startsWith('中共')
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const learned =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.education)
const all =
  (...tests: readonly T[]): T =>
  (one) =>
    tests.every((test) => test(one))
const level =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.level)
const BACHELOR = learned('大学本科')
const GRADUATE = learned('硕士研究生')
const COLLEGE = learned('大学专科')
const LOWER = learned('中等专科')

const mean = (people: readonly Staff[]): readonly string[] => {
  if (people.length === 0) return ['']
  const months = people.map(
    (one) => 2026 * 12 + 11 - (Number(one.birth.slice(0, 4)) * 12 + Number(one.birth.slice(5, 7))),
  )
  const [exact, whole] = [
    months.reduce((sum, one) => sum + one, 0) / 12 / people.length,
    people.reduce((sum, one) => sum + ageOf(one), 0) / people.length,
  ]
  return [
    ...new Set(
      [exact, whole].flatMap((one) => [
        one.toFixed(1),
        String(Math.round(one * 10) / 10),
        String(Math.round(one)),
        one.toFixed(2),
      ]),
    ),
  ]
}

const civil: T = of(OFFICE, CIVIL)
const levelRows: Named<Staff> = [
  ['合计', civil],
  ['乡科级正职', all(civil, level('乡科级正职'))],
  ['乡科级副职', all(civil, level('乡科级副职'))],
  ['科员', all(civil, level('科员'))],
  ['办事员', all(civil, level('办事员'))],
]
const levelColumns: Named<Staff> = [
  ['总数', everyone],
  ['女', woman],
  ['少数民族', minority],
  ['中共党员', member],
  ['30岁以下', aged(0, 30)],
  ['31至35岁', aged(31, 35)],
  ['36至40岁', aged(36, 40)],
  ['41至45岁', aged(41, 45)],
  ['46至50岁', aged(46, 50)],
  ['51至54岁', aged(51, 54)],
  ['55岁及以上', aged(55, 99)],
]
const levelColumns2: Named<Staff> = [
  ['研究生', GRADUATE],
  ['大学本科', BACHELOR],
  ['大学专科', COLLEGE],
  ['中专及以下', LOWER],
  ['硕士', (one) => one.degree === '硕士'],
  ['学士', (one) => one.degree === '学士'],
]
const levels: Form = {
  truth: {
    form: 'U03-职务层次年龄学历',
    file: 'U03-职务层次年龄学历.xlsx',
    about: '公务员（参公）：行是职务层次（首行合计），列是性别、民族、党派、年龄段、平均年龄、学历、学位',
    args: ARGS,
    cells: [
      { sheet: '公务员', cell: 'A2', expect: [TOWN], within: true },
      ...crossing(inPost, '公务员', [2, 5], levelRows, levelColumns),
      ...levelRows.map(([, test], r): CellTruth => ({
        sheet: '公务员',
        cell: `N${5 + r}`,
        expect: mean(inPost.filter(test)),
      })),
      ...crossing(inPost, '公务员', [14, 5], levelRows, levelColumns2),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '公务员',
    merges: ['A1:T1', 'A2:E2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:F3', 'G3:M3', 'N3:N4', 'O3:R3', 'S3:T3'],
    ruled: [3, 9, 20],
    rows: [
      ['公务员（含参照管理）职务层次、年龄、学历结构情况统计表', ...blank(19)],
      ['填报单位：', ...blank(16), '单位：人', null, null],
      [
        '职务层次',
        '序号',
        '总数',
        '其中',
        null,
        null,
        '年龄',
        ...blank(6),
        '平均年龄',
        '学历',
        null,
        null,
        null,
        '学位',
        null,
      ],
      [
        null,
        null,
        null,
        '女',
        '少数民族',
        '中共党员',
        ...levelColumns.slice(4).map(([name]) => name),
        null,
        ...levelColumns2.map(([name]) => name),
      ],
      ...levelRows.map(([name], at) => [name, at + 1, ...blank(18)]),
    ],
  }),
}

const gradeIs =
  (...words: readonly string[]): T =>
  (one) =>
    (one.category === FULL || one.category === PARTIAL) && words.includes(one.grade)
const gradeStarts =
  (word: string): T =>
  (one) =>
    (one.category === FULL || one.category === PARTIAL) && one.grade.startsWith(word)
const gradeRows: readonly (readonly [string | null, string, T])[] = [
  ['管理岗位', '小计', gradeStarts('管理')],
  [null, '七级', gradeIs('管理七级')],
  [null, '八级', gradeIs('管理八级')],
  [null, '九级', gradeIs('管理九级')],
  ['专业技术岗位', '小计', gradeStarts('专业技术')],
  [null, '七级', gradeIs('专业技术七级')],
  [null, '八级', gradeIs('专业技术八级')],
  [null, '九级', gradeIs('专业技术九级')],
  [null, '十级', gradeIs('专业技术十级')],
  [null, '十一级', gradeIs('专业技术十一级')],
  [null, '十二级', gradeIs('专业技术十二级')],
  ['工勤技能岗位', '小计', gradeStarts('技术工')],
  [null, '技术工三级', gradeIs('技术工三级')],
  [null, '技术工四级', gradeIs('技术工四级')],
]
const gradeColumns: Named<Staff> = [
  ['合计', everyone],
  ['女', woman],
  ['35岁及以下', aged(0, 35)],
  ['本科及以上', learned('硕士研究生', '大学本科')],
]
const grades: Form = {
  truth: {
    form: 'U04-岗位设置情况表',
    file: 'U04-岗位设置情况表.xlsx',
    about:
      '事业单位（不含参公）：行是岗位类别（合并）和等级、小计；列是核准岗位数（书里没有，留空）、实聘人数合计、女、35岁及以下、本科及以上',
    args: ARGS,
    cells: [
      ...crossing(
        inPost,
        '岗位',
        [3, 5],
        gradeRows.map(([, name, test]) => [name, test] as const),
        gradeColumns,
      ),
      ...gradeRows.map((_, r): CellTruth => ({ sheet: '岗位', cell: `C${5 + r}`, expect: [''] })),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '岗位',
    merges: ['A1:G1', 'A3:B4', 'C3:C4', 'D3:G3', 'A5:A8', 'A9:A15', 'A16:A18'],
    ruled: [3, 18, 7],
    rows: [
      ['事业单位（不含参公单位）岗位设置及聘用情况统计表', ...blank(6)],
      ['单位：个、人', ...blank(6)],
      ['岗位类别和等级', null, '核准岗位数', '实际聘用人数', null, null, null],
      [null, null, null, ...gradeColumns.map(([name]) => name)],
      ...gradeRows.map(([group, name]) => [group, name, ...blank(5)]),
    ],
  }),
}

const quotaOf = (unit: readonly string[], categories: readonly string[]) =>
  QUOTAS.filter((one) => unit.includes(one.unit) && categories.includes(one.category)).reduce(
    (sum, one) => sum + one.quota,
    0,
  )
const thereOf = (unit: readonly string[], categories: readonly string[]) =>
  inPost.filter((one) => unit.includes(one.unit) && categories.includes(one.category)).length
const overOf = (unit: readonly string[]) =>
  unit.reduce(
    (sum, one) =>
      sum +
      [OFFICE, WORKER, CIVIL, FULL, PARTIAL].reduce(
        (own, category) => own + Math.max(0, thereOf([one], [category]) - quotaOf([one], [category])),
        0,
      ),
    0,
  )
const GROUPS = [[OFFICE, WORKER, CIVIL, FULL, PARTIAL], [OFFICE], [WORKER], [CIVIL, FULL, PARTIAL]]
const fiscal: Form = {
  truth: {
    form: 'U05-财政供养人员情况表',
    file: 'U05-财政供养人员情况表.xlsx',
    about:
      '机构名已印好（有一个带括号别名）；编制数、在职人数各分小计、行政、工勤、事业；超编人数；离退休、遗属留空；首行合计',
    args: ARGS,
    cells: [units, ...units.map((unit) => [unit])].flatMap((unit, r) => [
      ...GROUPS.flatMap((categories, c) => [
        { sheet: '供养', cell: `${letter(2 + c)}${5 + r}`, expect: number(quotaOf(unit, categories)) },
        { sheet: '供养', cell: `${letter(6 + c)}${5 + r}`, expect: number(thereOf(unit, categories)) },
      ]),
      { sheet: '供养', cell: `K${5 + r}`, expect: number(overOf(unit)) },
      { sheet: '供养', cell: `L${5 + r}`, expect: [''] },
      { sheet: '供养', cell: `M${5 + r}`, expect: [''] },
    ]),
    lists: [],
  },
  bytes: drawForm({
    name: '供养',
    merges: ['A1:M1', 'A3:A4', 'B3:B4', 'C3:F3', 'G3:J3', 'K3:K4', 'L3:L4', 'M3:M4'],
    ruled: [3, 5 + units.length, 13],
    rows: [
      ['财政供养人员基本情况表', ...blank(12)],
      ['编报单位：', ...blank(11), '单位：人'],
      [
        '序号',
        '单位名称',
        '编制数',
        null,
        null,
        null,
        '在职人数',
        null,
        null,
        null,
        '超编人数',
        '离退休人数',
        '遗属人数',
      ],
      [null, null, '小计', '行政', '工勤', '事业', '小计', '行政', '工勤', '事业', null, null, null],
      [null, '合计', ...blank(11)],
      ...units.map((unit, at) => [
        at + 1,
        unit === '党政综合办公室' ? '党政综合办公室（人大办公室）' : unit,
        ...blank(11),
      ]),
    ],
  }),
}

const members = inPost.filter(member)
const partyRows: Named<Staff> = [
  ['党员总数', everyone],
  ['其中：女', woman],
  ['少数民族', minority],
  ['预备党员', (one) => one.politics === '中共预备党员'],
  ['大专及以上学历', learned('硕士研究生', '大学本科', '大学专科')],
]
const partyBands: Named<Staff> = [
  ['30岁及以下', aged(0, 30)],
  ['31—40岁', aged(31, 40)],
  ['41—50岁', aged(41, 50)],
  ['51岁及以上', aged(51, 99)],
]
const joined: Named<Staff> = [
  ['党龄10年以下', (one) => partyYears(one) >= 0 && partyYears(one) < 10],
  ['10至19年', (one) => partyYears(one) >= 10 && partyYears(one) <= 19],
  ['20至29年', (one) => partyYears(one) >= 20 && partyYears(one) <= 29],
  ['30年以上', (one) => partyYears(one) >= 30],
]
const full = members.filter((one) => one.politics === '中共党员')
const party: Form = {
  truth: {
    form: 'U06-党员基本情况',
    file: 'U06-党员基本情况.xlsx',
    about:
      '上块：党员总数、其中女、少数民族、预备、大专及以上 × 编制；下块：年龄段一行、党龄一行（横排，标签在上，数在下，只填正式党员）',
    args: ARGS,
    cells: [
      ...crossing(members, '党员', [1, 4], partyRows, [
        ['合计', everyone],
        ['行政编制', of(OFFICE)],
        ['机关工勤编制', of(WORKER)],
        ['事业编制', of(CIVIL, FULL, PARTIAL)],
      ]),
      ...crossing(
        members,
        '党员',
        [1, 12],
        [
          ['党员', everyone],
          ['其中：女', woman],
        ],
        partyBands,
      ),
      ...crossing(
        full,
        '党员',
        [1, 17],
        [
          ['正式党员', everyone],
          ['其中：女', woman],
        ],
        joined,
      ),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '党员',
    merges: ['A1:E1'],
    rows: [
      ['在职党员基本情况统计表', ...blank(4)],
      ['填报单位：', ...blank(4)],
      ['项目', '合计', '行政编制', '机关工勤编制', '事业编制'],
      ...partyRows.map(([name]) => [name, ...blank(4)]),
      blank(5),
      ['党员年龄情况', ...blank(4)],
      ['项目', ...partyBands.map(([name]) => name)],
      ['党员', ...blank(4)],
      ['其中：女', ...blank(4)],
      blank(5),
      ['正式党员党龄情况', ...blank(4)],
      ['项目', ...joined.map(([name]) => name)],
      ['正式党员', ...blank(4)],
      ['其中：女', ...blank(4)],
    ],
  }),
}

const share = (part: number, whole: number): readonly string[] => {
  if (whole === 0) return ['', '0', '0%', '0.0%', '0.00%']
  const percent = (part / whole) * 100
  return [
    ...new Set([
      percent.toFixed(1),
      percent.toFixed(2),
      String(Math.round(percent)),
      String(Math.round(percent * 10) / 10),
      String(Math.round(percent * 100) / 100),
    ]),
  ].flatMap((one) => [one, `${one}%`])
}
const womenRows: Named<Staff> = [
  ...units.map((unit): readonly [string, T] => [unit, (one) => one.unit === unit]),
  ['合计', everyone],
]
const womenColumns: Named<Staff> = [
  ['干部总数', everyone],
  ['女干部人数', woman],
]
const women2: Named<Staff> = [
  ['中共党员', all(woman, member)],
  ['35岁以下', all(woman, aged(0, 35))],
  ['大学本科以上', all(woman, learned('硕士研究生', '大学本科'))],
  ['科级', all(woman, level('乡科级正职', '乡科级副职'))],
]
const womenTable: Form = {
  truth: {
    form: 'U07-妇女干部统计',
    file: 'U07-妇女干部统计.xlsx',
    about: '机构 × 干部总数、女干部（人数、占比%、中共党员、35岁以下、大学本科以上、科级），末行合计，没有公式',
    args: ARGS,
    cells: [
      ...crossing(inPost, '妇女干部', [1, 5], womenRows, womenColumns),
      ...womenRows.map(([, test], r): CellTruth => ({
        sheet: '妇女干部',
        cell: `D${5 + r}`,
        expect: share(inPost.filter(all(test, woman)).length, inPost.filter(test).length),
      })),
      ...crossing(inPost, '妇女干部', [4, 5], womenRows, women2),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '妇女干部',
    merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:H3'],
    ruled: [3, 4 + womenRows.length, 8],
    rows: [
      ['妇女干部基本情况统计表', ...blank(7)],
      ['填报单位：', ...blank(5), '单位：人、%', null],
      ['单位', '干部总数', '女干部', ...blank(5)],
      [null, null, '人数', '占比（%）', ...women2.map(([name]) => name)],
      ...womenRows.map(([name]) => [name, ...blank(7)]),
    ],
  }),
}

const NATIONS = ['汉族', '苗族', '畲族', '回族']
const nationRows: Named<Staff> = [
  ['总计', everyone],
  ...NATIONS.map((nation): readonly [string, T] => [nation, (one) => one.nation === nation]),
  ['其他少数民族', (one) => !NATIONS.includes(one.nation)],
  ['少数民族合计', minority],
]
const nationColumns: Named<Staff> = [
  ['人数', everyone],
  ['男', man],
  ['女', woman],
  ['党员', member],
  ['行政编制', of(OFFICE)],
  ['事业编制', of(FULL, PARTIAL)],
  ['参公', of(CIVIL)],
]
const nations: Form = {
  truth: {
    form: 'U08-少数民族干部统计',
    file: 'U08-少数民族干部统计.xlsx',
    about: '行是民族（其他少数民族、少数民族合计），列是人数、性别、党员、编制（参公另列，事业不含参公）',
    args: ARGS,
    cells: crossing(inPost, '民族', [1, 4], nationRows, nationColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '民族',
    merges: ['A1:H1', 'C2:D2', 'F2:H2', 'A2:A3', 'B2:B3', 'E2:E3'],
    ruled: [2, 10, 8],
    rows: [
      ['各民族干部情况统计表（2026年）', ...blank(7)],
      ['民族', '人数', '性别', null, '党员', '编制', null, null],
      [null, null, '男', '女', null, '行政编制', '事业编制', '参公'],
      ...nationRows.map(([name]) => [name, ...blank(7)]),
    ],
  }),
}

const leaders: Form = {
  truth: {
    form: 'U12-领导职数表',
    file: 'U12-领导职数表.xlsx',
    about: '机构名已印好：领导职数核定、实配、空缺；编制核定、实有、空编分行政、事业；末行合计有公式',
    args: ARGS,
    cells: units
      .flatMap((unit, r) =>
        [
          [quotaOf([unit], [OFFICE]), 1],
          [thereOf([unit], [OFFICE]), 2],
          [Math.max(0, quotaOf([unit], [OFFICE]) - thereOf([unit], [OFFICE])), 3],
          [quotaOf([unit], [CIVIL, FULL, PARTIAL]), 4],
          [thereOf([unit], [CIVIL, FULL, PARTIAL]), 5],
          [Math.max(0, quotaOf([unit], [CIVIL, FULL, PARTIAL]) - thereOf([unit], [CIVIL, FULL, PARTIAL])), 6],
        ].map(([value = 0, c = 0]): CellTruth => ({
          sheet: '职数',
          cell: `${letter(c)}${5 + r}`,
          expect: number(value),
        })),
      )
      .concat([
        { sheet: '职数', cell: 'H5', expect: ['8'] },
        { sheet: '职数', cell: `B${5 + units.length}`, expect: [String(quotaOf(units, [OFFICE]))] },
        { sheet: '职数', cell: `E${5 + units.length}`, expect: [String(quotaOf(units, [CIVIL, FULL, PARTIAL]))] },
      ]),
    lists: [],
  },
  bytes: drawForm({
    name: '职数',
    merges: ['A1:H1', 'A3:A4', 'B3:D3', 'E3:G3', 'H3:H4'],
    ruled: [3, 5 + units.length, 8],
    rows: [
      ['机构编制和领导职数核定使用情况表', ...blank(7)],
      ['截至：      年   月   日', ...blank(7)],
      ['机构', '行政编制', null, null, '事业编制', null, null, '核定领导职数'],
      [null, '核定数', '实有数', '空编数', '核定数', '实有数', '空编数', null],
      ...units.map((unit) => [unit, ...blank(7)]),
      [
        '合  计',
        ...Array.from({ length: 7 }, (_, at) => ({
          formula: `SUM(${letter(1 + at)}5:${letter(1 + at)}${4 + units.length})`,
        })),
      ],
    ],
  }),
}

const rankRows: Named<Staff> = [
  '一级主任科员',
  '二级主任科员',
  '三级主任科员',
  '四级主任科员',
  '一级科员',
  '二级科员',
].map((rank): readonly [string, T] => [rank, (one) => one.rank === rank])
const rankColumns: Named<Staff> = [
  ['人数', everyone],
  ['男', man],
  ['女', woman],
  ['40岁以下', aged(0, 39)],
  ['40-49岁', aged(40, 49)],
  ['50岁以上', aged(50, 99)],
]
const offKinds: Named<Staff> = ['劳务派遣', '政府购买服务', '公益性岗位'].map((kind): readonly [string, T] => [
  kind,
  (one) => one.category === kind,
])
const ranks: Form = {
  truth: {
    form: 'U14-职级和编外统计97',
    file: 'U14-职级和编外统计97.xls',
    about: '.xls：一张职级 × 性别年龄（40岁以下与40-49岁相邻，不含40）；一张编外人员按用工形式 × 性别、学历',
    args: ARGS,
    cells: [
      ...crossing(inPost, '职级', [1, 4], [...rankRows, ['合计', (one) => one.rank !== '']], rankColumns),
      ...crossing(
        off,
        '编外',
        [1, 3],
        [...offKinds, ['合计', everyone]],
        [
          ['人数', everyone],
          ['男', man],
          ['女', woman],
          ['大专及以上', learned('硕士研究生', '大学本科', '大学专科')],
        ],
      ),
    ],
    lists: [],
  },
  bytes: biff(
    {
      name: '职级',
      merges: ['A1:G1'],
      rows: [
        ['公务员（含参照公务员法管理人员）职级情况统计表', ...blank(6)],
        ['填报单位：', ...blank(6)],
        ['职级', ...rankColumns.map(([name]) => name)],
        ...[...rankRows.map(([name]) => name), '合计'].map((name) => [name, ...blank(6)]),
      ],
    },
    {
      name: '编外',
      merges: ['A1:E1'],
      rows: [
        ['编外人员情况统计表', ...blank(4)],
        ['用工形式', '人数', '男', '女', '大专及以上'],
        ...[...offKinds.map(([name]) => name), '合计'].map((name) => [name, ...blank(4)]),
      ],
    },
  ),
}

export const secondCountForms: readonly Form[] = [levels, grades, fiscal, party, womenTable, nations, leaders, ranks]
