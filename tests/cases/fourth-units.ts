import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* H01–H08: where office and 编制 stand: stations with heads of their own, parts of a document, heads over halves, ticks, legends, pages. */

const dotted = (month: string) => month.replace('-', '.')

/** Three stations, each sheet with other columns in another order; the office in the title or the label line alone. */
function stationSheets(): Case {
  const people = roster(801, [
    ['农业技术推广站', '事业编制（全额拨款）', 4, ['站长', '农艺师', '技术员']],
    ['水利水保站', '事业编制（差额补贴）', 3, ['站长', '水管员']],
    ['司法所', '政法专项编制', 2, ['所长', '司法助理员']],
  ])
  const [farm, water, law] = unitsOf(people).map((unit) => of(people, unit))
  const foot: Row = ['站长签字：', null, null, '经办人：谭怀远', null, '2026年11月12日']
  return {
    truth: {
      case: 'H01-站所各写各的',
      file: 'H01-站所各写各的.xlsx',
      about:
        '一站所一张表，各有各的列名和次序：农技站标题写“（全额事业编制）”，水管站“填报站所：…　经费形式：差额”，司法所有“用编形式”列',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx(
      {
        name: '农技站',
        merges: ['A1:F1'],
        rows: [
          ['农业技术推广站在编人员名单（全额事业编制）', ...blank(5)],
          ...staffSheet(farm ?? [], [
            column.number,
            ['人员姓名', (one) => one.name],
            ['身份证件号', (one) => one.id],
            ['岗位', (one) => one.post],
            ['参加工作年月', (one) => dotted(one.work)],
            ['手机', (one) => one.phone],
          ]),
          foot,
        ],
      },
      {
        name: '水管站',
        merges: ['A1:F1', 'A2:F2'],
        rows: [
          ['在编人员情况统计', ...blank(5)],
          ['填报站所：水利水保站　　编制性质：差额拨款事业编制　　　填报人：贡立诚', ...blank(5)],
          ...staffSheet(water ?? [], [
            ['身份证号', (one) => one.id],
            ['职务', (one) => one.post],
            ['姓名', (one) => one.name],
            ['性别', (one) => one.sex],
            ['文化程度', (one) => one.education],
            ['备注', () => null],
          ]),
        ],
      },
      {
        name: '司法所',
        rows: staffSheet(law ?? [], [
          ['所在站所', (one) => one.unit],
          ['姓 名', (one) => one.name],
          ['用编形式', () => '政法专项编制'],
          ['公民身份证号码', (one) => one.id],
          ['现任职务', (one) => one.post],
        ]),
      },
    ),
  }
}

/** Parts of a document: 第一部分, then numbered offices with their numbers, subtotals of each. */
function documentParts(): Case {
  const people = roster(802, [
    ['党政综合办公室', '行政编制', 4],
    ['平安法治办公室', '行政编制', 3],
    ['便民服务中心', '事业编制（全额拨款）', 4],
    ['文化旅游服务中心', '事业编制（全额拨款）', 3],
  ])
  const rows: Row[] = [['云溪乡机关事业单位人员编制台账（2026年三季度）', ...blank(6)]]
  rows.push(['序号', '姓名', '性别', '公民身份号码', '现任职务', '入编年月', '备注'])
  const parts: readonly (readonly [head: string, category: string, tail: string])[] = [
    ['第一部分　乡机关（行政编制）', '行政编制', '机关小计'],
    ['第二部分　乡属事业单位（全额拨款事业编制）', '事业编制（全额拨款）', '事业小计'],
  ]
  let number = 0
  for (const [head, category, tail] of parts) {
    const all = people.filter((one) => one.category === category)
    rows.push([head, ...blank(6)])
    unitsOf(all).forEach((unit, at) => {
      const here = of(all, unit)
      rows.push([`${at + 1}．${unit}　编制${here.length + 1}　实有${here.length}　空编1`, ...blank(6)])
      for (const one of here) {
        number += 1
        rows.push([number, one.name, one.sex, one.id, one.post, dotted(one.entered), null])
      }
      rows.push([null, '本单位小计', `${here.length}人`, ...blank(4)])
    })
    rows.push([null, tail, `${all.length}人`, ...blank(4)])
  }
  rows.push([null, '总　计', `${people.length}人`, ...blank(4)], ['分管领导：', null, '组织委员：', null, '填表人：'])
  return {
    truth: {
      case: 'H02-第一部分第二部分',
      file: 'H02-第一部分第二部分.xlsx',
      about:
        '“第一部分　乡机关（行政编制）”下“1．党政综合办公室　编制5　实有4　空编1”，都没有合并；小计、总计、签字在里面',
      people: told(people, 'sex', 'id', 'enteredOn', 'post'),
    },
    bytes: xlsx({ name: '台账', rows, merges: ['A1:G1'] }),
  }
}

/** Two halves of unequal length, 编制 in the merged head over each half. */
function headedHalves(): Case {
  const people = roster(803, [
    ['党政办公室', '行政编制', 3],
    ['经济发展办公室', '行政编制', 3],
    ['财政所', '事业编制', 4],
    ['林业站', '事业编制', 4],
  ])
  const left = people.filter((one) => one.category === '行政编制')
  const right = people.filter((one) => one.category !== '行政编制')
  const half = (list: readonly Person[], at: number): Row => {
    const one = list[at]
    return one === undefined ? blank(5) : [at + 1, one.name, one.unit, one.id, one.post]
  }
  return {
    truth: {
      case: 'H03-左行政右事业',
      file: 'H03-左行政右事业.xlsx',
      about: '左右两栏，上面合并的大表头“行政编制人员”“事业编制人员”各管一半，两半人数不同，末行各写合计',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: 'Sheet1',
      merges: ['A1:K1', 'A2:E2', 'G2:K2'],
      rows: [
        ['云溪乡干部职工一览表', ...blank(10)],
        ['行政编制人员', ...blank(5), '事业编制人员', ...blank(4)],
        ['序号', '姓名', '部门', '身份证号', '职务', null, '序号', '姓名', '站所', '身份证号', '职务（岗位）'],
        ...right.map((_, at): Row => [...half(left, at), null, ...half(right, at)]),
        ['合计', `${left.length}人`, ...blank(4), '合计', `${right.length}人`],
      ],
    }),
  }
}

/** A head of three rows: 用编情况 › 编制性质, 入编 › 时间, 文号; 现任职务及层次 › 职务, 层次. */
function threeLevels(): Case {
  const people = roster(804, [
    ['党建工作办公室', '行政编制', 4],
    ['农业农村综合服务中心', '事业编制', 5],
  ])
  return {
    truth: {
      case: 'H04-用编情况三层表头',
      file: 'H04-用编情况三层表头.xlsx',
      about:
        '三层表头，下面还有一行栏号：用编情况下编制性质、用编形式、入编（时间、文号），现任职务及层次下职务、层次、时间；“用编形式”是招录、调入',
      people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'post'),
    },
    bytes: xlsx({
      name: '实名制',
      merges: [
        'A1:N1',
        'A2:A4',
        'B2:F2',
        'G2:J2',
        'K2:M2',
        'N2:N4',
        ...['B', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'L', 'M'].map((one) => `${one}3:${one}4`),
        'I3:J3',
      ],
      rows: [
        ['云溪乡机构编制实名制管理台账', ...blank(13)],
        ['序号', '人员基本情况', ...blank(4), '用编情况', ...blank(3), '现任职务及层次', null, null, '备\n注'],
        [
          null,
          '所在内设机构（站所）',
          '姓名',
          '性别',
          '身份证件号',
          '出生\n年月',
          '编制性质',
          '用编形式',
          '入编',
          null,
          '职务',
          '层次',
          '任职时间',
          null,
        ],
        [...blank(8), '时间', '文号', ...blank(4)],
        ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑪', '⑫', '⑬', '⑭'],
        ...people.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.sex,
          one.id,
          dotted(one.birth.slice(0, 7)),
          one.category,
          at % 2 === 0 ? '公开招录' : '调入',
          dotted(one.entered),
          `云编〔${one.entered.slice(0, 4)}〕${at + 3}号`,
          one.post,
          one.category === '行政编制' ? '科员' : null,
          '2022.03',
          null,
        ]),
      ],
    }),
  }
}

/** Signs before names, explained in a legend; a note and a second list below. */
function legends(): Case {
  const people = roster(805, [
    ['党政综合办公室', '行政编制', 5],
    ['综合行政执法大队', '事业编制（参公）', 4],
  ])
  const [office, squad] = unitsOf(people).map((unit) => of(people, unit))
  const sign = ['★', '', '☆', '*', '']
  const columns: readonly Column[] = [
    column.number,
    ['姓名', (one, at) => `${sign[at % 5] ?? ''}${one.name}`],
    ['编制性质', (one) => (one.category === '行政编制' ? '行政' : '参公')],
    ['身份证号', (one) => one.id],
    ['职务', (one) => one.post],
  ]
  return {
    truth: {
      case: 'H05-姓名前有记号',
      file: 'H05-姓名前有记号.xlsx',
      about:
        '上下两块，各有标题“（一）党政综合办公室（5人）”；姓名前★☆*，说明写在两块之间：“★为中层正职，☆为中共预备党员，*为2026年新进”',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: '名单',
      rows: [
        ['云溪乡在编人员名单'],
        [`（一）党政综合办公室（${office?.length ?? 0}人）`],
        ...staffSheet(office ?? [], columns),
        ['说明：★为中层正职，☆为中共预备党员，*为2026年新进人员。'],
        [],
        [`（二）综合行政执法大队（${squad?.length ?? 0}人）`],
        ...staffSheet(squad ?? [], columns),
        ['注：参公人员5名编制，空1名，已报县委编办；联系人谭素心。'],
      ],
    }),
  }
}

/** Printed pages: every page with its head again, the columns of the second page in another order, signatures between. */
function pagesInOtherOrder(): Case {
  const people = roster(806, [
    ['党政综合办公室', '行政编制', 6],
    ['社会事务办公室', '行政编制', 5],
  ])
  const first: readonly Column[] = [
    ['编号', (_, at) => `A${String(at + 1).padStart(3, '0')}`],
    ['姓名', (one) => one.name],
    ['所属部门', (one) => one.unit],
    ['编制', () => '行政编制'],
    ['身份证', (one) => one.id],
    ['职务', (one) => one.post],
  ]
  const second = [first[0], first[2], first[1], first[5], first[4], first[3]].filter((one) => one !== undefined)
  const page = (list: readonly Person[], columns: readonly Column[], at: number): readonly Row[] => [
    ['人 事 档 案 花 名 册', ...blank(4), `第 ${at} 页`],
    ...staffSheet(list, columns),
    ['本页合计', `${list.length}人`, ...blank(4)],
    ['审核：栾守信', null, '复核：池明哲', null, '制表：谭素心', null],
    [],
  ]
  return {
    truth: {
      case: 'H06-两页列序不同',
      file: 'H06-两页列序不同.xlsx',
      about: '打印分页：第二页的列序与第一页不同；每页有合计和签字行；编号是 A001',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: '花名册', rows: [...page(people.slice(0, 6), first, 1), ...page(people.slice(6), second, 2)] }),
  }
}

/** 编制 across the top: a tick in the column that is meant. */
function tickedCategory(): Case {
  const people = roster(807, [
    ['党政综合办公室', '行政编制', 3],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['综合行政执法大队', '事业编制（参公）', 3],
    ['农业农村综合服务中心', '事业编制（全额拨款）', 3],
    ['农业农村综合服务中心', '事业编制（差额补贴）', 2],
  ])
  const across = ['行政编制', '机关工勤编制', '事业编制（参公）', '事业编制（全额拨款）', '事业编制（差额补贴）']
  return {
    truth: {
      case: 'H07-编制打勾',
      file: 'H07-编制打勾.xlsx',
      about: '编制类别横排（行政、工勤、参公、全额、差额），每人在自己那一列打“√”；末行合计是数字',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: '编制情况',
      merges: ['A1:J1', 'E2:I2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'J2:J3'],
      rows: [
        ['云溪乡工作人员编制情况明细表', ...blank(9)],
        ['序号', '单位', '姓名', '身份证号码', '编制类别', ...blank(4), '现任职务'],
        [...blank(4), '行政', '工勤', '参公', '事业（全额）', '事业（差额）', null],
        ...people.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.id,
          ...across.map((each) => (each === one.category ? '√' : null)),
          one.post,
        ]),
        ['合计', null, `${people.length}人`, null, 3, 1, 3, 3, 2, null],
      ],
    }),
  }
}

/** Four cards a sheet, two by two, the cells of a label merged wide. */
function cardsFourAPage(): Case {
  const people = roster(808, [
    ['社会保障服务所', '事业编制', 5],
    ['党群工作办公室', '行政编制', 3],
  ])
  const card = (one: Person | undefined): readonly Row[] =>
    one === undefined
      ? Array.from({ length: 6 }, () => blank(5))
      : [
          ['干部信息卡', ...blank(4)],
          ['姓　　名', one.name, '性　　别', one.sex, '照\n片'],
          ['出生年月', dotted(one.birth.slice(0, 7)), '编制性质', one.category, null],
          ['所在站所', one.unit, '现任职务', one.post, null],
          ['身份证件号码', one.id, ...blank(3)],
          ['进编时间', dotted(one.entered), '学　　历', one.education, null],
        ]
  const sheet = (list: readonly Person[], at: number): Sheet => {
    const rows: Row[] = []
    const merges: string[] = []
    for (const pair of [list.slice(0, 2), list.slice(2, 4)]) {
      const [left, right] = [card(pair[0]), card(pair[1])]
      const top = rows.length
      left.forEach((row, line) => rows.push([...row, null, ...(right[line] ?? [])]))
      for (const [who, from, to, value] of [
        [pair[0], 'A', 'E', 'B'],
        [pair[1], 'G', 'K', 'H'],
      ] as const)
        if (who !== undefined)
          merges.push(
            `${from}${top + 1}:${to}${top + 1}`,
            `${to}${top + 2}:${to}${top + 4}`,
            `${value}${top + 5}:${to}${top + 5}`,
          )
      rows.push([])
    }
    return { name: `第${at + 1}页`, rows, merges }
  }
  return {
    truth: {
      case: 'H08-一页四张卡',
      file: 'H08-一页四张卡.xlsx',
      about: '干部信息卡，一页四张、两两并排，标签“姓　　名”“所在站所”“身份证件号码”，有照片格；第二页四张',
      people: told(people, 'sex', 'id', 'birth', 'enteredOn', 'post', 'education'),
    },
    bytes: xlsx(sheet(people.slice(0, 4), 0), sheet(people.slice(4), 1)),
  }
}

export const fourthUnitCases: readonly (() => Case)[] = [
  stationSheets,
  documentParts,
  headedHalves,
  threeLevels,
  legends,
  pagesInOtherOrder,
  tickedCategory,
  cardsFourAPage,
]
