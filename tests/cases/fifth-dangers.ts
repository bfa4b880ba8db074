import { plainRoster, PLAIN_KEYS, told, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, xlsx, type Row } from './kit/write-files.ts'

/* J09–J18: what must never come in quietly, and tables of numbers turned round. */

const number = column.number
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])

/** The retired on the second sheet, known by their heads alone. */
function retiredByHeads(): Case {
  const staff = staffOf(861)
  const retired = roster(961, [['便民服务中心', '事业编制', 3]])
  return {
    truth: {
      case: 'J09-第二张是退下来的人',
      file: 'J09-第二张是退下来的人.xls',
      about: 'Sheet1 在职，Sheet2 没有标题，列名退休前单位、退休前职务、退休年月、养老金：都已退休',
      mustAsk: true,
      says: [],
      people: told(staff, 'id', 'post'),
      gone: retired.map((one) => one.name),
    },
    bytes: biff(
      {
        name: 'Sheet1',
        rows: staffSheet(staff, [
          number,
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['单位', (one) => one.unit],
          ['编制', (one) => one.category],
          ['职务', (one) => one.post],
        ]),
      },
      {
        name: 'Sheet2',
        rows: staffSheet(retired, [
          number,
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['退休前单位', (one) => one.unit],
          ['编制', (one) => one.category],
          ['退休前职务', (one) => one.post],
          ['退休年月', () => '2022.11'],
          ['养老金', () => 4870],
        ]),
      },
    ),
  }
}

/** Widows and the dead: a list of allowances. */
function allowances(): Case {
  const people = roster(862, [['党政综合办公室', '行政编制', 4]])
  return {
    truth: {
      case: 'J10-遗属生活补助',
      file: 'J10-遗属生活补助.xlsx',
      about: '遗属生活困难补助花名册：遗属姓名、身份证号、与死者关系、死者姓名、死者生前单位、死亡时间、补助标准',
      mustAsk: true,
      says: [],
      people: [],
    },
    bytes: xlsx({
      name: '补助',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡遗属生活困难补助花名册', ...blank(7)],
        ...staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['与死者关系', () => '配偶'],
          ['死者姓名', () => '幸守业'],
          ['死者生前单位', (one) => one.unit],
          ['死亡时间', () => '2019.05'],
          ['补助标准', () => 650],
        ]),
      ],
    }),
  }
}

/** Two digits of a number changed places; the roster tells everything else as the book does. */
function swappedDigits(): Case {
  const staff = staffOf(863)
  const typed = (one: Person, at: number): Person => {
    if (at !== 6) return one
    const digits = Array.from(one.id)
    const [left, right] = [digits[14], digits[13]]
    digits[13] = left ?? '0'
    digits[14] = right ?? '0'
    return { ...one, id: digits.join('') }
  }
  return {
    truth: {
      case: 'J11-身份证号两位对调',
      file: 'J11-身份证号两位对调.xlsx',
      about: '新的花名册里一人身份证号两位对调，校验不过；编制本里的号码是对的',
      before: ['J11-身份证号两位对调.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({
      name: '花名册',
      rows: staffSheet(staff.map(typed), [
        number,
        ['单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['编制类型', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** A number that is whole and right, yet another than the book's: two people, or a mistake? */
function anotherWholeNumber(): Case {
  const staff = staffOf(864)
  const other = roster(964, [['便民服务中心', '事业编制', 1]])[0]
  const typed = (one: Person, at: number): Person => (at === 8 && other !== undefined ? { ...one, id: other.id } : one)
  return {
    truth: {
      case: 'J12-姓名单位相同号码不同',
      file: 'J12-姓名单位相同号码不同.xlsx',
      about: '姓名、单位、编制都与编制本相同，身份证号是另一个合格的号码（出生日期也不同）：是另一人还是写错，要问',
      before: ['J12-姓名单位相同号码不同.before.xlsx'],
      mustAsk: true,
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({
      name: '花名册',
      rows: staffSheet(staff.map(typed), [
        number,
        ['单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制类型', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** One row of head: 联系户身份证号 is not the cadre's. */
function householdsFlat(): Case {
  const staff = staffOf(865)
  const poor = roster(965, [['上坪村', '村', 11, ['村民']]])
  return {
    truth: {
      case: 'J13-联户名单一层表头',
      file: 'J13-联户名单一层表头.xlsx',
      about: '干部姓名、单位、编制、联系户户主、联系户身份证号、联系户电话：号码和电话都是群众的',
      before: ['J13-联户名单一层表头.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({
      name: '联户',
      rows: staffSheet(staff, [
        number,
        ['干部姓名', (one) => one.name],
        ['单位', (one) => one.unit],
        ['编制', (one) => one.category],
        ['联系户户主', (_, at) => poor[at]?.name ?? null],
        ['联系户身份证号', (_, at) => poor[at]?.id ?? null],
        ['联系户电话', (_, at) => poor[at]?.phone ?? null],
      ]),
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** Merged heads: 职工, 子女; the number stands under 子女. */
function childrenNumbers(): Case {
  const staff = staffOf(866)
  const children = roster(966, [['学生', '学生', 11, ['学生']]])
  return {
    truth: {
      case: 'J14-职工子女登记',
      file: 'J14-职工子女登记.xlsx',
      about: '职工（姓名、部门、编制）、子女（姓名、性别、身份证号、学校）两组表头：性别和身份证号是子女的',
      before: ['J14-职工子女登记.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({
      name: '子女',
      merges: ['A1:H1', 'A2:A3', 'B2:D2', 'E2:H2'],
      rows: [
        ['云溪乡干部职工子女情况登记表', ...blank(7)],
        ['序号', '职工', null, null, '子女', null, null, null],
        [null, '姓名', '部门', '编制', '姓名', '性别', '身份证号', '就读学校'],
        ...staff.map((one, at): Row => [
          at + 1,
          one.name,
          one.unit,
          one.category,
          children[at]?.name ?? null,
          children[at]?.sex ?? null,
          children[at]?.id ?? null,
          '云溪中心小学',
        ]),
      ],
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** People of county offices beside ours, with their 编制. */
function trainingList(): Case {
  const ours = staffOf(867)
  const theirs = roster(967, [
    ['县财政局', '行政编制', 2],
    ['石桥镇人民政府', '行政编制', 2],
  ])
  return {
    truth: {
      case: 'J15-培训报名有外单位',
      file: 'J15-培训报名有外单位.xlsx',
      about: '培训报名汇总：工作单位写县财政局、石桥镇人民政府和本乡机构，都有编制性质和身份证号；外单位的人不是本乡的',
      mustAsk: true,
      says: [],
      people: told(ours, 'id', 'post'),
    },
    bytes: xlsx({
      name: '报名',
      rows: staffSheet(
        [...theirs, ...ours],
        [
          number,
          ['姓名', (one) => one.name],
          ['工作单位', (one) => one.unit],
          ['编制性质', (one) => one.category],
          ['职务', (one) => one.post],
          ['身份证号', (one) => one.id],
          ['是否住宿', () => '否'],
        ],
      ),
    }),
  }
}

/** Where somebody is, in a column of its own, in other words. */
function whereaboutsColumn(): Case {
  const people = staffOf(868)
  const states: Readonly<Record<number, string>> = {
    1: '借出至县纪委',
    4: '抽调（县乡村振兴局）',
    7: '借用在县信访局',
    9: '病假',
  }
  const lent: Readonly<Record<number, string>> = { 1: '县纪委', 4: '县乡村振兴局', 7: '县信访局' }
  return {
    truth: {
      case: 'J16-在岗状态写去向',
      file: 'J16-在岗状态写去向.xlsx',
      about: '“在岗状态”：在岗、借出至县纪委、抽调（县乡村振兴局）、借用在县信访局、病假',
      people: told(people, 'id', 'post').map((one, at) => ({ ...one, secondedTo: lent[at] ?? null })),
    },
    bytes: xlsx({
      name: '名册',
      rows: staffSheet(people, [
        number,
        ['机构', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
        ['在岗状态', (_, at) => states[at] ?? '在岗'],
      ]),
    }),
  }
}

/** Offices across, categories down, with subtotals and the document in the title. */
function turnedQuotas(): Case {
  const quotas: readonly ToldQuota[] = [
    { unit: '党政综合办公室', category: '行政编制', quota: 9 },
    { unit: '党政综合办公室', category: '机关工勤编制', quota: 1 },
    { unit: '平安建设办公室', category: '行政编制', quota: 5 },
    { unit: '综合行政执法队', category: '事业编制（参公）', quota: 6 },
    { unit: '便民服务中心', category: '事业编制（全额拨款）', quota: 8 },
  ]
  const units = [...new Set(quotas.map((one) => one.unit))]
  const of = (kinds: readonly string[]) =>
    units.map((unit) => {
      const sum = quotas
        .filter((one) => one.unit === unit && kinds.includes(one.category))
        .reduce((all, one) => all + one.quota, 0)
      return sum === 0 ? '—' : sum
    })
  return {
    truth: {
      case: 'J17-核定表横过来',
      file: 'J17-核定表横过来.xlsx',
      about: '两列行头（大类、小类纵向合并），机构横排；机关小计、事业小计、总计；文号在标题括号里',
      people: [],
      quotas,
    },
    bytes: xlsx({
      name: '核定',
      merges: ['A1:G1', 'A2:B2', 'A3:A5', 'A6:A8', 'A9:B9'],
      rows: [
        ['云溪乡机构编制核定表（云编〔2024〕15号）', ...blank(6)],
        ['编制类别', null, ...units, '合计'],
        ['机关', '行政编制', ...of(['行政编制']), 14],
        [null, '工勤编制', ...of(['机关工勤编制']), 1],
        [null, '小计', ...of(['行政编制', '机关工勤编制']), 15],
        ['事业', '参公事业编制', ...of(['事业编制（参公）']), 6],
        [null, '全额事业编制', ...of(['事业编制（全额拨款）']), 8],
        [null, '小计', ...of(['事业编制（参公）', '事业编制（全额拨款）']), 14],
        ['总计', null, 10, 5, 6, 8, 29],
      ],
    }),
  }
}

/** Numbers of people in post by office and 编制: nothing is approved here. */
function presentNumbers(): Case {
  return {
    truth: {
      case: 'J18-实有人数汇总',
      file: 'J18-实有人数汇总.xlsx',
      about: '在职在编人员汇总表（人数）：机构 × 行政编制、事业编制、其中女、党员，批准文号列也有；只是人数',
      mustAsk: true,
      says: [],
      people: [],
      quotas: [],
    },
    bytes: xlsx({
      name: '汇总',
      merges: ['A1:G1'],
      rows: [
        ['云溪乡在职在编人员人数汇总表', ...blank(6)],
        ['单位：人', ...blank(6)],
        ['机构', '行政编制人数', '事业编制人数', '合计人数', '其中：女', '其中：党员', '备注'],
        ['党政综合办公室', 6, 0, 6, 2, 5, null],
        ['便民服务中心', 0, 7, 7, 4, 3, null],
        ['合计', 6, 7, 13, 6, 8, null],
      ],
    }),
  }
}

export const fifthDangerCases: readonly (() => Case)[] = [
  retiredByHeads,
  allowances,
  swappedDigits,
  anotherWholeNumber,
  householdsFlat,
  childrenNumbers,
  trainingList,
  whereaboutsColumn,
  turnedQuotas,
  presentNumbers,
]
