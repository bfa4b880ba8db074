import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* D09–D17: rows that are not plain rows of people in post. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function heldBesides(): Case {
  const people = roster(209, [
    ['乡领导班子', '行政编制', 3, ['党委书记', '党委委员、副乡长', '党委委员']],
    ['党政综合办公室', '行政编制', 3, ['副主任', '科员']],
    ['平安建设办公室', '行政编制', 3, ['副主任', '科员']],
  ])
  const line = (one: Person, unit: string, post: string): Row => [null, one.name, unit, post, one.id, one.category]
  const rows: Row[] = [['序号', '姓名', '机构', '职务', '身份证号', '编制类型', '备注']]
  for (const unit of unitsOf(people)) {
    const leader = unit === '党政综合办公室' ? people[1] : unit === '平安建设办公室' ? people[2] : undefined
    if (leader !== undefined) rows.push([...line(leader, unit, '主任（兼）'), '兼任'])
    for (const one of of(people, unit)) rows.push(line(one, unit, one.post))
  }
  return {
    truth: {
      case: 'D09-兼任另起一行',
      file: 'D09-兼任另起一行.xlsx',
      about: '领导兼任办公室主任，在办公室里另有一行“主任（兼）”，同一个身份证号；占的是班子的编制',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: '名单', rows }),
  }
}

function outsideByNature(): Case {
  const people = roster(210, [
    ['党政综合办公室', '行政编制', 3],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['便民服务中心', '事业编制', 3],
    ['便民服务中心', '公益性岗位', 1, ['导办员']],
    ['党政综合办公室', '劳务派遣', 1, ['打字员']],
    ['便民服务中心', '政府购买服务', 1, ['保洁员']],
  ])
  const words: Record<string, string> = {
    行政编制: '公务员',
    机关工勤编制: '机关工勤',
    事业编制: '事业编',
    公益性岗位: '公益性岗位',
    劳务派遣: '劳务派遣',
    政府购买服务: '政府购买服务',
  }
  return {
    truth: {
      case: 'D10-人员性质含编外',
      file: 'D10-人员性质含编外.xlsx',
      about: '一张表，“人员性质”列写公务员、机关工勤、事业编、公益性岗位、劳务派遣、政府购买服务',
      people: [
        ...told(
          people.filter((one) => one.category.endsWith('编制')),
          'sex',
          'id',
          'post',
        ),
        ...told(
          people.filter((one) => !one.category.endsWith('编制')),
          'post',
        ).map((one) => ({ ...one, list: 'off-quota' })),
      ],
    },
    bytes: xlsx({
      name: '全员名册',
      rows: [
        ['云溪乡全体工作人员名册'],
        ...staffSheet(people, [
          column.number,
          ['部门', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['人员性质', (one) => words[one.category] ?? one.category],
          ['岗位（职务）', (one) => one.post],
          ['身份证号', (one) => one.id],
        ]),
      ],
    }),
  }
}

function leaversBelow(): Case {
  const people = roster(211, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const left = roster(311, [
    ['党政综合办公室', '行政编制', 2],
    ['财政所', '事业编制', 2],
  ])
  const head = ['序号', '姓名', '单位', '编制类型', '身份证号', '职务']
  const line = (one: Person, at: number): Row => [at + 1, one.name, one.unit, one.category, one.id, one.post]
  return {
    truth: {
      case: 'D11-末尾退休和调出',
      file: 'D11-末尾退休和调出.xlsx',
      about: '同一表末尾另有“退休人员”“已调出人员”两个小标题，列相同，没有再写表头',
      mustAsk: true,
      people: told(people, 'id', 'post'),
      gone: left.map((one) => one.name),
    },
    bytes: xlsx({
      name: '花名册',
      merges: ['A1:F1'],
      rows: [
        ['云溪乡人员花名册'],
        head,
        ['一、在职人员'],
        ...people.map(line),
        ['二、退休人员'],
        ...left.slice(0, 2).map(line),
        ['三、已调出人员'],
        ...left.slice(2).map(line),
      ],
    }),
  }
}

function marksAndFooters(): Case {
  const people = roster(212, [
    ['党政综合办公室', '行政编制', 5],
    ['社会事务办公室', '行政编制', 4],
    ['林业工作站', '事业编制', 4],
  ])
  const marks = ['″', '"', '同上', null, '〃']
  const rows: Row[] = [
    ['云溪乡人员名单'],
    ['填报单位（盖章）：云溪乡人民政府', ...blank(4), '填报日期：2026年9月30日'],
    ['编号', '科室', '姓名', '人员编制', '身份证号码', '任现职时间'],
  ]
  unitsOf(people).forEach((unit) => {
    const here = of(people, unit)
    here.forEach((one, at) =>
      rows.push([
        at + 1,
        at === 0 ? unit : (marks[at % 5] ?? null),
        one.name,
        at === 0 ? one.category : (marks[(at + 2) % 5] ?? null),
        one.id,
        null,
      ]),
    )
    rows.push(['小计', null, `${here.length}`, null, null, null])
  })
  rows.push(
    ['总计', null, `${people.length}`],
    [],
    ['备注：1.党政综合办公室宓守信、栾若兰二人已于2025年退休，不再列入。'],
    ['　　　2.林业工作站厉启明借用至今未归，另表填报。'],
    ['主要领导：符明哲', null, '审核人：景学礼', null, '填表人：詹素心', '联系电话：13900001234'],
  )
  return {
    truth: {
      case: 'D12-同上空白小计落款混写',
      file: 'D12-同上空白小计落款混写.xlsx',
      about: '单位、编制写“″”“"”“同上”“〃”或空着；小计总计写在编号列、人数写在姓名列；注里有人名；落款有人名和电话',
      people: told(people, 'id'),
    },
    bytes: xlsx({ name: '名单', rows }),
  }
}

function oddIdNumbers(): Case {
  const people = roster(213, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const written = (one: Person, at: number) => {
    if (at === 2) return `${one.id.slice(0, 6)}${one.id.slice(8, 17)}`
    if (at === 5) return `${one.id.slice(0, 17)}${one.id.endsWith('5') ? '6' : '5'}`
    return one.id.toLowerCase()
  }
  return {
    truth: {
      case: 'D13-十五位和错号',
      file: 'D13-十五位和错号.xlsx',
      about: '身份证号小写 x；一个是十五位，一个校验码不对：要问',
      mustAsk: true,
      people: told(
        people.filter((_, at) => at !== 2 && at !== 5),
        'sex',
        'id',
      ),
      open: people.filter((_, at) => at === 2 || at === 5).map((one) => one.name),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        column.number,
        ['单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['编制', (one) => one.category],
        ['身份证号', written],
      ]),
    }),
  }
}

function wholeAndParts(): Case {
  const people = roster(214, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const whole = staffSheet(people, [
    column.number,
    ['单位', (one) => one.unit],
    ['姓名', (one) => one.name],
    ['性别', (one) => one.sex],
    ['身份证号', (one) => one.id],
    ['编制类型', (one) => one.category],
  ])
  return {
    truth: {
      case: 'D14-总表又分表',
      file: 'D14-总表又分表.xlsx',
      about: '第一张“全乡”列全部人，后面一机构一张再列一遍，多职务和入编时间：每人只算一次',
      people: told(people, 'sex', 'id', 'post', 'enteredOn'),
    },
    bytes: xlsx(
      { name: '全乡', rows: [['云溪乡全体在编人员'], ...whole] },
      ...unitsOf(people).map((unit) => ({
        name: unit,
        rows: staffSheet(of(people, unit), [
          column.number,
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['编制类型', (one) => one.category],
          ['职务', (one) => one.post],
          ['入编时间', (one) => dotted(one.entered)],
        ]),
      })),
    ),
  }
}

function partsDisagree(): Case {
  const people = roster(215, [
    ['党政综合办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 4],
  ])
  const moved = people[3]
  const sheet = (unit: string, here: readonly Person[]) => ({
    name: unit,
    rows: staffSheet(here, [
      column.number,
      ['姓名', (one) => one.name],
      ['身份证号', (one) => one.id],
      ['编制', (one) => one.category],
    ]),
  })
  return {
    truth: {
      case: 'D15-同一人在两个机构',
      file: 'D15-同一人在两个机构.xlsx',
      about: '同一个人（同一身份证号）在两个机构的表里都有，没有写兼任：要问',
      mustAsk: true,
      people: told(
        people.filter((one) => one !== moved),
        'id',
      ),
      open: moved === undefined ? [] : [moved.name],
    },
    bytes: xlsx(
      sheet('党政综合办公室', of(people, '党政综合办公室')),
      sheet('平安建设办公室', [...of(people, '平安建设办公室'), ...(moved === undefined ? [] : [moved])]),
    ),
  }
}

function emptyUnitsOnTop(): Case {
  const people = roster(216, [
    ['党政综合办公室', '行政编制', 2],
    ['平安建设办公室', '行政编制', 3],
    ['财政所', '事业编制', 3],
  ])
  return {
    truth: {
      case: 'D16-开头几行没有机构',
      file: 'D16-开头几行没有机构.xlsx',
      about: '开头两人的机构空着，下面的机构每处只写一次',
      mustAsk: true,
      people: told(people.slice(2), 'id'),
      open: people.slice(0, 2).map((one) => one.name),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        ['单位', (one, at) => (at < 2 || people[at - 1]?.unit === one.unit ? null : one.unit)],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['身份证号', (one) => one.id],
      ]),
    }),
  }
}

function workBeforeBirth(): Case {
  const people = roster(217, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const wrongAt = 3
  const other = inventedId('362201', '1990-05-06', '男', 1)
  return {
    truth: {
      case: 'D17-日期互相矛盾',
      file: 'D17-日期互相矛盾.xlsx',
      about: '一人参加工作早于出生，一人出生年月和身份证号不符：要问',
      mustAsk: true,
      people: told(
        people.filter((_, at) => at !== wrongAt && at !== 6),
        'id',
        'birth',
      ),
      open: people.filter((_, at) => at === wrongAt || at === 6).map((one) => one.name),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        column.number,
        ['姓名', (one) => one.name],
        ['所在单位', (one) => one.unit],
        ['编制类别', (one) => one.category],
        ['身份证号', (one, at) => (at === 6 ? other : one.id)],
        ['出生年月', (one) => dotted(one.birth.slice(0, 7))],
        ['参加工作时间', (one, at) => (at === wrongAt ? '1958.07' : dotted(one.work))],
      ]),
    }),
  }
}

export const freshRowCases: readonly (() => Case)[] = [
  heldBesides,
  outsideByNature,
  leaversBelow,
  marksAndFooters,
  oddIdNumbers,
  wholeAndParts,
  partsDisagree,
  emptyUnitsOnTop,
  workBeforeBirth,
]
