import { utils, write, type CellObject } from 'xlsx'
import { dotted, of, plainRoster, PLAIN_KEYS, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank, letter } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, webPage, workbookOf, xlsx, type Row, type Sheet, type WebCell } from './kit/write-files.ts'
import { steady } from './kit/zip.ts'
import { sixth as eleventh, spoken } from './sixth-parts.ts'

/* Q13–Q20: what takes a careful look, and two files nobody can read for certain. */

const number: Column = column.number

/** A card a person on a sheet of his own; his 编制 is the ticked box. */
function tickedCards(): Case {
  const people = roster(11013, [
    ['党政办公室', '行政编制', 3],
    ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
    ['水利服务站', '事业编制', 3],
  ])
  const box = (one: Person) =>
    ['行政编制', '机关工勤编制', '事业编制'].map((kind) => `${kind === one.category ? '☑' : '□'}${kind}`).join('　')
  const card = (one: Person, at: number): Sheet => ({
    name: one.name,
    merges: ['A1:F1', 'A2:F2', 'B4:D4', 'B5:D5', 'B6:F6', 'B8:F8', 'B9:F9'],
    rows: [
      ['机关事业单位人员核编卡', ...blank(5)],
      [`卡号：云编卡第${String(at + 31).padStart(4, '0')}号`, ...blank(5)],
      ['姓　名', one.name, '性　别', one.sex, '出生年月', spoken(one.birth)],
      ['身份证号', one.id, null, null, '民　族', one.nation],
      ['所在机构', one.unit, null, null, '职　务', one.post],
      ['编制性质', box(one), ...blank(4)],
      ['入编时间', spoken(one.entered), '文化程度', one.education, '政治面貌', one.politics],
      ['用编单位意见', '情况属实。（章）', ...blank(4)],
      ['编办核定意见', null, ...blank(4)],
    ],
  })
  return eleventh(
    'Q13-核编卡一人一张打勾',
    '.xls：一人一张工作表，表名是姓名；“姓　名”“性　别”中间有空格；编制性质一格“☑行政编制　□机关工勤编制　□事业编制”；所在机构、职务、入编时间、文化程度；用编单位意见、编办意见是签字栏',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'politicalStatus', 'post', 'enteredOn') },
    biff(...people.map(card)),
    { ending: 'xls' },
  )
}

/** Who came, who left and who moved in a half-year, in one list beside the book. */
function halfYear(): Case {
  const all = roster(11014, [
    ['党政综合办公室', '行政编制', 5],
    ['社会治理办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 5],
  ])
  const newcomers = [4, 13].flatMap((at) => all[at] ?? [])
  const staff = all.filter((one) => !newcomers.includes(one))
  const at = (place: number): readonly Person[] => staff.slice(place, place + 1)
  const [resigned, away, moved] = [at(1), at(9), at(5)]
  const line = (one: Person, kind: string, from: string, to: string, why: string, month: string): Row => [
    kind,
    one.name,
    one.id,
    one.category,
    from,
    to,
    why,
    month,
    '云编通〔2026〕8号',
  ]
  const rows: readonly Row[] = [
    ...newcomers.map((one) => line(one, '增加', '—', one.unit, '公开招录', '2026年9月')),
    ...resigned.map((one) => line(one, '减少', one.unit, '—', '辞去公职', '2026年8月')),
    ...away.map((one) => line(one, '减少', one.unit, '县融媒体中心', '调出', '2026年10月')),
    ...moved.map((one) => line(one, '内部调整', one.unit, '党政综合办公室', '轮岗', '2026年10月')),
  ]
  const left = [...resigned, ...away]
  const stays = staff.filter((one) => !left.includes(one) && !moved.includes(one))
  return eleventh(
    'Q14-人员增减变动表',
    '编制本里已有十二人；半年增减变动表：变动类别（增加、减少、内部调整）、变动前机构、变动后机构、变动原因、变动时间：两人新进，一人辞去公职、一人调到县融媒体中心（走的不能当成新来，要说出来），一人换机构，其余不变',
    {
      mustAsk: true,
      says: [],
      people: [
        ...told(stays, ...PLAIN_KEYS),
        ...told(newcomers, 'id'),
        ...moved.map((one) => ({ name: one.name, unit: '党政综合办公室', category: one.category, id: one.id })),
      ],
      // An import asks about those who left; their leaving is registered as a change, not by a list.
      open: left.map((one) => one.name),
    },
    xlsx({
      name: '下半年',
      merges: ['A1:J1'],
      rows: [
        ['云溪乡2026年下半年人员增减变动情况表', ...blank(9)],
        [
          '序号',
          '变动类别',
          '姓名',
          '身份证号',
          '编制类型',
          '变动前机构',
          '变动后机构',
          '变动原因',
          '变动时间',
          '依据文号',
        ],
        ...rows.map((row, place): Row => [place + 1, ...row]),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Turned round: a column a person, the office and the 编制 merged across above, two pages below each other. */
function turnedRound(): Case {
  const people = roster(11015, [
    ['党政办公室', '行政编制', 3],
    ['财政办公室', '行政编制', 2],
    ['农综站', '事业编制', 3],
    ['卫健站', '事业编制', 2],
  ])
  const pages = [people.slice(0, 5), people.slice(5)]
  const merges = ['A1:F1']
  const rows: Row[] = [['云溪乡在编人员一览（横排）', ...blank(5)]]
  for (const page of pages) {
    const top = rows.length + 1
    const spans = (row: number, same: (one: Person) => string): Row => {
      let from = 0
      page.forEach((one, at) => {
        const next = page[at + 1]
        if (next !== undefined && same(next) === same(one)) return
        if (at > from) merges.push(`${letter(from + 1)}${row}:${letter(at + 1)}${row}`)
        from = at + 1
      })
      return page.map((one, at) => {
        const before = page[at - 1]
        return before !== undefined && same(before) === same(one) ? null : same(one)
      })
    }
    rows.push(
      ['编制类型', ...spans(top, (one) => one.category)],
      ['所在机构', ...spans(top + 1, (one) => one.unit)],
      ['姓名', ...page.map((one) => one.name)],
      ['性别', ...page.map((one) => one.sex)],
      ['身份证号', ...page.map((one) => one.id)],
      ['职务', ...page.map((one) => one.post)],
      ['入编时间', ...page.map((one) => dotted(one.entered))],
      blank(6),
    )
  }
  return eleventh(
    'Q15-横排一列一人两页',
    '表头在最左一列，一列一人：编制类型、所在机构两行横向合并在姓名上面，下面姓名、性别、身份证号、职务、入编时间；第二页在下面，重复左边表头',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn') },
    xlsx({ name: 'Sheet1', rows, merges }),
  )
}

/** Two rows put out of sight by a filter; a note on a cell tells that somebody has left. */
function noteOnACell(): Case {
  const people = roster(11016, [
    ['党政综合办公室', '行政编制', 5],
    ['自然资源办公室', '行政编制', 3],
    ['农业农村服务中心', '事业编制', 4],
  ])
  const left = people[6]
  const sheet: Sheet = {
    name: '在编名单',
    merges: ['A1:H1'],
    hiddenRows: [4, 9],
    rows: [
      ['云溪乡在编人员名单', ...blank(7)],
      ...staffSheet(people, [
        number,
        ['机构', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号', (one) => one.id],
        ['编制', (one) => one.category],
        ['职务', (one) => one.post],
        ['入编时间', (one) => dotted(one.entered)],
      ]),
    ],
  }
  const book = workbookOf([sheet])
  const noted = (address: string, text: string) => {
    const cell = book.Sheets['在编名单']?.[address] as CellObject | undefined
    if (cell === undefined) throw new Error(`nothing at ${address}`)
    cell.c = Object.assign([{ a: '组织办', t: text }], { hidden: true })
  }
  noted('E4', '已与户口簿核对')
  noted('C9', '2026年9月已调县水利局，编制已划走')
  const bytes = steady(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
  if (utils.decode_cell('C9').r !== 8) throw new Error('the note is on another row')
  return eleventh(
    'Q16-批注写明已调出',
    '第5、10行被隐藏（人仍在编，序号连着）；E4 的批注“已与户口簿核对”不要紧，C9 姓名上的批注“2026年9月已调县水利局，编制已划走”：这人已不在编',
    {
      mustAsk: true,
      says: [],
      people: told(
        people.filter((one) => one !== left),
        'id',
        'sex',
        'post',
        'enteredOn',
      ),
      gone: left === undefined ? [] : [left.name],
    },
    bytes,
  )
}

/** Lent out by remarks, lent in under a heading at the end with their own employers. */
function lentBothWays(): Case {
  const people = roster(11017, [
    ['党政办公室', '行政编制', 4],
    ['乡村建设办公室', '行政编制', 3],
    ['综合文化站', '事业编制', 3],
  ])
  const guests = roster(11117, [
    ['县水利局', '事业编制', 1, ['工程师']],
    ['石桥镇人民政府', '行政编制', 1, ['科员']],
  ]).map((one, at) => ({ ...one, name: ['穆书恒', '欧若兰'][at] ?? one.name }))
  const note: Readonly<Record<number, string>> = {
    2: '2025年3月起借调至县委巡察办，编制、工资在我乡',
    5: '分管乡村建设档案',
    8: '借调县文化馆（2026.02至今），仍占本站编制',
  }
  const cells = (texts: readonly string[]): readonly WebCell[] => texts.map((text) => ({ text }))
  const head = ['序号', '姓名', '性别', '身份证号', '单位', '编制', '职务', '备注']
  const secondedTo: Readonly<Record<number, string>> = { 2: '县委巡察办', 8: '县文化馆' }
  return eleventh(
    'Q17-借出写备注借入在表尾',
    '网页 .xls，GBK：备注写两人借调出去（仍占本乡编制），一人备注是分工；末尾小标题“借用外单位人员（不占我乡编制）”下两人，单位写县水利局、石桥镇人民政府，不得进在编',
    {
      mustAsk: true,
      says: [],
      people: told(people, 'id', 'sex', 'post').map((one, at) => {
        const to = secondedTo[at]
        return to === undefined ? one : { ...one, secondedTo: to }
      }),
      gone: guests.map((one) => one.name),
    },
    gb18030(
      webPage('gb2312', '', [
        [{ text: '云溪乡干部职工花名册', columns: 8 }],
        cells(head),
        ...people.map((one, at) =>
          cells([String(at + 1), one.name, one.sex, one.id, one.unit, one.category, one.post, note[at] ?? '']),
        ),
        [{ text: '借用外单位人员（不占我乡编制）', columns: 8 }],
        ...guests.map((one, at) =>
          cells([String(at + 1), one.name, one.sex, one.id, one.unit, one.category, one.post, '借用在我乡工作']),
        ),
      ]),
    ),
    { ending: 'xls' },
  )
}

/** New posts without numbers: short names of offices, and one name two people of the book share. */
function namesakes(): Case {
  const raw = roster(11018, [
    ['党政综合办公室', '行政编制', 4],
    ['公共服务办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
  ])
  const staff = raw.map((one, at): Person => (at === 2 || at === 9 ? { ...one, name: '牛维新' } : one))
  const post: Readonly<Record<number, string>> = {
    1: '主任',
    6: '副主任',
    9: '副站长',
    10: '管理岗七级',
  }
  const short: Readonly<Record<string, string>> = {
    党政综合办公室: '党政综合办',
    公共服务办公室: '公共服务办',
    农业综合服务中心: '农综服务中心',
  }
  const changed = staff.filter((_, at) => post[at] !== undefined)
  const now = staff.map((one, at): Person => ({ ...one, post: post[at] ?? one.post }))
  return eleventh(
    'Q18-任职变动单位写简称有同名',
    '编制本里两人都叫牛维新（党政综合办公室、农业综合服务中心）；任职变动表：单位写简称（党政综合办、农综服务中心）、姓名、原任职务、现任职务、任职时间，没有身份证号；四人换职务，第三个是农综服务中心的牛维新',
    { mustAsk: true, says: [], people: told(now, ...PLAIN_KEYS) },
    biff({
      name: '任职变动',
      merges: ['A1:F1'],
      rows: [
        ['云溪乡2026年10月任职变动情况表', ...blank(5)],
        ...staffSheet(changed, [
          number,
          ['单位', (one) => short[one.unit] ?? null],
          ['姓名', (one) => one.name],
          ['原任职务', (one) => one.post],
          ['现任职务', (one) => now[staff.indexOf(one)]?.post ?? null],
          ['任职时间', () => '2026年10月'],
        ]),
      ],
    }),
    { ending: 'xls', before: plainRoster(staff) },
  )
}

/** Kinds of 编制 as bare numbers that nothing in the file explains. */
function bareCodes(): Case {
  const people = roster(11019, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1],
    ['社会事务办公室', '行政编制', 3],
    ['水产站', '事业编制', 3],
  ])
  const code: Readonly<Record<string, string>> = { 行政编制: '4', 机关工勤编制: '7', 事业编制: '2' }
  return eleventh(
    'Q19-编制只有代码没有说明',
    '编制类别一列只写2、4、7，文件里没有说明是什么；机构、姓名、身份证号清楚，编制没人能断定，只能问',
    { mustAsk: true, people: [], quotas: [] },
    xlsx({
      name: 'Sheet1',
      rows: staffSheet(people, [
        number,
        ['所属机构', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号', (one) => one.id],
        ['编制类别', (one) => code[one.category] ?? null],
        ['岗位', (one) => one.post],
      ]),
    }),
  )
}

/** Two lists of the same people that contradict each other, and nothing says which holds. */
function twoVersions(): Case {
  const people = roster(11020, [
    ['党政办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const other = people.map((one, at): Person => {
    if (at === 3) return { ...one, unit: '平安建设办公室' }
    return at === 6 ? { ...one, unit: '便民服务中心', category: '事业编制' } : one
  })
  const sheet = (list: readonly Person[], name: string): Sheet => ({
    name,
    rows: [
      ['云溪乡编制实名制花名册', ...blank(6)],
      ...staffSheet(
        unitsOf(list).flatMap((unit) => of(list, unit)),
        [
          number,
          ['机构名称', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['编制类型', (one) => one.category],
          ['职务', (one) => one.post],
          ['入编时间', (one) => dotted(one.entered)],
        ],
      ),
    ],
  })
  return eleventh(
    'Q20-两张名册互相矛盾',
    '两张工作表“花名册”“花名册 (2)”，同样的人，一人机构不同，一人机构和编制都不同，没有日期也没有哪张作准的话：只能问',
    { mustAsk: true, people: [], quotas: [] },
    xlsx(sheet(people, '花名册'), sheet(other, '花名册 (2)')),
  )
}

export const eleventhHardCases: readonly (() => Case)[] = [
  tickedCards,
  halfYear,
  turnedRound,
  noteOnACell,
  lentBothWays,
  namesakes,
  bareCodes,
  twoVersions,
]
