import { plainRoster, PLAIN_KEYS, told, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster } from './kit/people.ts'
import { separated, xlsx, type Row } from './kit/write-files.ts'
import { sixth as seventh } from './sixth-parts.ts'

/* L17–L20: lists of some of the people of a book that holds them all. */

const number: Column = column.number
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['平安法治办公室', '行政编制', 3],
    ['公共服务中心', '事业编制', 4],
  ])

/** The people and members of their families who come along. */
function checkUp(): Case {
  const staff = staffOf(7017)
  const family = roster(7117, [['家属', '家属', 3]])
  const rows = [...staff.slice(0, 5), ...family.slice(0, 2), ...staff.slice(5, 9), ...family.slice(2)]
  return seventh(
    'L17-健康体检人员名单',
    '体检名单：序号、姓名、性别、年龄、身份证号、部门、与职工关系（本人、家属）、是否已婚、体检日期；家属三人部门栏写“家属”，不是工作人员；职工都在编制本里，什么也不变',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '体检',
      merges: ['A1:I1'],
      rows: [
        ['云溪乡2026年度健康体检人员名单', ...blank(8)],
        ...staffSheet(rows, [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['年龄', (one) => 2026 - Number(one.birth.slice(0, 4))],
          ['身份证号', (one) => one.id],
          ['部门', (one) => one.unit],
          ['与职工关系', (one) => (one.unit === '家属' ? '家属' : '本人')],
          ['婚姻状况', () => '已婚'],
          ['体检日期', (_, at) => `12月${at < 6 ? 8 : 9}日`],
        ]),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Dues by month; no number of anybody. */
function dues(): Case {
  const staff = staffOf(7018)
  const members = staff.filter((one) => one.party !== null)
  const months = Array.from({ length: 12 }, (_, at) => at + 1)
  return seventh(
    'L18-党费缴纳登记表',
    '.csv：机关支部党费缴纳登记，姓名、单位、职务、缴费基数、月缴、1月到12月、合计；没有身份证号，党员都在编制本里，什么也不变',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    Buffer.from(
      `\ufeff${separated(
        [
          ['2026年中共云溪乡机关支部党费缴纳登记表', ...blank(17)],
          ...staffSheet(members, [
            number,
            ['姓名', (one) => one.name],
            ['单位', (one) => one.unit],
            ['职务', (one) => one.post],
            ['缴费基数', (_, at) => 4100 + at * 37],
            ['月缴党费', (_, at) => 41 + at],
            ...months.map((month): Column => [`${month}月`, (_, at) => (month < 12 ? 41 + at : null)]),
            ['合计', (_, at) => (41 + at) * 11],
          ]),
        ],
        ',',
      )}`,
    ),
    { ending: 'csv', before: plainRoster(staff) },
  )
}

/** Who is on duty in the holidays: names in columns of leaders and staff. */
function holidayDuty(): Case {
  const staff = staffOf(7019)
  const name = (at: number) => staff[at % staff.length]?.name ?? ''
  return seventh(
    'L19-国庆节值班安排',
    '国庆值班表：日期、星期、带班领导、值班人员（两人，顿号隔开）、值班电话、备注；人都在编制本里，不能新建人、不能改人',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '值班安排',
      merges: ['A1:F1', 'E3:E9'],
      rows: [
        ['云溪乡2026年国庆节值班安排表', ...blank(5)],
        ['日期', '星期', '带班领导', '值班人员', '值班电话', '备注'],
        ...Array.from({ length: 7 }, (_, at): Row => [
          `10月${at + 1}日`,
          ['四', '五', '六', '日', '一', '二', '三'][at] ?? null,
          name(at % 2 === 0 ? 0 : 4),
          `${name(at + 1)}、${name(at + 5)}`,
          at === 0 ? '0793-8210001' : null,
          null,
        ]),
        ['注：值班时间为当日8:00至次日8:00，带班领导24小时在岗带班。', ...blank(5)],
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** A ledger of who came and went this year. */
function movements(): Case {
  const staff = staffOf(7020)
  const came = roster(7120, [['平安法治办公室', '行政编制', 2, ['科员']]])
  const went = [staff[2], staff[9]].filter((one) => one !== undefined)
  const stays = staff.filter((one) => !went.includes(one))
  const line = (
    at: number,
    kind: string,
    why: string,
    one: (typeof staff)[number],
    day: string,
    from: string,
    to: string,
  ): Row => [at, kind, one.name, one.sex, one.id, one.unit, one.category, why, day, from, to]
  const [first, second] = came
  const [gone, retired] = went
  return seventh(
    'L20-人员增减变动台账',
    '本年变动台账：增减（增、减）、姓名、性别、身份证号、所在机构、编制类型、变动原因（公开招录、调入、调出、退休）、变动时间、从何处来、到何处去；两人新来，两人走了：走的不能当成新来或仍留着不说',
    {
      mustAsk: true,
      says: [],
      people: [...told(stays, ...PLAIN_KEYS), ...told(came, 'id', 'sex')],
      open: went.map((one) => one.name),
    },
    xlsx({
      name: '2026年',
      merges: ['A1:K1'],
      rows: [
        ['云溪乡2026年人员增减变动台账', ...blank(10)],
        [
          '序号',
          '增减',
          '姓名',
          '性别',
          '身份证号',
          '所在机构',
          '编制类型',
          '变动原因',
          '变动时间',
          '从何处来',
          '到何处去',
        ],
        ...(first === undefined || second === undefined || gone === undefined || retired === undefined
          ? []
          : [
              line(1, '增', '公开招录', first, '2026.02', '应届毕业生', ''),
              line(2, '减', '调出', gone, '2026.05', '', '县农业农村局'),
              line(3, '增', '调入', second, '2026.07', '白石镇人民政府', ''),
              line(4, '减', '退休', retired, '2026.09', '', ''),
            ]),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

export const seventhPartialCases: readonly (() => Case)[] = [checkUp, dues, holidayDuty, movements]
