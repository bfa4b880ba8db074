import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, ods, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'
import { eight, sixth, spoken } from './sixth-parts.ts'

/* K13–K24: rosters as offices keep them themselves. */

const number: Column = column.number
const FULL = '事业编制（全额拨款）'

/** A tree of units and people in one column. */
function treeColumn(): Case {
  const people = roster(6013, [
    ['党政综合办公室', '行政编制', 4],
    ['综合治理中心', '事业编制', 3],
    ['应急管理站', '事业编制', 3],
  ])
  return sixth(
    'K13-机构人员树形导出',
    '树形导出：首列“机构／人员”，乡、机构、人员逐级缩进（全角空格）都在这一列，机构行在“人数”列有数，人员行才有身份证号、编制类型、职务',
    { says: [['里是人名，没有用上', 'name']], people: told(people, 'id', 'post') },
    xlsx({
      name: '机构树',
      rows: [
        ['机构／人员', '人数', '身份证号', '编制类型', '职务'],
        ['云溪乡', people.length, null, null, null],
        ...unitsOf(people).flatMap((unit): readonly Row[] => [
          [`　　${unit}`, of(people, unit).length, null, null, null],
          ...of(people, unit).map((one): Row => [`　　　　${one.name}`, null, one.id, one.category, one.post]),
        ]),
      ],
    }),
  )
}

/** 在编 and 编外 by one column of words with the kind in brackets. */
function kindsInOneColumn(): Case {
  const people = roster(6014, [
    ['党政综合办公室', '行政编制', 3],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['综合便民服务中心', '事业编制', 3],
    ['综合便民服务中心', '公益性岗位', 2, ['窗口协理']],
    ['应急管理站', '劳务派遣', 2, ['专职消防员']],
  ])
  const words: Readonly<Record<string, string>> = {
    行政编制: '在编（行政）',
    机关工勤编制: '在编（机关工勤）',
    事业编制: '在编（事业）',
    公益性岗位: '编外（公益性岗位）',
    劳务派遣: '编外（劳务派遣）',
  }
  return sixth(
    'K14-在编编外括号里分',
    '“人员属性”一列写在编（行政）、在编（机关工勤）、在编（事业）、编外（公益性岗位）、编外（劳务派遣）；合同期限列只有编外的人有',
    { people: told(people, 'id', 'post') },
    xlsx({
      name: '全员',
      rows: staffSheet(people, [
        number,
        ['工作部门', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['身份证号', (one) => one.id],
        ['人员属性', (one) => words[one.category] ?? ''],
        ['岗位', (one) => one.post],
        ['合同期限', (one) => (one.category.includes('编制') ? null : '2026.01-2026.12')],
      ]),
    }),
  )
}

/** Everything by formula, with helping columns hidden. */
function formulas(): Case {
  const people = roster(6015, [
    ['社会事务办公室', '行政编制', 4],
    ['财经所', '事业编制', 4],
  ])
  const row = (at: number) => at + 4
  const made = (text: (line: number) => string, letter: string) =>
    Object.fromEntries(people.map((_, at) => [`${letter}${row(at)}`, text(row(at))]))
  return sixth(
    'K15-公式算的性别和出生',
    '序号 =ROW()-3，性别、出生日期、年龄、退休年份都由身份证号公式算出，G 列是隐藏的辅助列（截取的八位出生日期）；第二张隐藏的参数表列着机构和编制类型供下拉',
    { people: told(people, 'id', 'sex', 'birth', 'enteredOn') },
    xlsx(
      {
        name: '花名册',
        merges: ['A1:K1'],
        hiddenColumns: [6],
        formulas: {
          ...made(() => 'ROW()-3', 'A'),
          ...made((line) => `IF(MOD(MID(E${line},17,1),2)=1,"男","女")`, 'D'),
          ...made((line) => `MID(E${line},7,8)`, 'G'),
          ...made((line) => `TEXT(G${line},"0000-00-00")`, 'H'),
          ...made((line) => `2026-LEFT(G${line},4)`, 'I'),
        },
        rows: [
          ['云溪乡干部职工花名册（自动计算，勿改公式）', ...blank(10)],
          ['更新日期', '2026年11月', ...blank(9)],
          ['序号', '单位', '姓名', '性别', '身份证号', '编制类型', '辅助', '出生日期', '年龄', '入编时间', '备注'],
          ...people.map((one, at): Row => [
            at + 1,
            one.unit,
            one.name,
            one.sex,
            one.id,
            one.category,
            eight(one.birth),
            one.birth,
            2026 - Number(one.birth.slice(0, 4)),
            { day: `${one.entered}-01`, format: 'yyyy"年"m"月"' },
            null,
          ]),
        ],
      },
      {
        name: '参数',
        hidden: true,
        rows: [
          ['单位', '编制类型'],
          ['社会事务办公室', '行政编制'],
          ['财经所', '事业编制'],
          ['党政综合办公室', '机关工勤编制'],
        ],
      },
    ),
  )
}

/** Two pages of one table, the second continued with （续表） and its head, totals carried. */
function continued(): Case {
  const people = roster(6016, [
    ['党政综合办公室', '行政编制', 5],
    ['党建工作办公室', '行政编制', 3],
    ['文化旅游服务中心', FULL, 4],
  ])
  const columns: readonly Column[] = [
    number,
    ['单位', (one, at) => (people[at - 1]?.unit === one.unit && at !== 6 ? null : one.unit)],
    ['姓名', (one) => one.name],
    ['性别', (one) => one.sex],
    ['编制', (one) => (one.category === FULL ? '全额事业编' : '行政编')],
    ['身份证号码', (one) => one.id],
    ['职务', (one) => one.post],
  ]
  const [head, ...rows] = staffSheet(people, columns)
  return sixth(
    'K16-开放文档续表',
    '.ods：第一页六人，空一行后“云溪乡在编人员名册（续表）”，表头再来一遍，接着六人；单位只在一组第一行写，续表第一行重写；末尾“以上共12人”',
    { people: told(people, 'id', 'sex', 'post') },
    ods({
      name: '名册',
      merges: ['A1:G1', 'A10:G10'],
      rows: [
        ['云溪乡在编人员名册', ...blank(6)],
        head ?? [],
        ...rows.slice(0, 6),
        blank(7),
        ['', ...blank(6)],
        ['云溪乡在编人员名册（续表）', ...blank(6)],
        head ?? [],
        ...rows.slice(6),
        ['以上共12人', ...blank(6)],
      ],
    }),
    { ending: 'ods' },
  )
}

/** Codes whose meaning stands in the head. */
function codesInHead(): Case {
  const people = roster(6017, [
    ['党政综合办公室', '行政编制', 4],
    ['党政综合办公室', '机关工勤编制', 1, ['炊事员']],
    ['农业综合服务中心', '事业编制', 4],
  ])
  const code: Readonly<Record<string, number>> = { 行政编制: 1, 事业编制: 2, 机关工勤编制: 3 }
  return sixth(
    'K17-表头里写代码含义',
    '表头带填法：“姓名（与身份证一致）”“性别（1男2女）”“编制性质（1行政编制 2事业编制 3机关工勤编制）”“入编时间（格式200507）”，格里只写 1、2、3',
    {
      says: [
        ['编制写作“1”', '行政编制'],
        ['编制写作“2”', '事业编制'],
        ['编制写作“3”', '机关工勤编制'],
      ],
      people: told(people, 'id', 'sex', 'enteredOn'),
    },
    xlsx({
      name: '采集',
      rows: staffSheet(people, [
        number,
        ['单位（填规范全称）', (one) => one.unit],
        ['姓名（与身份证一致）', (one) => one.name],
        ['性别（1男 2女）', (one) => (one.sex === '男' ? 1 : 2)],
        ['身份证号（18位）', (one) => one.id],
        ['编制性质（1行政编制 2事业编制 3机关工勤编制）', (one) => code[one.category] ?? null],
        ['入编时间（格式200507）', (one) => one.entered.replace('-', '')],
      ]),
    }),
  )
}

/** 编制 and unit merged downwards at the left with the number of people. */
function mergedLeft(): Case {
  const people = roster(6018, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['退役军人服务站', '事业编制', 2],
    ['财经所', '事业编制', 3],
  ])
  return sixth(
    'K18-左边竖排编制和机构',
    '左边两列纵向合并：第一列竖写“行\\n政\\n编\\n制\\n（7人）”，第二列机构换行写“党政综合办公室\\n（4人）”；第一列没有列名',
    { people: told(people, 'id', 'post') },
    xlsx({
      name: '一览',
      merges: ['A1:F1', 'A3:A9', 'A10:A14', 'B3:B6', 'B7:B9', 'B10:B11', 'B12:B14'],
      rows: [
        ['云溪乡在编在岗人员一览表', ...blank(5)],
        [null, '机构', '姓名', '身份证号', '现任职务', '联系电话'],
        ...people.map((one, at): Row => [
          at === 0 ? '行\n政\n编\n制\n（7人）' : at === 7 ? '事\n业\n编\n制\n（5人）' : null,
          people[at - 1]?.unit === one.unit ? null : `${one.unit}\n（${of(people, one.unit).length}人）`,
          one.name,
          one.id,
          one.post,
          one.phone,
        ]),
      ],
    }),
  )
}

/** 单位 is where the 编制 is; 实际工作岗位 is another office. */
function worksElsewhere(): Case {
  const people = roster(6019, [
    ['农业综合服务中心', '事业编制', 4],
    ['文化旅游服务中心', '事业编制', 3],
    ['党政综合办公室', '行政编制', 3],
  ])
  const works: Readonly<Record<number, string>> = { 1: '党政综合办公室', 3: '社会事务办公室', 5: '党建工作办公室' }
  return sixth(
    'K19-编制所在和实际工作',
    '混岗名册：“实际工作部门”在前，“编制所在单位”在后，三人不同；人占的是编制所在单位的编制',
    { people: told(people, 'id', 'post') },
    xlsx({
      name: '混岗',
      rows: staffSheet(people, [
        number,
        ['姓名', (one) => one.name],
        ['实际工作部门', (one, at) => works[at] ?? one.unit],
        ['编制所在单位', (one) => one.unit],
        ['编制类别', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
  )
}

/** Three months below each other on a sheet. */
function monthsBelow(): Case {
  const last = roster(6020, [
    ['党政综合办公室', '行政编制', 4],
    ['综合治理中心', '事业编制', 4],
  ])
  const earlier = last.slice(0, 7)
  const leaver = roster(6120, [['党政综合办公室', '行政编制', 1]])
  const block = (month: string, people: readonly Person[]): readonly Row[] => [
    [`云溪乡${month}月份在册人员名单`, ...blank(4)],
    ...staffSheet(people, [
      number,
      ['姓名', (one) => one.name],
      ['所在机构', (one) => one.unit],
      ['编制', (one) => one.category],
      ['身份证号', (one) => one.id],
    ]),
    [`本月在册${people.length}人`, ...blank(4)],
    blank(5),
  ]
  return sixth(
    'K20-一张表上下三个月',
    '同一张表上下三块：9月份、10月份、11月份在册人员名单；9月有一人后来走了，11月新来一人：要问取哪个月，以最近的为准',
    { mustAsk: true, says: [], people: told(last, 'id'), gone: leaver.map((one) => one.name) },
    xlsx({
      name: '在册',
      rows: [...block('9', [...earlier, ...leaver]), ...block('10', earlier), ...block('11', last)],
    }),
  )
}

/** Days as date cells, an individual's own status beside the 编制. */
function statusBesideSeat(): Case {
  const people = roster(6021, [
    ['党政综合办公室', '行政编制', 3],
    ['财经所', '事业编制', 3],
    ['综合治理中心', '事业编制（参公）', 3],
  ])
  const status = (one: Person, at: number) =>
    one.category === '行政编制' ? '公务员' : one.category === '事业编制' ? (at % 2 === 0 ? '干部' : '工人') : '参照登记'
  return sixth(
    'K21-个人身份和编制类型',
    '.xls：“个人身份”（公务员、干部、工人、参照登记）在“编制类型”（行政编制、事业编制、参公事业编制）前；事业编制里有身份是工人的，编制仍是事业；日期是日期格',
    {
      says: [
        ['编制写作“工人”', '事业编制'],
        ['编制写作“干部”', '事业编制'],
        ['编制写作“参照登记”', '事业编制（参公）'],
      ],
      people: told(people, 'id', 'birth', 'enteredOn'),
    },
    biff({
      name: '名册',
      rows: staffSheet(people, [
        number,
        ['工作单位', (one) => `云溪乡${one.unit}`],
        ['姓名', (one) => one.name],
        ['身份证号', (one) => one.id],
        ['出生年月', (one) => ({ day: one.birth, format: 'yyyy.mm' })],
        ['个人身份', status],
        ['编制类型', (one) => (one.category === '事业编制（参公）' ? '参公事业编制' : one.category)],
        ['入编日期', (one) => ({ day: `${one.entered}-15`, format: 'yyyy/m/d' })],
      ]),
    }),
    { ending: 'xls' },
  )
}

/** Field names of the database above their meaning. */
function fieldNames(): Case {
  const people = roster(6022, [
    ['党建工作办公室', '行政编制', 4],
    ['文化旅游服务中心', FULL, 4],
  ])
  const columns: readonly Column[] = [
    ['ID', (_, at) => 90210 + at],
    ['A0101', (one) => one.name],
    ['A0104', (one) => (one.sex === '男' ? '1|男' : '2|女')],
    ['A0107', (one) => eight(one.birth)],
    ['A0184', (one) => one.id],
    ['B0001', (one, at) => `0${at < 4 ? '03' : '11'}|${one.unit}`],
    ['A0121', (one) => (one.category === FULL ? '32|全额拨款事业编制' : '10|行政编制')],
    ['A0141', (one) => eight(`${one.entered}-01`)],
  ]
  const [head, ...rows] = staffSheet(people, columns)
  return sixth(
    'K22-数据库字段名和代码',
    '信息系统导出：第一行是字段名 ID A0101 A0104 …，第二行才是中文（编号、姓名、性别、出生日期、身份证号、所在机构、编制类型、入编时间）；格里是“1|男”“003|党建工作办公室”“32|全额拨款事业编制”、八位日期',
    {
      says: [
        ['10|行政编制', '行政编制'],
        ['32|全额拨款', '事业编制（全额拨款）'],
      ],
      people: told(people, 'id', 'sex', 'birth', 'enteredOn'),
    },
    xlsx({
      name: 'Export',
      rows: [head ?? [], ['编号', '姓名', '性别', '出生日期', '身份证号', '所在机构', '编制类型', '入编时间'], ...rows],
    }),
  )
}

/** A web table whose groups are merged downwards, with leaders first and 合计 in between. */
function webMerged(): Case {
  const people = roster(6023, [
    ['乡领导班子', '行政编制', 4, ['党委书记', '乡长', '人大主席', '副乡长']],
    ['党政综合办公室', '行政编制', 3],
    ['应急管理站', '事业编制', 3],
  ])
  const cell = (text: string): WebCell => ({ text })
  const rows: (readonly WebCell[])[] = [
    [{ text: '云溪乡干部职工基本情况一览表', columns: 7 }],
    ['机构', '人数', '姓　名', '身份证号', '编制属性', '任职', '入编'].map(cell),
  ]
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    here.forEach((one, at) =>
      rows.push([
        ...(at === 0
          ? [
              { text: unit, rows: here.length },
              { text: String(here.length), rows: here.length },
            ]
          : []),
        ...[one.name, one.id, one.category, one.post, dotted(one.entered)].map(cell),
      ]),
    )
  }
  rows.push([{ text: '总计', columns: 1 }, cell('10'), { text: '', columns: 5 }])
  return sixth(
    'K23-网页机构人数跨行',
    '网页另存（.html）：机构和人数两列 rowspan，领导班子在前，编制属性、任职、入编三列名简写，末行总计',
    { people: told(people, 'id', 'post', 'enteredOn') },
    Buffer.from(webPage('utf-8', '', rows)),
    { ending: 'html' },
  )
}

/** Words of quotas above, the list below, 编制 by heading and by remarks. */
function noticeOfList(): Case {
  const people = roster(6024, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
  ])
  const band = (unit: string, kind: string): readonly Row[] => [
    [`★ ${unit} ★`, ...blank(4)],
    ...of(people, unit).map((one, at): Row => [at + 1, one.name, one.id, one.post, spoken(one.entered)]),
    [`${kind}小计`, `${of(people, unit).length}人`, ...blank(3)],
  ]
  return sixth(
    'K24-星号小标题和说明',
    '前四行是一段说明文字（跨列合并，里面有编制数、人数），机构小标题写“★ 党政综合办公室 ★”，行政、事业由上一级“甲：行政编制”“乙：事业编制”；“行政小计 4人”写在序号和姓名列',
    { people: told(people, 'id', 'post', 'enteredOn') },
    xlsx({
      name: '公示',
      merges: ['A1:E1', 'A2:E2', 'A4:E4'],
      rows: [
        ['云溪乡机构编制实名制人员名单', ...blank(4)],
        [
          '根据上级要求，现将我乡行政编制7名、事业编制4名实有人员公布如下，如有异议请于7日内向党政综合办公室反映。',
          ...blank(4),
        ],
        ['序号', '姓名', '身份证号', '职务', '入编年月'],
        ['甲：行政编制', ...blank(4)],
        ...band('党政综合办公室', '行政'),
        ...band('党建工作办公室', '行政'),
        ['乙：事业编制', ...blank(4)],
        ...band('农业综合服务中心', '事业'),
        [null, null, null, '云溪乡人民政府', null],
        [null, null, null, '2026年11月30日', null],
      ],
    }),
  )
}

export const sixthRosterCases: readonly (() => Case)[] = [
  treeColumn,
  kindsInOneColumn,
  formulas,
  continued,
  codesInHead,
  mergedLeft,
  worksElsewhere,
  monthsBelow,
  statusBesideSeat,
  fieldNames,
  webMerged,
  noticeOfList,
]
