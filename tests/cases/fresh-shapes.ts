import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* D18–D23: tables that do not go down a row a person, and tables that are no roster. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function columnAUnit(): Case {
  const people = roster(218, [
    ['党政综合办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 3],
    ['社会事务办公室', '行政编制', 5],
  ])
  const units = unitsOf(people)
  return {
    truth: {
      case: 'D18-一列一机构只有姓名',
      file: 'D18-一列一机构只有姓名.xlsx',
      about: '标题“行政编制人员分布”，一列一个机构，机构下面只有姓名，没有“姓名”表头',
      mustAsk: true,
      people: told(people),
    },
    bytes: xlsx({
      name: '分布',
      merges: ['A1:C1'],
      rows: [
        ['云溪乡行政编制人员分布表', ...blank(2)],
        [...units],
        ...[0, 1, 2, 3, 4].map((at): Row => units.map((unit) => of(people, unit)[at]?.name ?? null)),
      ],
    }),
  }
}

function dutyRoster(): Case {
  const people = roster(219, [['党政综合办公室', '行政编制', 9]])
  return {
    truth: {
      case: 'D19-值班表',
      file: 'D19-值班表.xlsx',
      about: '值班安排表：日期、带班领导、值班人员、电话，不是花名册，不能建人',
      mustAsk: true,
      people: [],
    },
    bytes: xlsx({
      name: '11月',
      rows: [
        ['云溪乡2026年11月值班安排表'],
        ['日期', '星期', '带班领导', '值班人员', '联系电话', '值班单位'],
        ...people.map((one, at): Row => [
          `11月${at + 1}日`,
          ['日', '一', '二', '三', '四', '五', '六'][at % 7] ?? null,
          people[(at + 1) % 9]?.name ?? null,
          `${one.name}、${people[(at + 4) % 9]?.name ?? ''}`,
          one.phone,
          '党政综合办公室',
        ]),
      ],
    }),
  }
}

function cardsTwoByTwo(): Case {
  const people = roster(220, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const card = (one: Person): readonly Row[] => [
    ['工作人员信息卡', ...blank(3)],
    ['姓名', one.name, '性别', one.sex],
    ['单位', one.unit, '职务', one.post],
    ['编制类型', one.category, '出生年月', dotted(one.birth.slice(0, 7))],
    ['身份证号', one.id, ...blank(2)],
  ]
  const rows: Row[] = []
  const merges: string[] = []
  for (let at = 0; at < people.length; at += 2) {
    const [left, right] = [people[at], people[at + 1]]
    if (left === undefined || right === undefined) continue
    const top = rows.length + 1
    merges.push(`A${top}:D${top}`, `F${top}:I${top}`, `B${top + 4}:D${top + 4}`, `G${top + 4}:I${top + 4}`)
    const other = card(right)
    card(left).forEach((row, line) => rows.push([...row, null, ...(other[line] ?? [])]))
    rows.push(blank(9))
  }
  return {
    truth: {
      case: 'D20-信息卡两列排',
      file: 'D20-信息卡两列排.xlsx',
      about: '每页四张小卡，左右两张、上下排，每张自己的标题',
      people: told(people, 'sex', 'id', 'birth', 'post'),
    },
    bytes: xlsx({ name: '信息卡', rows, merges }),
  }
}

function transposed(): Case {
  const people = roster(221, [
    ['党政综合办公室', '行政编制', 3],
    ['财政所', '事业编制', 3],
  ])
  const across = (head: string, read: (one: Person) => string): Row => [head, ...people.map(read)]
  return {
    truth: {
      case: 'D21-一列一人',
      file: 'D21-一列一人.xlsx',
      about: '行列倒过来：A 列是姓名、单位、编制类型…，一列一个人',
      mustAsk: true,
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx({
      name: '一览',
      rows: [
        ['云溪乡人员一览'],
        across('姓名', (one) => one.name),
        across('性别', (one) => one.sex),
        across('单位', (one) => one.unit),
        across('编制类型', (one) => one.category),
        across('身份证号', (one) => one.id),
        across('职务', (one) => one.post),
      ],
    }),
  }
}

function phoneBook(): Case {
  const people = roster(222, [
    ['党政综合办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 4],
  ])
  const units = unitsOf(people)
  const rows: Row[] = [
    ['云溪乡通讯录'],
    units.flatMap((unit) => [unit, null, null]),
    units.flatMap(() => ['姓名', '职务', '手机号码']),
  ]
  for (const at of [0, 1, 2, 3])
    rows.push(
      units.flatMap((unit) => [
        of(people, unit)[at]?.name ?? null,
        of(people, unit)[at]?.post ?? null,
        of(people, unit)[at]?.phone ?? null,
      ]),
    )
  return {
    truth: {
      case: 'D22-通讯录机构横排',
      file: 'D22-通讯录机构横排.xlsx',
      about: '机构横着排，每个机构三列（姓名、职务、手机号码），中间没有空列，没有写编制',
      mustAsk: true,
      people: told(people, 'post'),
    },
    bytes: xlsx({ name: '通讯录', rows, merges: ['A2:C2', 'D2:F2'] }),
  }
}

function otherPeoplesNames(): Case {
  const people = roster(223, [
    ['党政综合办公室', '行政编制', 4],
    ['文化旅游服务中心', '事业编制', 4],
  ])
  const family = roster(323, [['无', '无', 8]])
  return {
    truth: {
      case: 'D23-配偶和联系人',
      file: 'D23-配偶和联系人.xlsx',
      about: '有“配偶姓名”“配偶身份证号”“配偶工作单位”“紧急联系人”几列，还有隐藏的村干部表',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx(
      {
        name: '个人信息',
        rows: [
          ['云溪乡干部职工及家庭成员信息表'],
          ...staffSheet(people, [
            column.number,
            ['紧急联系人', (_, at) => family[at]?.name ?? null],
            ['配偶姓名', (_, at) => family[at]?.name ?? null],
            ['配偶身份证号', (_, at) => family[at]?.id ?? null],
            ['配偶工作单位', (_, at) => ['县人民医院', '云溪乡中心小学', '财政所'][at % 3] ?? null],
            ['本人姓名', (one) => one.name],
            ['本人身份证号', (one) => one.id],
            ['性别', (one) => one.sex],
            ['工作部门', (one) => one.unit],
            ['编制性质', (one) => one.category],
            ['职务', (one) => one.post],
          ]),
        ],
      },
      {
        name: '村干部',
        hidden: true,
        rows: [['姓名', '村', '职务'], ...family.slice(0, 4).map((one): Row => [one.name, '上坪村', '村支书'])],
      } satisfies Sheet,
    ),
  }
}

export const freshShapeCases: readonly (() => Case)[] = [
  columnAUnit,
  dutyRoster,
  cardsTwoByTwo,
  transposed,
  phoneBook,
  otherPeoplesNames,
]
