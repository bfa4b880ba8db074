import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* D01–D08: where the unit and the 编制 stand. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

const BASIC: readonly Column[] = [
  column.number,
  ['姓名', (one) => one.name],
  ['性别', (one) => one.sex],
  ['身份证号码', (one) => one.id],
  ['编制类型', (one) => one.category],
  ['职务', (one) => one.post],
]

function twoRostersOneSheet(): Case {
  const people = roster(201, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
    ['农业农村综合服务中心', '事业编制', 3],
  ])
  const rows: Row[] = []
  for (const unit of unitsOf(people))
    rows.push(
      [`云溪乡${unit}人员花名册`],
      ['填报时间：2026年10月'],
      ...staffSheet(of(people, unit), BASIC),
      [],
      ['审核人：宓守信', null, null, '填表人：栾若兰'],
      [],
      [],
    )
  return {
    truth: {
      case: 'D01-一张表几份花名册',
      file: 'D01-一张表几份花名册.xlsx',
      about: '同一工作表上下三份花名册，每份有自己的标题、填报时间、表头和落款；机构只在标题里',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({ name: 'Sheet1', rows }),
  }
}

function unitInBookTitle(): Case {
  const people = roster(202, [['便民服务中心', '事业编制', 9]])
  return {
    truth: {
      case: 'D02-标题写机构和编制',
      file: 'D02-标题写机构和编制.xlsx',
      about: '机构和编制只写在大标题“云溪乡便民服务中心事业编制人员花名册”里；姓名列写“职工姓名”，职务列写“岗位名称”',
      people: told(people, 'sex', 'id', 'birth', 'post'),
    },
    bytes: xlsx({
      name: 'Sheet1',
      merges: ['A1:G1', 'A2:G2'],
      rows: [
        ['云溪乡便民服务中心事业编制人员花名册'],
        ['（2026年11月）'],
        ...staffSheet(people, [
          column.number,
          ['职工姓名', (one) => one.name],
          ['性 别', (one) => one.sex],
          ['出生日期', (one) => one.birth],
          ['公民身份号码', (one) => one.id],
          ['岗位名称', (one) => one.post],
          ['备注', () => null],
        ]),
      ],
    }),
  }
}

function categorySheetUnitSection(): Case {
  const people = roster(203, [
    ['党政综合办公室', '行政编制', 3],
    ['平安建设办公室', '行政编制', 3],
    ['财政所', '事业编制', 3],
    ['党政综合办公室', '机关工勤编制', 2, ['驾驶员']],
    ['文化旅游服务中心', '事业编制', 2],
  ])
  const sheet = (name: string, category: string): Sheet => {
    const here = people.filter((one) => one.category === category)
    const rows: Row[] = [[`云溪乡${name}名册`], ['序号', '干部姓名', '性别', '身份证号', '现任职务']]
    for (const unit of unitsOf(here)) {
      rows.push([null, `▲${unit}`])
      of(here, unit).forEach((one, at) => rows.push([at + 1, one.name, one.sex, one.id, one.post]))
    }
    rows.push([null, `共计${here.length}人`])
    return { name, rows }
  }
  return {
    truth: {
      case: 'D03-表名写编制小标题写机构',
      file: 'D03-表名写编制小标题写机构.xlsx',
      about: '公务员、事业人员、机关工人各一张表，表里“▲机构”写在姓名列；“共计N人”',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx(sheet('公务员', '行政编制'), sheet('事业人员', '事业编制'), sheet('机关工勤人员', '机关工勤编制')),
  }
}

function unitLast(): Case {
  const people = roster(204, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['林业工作站', '事业编制', 4],
  ])
  const before = ['县教育局', '县水利局', '石桥镇人民政府', '县农业农村局']
  return {
    truth: {
      case: 'D04-机构在末列还有原单位',
      file: 'D04-机构在末列还有原单位.xlsx',
      about:
        '列的次序颠倒，机构“现所在站办所”在最后；另有“原工作单位”“联系村”“分管部门”三列不是机构；两行表头里隐藏一列',
      people: told(people, 'sex', 'id', 'enteredOn', 'post'),
    },
    bytes: xlsx({
      name: '人员信息',
      merges: ['A1:B1', 'C1:E1', 'F1:K1'],
      hiddenColumns: [9],
      rows: [
        ['证件', null, '编制', null, null, '个人', ...blank(5)],
        [
          '证件号码',
          '联系村',
          '人员编制',
          '入编年月',
          '原工作单位',
          '姓名',
          '性别',
          '分管部门',
          '职务',
          '手机',
          '现所在站办所',
        ],
        ...people.map((one, at): Row => [
          one.id,
          ['上坪村', '下坪村', '石门村'][at % 3] ?? null,
          one.category,
          dotted(one.entered),
          before[at % 4] ?? null,
          one.name,
          one.sex,
          at % 4 === 0 ? '财政所' : null,
          one.post,
          one.phone,
          one.unit,
        ]),
      ],
    }),
  }
}

function shortAndFull(): Case {
  const people = roster(205, [
    ['党政综合办公室', '行政编制', 4],
    ['综合行政执法大队', '事业编制', 4],
    ['村镇规划建设服务中心', '事业编制', 3],
  ])
  const short: Record<string, string> = {
    党政综合办公室: '党政办',
    综合行政执法大队: '执法大队',
    村镇规划建设服务中心: '村建中心',
  }
  return {
    truth: {
      case: 'D05-简称全称和职务岗位',
      file: 'D05-简称全称和职务岗位.xlsx',
      about: '“单位（简称）”“单位（全称）”两列，取全称；“职务”（多空着）和“岗位”两列都有',
      people: told(people, 'id'),
    },
    bytes: xlsx({
      name: '花名册',
      rows: [
        ['云溪乡机关事业单位人员情况一览表'],
        ...staffSheet(people, [
          column.number,
          ['单位（简称）', (one) => short[one.unit] ?? one.unit],
          ['单位（全称）', (one) => one.unit],
          ['人员', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['编制\n类别', (one) => one.category],
          ['职务', (one, at) => (at % 3 === 0 ? one.post : null)],
          ['岗位', (one) => (one.category === '事业编制' ? '专业技术岗位' : null)],
        ]),
      ],
    }),
  }
}

function numbersDisagree(): Case {
  const people = roster(206, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['财政所', '事业编制', 4],
  ])
  const says: Record<string, string> = {
    党政综合办公室: '行政编制5名，实有4名',
    社会事务办公室: '行政编制4名，实有5名',
    财政所: '事业编制4名，实有4名',
  }
  const rows: Row[] = [['云溪乡人员编制明细']]
  for (const unit of unitsOf(people))
    rows.push(
      [`（${['一', '二', '三'][unitsOf(people).indexOf(unit)] ?? ''}）${unit}：${says[unit] ?? ''}`],
      ...staffSheet(of(people, unit), [
        column.number,
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号', (one) => one.id],
      ]),
    )
  return {
    truth: {
      case: 'D06-小标题的数对不上',
      file: 'D06-小标题的数对不上.xlsx',
      about: '小标题“（二）社会事务办公室：行政编制4名，实有5名”，下面只有三人；表头每个机构重复一次',
      mustAsk: true,
      people: told(people, 'sex', 'id'),
    },
    bytes: xlsx({ name: '明细', rows }),
  }
}

function sectionsInUnitColumn(): Case {
  const people = roster(207, [
    ['乡领导班子', '行政编制', 3, ['党委书记', '乡长', '副乡长']],
    ['党政综合办公室', '行政编制', 4],
    ['水利工作站', '事业编制', 3],
  ])
  const level = (one: Person) =>
    one.unit === '乡领导班子' ? '一、科级领导' : one.category === '行政编制' ? '二、一般干部' : '三、事业干部'
  const rows: Row[] = [['云溪乡干部花名册'], ['序号', '姓名', '所在部门', '编制', '性别', '身份证号', '职务']]
  people.forEach((one, at) => {
    const above = people[at - 1]
    if (above === undefined || level(above) !== level(one)) rows.push([level(one)])
    rows.push([at + 1, one.name, one.unit, one.category, one.sex, one.id, one.post])
  })
  return {
    truth: {
      case: 'D07-小标题是职级不是机构',
      file: 'D07-小标题是职级不是机构.xlsx',
      about: '有机构列，小标题“一、科级领导”“二、一般干部”“三、事业干部”不是机构',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({ name: '花名册', rows }),
  }
}

function levelSectionsOnly(): Case {
  const people = roster(208, [['财政所', '事业编制', 6]])
  const rows: Row[] = [['序号', '姓名', '性别', '身份证号', '岗位']]
  people.forEach((one, at) => {
    if (at === 0) rows.push(['管理人员'])
    if (at === 2) rows.push(['专业技术人员'])
    rows.push([at + 1, one.name, one.sex, one.id, one.post])
  })
  return {
    truth: {
      case: 'D08-表名机构小标题岗位',
      file: 'D08-表名机构小标题岗位.xlsx',
      about: '表名“财政所”，小标题“管理人员”“专业技术人员”不是机构，没有写编制',
      mustAsk: true,
      people: told(people, 'sex', 'id'),
    },
    bytes: xlsx({ name: '财政所', rows }),
  }
}

export const freshUnitCases: readonly (() => Case)[] = [
  twoRostersOneSheet,
  unitInBookTitle,
  categorySheetUnitSection,
  unitLast,
  shortAndFull,
  numbersDisagree,
  sectionsInUnitColumn,
  levelSectionsOnly,
]
