import { dotted, PLAIN_KEYS, plainRoster, quotaBook, told, type Case } from './kit/case.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, webPage, xlsx, type Row, type Sheet, type WebCell } from './kit/write-files.ts'

/* C25–C30: partial lists, several months, quotas across, cards, and units nobody knows. */

const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)

function phones(): Case {
  const people = roster(125, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 2],
    ['财政所', '事业编制', 3],
  ])
  const members = people.filter((one) => one.party !== null)
  return {
    truth: {
      case: 'C25-补电话和入党时间',
      file: 'C25-补电话和入党时间.xlsx',
      about: '册里已有这些人；这张通讯录只有姓名、部门、电话、入党时间：只补不改，空的不抹',
      before: ['C25-花名册.xlsx'],
      people: told(people, ...PLAIN_KEYS),
      personFiles: members.map((one) => ({ name: one.name, partyJoined: one.party ?? '' })),
    },
    beforeBytes: [plainRoster(people)],
    bytes: xlsx({
      name: '通讯录',
      merges: ['A1:E1'],
      rows: [
        ['云溪乡干部通讯录', ...blank(4)],
        ['序号', '姓名', '所在部门', '手机号码', '入党时间'],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.unit,
          one.phone,
          one.party === null ? null : dotted(one.party),
        ]),
      ],
    }),
  }
}

function partialUpdate(): Case {
  const before = roster(126, [
    ['乡领导班子', '行政编制', 3, ['党委书记', '副乡长', '人大主席']],
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 3],
  ])
  const moved: Readonly<Record<number, string>> = { 1: '党委副书记', 4: '主任', 7: '副站长' }
  const people = before.map((one, at) => ({
    ...one,
    post: moved[at] ?? one.post,
    politics: at === 4 ? '中共党员' : one.politics,
  }))
  const changed = people.filter((_, at) => moved[at] !== undefined)
  const rows: readonly (readonly WebCell[])[] = [
    [{ text: '干部职务变动情况表', columns: 5 }],
    ['序号', '姓名', '身份证号', '现任职务', '政治面貌'].map((text) => ({ text })),
    ...changed.map((one, at): readonly WebCell[] =>
      [String(at + 1), one.name, one.id, one.post, one === people[4] ? one.politics : ''].map((text) => ({ text })),
    ),
    [{ text: '制表日期：2026年11月18日', columns: 5 }],
  ]
  return {
    truth: {
      case: 'C26-只改职务',
      file: 'C26-只改职务.xls',
      about: '册里已有全部人；UTF-8 网页只列三个人的身份证号、新职务，政治面貌只填一人，空着的不抹',
      before: ['C26-花名册.xlsx'],
      people: told(people, ...PLAIN_KEYS),
    },
    beforeBytes: [plainRoster(before)],
    bytes: Buffer.from(webPage('utf-8', '', rows)),
  }
}

function severalMonths(): Case {
  const first = roster(127, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const joined = roster(927, [['党政综合办公室', '行政编制', 1, ['科员']]])
  const last = [...first.filter((_, at) => at !== 2), ...joined].map((one) =>
    one.name === first[3]?.name ? { ...one, post: '副主任' } : one,
  )
  const sheet = (name: string, people: readonly Person[]): Sheet => ({
    name,
    rows: [
      [`云溪乡在编人员月报（2026年${name}）`],
      ['序号', '机构', '姓名', '性别', '身份证号', '编制类型', '职务'],
      ...people.map((one, at): Row => [at + 1, one.unit, one.name, one.sex, one.id, one.category, one.post]),
    ],
  })
  return {
    truth: {
      case: 'C27-一册几个月',
      file: 'C27-一册几个月.xls',
      about: '一个文件里 8 月、9 月、10 月三张月报，其间一人走一人来：要问取哪个月，不可三个月并成一册',
      mustAsk: true,
      people: told(last, 'sex', 'id', 'post'),
    },
    bytes: biff(sheet('8月', first), sheet('9月', first), sheet('10月', last)),
  }
}

function quotasAcross(): Case {
  const columns = ['行政编制', '机关工勤编制', '事业编制（参公）', '事业编制（全额拨款）']
  const table: readonly (readonly [string, ...(number | null)[]])[] = [
    ['乡领导班子', 9, null, null, null],
    ['党政综合办公室', 6, 2, null, null],
    ['经济发展办公室', 3, null, null, null],
    ['便民服务中心', null, null, null, 7],
    ['综合行政执法大队', null, null, 5, null],
    ['农业农村综合服务中心', null, null, null, 11],
  ]
  const quotas = table.flatMap(([unit, ...numbers]) =>
    numbers.flatMap((quota, at) => (quota === null ? [] : [{ unit, category: columns[at] ?? '', quota }])),
  )
  const sum = (rows: typeof table): readonly (number | null)[] =>
    columns.flatMap((_, at) => {
      const total = rows.reduce((all, [, ...numbers]) => all + (numbers[at] ?? 0), 0)
      return [total, Math.max(0, total - 1)]
    })
  const line = ([unit, ...numbers]: (typeof table)[number], at: number): Row => [
    at + 1,
    unit,
    '云编办〔2019〕12号',
    ...numbers.flatMap((one) => [one, one === null ? null : one - 1]),
  ]
  return {
    truth: {
      case: 'C28-编制横排',
      file: 'C28-编制横排.xlsx',
      about: '编制核定情况表：编制类型横排，每类核定数、实有数两列；机关小计、事业小计、合计不是机构；没有人员',
      people: [],
      quotas,
    },
    bytes: xlsx({
      name: '核定情况',
      merges: ['A1:K1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:G3', 'H3:I3', 'J3:K3'],
      rows: [
        ['云溪乡机构编制核定情况表', ...blank(10)],
        ['单位：名', ...blank(10)],
        [
          '序号',
          '机构名称',
          '批准文号',
          '行政编制',
          null,
          '机关工勤编制',
          null,
          '参公事业编制',
          null,
          '全额拨款事业编制',
          null,
        ],
        [null, null, null, ...columns.flatMap(() => ['核定数', '实有数'])],
        ...table.slice(0, 3).map(line),
        [null, '机关小计', null, ...sum(table.slice(0, 3))],
        ...table.slice(3).map((row, at) => line(row, at + 3)),
        [null, '事业单位小计', null, ...sum(table.slice(3))],
        [null, '合计', null, ...sum(table)],
        ['注：实有数截至2026年10月31日。', ...blank(10)],
      ],
    }),
  }
}

function cards(): Case {
  const people = roster(129, [
    ['党政综合办公室', '行政编制', 3],
    ['水利工作站', '事业编制', 3],
  ])
  const merges: string[] = []
  const rows: Row[] = []
  for (const one of people) {
    const top = rows.length + 1
    merges.push(`A${top}:F${top}`, `B${top + 2}:D${top + 2}`)
    rows.push(
      ['干部职工信息卡', ...blank(5)],
      ['姓名', one.name, '性别', one.sex, '出生年月', dotted(one.birth.slice(0, 7))],
      ['身份证号', one.id, null, null, '民族', one.nation],
      ['工作单位', one.unit, '职务', one.post, '编制类型', one.category],
      ['学历', one.education, '政治面貌', one.politics, '入编时间', dotted(one.entered)],
      ['备注', ...blank(5)],
      blank(6),
    )
  }
  return {
    truth: {
      case: 'C29-一人一卡',
      file: 'C29-一人一卡.xlsx',
      about: '每人一张小卡片，上下排列，标签在左、内容在右，六人',
      people: told(people, 'sex', 'birth', 'id', 'post', 'education', 'politicalStatus', 'enteredOn'),
    },
    bytes: xlsx({ name: '信息卡', rows, merges }),
  }
}

function unknownUnits(): Case {
  const people = roster(130, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 5],
  ])
  const odd: Readonly<Record<number, string | null>> = { 2: null, 5: '待定', 7: '—' }
  return {
    truth: {
      case: 'C30-没有单位的人',
      file: 'C30-没有单位的人.xlsx',
      about: '每行都写单位，唯独三人的单位空着、写“待定”、写“—”：要问或逐行拒绝，不可沿用上一行或新立“待定”',
      before: ['C30-机构编制.xlsx'],
      mustAsk: true,
      people: told(
        people.filter((_, at) => !(at in odd)),
        'sex',
        'id',
        'post',
      ),
    },
    beforeBytes: [
      quotaBook([
        { unit: '党政综合办公室', category: '行政编制', quota: 5 },
        { unit: '财政所', category: '事业编制', quota: 5 },
      ]),
    ],
    bytes: xlsx({
      name: '花名册',
      rows: [
        ['序号', '单位', '姓名', '性别', '身份证号', '编制类型', '职务'],
        ...people.map((one, at): Row => [
          at + 1,
          at in odd ? (odd[at] ?? null) : one.unit,
          one.name,
          one.sex,
          one.id,
          one.category,
          one.post,
        ]),
      ],
    }),
  }
}

export const partialCases: readonly (() => Case)[] = [
  phones,
  partialUpdate,
  severalMonths,
  quotasAcross,
  cards,
  unknownUnits,
]
