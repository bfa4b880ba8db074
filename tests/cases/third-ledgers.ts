import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* E01–E08: ledgers, pay lists, cards and numbers beside people. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function payRoll(): Case {
  const people = roster(401, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const rows: Row[] = [
    ['云溪乡2026年10月工资发放表', ...blank(10)],
    ['部门', '姓名', '身份', '身份证号', '职务', '应发工资', null, null, '扣款', null, '实发'],
    [...blank(5), '职务（岗位）工资', '级别（薪级）工资', '津补贴', '养老保险', '公积金', null],
  ]
  const merges = ['A1:K1', 'F2:H2', 'I2:J2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'K2:K3']
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    merges.push(`A${rows.length + 1}:A${rows.length + here.length}`)
    here.forEach((one, at) =>
      rows.push([
        at === 0 ? unit : null,
        one.name,
        one.category === '行政编制' ? '公务员' : '事业编',
        one.id,
        one.post,
        1830 + at * 70,
        1246 + at * 40,
        2100,
        412,
        596,
        4168 + at * 110,
      ]),
    )
    rows.push(['小计', `${here.length}人`, null, null, null, 7320, 4984, 8400, 1648, 2384, 16672])
  }
  rows.push(['合计', `${people.length}人`, null, null, null, 20130, 13706, 23100, 4532, 6556, 45848])
  rows.push(['乡长：', null, '分管领导：', null, '财务负责人：', null, null, '制表人：栾丽华'])
  return {
    truth: {
      case: 'E01-工资表',
      file: 'E01-工资表.xlsx',
      about: '工资发放表：部门纵向合并，身份写公务员、事业编，两层工资表头，小计、合计、签字行',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: '10月', rows, merges }),
  }
}

function continuedPage(): Case {
  const people = roster(402, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  return {
    truth: {
      case: 'E02-续表',
      file: 'E02-续表.xlsx',
      about: '一人的栏目分印左右两页：上半是正表，下面“续表”按同样的人写其余栏目，续表没有单位',
      people: told(people, 'sex', 'id', 'enteredOn', 'post'),
    },
    bytes: xlsx({
      name: '花名册',
      merges: ['A1:F1', 'A13:F13'],
      rows: [
        ['云溪乡机关事业单位工作人员花名册', ...blank(5)],
        ...staffSheet(people, [
          column.number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['所在单位', (one) => one.unit],
          ['编制类别', (one) => one.category],
          ['身份证号码', (one) => one.id],
        ]),
        blank(6),
        blank(6),
        ['云溪乡机关事业单位工作人员花名册（续表）', ...blank(5)],
        ...staffSheet(people, [
          column.number,
          ['姓名', (one) => one.name],
          ['入编时间', (one) => one.entered.replace('-', '.')],
          ['现任职务', (one) => one.post],
          ['联系电话', (one) => one.phone],
          ['备注', () => null],
        ]),
      ],
    }),
  }
}

function cardSheets(): Case {
  const people = roster(403, [
    ['党政综合办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 3],
  ])
  const card = (one: Person, at: number): Sheet => ({
    name: one.name,
    merges: ['A1:F1', 'B3:C3', 'E3:F3', 'B6:F6', 'B7:F7'],
    rows: [
      ['机关事业单位使用编制核准卡', ...blank(5)],
      [`编号：云编核〔2026〕${at + 11}号`, ...blank(3), '2026年11月5日', null],
      ['单位名称', one.unit, null, '编制性质', one.category, null],
      ['姓    名', one.name, '性    别', one.sex, '出生年月', one.birth.slice(0, 7).replace('-', '.')],
      ['学    历', one.education, '职    务', one.post, '入编时间', one.entered.replace('-', '.')],
      ['身份证号', one.id, ...blank(4)],
      ['编办意见', '同意使用编制。（盖章）', ...blank(4)],
    ],
  })
  return {
    truth: {
      case: 'E03-核编卡一人一表',
      file: 'E03-核编卡一人一表.xlsx',
      about: '一人一张工作表的核编卡，表名是姓名，标签里有空格，有编办意见和编号',
      people: told(people, 'sex', 'id', 'birth', 'enteredOn', 'post'),
    },
    bytes: xlsx(...people.map(card)),
  }
}

function unitLedger(): Case {
  const people = roster(404, [
    ['党政综合办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
    ['财政所', '事业编制', 3],
  ])
  const quotas = [
    { unit: '党政综合办公室', category: '行政编制', quota: 5 },
    { unit: '便民服务中心', category: '事业编制', quota: 6 },
    { unit: '财政所', category: '事业编制', quota: 3 },
  ]
  const sheet = (unit: string, at: number): Sheet => {
    const here = of(people, unit)
    const quota = quotas[at]
    return {
      name: `台账${at + 1}`,
      merges: ['A1:F1'],
      rows: [
        ['机构编制台账', ...blank(5)],
        ['机构名称', unit, null, '批准文号', '云编〔2021〕7号', null],
        ['编制类型', quota?.category ?? null, '核定编制数', quota?.quota ?? null, '实有人数', here.length],
        ['人员情况', ...blank(5)],
        ['序号', '姓名', '性别', '身份证号', '入编时间', '职务'],
        ...here.map((one, line): Row => [line + 1, one.name, one.sex, one.id, one.entered, one.post]),
      ],
    }
  }
  return {
    truth: {
      case: 'E04-编制台账一机构一页',
      file: 'E04-编制台账一机构一页.xlsx',
      about: '一机构一张台账：上面是标签式的机构名称、编制类型、核定数、实有数，下面是人员表，没有机构列和编制列',
      mustAsk: true,
      people: told(people, 'sex', 'id', 'enteredOn', 'post'),
      quotas,
    },
    bytes: xlsx(...unitsOf(people).map(sheet)),
  }
}

function quotaBeside(): Case {
  const people = roster(405, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const quotas = [
    { unit: '党政综合办公室', category: '行政编制', quota: 6 },
    { unit: '经济发展办公室', category: '行政编制', quota: 4 },
    { unit: '便民服务中心', category: '事业编制', quota: 5 },
  ]
  const rows: Row[] = [
    ['序号', '单位', '姓名', '编制类型', '身份证号', null, '机构名称', '编制类型', '核定编制数', '批准文号'],
  ]
  people.forEach((one, at) => {
    const quota = quotas[at]
    const side = quota === undefined ? blank(5) : [null, quota.unit, quota.category, quota.quota, '云编〔2021〕7号']
    rows.push([at + 1, one.unit, one.name, one.category, one.id, ...side])
  })
  return {
    truth: {
      case: 'E05-花名册旁边编制表',
      file: 'E05-花名册旁边编制表.xlsx',
      about: '左边花名册，空一列，右边是三行的机构编制表，行号相同',
      people: told(people, 'id'),
      quotas,
    },
    bytes: xlsx({ name: 'Sheet1', rows }),
  }
}

function quotaWords(): Case {
  const quotas = [
    { unit: '党政综合办公室', category: '行政编制', quota: 9 },
    { unit: '党政综合办公室', category: '机关工勤编制', quota: 1 },
    { unit: '社会事务办公室', category: '行政编制', quota: 5 },
    { unit: '便民服务中心', category: '事业编制', quota: 12 },
    { unit: '农业农村综合服务中心', category: '事业编制', quota: 7 },
  ]
  return {
    truth: {
      case: 'E06-编制数写法',
      file: 'E06-编制数写法.xlsx',
      about: '编制核定表：数写作“9名”“５”“十二”“7（含2名专技）”，没有的写“/”“无”“0”；横排类别，合计列、合计行、注',
      people: [],
      quotas,
    },
    bytes: xlsx({
      name: '核定表',
      merges: ['A1:F1', 'C3:E3', 'A3:A4', 'B3:B4', 'F3:F4'],
      rows: [
        ['附件1：云溪乡内设机构和事业单位编制核定表', ...blank(5)],
        ['（依据云编〔2021〕7号）', ...blank(5)],
        ['序号', '机构名称', '核定编制', null, null, '合计'],
        [null, null, '行政编制', '机关工勤编制', '事业编制', null],
        [1, '党政综合办公室', '9名', '1名', '/', '10名'],
        [2, '社会事务办公室', '５', '无', '/', '5'],
        [3, '便民服务中心', '—', null, '十二', '十二'],
        [4, '农业农村综合服务中心', '0', '0', '7（含2名专技）', '7'],
        ['合计', null, '14', '1', '19', '34'],
        ['注：1.行政编制含乡领导职数；2.本表截至2026年9月底。'],
      ],
    }),
  }
}

function vacantSeats(): Case {
  const people = roster(406, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const rows: Row[] = [['云溪乡人员配备表'], ['机构', '岗位', '姓名', '编制类型', '身份证号', '备注']]
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    here.forEach((one) => rows.push([one.unit, one.post, one.name, one.category, one.id, null]))
    const category = here[0]?.category ?? null
    rows.push([unit, '科员', '（空缺）', category, null, '拟2027年招录'])
    rows.push([unit, '科员', unit === '党政综合办公室' ? '空编' : '待招聘', category, null, null])
  }
  return {
    truth: {
      case: 'E07-空缺岗位',
      file: 'E07-空缺岗位.xlsx',
      about: '配备表：姓名列里“（空缺）”“空编”“待招聘”不是人',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: '配备表', rows }),
  }
}

function yesNoInQuota(): Case {
  const people = roster(407, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
    ['便民服务中心', '编外', 2, ['导办员']],
  ])
  return {
    truth: {
      case: 'E08-是否在编',
      file: 'E08-是否在编.xlsx',
      about: '“是否在编”列写是、否，编制类型只有在编的人写；两个“否”的人没有写用工形式',
      mustAsk: true,
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({
      name: '人员表',
      rows: staffSheet(people, [
        column.number,
        ['工作部门', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['是否在编', (one) => (one.category === '编外' ? '否' : '是')],
        ['编制类型', (one) => (one.category === '编外' ? null : one.category)],
        ['身份证号码', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

export const ledgerCases: readonly (() => Case)[] = [
  payRoll,
  continuedPage,
  cardSheets,
  unitLedger,
  quotaBeside,
  quotaWords,
  vacantSeats,
  yesNoInQuota,
]
