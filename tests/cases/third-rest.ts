import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { roster } from './kit/people.ts'
import { separated, xlsx, type Row } from './kit/write-files.ts'

/* E17, E25–E28: changes beside the list, headings with names, offices with numbers, a text with bars, namesakes. */

function changesSheet(): Case {
  const staff = roster(419, [
    ['党政综合办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 4],
  ])
  const left = roster(519, [['便民服务中心', '事业编制', 2]])
  return {
    truth: {
      case: 'E17-名册和减少人员',
      file: 'E17-名册和减少人员.xlsx',
      about: '“现有人员”一张，“本年减少人员”一张（变动类型：调出、退休），后者的人已不在编',
      mustAsk: true,
      people: told(staff, 'id'),
      gone: left.map((one) => one.name),
    },
    bytes: xlsx(
      {
        name: '现有人员',
        rows: staffSheet(staff, [
          ['单位', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['编制类型', (one) => one.category],
          ['身份证号', (one) => one.id],
        ]),
      },
      {
        name: '变动',
        rows: [
          ['本年减少人员'],
          ...staffSheet(left, [
            ['单位', (one) => one.unit],
            ['姓名', (one) => one.name],
            ['编制类型', (one) => one.category],
            ['身份证号', (one) => one.id],
            ['变动类型', (_, at) => (at === 0 ? '调出' : '退休')],
            ['变动时间', () => '2026.06'],
          ]),
        ],
      },
    ),
  }
}

function unitWithLeader(): Case {
  const people = roster(428, [
    ['党政综合办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 3],
  ])
  const rows: Row[] = [['云溪乡干部职工花名册'], ['序号', '姓名', '编制', '身份证号', '职务', '电话']]
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    rows.push([`${unit}　负责人：${here[0]?.name ?? ''}　分管领导：谭怀远`])
    here.forEach((one, at) => rows.push([at + 1, one.name, one.category, one.id, one.post, one.phone]))
  }
  return {
    truth: {
      case: 'E25-小标题带负责人',
      file: 'E25-小标题带负责人.xlsx',
      about: '小标题“党政综合办公室　负责人：某某　分管领导：某某”，没有机构列',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: '花名册', rows }),
  }
}

function countedUnits(): Case {
  const people = roster(429, [
    ['党政综合办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 4],
  ])
  const rows: Row[] = [['机构（编制数）', '姓名', '编制', '身份证号', '职务']]
  const merges: string[] = []
  for (const unit of unitsOf(people)) {
    const here = of(people, unit)
    merges.push(`A${rows.length + 1}:A${rows.length + here.length}`)
    here.forEach((one, at) =>
      rows.push([at === 0 ? `${unit}\n（编制${here.length + 1}名）` : null, one.name, one.category, one.id, one.post]),
    )
  }
  rows.push(['共计', `${people.length}人`, '其中：行政5人，事业4人', null, null])
  return {
    truth: {
      case: 'E26-合并格机构带编制数',
      file: 'E26-合并格机构带编制数.xlsx',
      about: '机构纵向合并，格里换行写“（编制6名）”；“共计 9人 其中：行政5人，事业4人”',
      people: told(people, 'id', 'post'),
    },
    bytes: xlsx({ name: 'Sheet1', rows, merges }),
  }
}

function barredText(): Case {
  const people = roster(430, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const rows = staffSheet(people, [
    ['工号', (_, at) => `00${at + 1}`],
    ['姓名', (one) => one.name],
    ['部门', (one) => one.unit],
    ['编制类型', (one) => one.category],
    ['身份证号', (one) => one.id],
    ['入编时间', (one) => one.entered],
  ])
  return {
    truth: {
      case: 'E27-竖线分隔文本',
      file: 'E27-竖线分隔文本.txt',
      about: '系统导出的文本，竖线分隔，UTF-8 无标记；工号有前导零',
      people: told(people, 'id', 'enteredOn'),
    },
    bytes: Buffer.from(separated(rows, '\t').replaceAll('\t', '|')),
  }
}

function namesakes(): Case {
  const people = roster(431, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const name = people[0]?.name ?? ''
  const all = people.map((one, at) => (at === 2 || at === 5 ? { ...one, name } : one))
  const marks: Record<number, string> = { 0: '（大）', 2: '（小）' }
  return {
    truth: {
      case: 'E28-三人同名姓名带注',
      file: 'E28-三人同名姓名带注.xlsx',
      about: '三人同名（两人同单位），姓名后写“（大）”“（小）”；身份证号都有',
      // （大） and （小） tell two of a name apart and stay with it.
      people: told(all, 'id', 'post').map((one, at) => ({ ...one, name: `${one.name}${marks[at] ?? ''}` })),
    },
    bytes: xlsx({
      name: '人员',
      rows: staffSheet(all, [
        column.number,
        ['单位', (one) => one.unit],
        ['姓名', (one, at) => `${one.name}${marks[at] ?? ''}`],
        ['编制类型', (one) => one.category],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
      ]),
    }),
  }
}

export const restCases: readonly (() => Case)[] = [changesSheet, unitWithLeader, countedUnits, barredText, namesakes]
