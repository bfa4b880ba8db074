import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { roster } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* E18–E24: how sheets are printed: appendix numbers, two languages, pages, two rows a person, old and new columns. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function appendixTwoLevels(): Case {
  const people = roster(421, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const rows: Row[] = [
    ['附件2', ...blank(6)],
    ['云溪乡机关事业单位在编人员基本情况表', ...blank(6)],
    ['填报单位（盖章）：云溪乡人民政府', ...blank(3), '联系人：谭素心   电话：0793-5550001', ...blank(2)],
    ['序号', '姓名', '性别', '公民身份号码', '进入本单位时间', '职务或岗位', '备注'],
    ['甲', '乙', 1, 2, 3, 4, 5],
  ]
  let number = 0
  for (const [category, head] of [
    ['行政编制', '一、行政编制（7人）'],
    ['事业编制', '二、事业编制（4人）'],
  ]) {
    rows.push([head ?? null, ...blank(6)])
    const here = people.filter((one) => one.category === category)
    unitsOf(here).forEach((unit, at) => {
      rows.push([null, `（${'一二三'[at] ?? ''}）${unit}`, ...blank(5)])
      for (const one of of(here, unit)) {
        number += 1
        rows.push([number, one.name, one.sex, one.id, one.entered.replace('-', '.'), one.post, null])
      }
    })
  }
  rows.push(
    ['说明：1.本表由单位组织人事部门填写；2.“职务或岗位”填写现任职务。'],
    ['单位负责人：池明哲', null, null, '填表人：谭素心'],
  )
  return {
    truth: {
      case: 'E18-附件两级小标题',
      file: 'E18-附件两级小标题.xlsx',
      about:
        '附件2、填报单位、联系人；表头下有“甲 乙 1 2 3”栏号行；一、行政编制（7人）→（一）党政综合办公室；末尾说明、负责人',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({ name: '附件2', rows, merges: ['A2:G2', 'A3:D3', 'A6:G6'] }),
  }
}

function twoLanguages(): Case {
  const people = roster(422, [
    ['党政综合办公室', '行政编制', 4],
    ['文化旅游服务中心', '事业编制', 4],
  ])
  return {
    truth: {
      case: 'E19-两种文字表头',
      file: 'E19-两种文字表头.xlsx',
      about: '表头中文下面一行英文（No., Name, Sex, ID Number …），标题也有英文一行',
      people: told(people, 'sex', 'id', 'birth', 'post'),
    },
    bytes: xlsx({
      name: 'Staff',
      merges: ['A1:H1', 'A2:H2'],
      rows: [
        ['云溪乡工作人员花名册', ...blank(7)],
        ['Staff List of Yunxi Township', ...blank(7)],
        ['序号', '部门', '姓名', '性别', '出生日期', '身份证号码', '编制类型', '职务'],
        ['No.', 'Department', 'Name', 'Sex', 'Date of Birth', 'ID Number', 'Type', 'Post'],
        ...people.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.sex,
          { day: one.birth, format: 'yyyy-mm-dd' },
          one.id,
          one.category,
          one.post,
        ]),
      ],
    }),
  }
}

function carriedPages(): Case {
  const people = roster(423, [
    ['党政综合办公室', '行政编制', 7],
    ['农业农村综合服务中心', '事业编制', 7],
  ])
  const head: Row = ['序号', '单位', '姓名', '编制', '身份证号码', '月工资']
  const rows: Row[] = []
  for (let page = 0; page * 5 < people.length; page += 1) {
    rows.push(
      ['云溪乡人员花名册', ...blank(4), `第${page + 1}页 共3页`],
      head,
      ...(page > 0 ? [[null, null, '承前页', null, null, 5000 * page * 5]] : []),
      ...people
        .slice(page * 5, page * 5 + 5)
        .map((one, at): Row => [
          page * 5 + at + 1,
          at === 0 || people[page * 5 + at - 1]?.unit !== one.unit ? one.unit : null,
          one.name,
          one.category,
          one.id,
          5000,
        ]),
      [null, null, page < 2 ? '过次页' : '总计', null, null, 5000 * Math.min(people.length, page * 5 + 5)],
      [],
    )
  }
  return {
    truth: {
      case: 'E20-承前页过次页',
      file: 'E20-承前页过次页.xlsx',
      about: '每页五人，页码与标题同一行，“承前页”“过次页”“总计”写在姓名列；单位只写每页每组第一行',
      people: told(people, 'id'),
    },
    bytes: xlsx({ name: '名册', rows }),
  }
}

function twoRowsAPerson(): Case {
  const people = roster(424, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 3],
  ])
  const rows: Row[] = [
    ['干部名册', ...blank(8)],
    ['序号', '姓名', '工作单位', '编制类型', '身份证号', '学习方式', '学历', '毕业院校', '现任职务'],
  ]
  const merges = ['A1:I1']
  people.forEach((one, at) => {
    const top = rows.length + 1
    for (const letters of ['A', 'B', 'C', 'D', 'E', 'I']) merges.push(`${letters}${top}:${letters}${top + 1}`)
    rows.push(
      [at + 1, one.name, one.unit, one.category, one.id, '全日制', '大学专科', '赣东师范专科学校', one.post],
      [...blank(5), '在职', at % 2 === 0 ? '大学本科' : null, at % 2 === 0 ? '省委党校' : null, null],
    )
  })
  return {
    truth: {
      case: 'E21-一人两行学历',
      file: 'E21-一人两行学历.xlsx',
      about: '每人占两行：姓名、单位等纵向合并，全日制和在职学历各一行（在职可空）',
      people: told(people, 'id', 'post').map((one, at) => ({
        ...one,
        education: at % 2 === 0 ? '大学本科' : '大学专科',
      })),
    },
    bytes: xlsx({ name: '干部名册', rows, merges }),
  }
}

function oldAndNew(): Case {
  const people = roster(425, [
    ['党政综合办公室', '行政编制', 4],
    ['综合行政执法大队', '事业编制', 4],
  ])
  return {
    truth: {
      case: 'E22-改革前后两栏',
      file: 'E22-改革前后两栏.xlsx',
      about: '机构改革前后对照：改革前（单位、编制类型、职务）、改革后（单位、编制类型、职务），取改革后',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: '对照',
      merges: ['A1:I1', 'D2:F2', 'G2:I2', 'A2:A3', 'B2:B3', 'C2:C3'],
      rows: [
        ['云溪乡机构改革人员划转对照表', ...blank(8)],
        ['序号', '姓名', '身份证号', '改革前', null, null, '改革后', null, null],
        [...blank(3), '单位', '编制类型', '职务', '单位', '编制类型', '职务'],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.id,
          at % 2 === 0 ? '经济发展办公室' : '水利工作站',
          at % 2 === 0 ? '行政编制' : '事业编制',
          '干事',
          one.unit,
          one.category,
          one.post,
        ]),
      ],
    }),
  }
}

function assessmentYears(): Case {
  const people = roster(426, [
    ['党政综合办公室', '行政编制', 4],
    ['林业工作站', '事业编制', 4],
  ])
  return {
    truth: {
      case: 'E23-年度考核列',
      file: 'E23-年度考核列.xlsx',
      about: '年度考核结果下三列 2023年、2024年、2025年（称职、优秀、未定等次）；“核定年度”不是日期；表头在第五行',
      people: told(people, 'sex', 'id', 'enteredOn'),
    },
    bytes: xlsx({
      name: '考核',
      merges: ['A3:I3', 'G4:I4', ...['A', 'B', 'C', 'D', 'E', 'F'].map((one) => `${one}4:${one}5`)],
      rows: [
        ['秘密'],
        [],
        ['云溪乡干部年度考核情况一览表', ...blank(8)],
        ['序号', '姓名', '性别', '科室', '人员类别', '身份证号', '年度考核结果', null, null, '进编时间'],
        [...blank(6), '2023年', '2024年', '2025年', null],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.sex,
          one.unit,
          one.category === '行政编制' ? '公务员' : '事业人员',
          one.id,
          '称职',
          at % 3 === 0 ? '优秀' : '称职',
          at % 4 === 0 ? '未定等次' : '称职',
          one.entered.replace('-', '年') + '月',
        ]),
      ],
    }),
  }
}

function unitLines(): Case {
  const people = roster(427, [
    ['云溪司法所', '政法专项编制', 2, ['所长', '司法助理员']],
    ['云溪中心小学', '事业编制', 4, ['校长', '教师']],
    ['云溪乡卫生院', '事业编制', 3, ['院长', '护士']],
  ])
  const columns: readonly Column[] = [
    column.number,
    ['姓 名', (one) => one.name],
    ['性 别', (one) => one.sex],
    ['编制性质', (one) => (one.category === '事业编制' ? '全额事业编制' : '政法专项编')],
    ['身份证号码', (one) => one.id],
    ['职务（岗位）', (one) => one.post],
  ]
  const rows: Row[] = []
  for (const unit of unitsOf(people)) {
    rows.push(
      ['在职在编人员花名册'],
      [`单位名称（公章）：${unit}`, ...blank(3), '填报日期：2026年10月20日'],
      ...staffSheet(of(people, unit), columns),
      ['负责人签字：', ...blank(3), '填表人签字：'],
      [],
    )
  }
  return {
    truth: {
      case: 'E24-站所学校单位名称行',
      file: 'E24-站所学校单位名称行.xlsx',
      about:
        '司法所、中心小学、卫生院各一段，机构只写在“单位名称（公章）：…”一行，标题都相同；政法专项编、全额事业编制',
      people: told(people, 'sex', 'id', 'post').map((one) => ({
        ...one,
        ...(one.category === '事业编制' ? { category: '事业编制（全额拨款）' } : {}),
      })),
    },
    bytes: xlsx({ name: '汇总', rows }),
  }
}

export const printCases: readonly (() => Case)[] = [
  appendixTwoLevels,
  twoLanguages,
  carriedPages,
  twoRowsAPerson,
  oldAndNew,
  assessmentYears,
  unitLines,
]
