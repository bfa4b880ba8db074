import { dotted, of, told, unitsOf, type Case, type ToldQuota } from './kit/case.ts'
import { staffSheet } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, ods, oldXls, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'
import { opens } from './eleventh-systems.ts'
import { sixth as eleventh, spoken } from './sixth-parts.ts'

/* Q05–Q09, Q12: ledgers, tables and lists on paper of the bureau and the township. */

/** Ledger pages below each other: the quota of an office in words above its people. */
function ledgerPages(): Case {
  const people = roster(11005, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
    ['综合治理办公室', '行政编制', 3],
    ['农机推广站', '事业编制', 3],
  ])
  const page: Readonly<Record<string, readonly [words: string, leaders: string, paper: string]>> = {
    党政办公室: ['行政编制6名，机关工勤编制1名', '1正2副', '云编〔2021〕5号'],
    综合治理办公室: ['行政编制3名', '1正1副', '云编〔2021〕5号'],
    农机推广站: ['事业编制4名', '1正', '云编办〔2022〕17号'],
  }
  const quotas: readonly ToldQuota[] = [
    { unit: '党政办公室', category: '行政编制', quota: 6 },
    { unit: '党政办公室', category: '机关工勤编制', quota: 1 },
    { unit: '综合治理办公室', category: '行政编制', quota: 3 },
    { unit: '农机推广站', category: '事业编制', quota: 4 },
  ]
  const rows: Row[] = [['云溪乡机构编制管理台账', ...blank(7)]]
  const merges = ['A1:H1']
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    const [words, leaders, paper] = page[unit] ?? ['', '', '']
    rows.push(['机构名称', unit, null, '机构规格', '股级', '批准文号', paper, null])
    rows.push(['核定编制', words, null, '领导职数', leaders, '实有人数', here.length, null])
    for (const at of [rows.length - 1, rows.length]) merges.push(`B${at}:C${at}`, `G${at}:H${at}`)
    rows.push(
      ...staffSheet(here, [
        ['序号', (_, at) => at + 1],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号码', (one) => one.id],
        ['占用编制', (one) => one.category],
        ['职务（岗位）', (one) => one.post],
        ['入编时间', (one) => dotted(one.entered)],
        ['备注', () => null],
      ]),
      blank(8),
    )
  }
  return eleventh(
    'Q05-机构编制台账一页一机构',
    '一张表上下三页：机构名称、机构规格、批准文号一行，“核定编制：行政编制6名，机关工勤编制1名”、领导职数1正2副、实有人数一行，下面是本机构人员（占用编制一列）；既有核定数又有人',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn'), quotas },
    xlsx({ name: '台账', rows, merges }),
  )
}

/** How the quota is used: three numbers each of three 编制, two groups of offices with their sums. */
function usage(): Case {
  type Line = readonly [unit: string, ...pairs: (readonly [number, number])[]]
  const groups: readonly (readonly [string, string, readonly Line[]])[] = [
    [
      '党政机构',
      '云编发〔2024〕3号',
      [
        ['党政综合办公室', [8, 7], [2, 2], [0, 0]],
        ['党的建设办公室', [4, 4], [0, 0], [0, 0]],
        ['平安法治办公室', [5, 6], [0, 0], [0, 0]],
      ],
    ],
    [
      '事业单位',
      '云编发〔2024〕4号',
      [
        ['农业农村服务中心', [0, 0], [0, 0], [13, 11]],
        ['公共文化服务中心', [0, 0], [0, 0], [5, 5]],
        ['退役军人服务站', [0, 0], [0, 0], [3, 2]],
      ],
    ],
  ]
  const kinds = ['行政编制', '机关工勤编制', '事业编制']
  const rows: Row[] = [
    ['云溪乡编制使用情况表', ...blank(12)],
    ['填报时间：2026年10月31日　　　　　　　　　　　　　　　　　　　　　　　　　　计量单位：名', ...blank(12)],
    ['机构类别', '机构名称', ...kinds.flatMap((kind) => [kind, null, null]), '批准文件', '备注'],
    [null, null, ...kinds.flatMap(() => ['核定', '实有', '空（超）编']), null, null],
  ]
  const merges = ['A1:M1', 'A2:M2', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:H3', 'I3:K3', 'L3:L4', 'M3:M4']
  const three = ([approved, there]: readonly [number, number]): Row =>
    approved === 0 && there === 0 ? ['/', '/', '/'] : [approved, there, approved - there]
  const sums = (lines: readonly Line[]): Row =>
    kinds.flatMap((_, at) => {
      const pairs = lines.map((one) => one[at + 1] as readonly [number, number])
      const sum = (which: 0 | 1) => pairs.reduce((all, one) => all + one[which], 0)
      return [sum(0), sum(1), sum(0) - sum(1)]
    })
  for (const [group, paper, lines] of groups) {
    const from = rows.length + 1
    lines.forEach(([unit, ...pairs], at) =>
      rows.push([
        at === 0 ? group : null,
        unit,
        ...pairs.flatMap(three),
        at === 0 ? paper : null,
        unit === '平安法治办公室' ? '超编1名，待消化' : null,
      ]),
    )
    rows.push([null, '小计', ...sums(lines), null, null])
    merges.push(`A${from}:A${rows.length}`, `L${from}:L${rows.length}`)
  }
  rows.push(['总计', null, ...sums(groups.flatMap((one) => one[2])), null, null])
  merges.push(`A${rows.length}:B${rows.length}`)
  const quotas = groups.flatMap(([, , lines]) =>
    lines.flatMap(([unit, ...pairs]) =>
      pairs.flatMap(([quota], at): readonly ToldQuota[] =>
        quota === 0 ? [] : [{ unit, category: kinds[at] ?? '', quota }],
      ),
    ),
  )
  return eleventh(
    'Q06-编制使用情况表',
    '.et：机构类别（党政机构、事业单位）纵向合并，三种编制各有核定、实有、空（超）编，没有的写“/”，超编写负数；批准文件纵向合并；小计、总计；没有人',
    { people: [], quotas },
    biff({ name: '使用情况', rows, merges }),
    { ending: 'et' },
  )
}

/** A list of telephones: the office merged at the left, three people a row. */
function threeAcross(): Case {
  const people = roster(11007, [
    ['乡领导', '行政编制', 3, ['党委书记', '乡长', '人大主席']],
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1, ['司机']],
    ['民政办公室', '行政编制', 3],
    ['文旅服务中心', '事业编制', 6, ['主任', '副主任', '工作人员']],
  ])
  const rows: Row[] = [
    ['云溪乡机关干部职工通讯录', ...blank(12)],
    ['部门', ...[1, 2, 3].flatMap(() => ['姓名', '职务', '编制', '手机号码'])],
  ]
  const merges = ['A1:M1']
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    const from = rows.length + 1
    for (let at = 0; at < here.length; at += 3)
      rows.push([
        at === 0 ? unit : null,
        ...[0, 1, 2].flatMap((place): Row => {
          const one = here[at + place]
          return one === undefined ? blank(4) : [one.name, one.post, one.category.replace('机关', ''), one.phone]
        }),
      ])
    if (rows.length > from) merges.push(`A${from}:A${rows.length}`)
  }
  rows.push(['值班电话：0795-3200001　　传真：0795-3200002', ...blank(12)])
  merges.push(`A${rows.length}:M${rows.length}`)
  return eleventh(
    'Q07-通讯录一行三人',
    '通讯录：部门纵向合并在左，一行横排三人（姓名、职务、编制、手机号码重复三组），每部门最后一行不满三人；编制写行政编制、工勤编制、事业编制；没有身份证号；末行值班电话',
    { people: told(people, 'post') },
    xlsx({ name: '通讯录', rows, merges }),
  )
}

/** A posted table: the numbers of an office, and its people in one cell, a line each. */
function posted(): Case {
  const people = roster(11008, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1],
    ['经济发展办公室', '行政编制', 3],
    ['社会保障服务中心', '事业编制', 5],
  ])
  const quotas: readonly ToldQuota[] = [
    { unit: '党政办公室', category: '行政编制', quota: 5 },
    { unit: '党政办公室', category: '机关工勤编制', quota: 1 },
    { unit: '经济发展办公室', category: '行政编制', quota: 3 },
    { unit: '社会保障服务中心', category: '事业编制', quota: 7 },
  ]
  const named = (one: ToldQuota) =>
    people.filter((person) => person.unit === one.unit && person.category === one.category)
  const lines = quotas.map((one, at): readonly WebCell[] => {
    const same = quotas.filter((other) => other.unit === one.unit).length
    return [
      ...(quotas[at - 1]?.unit === one.unit ? [] : [{ text: one.unit, rows: same }]),
      { text: one.category },
      { text: String(one.quota) },
      { text: String(named(one).length) },
      { text: String(one.quota - named(one).length) },
      {
        text: named(one)
          .map((person) => person.name)
          .join('\n'),
      },
      { text: '云编发〔2023〕6号' },
    ]
  })
  const head = ['机构名称', '编制类型', '核定编制数', '实有人数', '空编数', '在编人员', '批准文号']
  return eleventh(
    'Q08-张榜公示姓名分行',
    '网页 .xls，GBK：编制实名制公示，机构名称 rowspan，一种编制一行，核定编制数、实有人数、空编数，“在编人员”一格里一行一个姓名（<br>），批准文号；上面一段公示说明，下面监督电话',
    { people: told(people), quotas },
    gb18030(
      webPage('gbk', '<title>公示</title>', [
        [{ text: '云溪乡机构编制实名制公示', columns: 7 }],
        [{ text: '根据实名制管理要求，现将我乡机构编制和在编人员情况公示如下，请予监督。', columns: 7 }],
        head.map((text) => ({ text })),
        ...lines,
        [{ text: '合计', columns: 2 }, ...['16', '13', '3', '', ''].map((text) => ({ text }))],
        [{ text: '监督电话：0795-3200018　　云溪乡人民政府　　2026年11月9日', columns: 7 }],
      ]),
    ),
    { ending: 'xls' },
  )
}

/** A sheet an office; which one stands only in the line below the people. */
function unitAtTheFoot(): Case {
  const people = roster(11009, [
    ['党政综合办公室', '行政编制', 4],
    ['应急管理办公室', '行政编制', 3],
    ['农业技术服务站', '事业编制', 4],
  ])
  const born = (one: Person, at: number) => {
    const month = one.birth.slice(0, 7)
    return [dotted(month), spoken(month), month.replace('-', '')][at % 3] ?? null
  }
  return eleventh(
    'Q09-填报科室写在表尾',
    '.ods：工作表叫“表一”“表二”“表三”，标题都一样，机构只写在各表末行“填报科室：党政综合办公室　负责人签字：……”；出生年月一列三种写法（1985.06、1985年6月、198506）；编制在列里',
    { people: told(people, 'id', 'sex', 'birth', 'post', 'enteredOn') },
    ods(
      ...unitsOf(people).map((unit, place) => {
        const here = of(people, unit)
        return {
          name: `表${'一二三'[place] ?? ''}`,
          merges: ['A1:I1', `A${here.length + 3}:I${here.length + 3}`],
          rows: [
            ['云溪乡编制实名制人员信息核对表', ...blank(8)],
            ...staffSheet(here, [
              ['序号', (_, at) => at + 1],
              ['姓名', (one) => one.name],
              ['性别', (one) => one.sex],
              ['出生年月', born],
              ['身份证号', (one) => one.id],
              ['编制性质', (one) => one.category],
              ['职务', (one) => one.post],
              ['何时入编', (one) => dotted(one.entered)],
              ['核对无误签字', () => null],
            ]),
            [`填报科室：${unit}　　　　负责人签字：　　　　填报日期：2026年11月5日`, ...blank(8)],
          ] as readonly Row[],
        }
      }),
    ),
    { ending: 'ods' },
  )
}

/** A workbook of Excel 95, which knows no merged cells: 编制 at the left and the office at the right, marks for the same below. */
function unitAtTheRight(): Case {
  const people = roster(11012, [
    ['党政办', '行政编制', 3],
    ['民政办', '行政编制', 2],
    ['林业站', '事业编制', 3],
  ])
  const mark = '〃'
  return eleventh(
    'Q12-最左编制最右机构写〃',
    'Excel 5.0/95 的 .xls（没有合并单元格）：编制类别在最左一列，机构在最右一列，和上一行相同的写“〃”；出生年月写1985年6月；没有身份证号',
    { people: told(people, 'sex', 'birth', 'post') },
    oldXls({
      name: '名册',
      rows: [
        ['云溪乡在编人员名册', ...blank(6)],
        ['编制类别', '序号', '姓名', '性别', '出生年月', '职务', '机构'],
        ...people.map((one, at): Row => [
          people[at - 1]?.category === one.category ? mark : one.category,
          at + 1,
          one.name,
          one.sex,
          spoken(one.birth),
          one.post,
          opens(people, at) ? one.unit : mark,
        ]),
      ],
    }),
    { ending: 'xls' },
  )
}

export const eleventhPaperCases: readonly (() => Case)[] = [
  ledgerPages,
  usage,
  threeAcross,
  posted,
  unitAtTheFoot,
  unitAtTheRight,
]
