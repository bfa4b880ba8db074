import { describe, expect, test } from 'vitest'
import type { Absence } from '../../../electron/domain/model/limits.ts'
import { findingsOf, namesOn, run, seat, type HoldingSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 2 } }
const told = (holding: Partial<HoldingSpec>, more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
  units: [OFFICE],
  people: [{ name: '某', holdings: [seat('党政办', 'administrative', holding)] }],
  ...more,
})
const rulesOf = (spec: SnapshotSpec) =>
  run(spec)
    .findings.filter((finding) => finding.personId === '某' && ['C2', 'C5', 'C6', 'C9', 'E2'].includes(finding.rule))
    .map((finding) => finding.rule)

describe('what a remark says decides who is listed', () => {
  test.each([
    ['已故', 'C6'],
    ['殁', 'C6'],
    ['身故', 'C6'],
    ['调往县财政局', 'C6'],
    ['辞职', 'C6'],
    ['到龄退休，未销编', 'C5'],
  ])('“%s”: off the sheet by %s', (remark, rule) => {
    const result = run(told({ remark }))
    expect(findingsOf(result, rule)).toHaveLength(1)
    expect(namesOn(result, 'in-quota')).toEqual([])
    expect(namesOn(result, 'non-compliant')).toEqual(['某'])
  })

  test.each([
    ['借调县农业农村局', '借出'],
    ['2026年4月抽调县项目专班', '借出'],
    ['从县城管局借用', '借入'],
    ['内退', '长期不在岗'],
    ['停薪留职', '长期不在岗'],
    ['失踪', '长期不在岗'],
  ])('“%s”: stays, with a finding', (remark, said) => {
    const result = run(told({ remark }))
    expect(findingsOf(result, 'C9')).toMatchObject([{ severity: 'warning', effect: 'none', facts: { 备注所说: said } }])
    expect(namesOn(result, 'in-quota')).toEqual(['某'])
  })

  test.each(['负责离退休干部工作', '2019年由县农业局调入', '退役军人', '分管借调工作', '借调期满已返回'])(
    '“%s”: nothing',
    (remark) => {
      expect(rulesOf(told({ remark }))).not.toEqual(expect.arrayContaining([expect.stringMatching(/^C[569]$/)]))
    },
  )

  test('what is on record is not asked again', () => {
    const lent: SnapshotSpec = {
      units: [OFFICE],
      people: [
        {
          name: '某',
          holdings: [
            seat('党政办', 'administrative', { remark: '借调县农业农村局' }),
            { kind: 'secondedOut', counterpart: '县农业农村局' },
          ],
        },
      ],
    }
    expect(findingsOf(run(lent), 'C9')).toEqual([])
    const absence: Absence = {
      id: '离1',
      personId: '某',
      kind: 'sickLeave',
      documentNumber: null,
      dueOn: null,
      validFrom: '2026-01-01',
      validTo: null,
    }
    expect(findingsOf(run(told({ remark: '长期病休' }, { absences: [absence] })), 'C9')).toEqual([])
  })
})

describe('how somebody came in', () => {
  test.each(['借调转正', '借调留用', '自聘人员转编', '领导介绍', '未经批准', '顶替'])(
    '“%s”: C2, off the sheet',
    (route) => {
      const result = run(told({ entryRoute: route }))
      expect(findingsOf(result, 'C2')).toHaveLength(1)
      expect(namesOn(result, 'non-compliant')).toEqual(['某'])
    },
  )

  test.each(['其他', '转入', '历史遗留'])('“%s”: stays, 待补依据', (entryRoute) => {
    const result = run(told({ entryRoute, enteredOn: '2010-07', entryDocumentNumber: '试编办〔2010〕1号' }))
    expect(findingsOf(result, 'E2')).toMatchObject([
      {
        severity: 'warning',
        effect: 'evidence',
        text: `某（党政办 干事）进入形式“${entryRoute}”说不清是哪一种进人渠道，待补依据。`,
      },
    ])
    expect(namesOn(result, 'in-quota')).toEqual(['某'])
  })

  test.each(['考试录用', '公开招聘', '军转安置', '三支一扶期满转编', '机构改革划转'])('“%s”: nothing', (entryRoute) => {
    expect(rulesOf(told({ entryRoute, enteredOn: '2010-07', entryDocumentNumber: '试编办〔2010〕1号' }))).toEqual([])
  })
})

test('a name already stored with a mark or a sex behind it is a finding', () => {
  const spec = (name: string): SnapshotSpec => ({ units: [OFFICE], people: [{ name, holdings: [seat('党政办')] }] })
  expect(findingsOf(run(spec('张玉兰（女）')), 'D4').map((finding) => finding.text)).toEqual([
    '张玉兰的登记不规范：姓名“张玉兰（女）”带着标注，应写“张玉兰”。',
  ])
  expect(findingsOf(run(spec('张玉兰★')), 'D4')).toHaveLength(1)
  expect(findingsOf(run(spec('张玉兰')), 'D4')).toEqual([])
})
