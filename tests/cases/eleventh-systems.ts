import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, separated, utf16, webPage, type Row, type WebCell } from './kit/write-files.ts'
import { spreadsheet2003, strictBook } from './eleventh-files.ts'
import { sixth as eleventh, spoken } from './sixth-parts.ts'

/* Q01–Q04, Q10, Q11: what the systems of a township hand out. */

const number: Column = column.number
/** A cell merged down over the people of a unit, in a column. */
const down = (people: readonly Person[], letter: string, firstRow: number): readonly string[] =>
  unitsOf(people).flatMap((unit) => {
    const from = people.findIndex((one) => one.unit === unit) + firstRow
    const count = of(people, unit).length
    return count > 1 ? [`${letter}${from}:${letter}${from + count - 1}`] : []
  })
export const opens = (people: readonly Person[], at: number): boolean => people[at - 1]?.unit !== people[at]?.unit

/** A printed list of the insured: kinds of insurance under one head, sums, and who made it. */
function insured(): Case {
  const people = roster(11001, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 2, ['驾驶员', '炊事员']],
    ['村镇建设办公室', '行政编制', 3],
    ['畜牧兽医站', '事业编制', 3],
  ])
  const word: Readonly<Record<string, string>> = {
    行政编制: '机关行政编',
    机关工勤编制: '机关工勤编',
    事业编制: '事业编',
  }
  const pay = (at: number) => 5230 + at * 115
  const insuredSince = (at: number) => `20${14 + (at % 9)}10`
  return eleventh(
    'Q01-社保参保人员打印表',
    '.xls：机关事业单位参保人员花名册，上面单位编号、单位名称、打印日期一行（云溪乡人民政府，不是机构）；所属部门是机构；险种三列在一个大表头下；参保年月不是入编时间；合计和经办人在末尾',
    { people: told(people, 'id', 'sex', 'post') },
    biff({
      name: '参保花名册',
      merges: [
        'A1:M1',
        'A2:M2',
        ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'M'].map((one) => `${one}3:${one}4`),
        'J3:L3',
        `A${people.length + 6}:M${people.length + 6}`,
      ],
      rows: [
        ['机关事业单位参保人员花名册', ...blank(12)],
        ['单位编号：36220010023　　单位名称：云溪乡人民政府　　打印日期：2026-11-03', ...blank(12)],
        [
          '序号',
          '个人编号',
          '姓名',
          '证件号码',
          '性别',
          '所属部门',
          '岗位（职务）',
          '编制性质',
          '参保年月',
          '险种',
          null,
          null,
          '缴费基数',
        ],
        [...blank(9), '机关养老', '职工医疗', '工伤', null],
        ...people.map((one, at): Row => [
          at + 1,
          `10036${String(228140 + at * 9)}`,
          one.name,
          one.id,
          one.sex,
          one.unit,
          one.post,
          word[one.category] ?? null,
          insuredSince(at),
          '参保缴费',
          '参保缴费',
          '参保缴费',
          pay(at),
        ]),
        ['合计', null, `${people.length}人`, ...blank(9), people.reduce((sum, _, at) => sum + pay(at), 0)],
        ['经办人：温春燕　　　　　　复核人：寿广平　　　　　　单位负责人（签章）：', ...blank(12)],
      ],
    }),
    { ending: 'xls' },
  )
}

/** A sheet a 编制, a row over each office, degrees under a head of two levels. */
function sheetsByCategory(): Case {
  const people = roster(11002, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['农业综合服务中心', '事业编制', 4],
    ['劳动保障事务所', '事业编制', 2],
  ])
  const sheet = (category: string) => {
    const inside = people.filter((one) => one.category === category)
    const rows: Row[] = [
      ['云溪乡编制实名制管理人员台账', ...blank(8)],
      ['编号', '姓名', '性别', '身份证号', '出生年月', '学历学位', null, '现任职务', '进入编制时间'],
      [...blank(5), '学历', '学位', null, null],
    ]
    const merges = ['A1:I1', 'F2:G2', ...['A', 'B', 'C', 'D', 'E', 'H', 'I'].map((one) => `${one}2:${one}3`)]
    let running = 0
    for (const unit of unitsOf(inside)) {
      rows.push([`${unit}（${of(inside, unit).length}人）`, ...blank(8)])
      merges.push(`A${rows.length}:I${rows.length}`)
      for (const one of of(inside, unit)) {
        running += 1
        rows.push([
          running,
          one.name,
          one.sex,
          one.id,
          spoken(one.birth),
          one.education,
          one.education === '大学本科' ? '学士' : null,
          one.post,
          spoken(one.entered),
        ])
      }
    }
    return { name: category, rows, merges }
  }
  return eleventh(
    'Q02-一类编制一张分机构小标题',
    'SpreadsheetML 2003：工作表名就是编制类型（行政编制、机关工勤编制、事业编制），每张里机构写在合并的小标题行“党政综合办公室（4人）”；学历学位一个大表头；同一机构在两张里',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'post', 'enteredOn') },
    spreadsheet2003(...['行政编制', '机关工勤编制', '事业编制'].map(sheet)),
    { ending: 'xls' },
  )
}

/** Members of the party: the branch is merged at the left and is no office. */
function partyMembers(): Case {
  const people = roster(11003, [
    ['党政办公室', '行政编制', 4],
    ['平安法治办公室', '行政编制', 2],
    ['便民服务中心', '事业编制', 3],
    ['文化站', '事业编制', 2],
  ]).map((one, at): Person => ({ ...one, politics: at === 5 ? '中共预备党员' : '中共党员' }))
  const joined = (one: Person, at: number) =>
    at === 5 ? '2026-06' : `${Number(one.work.slice(0, 4)) + 2}-0${6 + (at % 2)}`
  const confirmed = (month: string) => `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`
  const cells = (texts: readonly string[]): readonly WebCell[] => texts.map((text) => ({ text }))
  const branch = (at: number): readonly WebCell[] => {
    if (at === 0) return [{ text: '中共云溪乡机关第一支部委员会', rows: 6 }]
    return at === 6 ? [{ text: '中共云溪乡站所联合支部委员会', rows: 5 }] : []
  }
  return eleventh(
    'Q03-党员信息系统导出',
    '网页 .xls，UTF-8：党员名册，所在党支部 rowspan（支部不是机构），人员类别写正式党员、预备党员（不是编制），入党日期、转为正式党员日期，末几列“行政职务所在部门”“编制类型”“行政职务”',
    {
      people: told(people, 'id', 'sex', 'education', 'politicalStatus', 'post'),
      personFiles: people.flatMap((one, at) => (at === 5 ? [] : [{ name: one.name, partyJoined: joined(one, at) }])),
    },
    Buffer.from(
      webPage('utf-8', '<title>党员名册</title>', [
        [{ text: '云溪乡机关党员名册', columns: 13 }],
        cells([
          '所在党支部',
          '序号',
          '姓名',
          '性别',
          '公民身份证号码',
          '民族',
          '学历',
          '人员类别',
          '入党日期',
          '转为正式党员日期',
          '行政职务所在部门',
          '编制类型',
          '行政职务',
        ]),
        ...people.map((one, at): readonly WebCell[] => [
          ...branch(at),
          ...cells([
            String(at + 1),
            one.name,
            one.sex,
            one.id,
            one.nation,
            one.education,
            at === 5 ? '预备党员' : '正式党员',
            dotted(joined(one, at)),
            at === 5 ? '' : dotted(confirmed(joined(one, at))),
            one.unit,
            one.category,
            one.post,
          ]),
        ]),
      ]),
    ),
    { ending: 'xls' },
  )
}

/** Pay of a month as text: a block an office, money with commas, sums below each and at the end. */
function payBlocks(): Case {
  const people = roster(11004, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1, ['打字员']],
    ['经济发展办公室', '行政编制', 3],
    ['水务站', '事业编制', 3],
  ])
  const word: Readonly<Record<string, string>> = {
    行政编制: '公务员编制',
    机关工勤编制: '机关工勤编制',
    事业编制: '事业编制',
  }
  const money = (amount: number) => `${Math.floor(amount / 1000)},${String(amount % 1000).padStart(3, '0')}.00`
  const base = (one: Person) => 2100 + (people.indexOf(one) % 7) * 85
  const extra = (one: Person) => 3050 + (people.indexOf(one) % 5) * 60
  const all = (list: readonly Person[]) => list.reduce((sum, one) => sum + base(one) + extra(one), 0)
  const rows: readonly Row[] = [
    ['云溪乡2026年10月份工资发放明细表', ...blank(8)],
    ...unitsOf(people).flatMap((unit): readonly Row[] => {
      const here = of(people, unit)
      return [
        [`发放部门：${unit}`, ...blank(7), '单位：元'],
        ['编号', '姓名', '身份证号', '编制类别', '职务', '基本工资', '津贴补贴', '应发合计', '开户银行'],
        ...here.map((one, at): Row => [
          `${String(unitsOf(people).indexOf(unit) + 1).padStart(2, '0')}-${at + 1}`,
          one.name,
          `\t${one.id}`,
          word[one.category] ?? null,
          one.post,
          money(base(one)),
          money(extra(one)),
          money(base(one) + extra(one)),
          '云溪农商银行',
        ]),
        ['小计', `${here.length}人`, ...blank(5), money(all(here)), null],
        blank(9),
      ]
    }),
    ['总计', `${people.length}人`, ...blank(5), money(all(people)), null],
  ]
  return eleventh(
    'Q04-工资发放明细分部门',
    'GB18030 .csv：一个部门一段，“发放部门：党政办公室”在各段表头上面，每段重复表头，编号01-1；金额带千分位逗号有引号，身份证号前有制表符；小计、总计；编制类别写公务员编制等',
    { people: told(people, 'id', 'post') },
    gb18030(separated(rows, ',')),
    { ending: 'csv' },
  )
}

/** People paid by the budget: Strict Open XML, the outer and the inner unit merged, heads of two rows. */
function paidByBudget(): Case {
  const people = roster(11010, [
    ['党政综合办公室', '行政编制', 3],
    ['公共安全办公室', '行政编制', 3],
    ['农村经济经营管理站', '事业编制', 3],
    ['畜牧兽医工作站', '事业编制', 2],
  ])
  return eleventh(
    'Q10-财政供养人员两级单位',
    '.xlsx 严格格式：表头两层；主管单位一列全是云溪乡人民政府（整列合并），基层单位（机构）纵向合并；“编制情况”下编制种类、上编日期；出生日期、上编日期是日期；末行合计',
    { people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'post') },
    strictBook({
      name: '财政供养人员',
      merges: [
        'A1:J1',
        ...['A', 'B', 'C', 'D', 'E', 'J'].map((one) => `${one}2:${one}3`),
        'F2:G2',
        'H2:I2',
        `B4:B${people.length + 3}`,
        ...down(people, 'C', 4),
      ],
      rows: [
        ['2026年度云溪乡财政供养在职人员情况表', ...blank(9)],
        ['序号', '主管单位', '基层单位', '姓名', '性别', '身份信息', null, '编制情况', null, '职务'],
        [...blank(5), '公民身份号码', '出生日期', '编制种类', '上编日期', null],
        ...people.map((one, at): Row => [
          at + 1,
          at === 0 ? '云溪乡人民政府' : null,
          opens(people, at) ? one.unit : null,
          one.name,
          one.sex,
          one.id,
          { day: one.birth, format: 'yyyy/m/d' },
          one.category,
          { day: `${one.entered}-01`, format: 'yyyy/m/d' },
          one.post,
        ]),
        ['合计', null, null, `${people.length}人`, ...blank(6)],
      ],
    }),
  )
}

/** Text of a system: codes before the office, codes after the 编制, a mark before the number. */
function systemText(): Case {
  const people = roster(11011, [
    ['党群工作办公室', '行政编制', 3],
    ['财经办公室', '行政编制', 3],
    ['社会事业服务中心', '事业编制', 4],
    ['生态环保站', '事业编制', 2],
  ])
  const code = (unit: string) => `3622010${String(unitsOf(people).indexOf(unit) + 1).padStart(2, '0')}`
  const word: Readonly<Record<string, string>> = { 行政编制: '行政编制（10）', 事业编制: '事业编制（30）' }
  return eleventh(
    'Q11-实名制系统文本导出',
    'UTF-16 制表符 .txt：内设机构写“362201001 党群工作办公室”（代码空格名称），编制类型“行政编制（10）”，性别“男性”，身份证号前有单撇号，列编日期八位；第一行查询条件，末行“共12条记录”',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn') },
    utf16(
      separated(
        [
          ['查询条件：单位=云溪乡人民政府 且 人员状态=在编'],
          ...staffSheet(people, [
            number,
            ['内设机构', (one) => `${code(one.unit)} ${one.unit}`],
            ['姓名', (one) => one.name],
            ['性别', (one) => `${one.sex}性`],
            ['身份证号', (one) => `'${one.id}`],
            ['民族', (one) => one.nation],
            ['编制类型', (one) => word[one.category] ?? null],
            ['职务名称', (one) => one.post],
            ['列编日期', (one) => `${one.entered.replace('-', '')}01`],
          ]),
          [`共${people.length}条记录，导出时间 2026-11-02 15:40:12`],
        ],
        '\t',
      ),
    ),
    { ending: 'txt' },
  )
}

export const eleventhSystemCases: readonly (() => Case)[] = [
  insured,
  sheetsByCategory,
  partyMembers,
  payBlocks,
  paidByBudget,
  systemText,
]
