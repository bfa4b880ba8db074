import { of, plainRoster, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* E09–E16: who is in the sheet and who is not: party lists, lent people, the retired, guests of programmes, relatives, other townships. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function partyList(): Case {
  const staff = roster(411, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 3],
  ])
  const villagers = roster(511, [['石门村党支部', '群众', 3, ['村民']]])
  const members = staff.filter((one) => one.party !== null)
  return {
    truth: {
      case: 'E09-党员名册',
      file: 'E09-党员名册.xlsx',
      about: '党员名册：所在党支部不是机构；机关支部的人编制本里已有，石门村支部的党员不是工作人员',
      before: ['E09-党员名册.before.xlsx'],
      mustAsk: true,
      people: told(staff, 'sex', 'id', 'post'),
    },
    bytes: xlsx({
      name: '党员名册',
      merges: ['A1:H1'],
      rows: [
        ['中共云溪乡委员会党员名册', ...blank(7)],
        ...staffSheet(
          [...members, ...villagers],
          [
            column.number,
            ['姓名', (one) => one.name],
            ['性别', (one) => one.sex],
            ['民族', (one) => one.nation],
            ['所在党支部', (one) => (one.category === '群众' ? '石门村党支部' : '机关第一党支部')],
            ['公民身份证号', (one) => one.id],
            ['入党时间', (one) => (one.party ?? '2005-07').replace('-', '.')],
            ['学历', (one) => one.education],
          ],
        ),
      ],
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

function lentPeople(): Case {
  const staff = roster(412, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const guests = roster(512, [['党政综合办公室', '行政编制', 2]])
  const [first, second] = [staff[1], staff[5]]
  if (first === undefined || second === undefined) throw new Error('too few')
  const out: readonly [Person, string][] = [
    [first, '县委组织部'],
    [second, '县农业农村局'],
  ]
  return {
    truth: {
      case: 'E10-借调情况表',
      file: 'E10-借调情况表.xlsx',
      about:
        '借调情况表分“一、借出人员”“二、借入人员”：派出单位、借用单位；编制本里已有本乡的人，借入的两人编制不在本乡',
      before: ['E10-借调情况表.before.xlsx'],
      mustAsk: true,
      people: told(staff, 'id', 'post').map((one) => ({
        ...one,
        secondedTo: out.find(([who]) => who.name === one.name)?.[1] ?? null,
      })),
      open: guests.map((one) => one.name),
    },
    bytes: xlsx({
      name: '借调',
      merges: ['A1:G1', 'A3:G3', 'A6:G6'],
      rows: [
        ['云溪乡借调人员情况表', ...blank(6)],
        ['序号', '姓名', '身份证号', '派出单位', '借用单位', '借调时间', '借调事由'],
        ['一、借出人员', ...blank(6)],
        ...out.map(([one, to], at): Row => [at + 1, one.name, one.id, `云溪乡${one.unit}`, to, '2025.03', '专项工作']),
        ['二、借入人员', ...blank(6)],
        ...guests.map((one, at): Row => [at + 1, one.name, one.id, '县水利局', one.unit, '2026.01', '防汛']),
      ],
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

function retiredSheets(): Case {
  const staff = roster(413, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
  ])
  const retired = roster(513, [['财政所', '事业编制', 3]])
  const kin = roster(613, [['财政所', '事业编制', 2]])
  return {
    truth: {
      case: 'E11-在职退休遗属',
      file: 'E11-在职退休遗属.xlsx',
      about: '三张表：在职人员、退休人员（原单位、退休时间）、遗属（与死者关系）',
      mustAsk: true,
      people: told(staff, 'id', 'post'),
      gone: [...retired, ...kin].map((one) => one.name),
    },
    bytes: xlsx(
      {
        name: '在职人员',
        rows: staffSheet(staff, [
          column.number,
          ['单位', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['编制类型', (one) => one.category],
          ['身份证号', (one) => one.id],
          ['职务', (one) => one.post],
        ]),
      },
      {
        name: '退休人员',
        rows: staffSheet(retired, [
          column.number,
          ['单位', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['编制类型', (one) => one.category],
          ['身份证号', (one) => one.id],
          ['退休时间', () => '2024.05'],
        ]),
      },
      {
        name: '遗属',
        rows: staffSheet(kin, [
          column.number,
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['与死者关系', () => '配偶'],
          ['原单位', (one) => one.unit],
          ['月补助', () => 620],
        ]),
      },
    ),
  }
}

function programmes(): Case {
  const kinds: readonly (readonly [sheet: string, category: string])[] = [
    ['公益性岗位', '公益性岗位'],
    ['劳务派遣人员', '劳务派遣'],
    ['政府购买服务', '政府购买服务'],
  ]
  const people = kinds.flatMap(([, category], at) =>
    roster(414 + at * 50, [
      ['便民服务中心', category, 2, ['导办员']],
      ['综合行政执法大队', category, 1, ['协管员']],
    ]),
  )
  return {
    truth: {
      case: 'E12-编外分表',
      file: 'E12-编外分表.xlsx',
      about: '公益性岗位、劳务派遣人员、政府购买服务各一张表，用工形式只在表名；“用工单位”是劳务公司，“服务单位”是机构',
      people: told(people, 'sex', 'id').map((one) => ({ ...one, list: 'off-quota' })),
    },
    bytes: xlsx(
      ...kinds.map(([name, category]) => ({
        name,
        rows: [
          [`云溪乡${name}名册`],
          ...staffSheet(
            people.filter((one) => one.category === category),
            [
              column.number,
              ['姓名', (one) => one.name],
              ['性别', (one) => one.sex],
              ['身份证号', (one) => one.id],
              ['服务单位', (one) => one.unit],
              ['合同期限', () => '2026.01—2026.12'],
              ['月工资', () => 2300],
            ],
          ),
        ],
      })),
    ),
  }
}

function offHeading(): Case {
  const people = roster(415, [
    ['党政综合办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 3],
    ['便民服务中心', '编外', 3, ['窗口人员']],
  ])
  const heads: Record<string, string> = {
    行政编制: '一、行政编制人员',
    事业编制: '二、事业编制人员',
    编外: '三、编外人员',
  }
  const rows: Row[] = [['云溪乡人员名单'], ['序号', '姓名', '性别', '身份证号', '所在办公室', '职务']]
  for (const [category, head] of Object.entries(heads)) {
    rows.push([`${head}（3人）`])
    people
      .filter((one) => one.category === category)
      .forEach((one, at) => rows.push([at + 1, one.name, one.sex, one.id, one.unit, one.post]))
  }
  return {
    truth: {
      case: 'E13-编外标题没有用工形式',
      file: 'E13-编外标题没有用工形式.xlsx',
      about: '编制写在小标题里，第三组“三、编外人员（3人）”没有说是哪种用工形式',
      mustAsk: true,
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({ name: '名单', rows }),
  }
}

function dutyColumn(): Case {
  const people = roster(416, [
    ['党政综合办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 4],
  ])
  const states = ['在岗', '借调县委办', '在岗', '在岗', '长期病假', '在岗', '抽调到县乡村振兴局', '在岗', '驻村']
  const lent: Record<number, string> = { 1: '县委办', 6: '县乡村振兴局' }
  return {
    truth: {
      case: 'E14-在岗情况列',
      file: 'E14-在岗情况列.xlsx',
      about: '“在岗情况”列：在岗、借调县委办、抽调到县乡村振兴局、长期病假、驻村',
      people: told(people, 'id', 'post').map((one, at) => ({ ...one, secondedTo: lent[at] ?? null })),
    },
    bytes: xlsx({
      name: '花名册',
      rows: staffSheet(people, [
        column.number,
        ['部门', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
        ['在岗情况', (_, at) => states[at] ?? null],
      ]),
    }),
  }
}

function countyFile(): Case {
  const ours = roster(417, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
  ])
  const theirs = roster(517, [['党政综合办公室', '行政编制', 4]])
  const line =
    (township: string) =>
    (one: Person, at: number): Row => [at + 1, township, one.unit, one.name, one.category, one.id, one.post]
  return {
    truth: {
      case: 'E15-全县名册',
      file: 'E15-全县名册.xlsx',
      about: '全县乡镇干部名册：第二列是乡镇，云溪乡之外还有石桥镇的人，他们不是本乡的',
      mustAsk: true,
      people: told(ours, 'id', 'post'),
    },
    bytes: xlsx({
      name: '乡镇干部',
      rows: [
        ['县乡镇干部花名册'],
        ['序号', '乡镇', '办公室', '姓名', '编制类型', '身份证号', '职务'],
        ...theirs.map(line('石桥镇')),
        ...ours.map(line('云溪乡')),
      ],
    }),
  }
}

function severalInACell(): Case {
  const people = roster(418, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 5],
  ])
  return {
    truth: {
      case: 'E16-一格几个人',
      file: 'E16-一格几个人.xlsx',
      about: '一机构一行，“负责人”一格一人，“工作人员”一格里换行或顿号写几个人，编制类型在机构后',
      mustAsk: true,
      people: told(people),
    },
    bytes: xlsx({
      name: '机构人员',
      rows: [
        ['云溪乡机构人员一览表'],
        ['序号', '机构', '编制类型', '负责人', '工作人员', '人数'],
        ...unitsOf(people).map((unit, at): Row => {
          const [first, ...rest] = of(people, unit)
          const names = rest.map((one) => one.name).join(at === 1 ? '、' : '\n')
          return [at + 1, unit, first?.category ?? null, first?.name ?? null, names, rest.length + 1]
        }),
      ],
    }),
  }
}

export const peopleCases: readonly (() => Case)[] = [
  partyList,
  lentPeople,
  retiredSheets,
  programmes,
  offHeading,
  dutyColumn,
  countyFile,
  severalInACell,
]
