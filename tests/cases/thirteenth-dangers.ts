import { dotted, plainRoster, told, type Case, type ToldPerson } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, xlsx, type Row } from './kit/write-files.ts'

/* T10, T11, T15, T16: who has left, who is lent out, no 编制 anywhere, one number for two people. */

const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const line = (text: string, columns: number): Row => [text, ...blanks(columns - 1)]

export const thirteenthDangerCases: readonly (() => Case)[] = [
  () => {
    const made = roster(13010, [
      ['党政办公室', '行政编制', 5],
      ['财政和资产管理办公室', '事业编制（参公）', 4],
      ['林业和草原工作站', '事业编制（全额拨款）', 5],
      ['党政办公室', '机关工勤编制', 2, ['驾驶员', '打字员']],
    ])
    const words: Readonly<Record<string, string>> = {
      行政编制: '公务员',
      '事业编制（参公）': '参公管理事业编',
      '事业编制（全额拨款）': '全额事业编',
      机关工勤编制: '机关工勤',
    }
    const remarks: Readonly<Record<number, string>> = {
      1: '抽调县委巡察办（2026年3月起）',
      3: '2026年8月调县水务局，工资已转出',
      6: '长休',
      8: '2026.6辞职已批准',
      10: '已病故（2026年9月）',
      12: '挂职省林业局，由派出单位统计',
      14: '2026年5月退休',
    }
    const gone = new Set([3, 8, 10, 14])
    const columns: readonly Column[] = [
      column.number,
      ['单位（科室）', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['身份证号', (one) => one.id],
      ['供养性质', (one) => words[one.category] ?? null],
      ['列编时间', (one) => dotted(one.entered)],
      ['职务', (one) => one.post],
      ['增减情况说明', (_, at) => remarks[at] ?? null],
    ]
    const stay = told(
      made.filter((_, at) => !gone.has(at)),
      'id',
      'sex',
      'post',
    ).map((one): ToldPerson => {
      const at = made.findIndex((other) => other.name === one.name)
      if (at === 1) return { ...one, secondedTo: '县委巡察办' }
      return remarks[at] === undefined ? { ...one, secondedTo: null } : one
    })
    return {
      truth: {
        case: 'T10-财政供养增减说明',
        file: 'T10-财政供养增减说明.xls',
        about: '财政供养人员表：增减情况说明里有调出、辞职、病故、退休，也有抽调、长休、挂职；供养性质四种写法',
        mustAsk: true,
        says: [],
        people: stay,
        gone: made.filter((_, at) => gone.has(at)).map((one) => one.name),
      },
      bytes: biff({
        name: '财政供养',
        rows: [
          line('云溪乡财政供养人员情况表', 9),
          ['截止时间：2026年10月', ...blanks(8)],
          ...staffSheet(made, columns),
          line('注：长休、挂职人员由派出单位统计。', 9),
        ],
        merges: ['A1:I1'],
      }),
    }
  },
  () => {
    const people = roster(13011, [
      ['党政综合办公室', '行政编制', 5],
      ['应急管理办公室', '行政编制', 3],
      ['乡村建设服务中心', '事业编制', 4],
    ])
    const lent: Readonly<Record<number, string>> = { 2: '县委组织部', 6: '县应急管理局', 9: '县住房和城乡建设局' }
    const out = people.map((one, at) => [one, lent[at]] as const).filter(([, to]) => to !== undefined)
    return {
      truth: {
        case: 'T11-借调人员备案表',
        file: 'T11-借调人员备案表.xlsx',
        about: '编制本里已有全部的人；借调人员备案表只列三个人，写明原单位、借调单位和起止时间，编制仍在原单位',
        before: ['T11-花名册.xlsx'],
        people: told(people, 'id', 'sex', 'enteredOn', 'post').map((one): ToldPerson => ({
          ...one,
          secondedTo: lent[people.findIndex((other) => other.name === one.name)] ?? null,
        })),
      },
      beforeBytes: [plainRoster(people)],
      bytes: xlsx({
        name: '借调备案',
        rows: [
          line('借调人员备案表', 9),
          ['填报单位：云溪乡党委', ...blanks(6), '2026年11月20日', null],
          ['序号', '姓名', '性别', '身份证号', '编制所在单位', '编制类型', '借调单位', '借调时间', null],
          [...blanks(7), '起', '止'],
          ...out.map(([one, to], at): Row => [
            at + 1,
            one.name,
            one.sex,
            one.id,
            one.unit,
            one.category,
            to ?? null,
            '2026.03',
            '2027.02',
          ]),
          ['备注：借调期间编制、人事、工资关系不变。', ...blanks(8)],
        ],
        merges: ['A1:I1', 'H3:I3', ...Array.from('ABCDEFG', (one) => `${one}3:${one}4`)],
      }),
    }
  },
  () => {
    const people = roster(13015, [
      ['党政办公室', '行政编制', 4, ['主任', '干事']],
      ['综合治理中心', '事业编制', 4, ['负责人', '干事']],
      ['便民服务大厅', '事业编制', 3, ['负责人', '干事']],
    ])
    const columns: readonly Column[] = [
      column.number,
      ['部门', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['身份证号', (one) => one.id],
      ['职务', (one) => one.post],
      ['联系电话', (one) => one.phone],
    ]
    return {
      truth: {
        case: 'T15-哪里也没写编制',
        file: 'T15-哪里也没写编制.xlsx',
        about: '有部门、姓名、身份证号、职务，整个文件没有一个字说编制类型，在编还是编外都不能确定',
        mustAsk: true,
        people: told(people, 'id', 'sex', 'post'),
      },
      bytes: xlsx({
        name: 'Sheet1',
        rows: [line('云溪乡工作人员花名册', 7), ...staffSheet(people, columns)],
        merges: ['A1:G1'],
      }),
    }
  },
  () => {
    const made = roster(13016, [
      ['党建工作办公室', '行政编制', 4],
      ['生态环境办公室', '行政编制', 3],
      ['农机和水利站', '事业编制', 5],
    ])
    const twin = made[4]
    const other = made.findIndex((one, at) => at > 6 && one.sex === twin?.sex)
    const people = made.map((one, at): Person => (at === other ? { ...one, id: twin?.id ?? '' } : one))
    const columns: readonly Column[] = [
      column.number,
      ['机构', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['身份证号码', (one) => one.id],
      ['编制类型', (one) => one.category],
      ['入编时间', (one) => one.entered],
      ['职务', (one) => one.post],
    ]
    const doubtful = new Set([twin?.name, people[other]?.name])
    return {
      truth: {
        case: 'T16-两人同一个号码',
        file: 'T16-两人同一个号码.xlsx',
        about: '不同机构的两个人写着同一个身份证号（复制时多抄了一格），不能确定号码是谁的',
        mustAsk: true,
        people: told(
          people.filter((one) => !doubtful.has(one.name)),
          'id',
          'sex',
          'enteredOn',
          'post',
        ),
        open: people.filter((one) => doubtful.has(one.name)).map((one) => one.name),
      },
      bytes: xlsx({
        name: '花名册',
        rows: [
          line('云溪乡在编人员花名册', 8),
          ...staffSheet(people, columns),
          ['合计', null, `${people.length}人`, ...blanks(5)],
        ],
        merges: ['A1:H1'],
      }),
    }
  },
]
