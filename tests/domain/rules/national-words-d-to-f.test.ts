import { describe, expect, test } from 'vitest'
import { checkDigitOf, upgradeLegacyId } from '../../../electron/domain/identity/resident-id.ts'
import type { ExitEvent } from '../../../electron/domain/model/exit-event.ts'
import {
  findingsOf,
  inventedId,
  run,
  runSnapshot,
  seat,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

/* What the rules about people (D), entries (E) and exits and changes (F) say in whole: the sentence, what to do, and the numbers. */

const UNITS: SnapshotSpec['units'] = [
  { name: '党政办', quotas: { administrative: 20 } },
  { name: '财政所', kind: 'institution', quotas: { institution: 3 } },
  { name: '经发办' },
]
const said = (more: Partial<SnapshotSpec>, rule: string) =>
  findingsOf(run({ units: UNITS, ...more }), rule).map(({ text, remedy, facts }) => [text, remedy, facts])
const one = (more: Partial<PersonSpec> = {}, holding: HoldingSpec = {}): PersonSpec => ({
  name: '甲',
  holdings: [seat('党政办', 'administrative', holding)],
  ...more,
})
const beside = (unit: string, title: string): HoldingSpec => ({ unit, title, kind: 'concurrent' })

describe('D1 one number, one person', () => {
  const remedy = '核对两人身份证原件，确定号码是谁的，在“身份证号争议处理”中登记。'
  const of = (name: string, own: string, other: string) => [
    `${name}（党政办 干事）与${other}登记为同一个身份证号。查清之前都不列入公示名单。`,
    own,
    { 同号人数: 2 },
  ]

  test('somebody in two posts is told once, at the counted one', () => {
    const number = inventedId('1978-09-25', '男', 2)
    const people = [
      one({ idNumber: number, holdings: [beside('财政所', '会计'), seat('党政办')] }),
      one({ name: '乙', idNumber: number }),
    ]
    expect(said({ people }, 'D1')).toEqual([of('甲', remedy, '乙'), of('乙', remedy, '甲')])
  })

  test('a number ending in X and its fifteen digits are one number', () => {
    const number = endingInX()
    const people = [
      one({ idNumber: number }),
      one({ name: '乙', idNumber: number.slice(0, 6) + number.slice(8, 17) }),
      one({ name: '丙', idNumber: number.toLowerCase() }),
    ]
    expect(upgradeLegacyId(number.slice(0, 6) + number.slice(8, 17))).toBe(number)
    expect(said({ people }, 'D1').map(([, , facts]) => facts)).toEqual([
      { 同号人数: 3 },
      { 同号人数: 3 },
      { 同号人数: 3 },
    ])
  })
})

/** An invented number of September 1978 whose check digit is X. */
function endingInX(): string {
  for (let day = 10; day < 30; day += 1) {
    const first17 = `362201197809${day}991`
    if (checkDigitOf(first17) === 'X') return `${first17}X`
  }
  throw new Error('no such number')
}

test('D2: of somebody in two posts one place is named', () => {
  const { snapshot } = run({
    units: UNITS,
    people: [one({ holdings: [seat('党政办'), beside('财政所', '会计')] }), one({ name: '乙' })],
  })
  const people = snapshot.people.map((person) => ({ ...person, name: '王某' }))
  expect(
    findingsOf(runSnapshot({ ...snapshot, people }), 'D2').map(({ text, remedy, facts }) => [text, remedy, facts]),
  ).toEqual([
    [
      '2 人同名“王某”：党政办 干事、党政办 干事。',
      '核对是否重复登记；确是两人的，公示以所在机构或编制卡号区分。',
      { 姓名: '王某', 人数: 2 },
    ],
  ])
})

describe('D3 the number, birth and sex', () => {
  const number = inventedId('1978-09-25', '男', 2)

  test('none at all', () => {
    expect(said({ people: [one({ idNumber: null })] }, 'D3')).toEqual([
      ['甲没有登记身份证号。', '照身份证原件补登。', {}],
    ])
  })

  test('another birth, as precisely as it is on record, and another sex', () => {
    const birth =
      '核对档案：干部的出生日期按组织部门的规定（组通字〔2006〕41号）由组织（人事）部门认定，职工以本人档案最先记载的出生时间为准（劳社部发〔1999〕8号二（二））。'
    const sex = [
      '甲的性别登记为女，身份证号为男，两者不一致。',
      '核对身份证原件后更正。',
      { 登记: '女', 身份证号: '男' },
    ]
    expect(said({ people: [one({ birth: '1978-08', sex: '女', idNumber: number })] }, 'D3')).toEqual([
      [
        '甲的出生日期登记为1978年8月，身份证号为1978年9月，两者不一致。',
        birth,
        { 登记: '1978-08', 身份证号: '1978-09' },
      ],
      sex,
    ])
    expect(said({ people: [one({ birth: '1978-09-26', sex: '女', idNumber: number })] }, 'D3')).toEqual([
      [
        '甲的出生日期登记为1978年9月26日，身份证号为1978年9月25日，两者不一致。',
        birth,
        { 登记: '1978-09-26', 身份证号: '1978-09-25' },
      ],
      sex,
    ])
  })

  test('an old permit of foreigners tells neither birth nor sex: nothing to compare them with', () => {
    expect(said({ people: [one({ birth: '1978-09', sex: '女', idNumber: 'ABC110105123456' })] }, 'D3')).toEqual([
      ['甲的身份证号：旧版外国人永久居留身份证号，请对照原件。', '对照身份证原件；号码无误的，在核查页写明。', {}],
    ])
  })
})

test('D4: a name in Latin letters keeps its blank, one in characters does not', () => {
  expect(said({ people: [one({ name: 'Anna Maria' }), one({ name: '买买提 艾力' })] }, 'D4')).toEqual([
    ['买买提艾力的登记不规范：姓名里有空格。', '在人员页更正为规范写法。', { 处数: 1 }],
  ])
})

test('D7: two 兼任 beside the counted post; a post beside it that is none', () => {
  const people = [
    one({ holdings: [seat('党政办'), beside('财政所', '会计'), beside('经发办', '统计员')] }),
    one({ name: '乙', holdings: [seat('党政办'), { kind: 'secondedOut', counterpart: '县局' }] }),
  ]
  expect(said({ people }, 'D7')).toEqual([
    ['甲在党政办 干事任主职，兼任财政所 会计、经发办 统计员：只在主职计 1 名。', '无须处理。', { 兼任: 2, 计数: 1 }],
  ])
})

test('E4: an approval nobody came by runs out with all its seats', () => {
  const approvals = [
    {
      id: '核准1',
      unitId: '党政办',
      category: 'administrative' as const,
      amount: 1,
      number: '用编1号',
      expiresOn: '2026-11-21',
      personId: null,
      validFrom: '2026-01-01',
      validTo: null,
    },
  ]
  expect(said({ approvals }, 'E4')).toEqual([
    [
      '用编核准用编1号（党政办 行政编制）2026年11月21日已过期，还有 1 名没有到位，不再预占编制。',
      '仍要用编的，向编办申请延期后重新登记；不用的，登记取消核准。',
      { 核准: 1, 到位: 0, 未用: 1 },
    ],
  ])
})

const exit = (more: Partial<ExitEvent>): ExitEvent => ({
  id: '出1',
  personId: '退某',
  personName: '退某',
  unitId: '党政办',
  on: '2026-11-05',
  recordedOn: '2026-11-05',
  cause: '31',
  documentNumber: null,
  proofs: ['退休审批表'],
  ...more,
})

test('F2: both papers of 辞职 missing', () => {
  expect(said({ exits: [exit({ cause: '32', proofs: [] })] }, 'F2')).toEqual([
    [
      '退某2026年11月5日辞去公职出编，缺证明材料：辞职申请、单位研究意见。',
      '补齐加盖公章的复印件后更正登记。',
      { 缺少: '辞职申请、单位研究意见' },
    ],
  ])
})

test.each([
  ['2027-02', '28'],
  ['2028-02', '29'],
  ['2028-04', '30'],
])('F6: %s ends on the %sth', (month, last) => {
  expect(
    said({ asOf: `${month}-10`, exits: [exit({ on: `${month}-05`, recordedOn: `${month}-05` })] }, 'F6').map(
      ([, , facts]) => facts,
    ),
  ).toEqual([{ 出编: 1, 空编: 23, 应报日: `${month}-${last}` }])
})

describe('F7 到龄', () => {
  const born = (asOf: string, more: Partial<PersonSpec> = {}) =>
    said({ asOf, people: [one({ birth: '1965-01', ...more })] }, 'F7')

  test('three months ahead, in the month, and eight months past', () => {
    const remedy =
      '办理退休审批和出编；出生日期或原法定退休年龄有误的，核对档案后更正；已批准延迟或提前的，登记退休安排。'
    expect(born('2024-11-30')).toEqual([
      [
        '甲（党政办 干事）1965年1月出生，法定退休时间为2025年2月，还有 3 个月。',
        '提前准备退休审批和出编手续。',
        { 退休年月: '2025-02', 还有月数: 3, 提醒档: 3 },
      ],
    ])
    expect(born('2025-02-01')).toEqual([
      [
        '甲（党政办 干事）1965年1月出生，法定退休时间为2025年2月（原 60 周岁），本月到龄，应办理。',
        '本月内办理退休审批和出编；下月 1 日起仍未办理的，不列入在编名单。',
        { 退休年月: '2025-02', 还有月数: 0 },
      ],
    ])
    expect(born('2025-10-31')).toEqual([
      [
        '甲（党政办 干事）1965年1月出生，法定退休时间为2025年2月（原 60 周岁），已过 8 个月，仍在占用编制。',
        remedy,
        { 退休年月: '2025-02', 超过月数: 8 },
      ],
    ])
  })

  test('where the age must be asked', () => {
    expect(born('2024-12-15', { birth: '1975-01', sex: null, idNumber: null })).toEqual([
      [
        '甲（党政办 干事）1975年1月出生，原法定退休年龄待核：原 50 周岁为2025年2月，原 55 周岁为2031年5月，原 60 周岁为2037年8月。',
        '由组织（人社）部门核定原法定退休年龄后登记到人。',
        { 待核: '原法定退休年龄' },
      ],
    ])
  })
})
