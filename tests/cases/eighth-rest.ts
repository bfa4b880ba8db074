import { dotted, of, plainRoster, PLAIN_KEYS, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, escaped, gb18030, separated, xlsx, type Row } from './kit/write-files.ts'
import { drawn, sixth as eighth } from './sixth-parts.ts'

/* M03, M06, M09 … M30: every third of the eighth set, held back until the others had been mended. */

const number: Column = column.number
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['社会治理办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
  ])

/** Approved and there, merged at the left of the people of each unit. */
function mergedQuotas(): Case {
  const people = roster(8003, [
    ['党政综合办公室', '行政编制', 4],
    ['公共服务办公室', '行政编制', 2],
    ['综合执法队', '事业编制', 4],
  ])
  const approved: Readonly<Record<string, number>> = { 党政综合办公室: 5, 公共服务办公室: 2, 综合执法队: 5 }
  const first = (at: number) => people[at - 1]?.unit !== people[at]?.unit
  const count = (unit: string) => of(people, unit).length
  return eighth(
    'M03-左边合并编制数的公示表',
    '公示表：机构名称、编制类型、编制数、实有数、空编五列纵向合并，右边序号、姓名、性别、职务（岗位）、进入本单位时间、备注；标题下写依据文号；进入本单位时间不是入编时间；有编制数也有人',
    {
      people: told(people, 'sex', 'post'),
      quotas: unitsOf(people).map((unit) => ({
        unit,
        category: of(people, unit)[0]?.category ?? '',
        quota: approved[unit] ?? 0,
      })),
    },
    xlsx({
      name: '公示',
      merges: [
        'A1:K1',
        'A2:K2',
        ...'ABCDE'.split('').flatMap((letter) =>
          unitsOf(people).map((unit) => {
            const from = 4 + people.findIndex((one) => one.unit === unit)
            return `${letter}${from}:${letter}${from + count(unit) - 1}`
          }),
        ),
      ],
      rows: [
        ['云溪乡机构编制和实有人员公示表', ...blank(10)],
        ['编制核定依据：云编字〔2024〕18号　　　　　　　公示时间：2026年11月', ...blank(10)],
        ...staffSheet(people, [
          ['机构名称', (one, at) => (first(at) ? one.unit : null)],
          ['编制类型', (one, at) => (first(at) ? one.category : null)],
          ['编制数', (one, at) => (first(at) ? (approved[one.unit] ?? null) : null)],
          ['实有数', (one, at) => (first(at) ? count(one.unit) : null)],
          ['空编', (one, at) => (first(at) ? (approved[one.unit] ?? 0) - count(one.unit) : null)],
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['职务（岗位）', (one) => one.post],
          ['进入本单位时间', (one) => dotted(one.work)],
          ['备注', () => null],
        ]),
      ],
    }),
  )
}

/** Narrow merged cells break the names of units and of the 编制. */
function brokenLines(): Case {
  const people = roster(8006, [
    ['党政综合办公室', '行政编制', 4],
    ['自然资源和规划所', '事业编制', 3],
    ['党群服务中心', '事业编制', 3],
  ])
  const narrow: Readonly<Record<string, string>> = {
    党政综合办公室: '党政综\n合办公\n室',
    自然资源和规划所: '自然资\n源和规\n划所',
    党群服务中心: '党群服\n务中心',
  }
  const start = (at: number) => people[at - 1]?.unit !== people[at]?.unit
  const area = (letter: string) =>
    unitsOf(people).map((unit) => {
      const from = 4 + people.findIndex((one) => one.unit === unit)
      return `${letter}${from}:${letter}${from + of(people, unit).length - 1}`
    })
  return eighth(
    'M06-窄列里机构断行',
    '机构、编制两列很窄，纵向合并，格里手工换行“党政综\n合办公\n室”“行政\n编制”；身份证号也手工断成两行；两层表头“学历／全日制、在职”取高的',
    { people: told(people, 'id', 'sex', 'post', 'education') },
    xlsx({
      name: '花名册',
      merges: [
        'A2:A3',
        'B2:B3',
        'C2:C3',
        'D2:D3',
        'E2:E3',
        'F2:F3',
        'G2:H2',
        'I2:I3',
        'A1:I1',
        ...area('B'),
        ...area('I'),
      ],
      rows: [
        ['云溪乡机关、事业单位在编人员花名册', ...blank(8)],
        ['序\n号', '机构', '姓名', '性\n别', '身份证\n号码', '职务', '学历', null, '编制\n性质'],
        [...blank(6), '全日制', '在职', null],
        ...people.map((one, at): Row => [
          at + 1,
          start(at) ? (narrow[one.unit] ?? null) : null,
          one.name,
          one.sex,
          `${one.id.slice(0, 10)}\n${one.id.slice(10)}`,
          one.post,
          one.education === '大学本科' && at % 2 === 0 ? '大专' : one.education,
          one.education === '大学本科' && at % 2 === 0 ? '本科' : null,
          start(at) ? (one.category === '行政编制' ? '行政\n编制' : '事业\n编制') : null,
        ]),
      ],
    }),
  )
}

/** One letter for each 编制, told in a note below. */
function oneLetter(): Case {
  const people = roster(8009, [
    ['党政综合办公室', '行政编制', 4],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['综合执法队', '事业编制', 4],
    ['综合执法队', '公益性岗位', 2, ['协管员']],
  ])
  const letter: Readonly<Record<string, string>> = {
    行政编制: '行',
    机关工勤编制: '勤',
    事业编制: '事',
    公益性岗位: '公',
  }
  return eighth(
    'M09-编制一字简写',
    '身份一列只写“行、事、勤、公”，表下注“行—行政编制　事—事业编制　勤—机关工勤编制　公—公益性岗位”；单位在最后一列；联系电话有短号',
    {
      mustAsk: true,
      says: [
        ['“行”', '行政编制'],
        ['“事”', '事业编制'],
        ['“勤”', '机关工勤编制'],
        ['“公”', '公益性岗位'],
      ],
      people: told(people, 'id', 'sex', 'post'),
    },
    biff({
      name: '通讯录',
      merges: ['A1:H1', `A${people.length + 3}:H${people.length + 3}`],
      rows: [
        ['云溪乡干部职工名录', ...blank(7)],
        ...staffSheet(people, [
          number,
          ['姓名', drawn],
          ['性别', (one) => one.sex],
          ['身份', (one) => letter[one.category] ?? null],
          ['职务', (one) => one.post],
          ['身份证号', (one) => one.id],
          ['电话（短号）', (one, at) => `${one.phone}（6${100 + at}）`],
          ['单位', (one) => one.unit],
        ]),
        ['注：行—行政编制　事—事业编制　勤—机关工勤编制　公—公益性岗位', ...blank(7)],
      ],
    }),
    { ending: 'xls' },
  )
}

/** The housing fund's monthly list; one account is closed. */
function housingFund(): Case {
  const staff = staffOf(8012)
  const closed = staff[6]
  return eighth(
    'M12-公积金汇缴清册',
    '公积金汇缴清册 GB18030 .csv：职工账号（12位）、姓名、证件号码、缴存基数、单位月缴、个人月缴、账户状态（正常、封存）；人都在编制本里，什么也不变；封存的一人是否已走不知道，不能不说就当走了',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    gb18030(
      separated(
        [
          ['单位名称：云溪乡人民政府', '', '', '汇缴年月：202611', ...blank(5)],
          ...staffSheet(staff, [
            number,
            ['职工账号', (_, at) => `3611000${String(20450 + at * 13)}`],
            ['职工姓名', (one) => one.name],
            ['证件号码', (one) => `\t${one.id}`],
            ['缴存基数', (_, at) => 5200 + at * 113],
            ['单位月缴存额', (_, at) => 624 + at * 13],
            ['个人月缴存额', (_, at) => 624 + at * 13],
            ['月缴存合计', (_, at) => 1248 + at * 26],
            ['账户状态', (one) => (one === closed ? '封存' : '正常')],
          ]),
          ['合计', '', '', '', '', '', '', 15158, ''],
        ],
        ',',
      ),
    ),
    { ending: 'csv', before: plainRoster(staff) },
  )
}

/** Units down, kinds of people across, names in the cells. */
function matrix(): Case {
  const units = ['党政综合办公室', '党群工作办公室', '便民服务中心']
  const people = roster(8015, [
    ['党政综合办公室', '行政编制', 3],
    ['党政综合办公室', '事业编制', 2],
    ['党政综合办公室', '公益性岗位', 1],
    ['党群工作办公室', '行政编制', 2],
    ['党群工作办公室', '劳务派遣', 1],
    ['便民服务中心', '事业编制', 3],
    ['便民服务中心', '公益性岗位', 2],
  ])
  const kinds = ['行政编制', '事业编制', '公益性岗位', '劳务派遣']
  const names = (unit: string, kind: string) => {
    const found = people.filter((one) => one.unit === unit && one.category === kind).map((one) => one.name)
    return found.length === 0 ? null : found.join(kind === '行政编制' ? '、' : '\n')
  }
  return eighth(
    'M15-部门和身份交叉的名单',
    '人员分布一览：部门在左，行政编制、事业编制、公益性岗位、劳务派遣横排，格里是人名（顿号或换行），末列小计、末行合计是人数；没有身份证号',
    { mustAsk: true, says: [], people: told(people) },
    xlsx({
      name: '分布',
      merges: ['A1:G1'],
      rows: [
        ['云溪乡工作人员分布一览表', ...blank(6)],
        ['序号', '部门', ...kinds, '小计'],
        ...units.map((unit, at): Row => [
          at + 1,
          unit,
          ...kinds.map((kind) => names(unit, kind)),
          of(people, unit).length,
        ]),
        ['合计', null, ...kinds.map((kind) => people.filter((one) => one.category === kind).length), people.length],
      ],
    }),
  )
}

/** A web page with hidden cells and rows, heads in th. */
function hiddenCells(): Case {
  const people = roster(8018, [
    ['综合办公室', '行政编制', 4],
    ['财政经管中心', '事业编制', 3],
    ['文化体育站', '事业编制', 2],
  ])
  const gone = roster(8118, [['综合办公室', '行政编制', 1]])
  const line = (one: Person, at: number, style: string) =>
    `<tr${style}><td style="display:none">u${9000 + at}</td><td>${at + 1}</td><td>${escaped(one.unit)}</td>` +
    `<td><a href="#">${escaped(one.name)}</a></td>` +
    `<td>${one.sex}</td><td style='mso-number-format:"\\@"'>${one.id}</td>` +
    `<td>${escaped(one.category)}</td><td>${escaped(one.post)}</td><td>${one.entered}</td></tr>`
  return eighth(
    'M18-网页里有藏着的格子',
    '网页另存 .xls（UTF-8）：thead 里 th 表头，首列 display:none 是系统内部编号，有一整行 display:none 是已注销的人（页面上看不见），姓名是链接，身份证号只有格式；表后有分页“上一页 1 2 下一页”',
    {
      mustAsk: true,
      says: [],
      people: told(people, 'id', 'sex', 'post', 'enteredOn'),
      gone: gone.map((one) => one.name),
    },
    Buffer.from(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>人员管理</title>` +
        `<script>var a = "<td>";</script></head><body>` +
        `<h3>人员信息列表</h3>` +
        `<table class="layui-table">` +
        `<thead><tr><th style="display:none">ID</th><th>序号</th><th>所在机构</th>` +
        `<th>姓名</th><th>性别</th><th>身份证号</th>` +
        `<th>编制类型</th><th>现任职务</th><th>入编时间</th>` +
        `</tr></thead><tbody>\n${people.map((one, at) => line(one, at, '')).join('\n')}\n` +
        `${gone.map((one) => line(one, people.length, ' style="display:none"')).join('\n')}\n</tbody></table>` +
        `<div>上一页 1 2 下一页　共 9 条</div></body></html>`,
    ),
    { ending: 'xls' },
  )
}

/** A sheet for each unit and 编制; both stand in its name and its title. */
function sheetNames(): Case {
  const people = roster(8021, [
    ['党政综合办公室', '行政编制', 3],
    ['党政综合办公室', '机关工勤编制', 2, ['驾驶员']],
    ['农业综合服务中心', '事业编制', 4],
    ['农业综合服务中心', '劳务派遣', 2, ['农机手']],
  ])
  const groups = [...new Set(people.map((one) => `${one.unit}|${one.category}`))]
  return eighth(
    'M21-表名机构加编制',
    '一张表一个机构一种编制，表名“党政综合办公室-行政编制”“农业综合服务中心-劳务派遣”，标题“党政综合办公室机关工勤编制人员名单”，表里没有机构列和编制列；最后“人数：2”',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx(
      ...groups.map((group) => {
        const [unit = '', category = ''] = group.split('|')
        const inside = people.filter((one) => one.unit === unit && one.category === category)
        return {
          name: `${unit}-${category}`,
          merges: ['A1:F1'],
          rows: [
            [`${unit}${category}人员名单`, ...blank(5)],
            ...staffSheet(inside, [
              number,
              ['姓名', (one) => one.name],
              ['性别', (one) => one.sex],
              ['身份证号码', (one) => one.id],
              ['岗位（职务）', (one) => one.post],
              ['联系方式', (one) => one.phone],
            ]),
            [`人数：${inside.length}`, ...blank(5)],
          ] as readonly Row[],
        }
      }),
    ),
  )
}

/** A posted list whose numbers are masked; posts are new. */
function maskedNumbers(): Case {
  const staff = staffOf(8024)
  const posts: Readonly<Record<number, string>> = { 7: '管理八级', 8: '专业技术十级', 10: '专业技术十一级' }
  return eighth(
    'M24-公示里号码打了星',
    '岗位聘用公示名单：姓名、身份证号（3622**********991X 打星）、所在单位、原聘岗位、拟聘岗位、聘期；人都在编制本里，打星的号码不能写进编制本，拟聘的岗位还没有聘，什么也不变',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '公示',
      merges: ['A1:G1'],
      rows: [
        ['云溪乡事业单位岗位聘用公示名单', ...blank(6)],
        ...staffSheet(
          staff.filter((_, at) => posts[at] !== undefined),
          [
            number,
            ['姓名', (one) => one.name],
            ['身份证号', (one) => `${one.id.slice(0, 4)}**********${one.id.slice(-4)}`],
            ['所在单位', (one) => one.unit],
            ['原聘岗位', (one) => one.post],
            ['拟聘岗位', (one) => posts[staff.indexOf(one)] ?? null],
            ['聘期', () => '2027.1-2029.12'],
          ],
        ),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Leaders stand again, without a number, in the offices they lead. */
function leadersAgain(): Case {
  const people = roster(8027, [
    ['乡领导班子', '行政编制', 4, ['党委书记', '党委副书记、乡长', '党委委员、组织委员', '副乡长']],
    ['党建办公室', '行政编制', 3, ['副主任', '科员']],
    ['经济发展办公室', '行政编制', 3, ['副主任', '科员']],
    ['综合文化站', '事业编制', 3],
  ])
  const again = (unit: string): readonly Row[] =>
    unit === '党建办公室' || unit === '经济发展办公室'
      ? [[null, `${people[unit === '党建办公室' ? 2 : 3]?.name ?? ''}（兼）`, null, null, null, '主任', null]]
      : []
  let at = 0
  return eighth(
    'M27-领导兼主任再列一行',
    '机构小标题“【党建办公室】”整行合并，委员兼办公室主任在该办公室再列一行“某某（兼）　主任”，没有序号、性别、身份证号、编制；只占班子的编制，不另算人，姓名不带“（兼）”',
    { people: told(people, 'id', 'sex').map((one, place) => ({ ...one, post: people[place]?.post ?? null })) },
    xlsx({
      name: '花名册',
      merges: ['A1:G1', 'A3:G3', 'A8:G8', 'A13:G13', 'A18:G18'],
      rows: [
        ['云溪乡在编人员花名册', ...blank(6)],
        ['序号', '姓名', '性别', '身份证号', '编制', '职务', '备注'],
        ...unitsOf(people).flatMap((unit) => [
          [`【${unit}】`, ...blank(6)] as Row,
          ...again(unit),
          ...of(people, unit).map((one): Row => {
            at += 1
            return [at, one.name, one.sex, one.id, one.category, one.post, null]
          }),
        ]),
      ],
    }),
  )
}

/** The nine columns a province posts. */
function nineColumns(): Case {
  const people = roster(8030, [
    ['党政综合办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 2],
    ['财政所', '事业编制（全额拨款）', 3],
    ['水管所', '事业编制（自收自支）', 3],
  ])
  const way = ['公务员考录', '调入', '军转安置', '公开招聘']
  const kind: Readonly<Record<string, string>> = {
    行政编制: '行政',
    '事业编制（全额拨款）': '事业（全额）',
    '事业编制（自收自支）': '事业（自收自支）',
  }
  return eighth(
    'M30-财政编制政务公开九栏',
    '公开表：单位一行“单位：财政所（全额拨款事业单位　编制4名）”，列为姓名、性别、职务（或岗位）、职称、所占编制类别（行政、事业（全额）、事业（自收自支））、进入现单位时间、进入渠道、在编状况（在编）、编制卡（证）号；没有身份证号',
    { people: told(people, 'sex', 'post') },
    xlsx({
      name: '公开',
      merges: ['A1:I1'],
      rows: [
        ['云溪乡财政与编制政务公开人员信息表', ...blank(8)],
        ...unitsOf(people).flatMap((unit) => [
          [
            `单位：${unit}（${unit === '水管所' ? '自收自支事业单位' : unit === '财政所' ? '全额拨款事业单位' : '行政机关内设机构'}　编制${of(people, unit).length + 1}名）`,
            ...blank(8),
          ] as Row,
          ...staffSheet(of(people, unit), [
            ['姓名', (one) => one.name],
            ['性别', (one) => one.sex],
            ['职务（或岗位）', (one) => one.post],
            ['职称', (_, at) => (unit === '财政所' && at === 1 ? '会计师' : null)],
            ['所占编制类别', (one) => kind[one.category] ?? null],
            ['进入现单位时间', (one) => dotted(one.work)],
            ['进入渠道', (_, at) => way[at % 4] ?? null],
            ['在编状况', () => '在编'],
            ['编制卡（证）号', (_, at) => `YX${2000 + at * 31}`],
          ]),
        ]),
      ],
    }),
  )
}

export const eighthRestCases: readonly (() => Case)[] = [
  mergedQuotas,
  brokenLines,
  oneLetter,
  housingFund,
  matrix,
  hiddenCells,
  sheetNames,
  maskedNumbers,
  leadersAgain,
  nineColumns,
]
