import { of, plainRoster, PLAIN_KEYS, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, xlsx, type Row, type Value } from './kit/write-files.ts'

/* H27–H34: lists that only complete people the book knows, and lists that name others beside them. */

const dotted = (month: string) => month.replace('-', '.')
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])

/** Phones in three columns of names under short names of offices, and village cadres at the end. */
function phoneBook(): Case {
  const staff = staffOf(831)
  const villagers = roster(931, [['石门村', '村', 3, ['村支部书记', '村主任', '村会计']]])
  const rows: Row[] = [
    ['云溪乡通讯录（2026年10月）', ...blank(8)],
    Array.from({ length: 3 }, () => ['姓名', '职务', '手机']).flat(),
  ]
  const three = (list: readonly Person[]) => {
    for (let at = 0; at < list.length; at += 3)
      rows.push(
        [0, 1, 2].flatMap((place): Value[] => {
          const one = list[at + place]
          return one === undefined ? [null, null, null] : [one.name, one.post, one.phone]
        }),
      )
  }
  const short: Readonly<Record<string, string>> = {
    党政综合办公室: '党政办',
    经济发展办公室: '经发办',
    便民服务中心: '便民中心',
  }
  for (const unit of unitsOf(staff)) {
    rows.push([short[unit] ?? unit, ...blank(8)])
    three(of(staff, unit))
  }
  rows.push(['石门村', ...blank(8)])
  three(villagers)
  return {
    truth: {
      case: 'H27-通讯录三人一行带村干部',
      file: 'H27-通讯录三人一行带村干部.xlsx',
      about: '通讯录三人一行，没有身份证号和编制，机构用简称作小标题，末尾“石门村”三名村干部；编制本里已有本乡的人',
      before: ['H27-通讯录三人一行带村干部.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({ name: '通讯录', rows, merges: ['A1:I1'] }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** All members are known by their ID number: the branch is no office. */
function partyDates(): Case {
  const staff = staffOf(832)
  const members = staff.filter((one) => one.party !== null)
  return {
    truth: {
      case: 'H28-党员名册补入党时间',
      file: 'H28-党员名册补入党时间.xls',
      about: '机关党支部党员名册：公民身份证号、入党年月、转正年月、所在党小组，没有机构和编制；人都在编制本里',
      before: ['H28-党员名册补入党时间.before.xlsx'],
      people: told(staff, 'id', 'sex', 'education', 'enteredOn', 'post'),
      personFiles: members.map((one) => ({ name: one.name, partyJoined: one.party ?? '' })),
    },
    bytes: biff({
      name: '党员',
      merges: ['A1:G1'],
      rows: [
        ['中共云溪乡机关支部委员会党员名册', ...blank(6)],
        ...staffSheet(members, [
          column.number,
          ['党员姓名', (one) => one.name],
          ['公民身份证号', (one) => one.id],
          ['入党年月', (one) => dotted(one.party ?? '')],
          ['转正年月', (one) => dotted(`${Number((one.party ?? '').slice(0, 4)) + 1}${(one.party ?? '').slice(4)}`)],
          ['所在党小组', (_, at) => `第${at % 2 === 0 ? '一' : '二'}党小组`],
          ['党费标准（元/月）', () => 36],
        ]),
        ['支部书记：', null, null, '组织委员：', null, null, null],
      ],
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** Pay of two months, a sheet each; names and short office names only; somebody of October is missing in September. */
function payMonths(): Case {
  const staff = staffOf(833)
  const month = (name: string, list: readonly Person[]) => ({
    name,
    merges: ['A1:H1'],
    rows: [
      [`云溪乡2026年${name}工资发放明细`, ...blank(7)],
      ...staffSheet(list, [
        column.number,
        ['姓名', (one) => one.name],
        ['职务工资', (_, at) => 1600 + at * 30],
        ['级别工资', (_, at) => 1900 + at * 20],
        ['乡镇工作补贴', () => 400],
        ['应发合计', (_, at) => 3900 + at * 50],
        ['代扣医保', () => 86],
        ['实发', (_, at) => 3814 + at * 50],
      ]),
      ['合计', `${list.length}人`, ...blank(6)],
      ['乡长：', null, null, '审核：', null, null, '造表：', null],
    ],
  })
  return {
    truth: {
      case: 'H29-两个月工资只有姓名',
      file: 'H29-两个月工资只有姓名.xlsx',
      about: '9月、10月各一张工资表，只有姓名和金额，9月少一人；人都在编制本里，没有一项是编制本要收的',
      before: ['H29-两个月工资只有姓名.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx(month('9月', staff.slice(1)), month('10月', staff)),
    beforeBytes: [plainRoster(staff)],
  }
}

/** The year's assessment: names, offices, grades; a name of another office stands among them. */
function assessment(): Case {
  const staff = staffOf(834)
  const rows: Row[] = [
    ['2025年度机关事业单位工作人员考核结果汇总表', ...blank(6)],
    ['单位：云溪乡人民政府', ...blank(6)],
    ['序号', '姓名', '所在科室', '参加考核人员类别', '考核等次', '连续优秀年数', '备注'],
    ...staff.map((one, at): Row => [
      at + 1,
      one.name,
      one.unit,
      one.category === '行政编制' ? '公务员' : '事业人员',
      at % 4 === 0 ? '优秀' : one.category === '行政编制' ? '称职' : '合格',
      at % 4 === 0 ? 2 : null,
      at % 4 === 0 ? '嘉奖' : null,
    ]),
    ['优秀3人，占比27.3%；未参加考核0人。', ...blank(6)],
  ]
  return {
    truth: {
      case: 'H30-年度考核汇总',
      file: 'H30-年度考核汇总.xlsx',
      about: '年度考核结果汇总表：姓名、所在科室、人员类别、等次，没有身份证号；人都在编制本里，等次不是职务也不是备注',
      before: ['H30-年度考核汇总.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({ name: '考核', rows, merges: ['A1:G1', 'A2:G2'] }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** One number of the book with a digit changed: its check digit fails. */
function mistypedNumber(): Case {
  const staff = staffOf(835)
  const typed = (one: Person, at: number): Person =>
    at === 2 ? { ...one, id: `${one.id.slice(0, 14)}${(Number(one.id[14]) + 9) % 10}${one.id.slice(15)}` } : one
  return {
    truth: {
      case: 'H31-身份证号打错一位',
      file: 'H31-身份证号打错一位.xlsx',
      about: '补参加工作时间的表，一人的身份证号错了一位（末位校验不过），编制本里的是对的：不能换成错的',
      before: ['H31-身份证号打错一位.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, 'id', 'enteredOn'),
    },
    bytes: xlsx({
      name: '参加工作时间',
      rows: staffSheet(staff.map(typed), [
        column.number,
        ['姓名', (one) => one.name],
        ['单位', (one) => one.unit],
        ['编制性质', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['参加工作时间', (one) => dotted(one.work)],
      ]),
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** The number of somebody in the book under another name. */
function otherName(): Case {
  const staff = staffOf(841)
  const typed = (one: Person, at: number): Person =>
    at === 4 ? { ...one, name: `${one.name.slice(0, 1)}小${one.name.slice(2)}` } : one
  return {
    truth: {
      case: 'H43-身份证号相同姓名不同',
      file: 'H43-身份证号相同姓名不同.xlsx',
      about: '花名册里一人的身份证号与编制本里的人相同，姓名差一个字：不能另添一人，也不能不说就改名',
      before: ['H43-身份证号相同姓名不同.before.xlsx'],
      mustAsk: true,
      people: told(staff, 'id', 'post'),
    },
    bytes: xlsx({
      name: '名册',
      rows: staffSheet(staff.map(typed), [
        column.number,
        ['姓名', (one) => one.name],
        ['单位', (one) => one.unit],
        ['编制性质', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['参加工作时间', (one) => dotted(one.work)],
      ]),
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** Cadres and the households they help: the second name and number of a row are villagers'. */
function helpPairs(): Case {
  const staff = staffOf(836)
  const poor = roster(936, [['石门村', '村', 11, ['村民']]])
  return {
    truth: {
      case: 'H32-结对帮扶名单',
      file: 'H32-结对帮扶名单.xlsx',
      about: '结对帮扶表：帮扶干部（姓名、单位、电话）和帮扶对象（户主姓名、身份证号码、家庭人口）；身份证号是户主的',
      before: ['H32-结对帮扶名单.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: xlsx({
      name: '帮扶',
      merges: ['A1:I1', 'A2:A3', 'B2:E2', 'F2:H2', 'I2:I3'],
      rows: [
        ['云溪乡干部结对帮扶一览表', ...blank(8)],
        ['序号', '帮扶对象', ...blank(3), '帮扶干部', null, null, '帮扶措施'],
        [null, '户主姓名', '身份证号码', '所在村组', '家庭人口', '姓名', '单位', '联系电话', null],
        ...staff.map((one, at): Row => [
          at + 1,
          poor[at]?.name ?? null,
          poor[at]?.id ?? null,
          '石门村三组',
          3 + (at % 3),
          one.name,
          one.unit,
          one.phone,
          '产业帮扶',
        ]),
      ],
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

/** Retired people alone. */
function retiredOnly(): Case {
  const retired = roster(837, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
  ])
  return {
    truth: {
      case: 'H33-退休人员花名册',
      file: 'H33-退休人员花名册.xlsx',
      about: '只有退休人员：原单位、原编制性质、退休时间、退休时职务、月退休费、健康状况',
      mustAsk: true,
      says: [],
      people: [],
      gone: retired.map((one) => one.name),
    },
    bytes: xlsx({
      name: 'Sheet1',
      merges: ['A1:I1'],
      rows: [
        ['云溪乡机关事业单位退休人员花名册', ...blank(8)],
        ...staffSheet(retired, [
          column.number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['原单位', (one) => one.unit],
          ['原编制性质', (one) => one.category],
          ['退休时职务', (one) => one.post],
          ['退休时间', () => '2023.04'],
          ['月退休费', () => 5120],
        ]),
      ],
    }),
  }
}

/** Changes of a quarter: people who came, who left, who moved, each a block of its own. */
function quarterChanges(): Case {
  const staff = staffOf(838)
  const newcomers = roster(938, [['便民服务中心', '事业编制', 2, ['管理岗九级']]])
  const [left, moved] = [staff[2], staff[5]]
  if (left === undefined || moved === undefined) throw new Error('too few')
  const heads = ['序号', '姓名', '身份证号', '单位', '编制类型', '职务', '时间', '去向（来源）']
  const line = (one: Person, at: number, unit: string, where: string): Row => [
    at + 1,
    one.name,
    one.id,
    unit,
    one.category,
    one.post,
    '2026.08',
    where,
  ]
  return {
    truth: {
      case: 'H34-季度人员增减变动',
      file: 'H34-季度人员增减变动.xlsx',
      about:
        '三季度人员变动：一、新增（公开招聘两人）；二、减少（调出一人）；三、内部调整（一人从经济发展办公室到党政综合办公室）',
      before: ['H34-季度人员增减变动.before.xlsx'],
      mustAsk: true,
      says: [],
      people: [
        ...told(staff, 'id')
          .filter((one) => one.name !== left.name)
          .map((one) => (one.name === moved.name ? { ...one, unit: '党政综合办公室' } : one)),
        ...told(newcomers, 'id'),
      ],
      // An import lets nobody leave: that is an event with its paper.
      open: [left.name],
    },
    bytes: xlsx({
      name: '变动',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡2026年三季度人员增减变动情况表', ...blank(7)],
        heads,
        ['一、新增人员'],
        ...newcomers.map((one, at) => line(one, at, one.unit, '公开招聘')),
        ['二、减少人员'],
        line(left, 0, left.unit, '调往县民政局'),
        ['三、内部调整'],
        line(moved, 0, '党政综合办公室', '由经济发展办公室调入'),
      ],
    }),
    beforeBytes: [plainRoster(staff)],
  }
}

export const fourthPartialCases: readonly (() => Case)[] = [
  phoneBook,
  partyDates,
  payMonths,
  assessment,
  mistypedNumber,
  otherName,
  helpPairs,
  retiredOnly,
  quarterChanges,
]
