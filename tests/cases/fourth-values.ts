import { plainRoster, quotaBook, told, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { xlsx, type Row, type Value } from './kit/write-files.ts'

/* H09–H18: how values are written, and who of a mixed list stands where. */

const dotted = (month: string) => month.replace('-', '.')

/** Signs for "the same": of the office, of the 编制 across offices, of the education. */
function dittoOfEverything(): Case {
  const people = roster(811, [
    ['乡村建设办公室', '行政编制', 3],
    ['应急管理办公室', '行政编制', 3],
    ['畜牧兽医站', '事业编制', 4],
  ])
  const signs = ['——〃——', '〃', '同　上', '″']
  const same = (at: number, value: (one: Person) => string): Value => {
    const [here, before] = [people[at], people[at - 1]]
    if (here === undefined) return null
    return before !== undefined && value(before) === value(here) ? (signs[at % 4] ?? null) : value(here)
  }
  return {
    truth: {
      case: 'H09-处处同上',
      file: 'H09-处处同上.xlsx',
      about: '单位、编制、学历、政治面貌列都用“——〃——”“〃”“同　上”“″”；编制的“同上”跨过单位',
      people: told(people, 'id', 'education', 'politicalStatus', 'post'),
    },
    bytes: xlsx({
      name: '名册',
      rows: staffSheet(people, [
        column.number,
        ['工作单位', (_, at) => same(at, (one) => one.unit)],
        ['姓名', (one) => one.name],
        ['编制性质', (_, at) => same(at, (one) => one.category)],
        ['学历', (_, at) => same(at, (one) => one.education)],
        ['政治面貌', (_, at) => same(at, (one) => one.politics)],
        ['公民身份号码', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

/** Leaders: what they are in charge of names other offices; the book knows 乡领导班子. */
function leadershipList(): Case {
  const posts = ['党委书记', '党委副书记、乡长', '人大主席', '党委委员、副乡长', '纪委书记', '副乡长']
  const leaders = roster(812, [['乡领导班子', '行政编制', 6, posts]])
  const quotas: readonly ToldQuota[] = [
    { unit: '乡领导班子', category: '行政编制', quota: 8 },
    { unit: '党政综合办公室', category: '行政编制', quota: 6 },
    { unit: '财政所', category: '事业编制', quota: 4 },
  ]
  const duties = [
    '主持党委全面工作',
    '主持政府全面工作，分管财政所',
    '主持人大工作',
    '分管党政综合办公室',
    '主持纪委工作',
    '分管农业农村',
  ]
  return {
    truth: {
      case: 'H10-班子成员分工',
      file: 'H10-班子成员分工.xlsx',
      about: '乡领导班子成员分工一览表：没有机构列，“分管部门”写别的机构，“联系村”是村；机构已在编制本里',
      before: ['H10-班子成员分工.before.xlsx'],
      mustAsk: true,
      says: [['没有写这些人是哪个单位的', '乡领导班子']],
      people: told(leaders, 'sex', 'id', 'post'),
      quotas,
    },
    bytes: xlsx({
      name: '班子分工',
      merges: ['A1:I1'],
      rows: [
        ['云溪乡领导班子成员及分工一览表', ...blank(8)],
        ['序号', '姓名', '性别', '身份证号', '职务', '编制', '分管部门', '联系村', '办公电话'],
        ...leaders.map((one, at): Row => [
          at + 1,
          one.name,
          one.sex,
          one.id,
          one.post,
          '行政编制',
          duties[at] ?? null,
          ['石门村', '上坪村', '河口村'][at % 3] ?? null,
          `555000${at + 1}`,
        ]),
      ],
    }),
    beforeBytes: [quotaBook(quotas)],
  }
}

/** ID numbers broken in ways the earlier sets do not have. */
function brokenNumbers(): Case {
  const people = roster(813, [
    ['党政综合办公室', '行政编制', 5],
    ['财政所', '事业编制', 4],
  ])
  const wide = (text: string) =>
    text.replaceAll(/[0-9X]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
  const ways: readonly ((id: string) => string)[] = [
    (id) => `'${id}`,
    (id) => `‘${id}`,
    (id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
    (id) => `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`,
    (id) => `身份证：${id}`,
    (id) => wide(id),
    (id) => `${id.slice(0, 10)}\r\n${id.slice(10)}`,
    (id) => `\u200e${id}\u00a0`,
    (id) => `[${id}]`,
  ]
  return {
    truth: {
      case: 'H11-身份证号断成几截',
      file: 'H11-身份证号断成几截.xlsx',
      about: "身份证号前有 ' 或 ‘，中间空格、短横、换行，前有“身份证：”，方括号，全角，看不见的方向符",
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        column.number,
        ['部门', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['证件号码', (one, at) => ways[at % ways.length]?.(one.id) ?? null],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

/** More ways to write a month, each certain to a reader. */
function moreDates(): Case {
  const people = roster(814, [
    ['党政综合办公室', '行政编制', 6],
    ['便民服务中心', '事业编制', 6],
  ])
  const ways: readonly ((year: string, month: string) => Value)[] = [
    (year, month) => `${year}年${month}月份`,
    (year, month) => `${year},${month}`,
    (year, month) => `${year} ${month}`,
    (year, month) => `${year}${month}00`,
    (year, month) => `${year}-${month}-00`,
    (year, month) => ({ day: `${year}-${month}-01`, format: 'mmm-yy' }),
    (year, month) => `${year}年 ${Number(month)} 月`,
    (year, month) => `${year}.${month}—`,
    (year, month) => `'${year}.${month}`,
    (year, month) => Number(`${year}${month}`),
    (year, month) => ({ day: `${year}-${month}-16`, format: 'yyyy"年"m"月"' }),
    (year, month) => `${year}/${month}/`,
  ]
  const written = (value: string, at: number): Value =>
    ways[at % ways.length]?.(value.slice(0, 4), value.slice(5, 7)) ?? null
  return {
    truth: {
      case: 'H12-日期再十二种',
      file: 'H12-日期再十二种.xlsx',
      about:
        "2003年07月份、2003,07、2003 07、20030700、2003-07-00、Jul-03（日期格）、2003年 7 月、2003.07—、'2003.07、数字 200307、2003/07/",
      people: told(people, 'id', 'birth', 'enteredOn'),
    },
    bytes: xlsx({
      name: 'Sheet1',
      rows: staffSheet(people, [
        column.number,
        ['科室', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['出生年月', (one, at) => written(one.birth, at)],
        ['编制', (one) => one.category],
        ['证件号', (one) => one.id],
        ['进编时间', (one, at) => written(one.entered, at + 5)],
      ]),
    }),
  }
}

/** 用编形式 in the words of offices. */
function formsOfUse(): Case {
  const words: readonly (readonly [word: string, category: string])[] = [
    ['占行政编', '行政编制'],
    ['行编', '行政编制'],
    ['机关行政编制（公务员）', '行政编制'],
    ['占工勤编', '机关工勤编制'],
    ['机关工勤（技术工人）', '机关工勤编制'],
    ['参照公务员法管理', '事业编制（参公）'],
    ['参公事业编', '事业编制（参公）'],
    ['占全额事业编', '事业编制（全额拨款）'],
    ['财政全额供给事业编制', '事业编制（全额拨款）'],
    ['差额事业编制', '事业编制（差额补贴）'],
    ['占差额事业编', '事业编制（差额补贴）'],
    ['自收自支事业编', '事业编制（自收自支）'],
  ]
  const people = words.flatMap(([, category], at) =>
    roster(8150 + at, [[at < 5 ? '党政综合办公室' : '农业农村综合服务中心', category, 1, ['干事']]]),
  )
  return {
    truth: {
      case: 'H13-用编形式的叫法',
      file: 'H13-用编形式的叫法.xlsx',
      about:
        '“用编形式”列：占行政编、行编、占工勤编、参照公务员法管理、占全额事业编、财政全额供给事业编制、占差额事业编、自收自支事业编',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({
      name: '人员',
      rows: staffSheet(people, [
        column.number,
        ['所在机构', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['用编形式', (_, at) => words[at]?.[0] ?? null],
        ['身份证号', (one) => one.id],
        ['岗位', (one) => one.post],
      ]),
    }),
  }
}

/** Education with degree and school, parties in other words. */
function educationWords(): Case {
  const people = roster(816, [
    ['党政综合办公室', '行政编制', 6],
    ['文化服务中心', '事业编制', 6],
  ])
  const study: readonly (readonly [written: string, education: string])[] = [
    ['本科学历、法学学士', '大学本科'],
    ['大专（函授）', '大学专科'],
    ['全日制硕士研究生', '硕士研究生'],
    ['中专', '中等专科'],
    ['大学\n文学学士', '大学本科'],
    ['专科毕业', '大学专科'],
  ]
  const party: readonly (readonly [written: string, status: string])[] = [
    ['中共正式党员', '中共党员'],
    ['预备党员', '中共预备党员'],
    ['团员', '共青团员'],
    ['党员（2003.5入党）', '中共党员'],
    ['一般群众', '群众'],
  ]
  return {
    truth: {
      case: 'H14-学历和面貌的写法',
      file: 'H14-学历和面貌的写法.xlsx',
      about:
        '学历：本科学历、法学学士；大专（函授）；全日制硕士研究生；专科毕业；面貌：中共正式党员、团员、党员（2003.5入党）、一般群众',
      people: told(people, 'id').map((one, at) => ({
        ...one,
        education: study[at % study.length]?.[1] ?? '',
        politicalStatus: party[at % party.length]?.[1] ?? '',
      })),
    },
    bytes: xlsx({
      name: '表',
      rows: staffSheet(people, [
        column.number,
        ['单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['编制', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['文化程度', (_, at) => study[at % study.length]?.[0] ?? null],
        ['政治\n面貌', (_, at) => party[at % party.length]?.[0] ?? null],
      ]),
    }),
  }
}

/** What stands behind or inside a name. */
function namesWithMore(): Case {
  const people = roster(817, [
    ['党政综合办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 4],
  ])
  const long = ['欧阳若兰', '阿依古丽·买买提'] as const
  const all = people.map((one, at): Person => {
    if (at === 3 || at === 6) {
      const birth = one.birth
      return {
        ...one,
        name: long[at === 3 ? 0 : 1],
        sex: '女',
        id: inventedId(one.id.slice(0, 6), birth, '女', at === 3 ? 1 : 2),
      }
    }
    return one
  })
  const written = (one: Person, at: number): string => {
    if (at === 0) return `${one.name}（${one.sex}，${one.nation}）`
    if (at === 1) return `${one.name}（曾用名：${one.name.slice(0, 1)}小满）`
    if (at === 3) return '欧阳　若兰'
    if (at === 4) return `${one.name}(${one.sex})`
    if (at === 6) return '阿依古丽.买买提'
    if (at === 7) return ` ${one.name}\n`
    return one.name
  }
  return {
    truth: {
      case: 'H15-姓名后带性别民族曾用名',
      file: 'H15-姓名后带性别民族曾用名.xlsx',
      about: '姓名写作“某某（女，畲族）”“某某（曾用名：某小满）”“欧阳　若兰”“阿依古丽.买买提”；没有性别列',
      people: told(all, 'id', 'post'),
    },
    bytes: xlsx({
      name: '名册',
      rows: staffSheet(all, [
        column.number,
        ['姓名（性别、民族）', written],
        ['单位', (one) => one.unit],
        ['编制', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

/** Two of one name in the book; the list of phones tells their office, and once does not. */
function sameNameNoNumber(): Case {
  const people = roster(818, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
  ])
  const name = people[1]?.name ?? ''
  const all = people.map((one, at) => (at === 5 ? { ...one, name } : one))
  return {
    truth: {
      case: 'H16-同名而没有身份证号',
      file: 'H16-同名而没有身份证号.xlsx',
      about: '编制本里两人同名（不同机构）；补职务的表只有姓名、新职务，没有身份证号也没有机构，不知是哪一位',
      before: ['H16-同名而没有身份证号.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(all, 'id', 'sex'),
    },
    bytes: xlsx({
      name: '职务变动',
      rows: [
        ['云溪乡干部职务调整名单'],
        ['序号', '姓名', '现任职务'],
        [1, all[0]?.name ?? null, '副主任'],
        [2, name, '主任'],
        [3, all[6]?.name ?? null, '所长'],
      ],
    }),
    beforeBytes: [plainRoster(all)],
  }
}

/** One column says who is in post, retired, lent, hired: 人员状态. */
function mixedStates(): Case {
  const staff = roster(819, [
    ['党政综合办公室', '行政编制', 4],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const left = roster(919, [
    ['党政综合办公室', '行政编制', 2],
    ['农业农村综合服务中心', '事业编制', 2],
  ])
  const outside = roster(929, [['农业农村综合服务中心', '劳务派遣', 2, ['协管员']]])
  const state = ['退休', '调离', '离退休', '死亡']
  const rows = [
    ...staff.map((one, at) => ({ one, category: one.category, state: at === 2 ? '借出（县委巡察办）' : '在职' })),
    ...left.map((one, at) => ({ one, category: one.category, state: state[at] ?? '' })),
    ...outside.map((one) => ({ one, category: '编外（劳务派遣）', state: '在职' })),
  ]
  const order = [0, 8, 1, 12, 2, 9, 3, 4, 10, 5, 13, 6, 11, 7]
  return {
    truth: {
      case: 'H17-在职退休调离编外一列写',
      file: 'H17-在职退休调离编外一列写.xlsx',
      about:
        '一张总表，“人员状态”列：在职、退休、离退休、调离、死亡、借出（县委巡察办）；编外的在“编制性质”写编外（劳务派遣）；次序打乱',
      mustAsk: true,
      says: [],
      people: [
        ...told(staff, 'id', 'post').map((one, at) => ({ ...one, secondedTo: at === 2 ? '县委巡察办' : null })),
        ...told(outside, 'id').map((one) => ({ ...one, list: 'off-quota' })),
      ],
      gone: left.map((one) => one.name),
    },
    bytes: xlsx({
      name: '总表',
      rows: [
        ['序号', '单位', '姓名', '编制性质', '身份证号', '人员状态', '职务'],
        ...order.map((place, at): Row => {
          const row = rows[place]
          if (row === undefined) throw new Error('no such row')
          return [at + 1, row.one.unit, row.one.name, row.category, row.one.id, row.state, row.one.post]
        }),
      ],
    }),
  }
}

/** Remarks of having left or being away, in the words of offices. */
function remarksOfLeaving(): Case {
  const people = roster(820, [
    ['党政综合办公室', '行政编制', 6],
    ['退役军人服务站', '事业编制', 6],
  ])
  const remarks: Readonly<Record<number, string>> = {
    1: '2026.7调县自然资源局',
    2: '驻上坪村第一书记',
    3: '2026年8月办理退休手续',
    5: '产假至2027.2',
    6: '因病去世',
    8: '2025年9月选调到市政府办',
    9: '挂职县信访局（2026.3—2027.3）',
    10: '试用期',
  }
  const left = new Set([1, 3, 6, 8])
  return {
    truth: {
      case: 'H18-备注里走了的人',
      file: 'H18-备注里走了的人.xlsx',
      about:
        '备注：2026.7调县自然资源局、2026年8月办理退休手续、因病去世、2025年9月选调到市政府办；也有驻村、产假、挂职、试用期的，还在编',
      mustAsk: true,
      says: [],
      people: told(people, 'id', 'post').filter((_, at) => !left.has(at)),
      gone: people.filter((_, at) => left.has(at)).map((one) => one.name),
    },
    bytes: xlsx({
      name: '花名册',
      rows: [
        ['云溪乡干部职工花名册'],
        ...staffSheet(people, [
          column.number,
          ['机构', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['编制类型', (one) => one.category],
          ['身份证号', (one) => one.id],
          ['入编时间', (one) => dotted(one.entered)],
          ['职务', (one) => one.post],
          ['备注', (_, at) => remarks[at] ?? null],
        ]),
      ],
    }),
  }
}

export const fourthValueCases: readonly (() => Case)[] = [
  dittoOfEverything,
  leadershipList,
  brokenNumbers,
  moreDates,
  formsOfUse,
  educationWords,
  namesWithMore,
  sameNameNoNumber,
  mixedStates,
  remarksOfLeaving,
]
