import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf, inventedId, namesOn, run, seat, type PersonSpec } from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 5 } }
const seated = (name: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
  name,
  holdings: [seat('党政办')],
  ...more,
})
const check = (people: readonly PersonSpec[], rule: string) => findingsOf(run({ units: [OFFICE], people }), rule)
const NUMBER = inventedId('1978-09-25', '男', 2)
const BORN = { birth: '1978-09', sex: '男' as const }

describe('D1 one number, one person', () => {
  const pair = [
    seated('周某', { ...BORN, idNumber: NUMBER }),
    seated('窦某', { ...BORN, idNumber: null, disputedIdNumber: NUMBER }),
  ]

  test('on both, naming the other, and neither on the sheet', () => {
    const result = run({ units: [OFFICE], people: pair })
    expect(
      findingsOf(result, 'D1').map(({ personId, severity, effect, text }) => ({ personId, severity, effect, text })),
    ).toEqual([
      {
        personId: '周某',
        severity: 'error',
        effect: 'eligibility',
        text: '周某（党政办 干事）与窦某登记为同一个身份证号。查清之前都不列入公示名单。',
      },
      {
        personId: '窦某',
        severity: 'error',
        effect: 'eligibility',
        text: '窦某（党政办 干事）与周某登记为同一个身份证号，号码已先搁置。查清之前都不列入公示名单。',
      },
    ])
    expect(namesOn(result, 'non-compliant')).toEqual(['周某', '窦某'])
  })

  test('two claims without an owner likewise', () => {
    expect(
      check(
        [
          seated('甲', { idNumber: null, disputedIdNumber: NUMBER }),
          seated('乙', { idNumber: null, disputedIdNumber: NUMBER }),
        ],
        'D1',
      ),
    ).toHaveLength(2)
  })

  test('the 15-digit form of the same number is the same number', () => {
    const legacy = NUMBER.slice(0, 6) + NUMBER.slice(8, 17)
    expect(
      check([seated('甲', { ...BORN, idNumber: NUMBER }), seated('乙', { ...BORN, idNumber: legacy })], 'D1').map(
        (finding) => finding.personId,
      ),
    ).toEqual(['甲', '乙'])
  })

  test('silent for different numbers, for none at all, and for one claimant alone', () => {
    expect(
      check(
        [
          seated('甲'),
          seated('乙'),
          seated('丙', { idNumber: null }),
          seated('丁', { idNumber: null }),
          seated('戊', { idNumber: null, disputedIdNumber: NUMBER }),
        ],
        'D1',
      ),
    ).toEqual([])
  })

  test('the one who has left is named, not flagged', () => {
    const left = { ...pair[0]!, holdings: [] }
    expect(check([left, pair[1]!], 'D1').map((finding) => [finding.personId, finding.text.includes('周某')])).toEqual([
      ['窦某', true],
    ])
  })
})

describe('D3 the number against itself, birth and sex', () => {
  test('agreeing facts are silent', () => {
    expect(
      check(
        [
          seated('甲', { ...BORN, idNumber: NUMBER }),
          seated('乙', { birth: '1978-09-24', sex: '男', idNumber: inventedId('1978-09-24', '男') }),
        ],
        'D3',
      ),
    ).toEqual([])
  })

  test('wrong check digit: which, and what it should be', () => {
    const right = NUMBER.at(-1)
    const wrong = right === '1' ? '2' : '1'
    expect(check([seated('甲', { ...BORN, idNumber: NUMBER.slice(0, 17) + wrong })], 'D3')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'data',
        personId: '甲',
        text: `甲的身份证号不对：第 18 位应为 ${right}，现为 ${wrong}。`,
      }),
    ])
  })

  test('17 digits', () => {
    expect(check([seated('甲', { idNumber: NUMBER.slice(0, 17) })], 'D3')[0]?.text).toContain('共 17 位')
  })

  test('sex', () => {
    expect(check([seated('朱某', { birth: '1978-09', sex: '女', idNumber: NUMBER })], 'D3')).toEqual([
      expect.objectContaining({ effect: 'data', text: '朱某的性别登记为女，身份证号为男，两者不一致。' }),
    ])
  })

  test('birth at the precision known, and the archive goes first', () => {
    expect(check([seated('甲', { ...BORN, birth: '1978-08', idNumber: NUMBER })], 'D3')).toEqual([
      expect.objectContaining({
        effect: 'data',
        text: '甲的出生日期登记为1978年8月，身份证号为1978年9月，两者不一致。',
        remedy: expect.stringContaining('以本人档案最先记载的出生时间为准'),
      }),
    ])
    expect(check([seated('甲', { ...BORN, birth: '1978-09-26', idNumber: NUMBER })], 'D3')[0]?.text).toContain(
      '身份证号为1978年9月25日',
    )
  })

  test('a counted person without any number; 编外 and disputed people are not asked for one', () => {
    const helper: PersonSpec = {
      name: '聘某',
      idNumber: null,
      holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'selfHired' }],
    }
    expect(
      check(
        [seated('甲', { idNumber: null }), seated('乙', { idNumber: null, disputedIdNumber: NUMBER }), helper],
        'D3',
      ).map((finding) => finding.personId),
    ).toEqual(['甲'])
  })

  test('keeps the person on the list', () => {
    expect(namesOn(run({ units: [OFFICE], people: [seated('甲', { idNumber: null })] }), 'in-quota')).toEqual(['甲'])
  })

  test('any number of the standard agrees with its own birth and sex, and with no other sex', () => {
    const day = fc
      .tuple(fc.integer({ min: 1957, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
    fc.assert(
      fc.property(day, fc.constantFrom('男' as const, '女' as const), (birth, sex) => {
        expect(check([seated('甲', { birth, sex, idNumber: inventedId(birth, sex) })], 'D3')).toEqual([])
        expect(
          check([seated('甲', { birth, sex: sex === '男' ? '女' : '男', idNumber: inventedId(birth, sex) })], 'D3'),
        ).toHaveLength(1)
      }),
    )
  })
})

describe('E2 entry facts', () => {
  test('the missing ones by name; the person stays on the list', () => {
    const result = run({
      units: [OFFICE],
      people: [{ name: '严某', holdings: [seat('党政办', 'administrative', { entryDocumentNumber: null })] }],
    })
    expect(findingsOf(result, 'E2')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'evidence',
        personId: '严某',
        text: '严某（党政办 干事）没有入编文号，待补依据。',
        remedy: '查找入编批件或编制卡，补登后自动消除。',
        facts: { 缺: '入编文号' },
      }),
    ])
    expect(result.roster).toMatchObject([{ list: 'in-quota', rules: ['E2'] }])
  })

  test('several at once, blanks too', () => {
    expect(
      check(
        [{ name: '甲', holdings: [seat('党政办', 'administrative', { enteredOn: null, entryRoute: ' ' })] }],
        'E2',
      )[0]?.text,
    ).toContain('没有入编时间、进入形式')
  })

  test('of any of the three missing: one finding that names exactly those', () => {
    const told = fc.record({
      enteredOn: fc.constantFrom('2008-07', '2008-07-01', null),
      entryDocumentNumber: fc.constantFrom('山编办〔2008〕1号', ' ', null),
      entryRoute: fc.constantFrom('调入', '', null),
    })
    fc.assert(
      fc.property(told, (facts) => {
        const missing = [
          facts.enteredOn === null ? ['入编时间'] : [],
          facts.entryDocumentNumber?.trim() ? [] : ['入编文号'],
          facts.entryRoute?.trim() ? [] : ['进入形式'],
        ]
          .flat()
          .join('、')
        expect(
          check([{ name: '甲', holdings: [seat('党政办', 'administrative', facts)] }], 'E2').map(
            (finding) => finding.facts['缺'],
          ),
        ).toEqual(missing === '' ? [] : [missing])
      }),
    )
  })

  test('silent for complete facts and for people without 编制', () => {
    expect(
      check(
        [seated('甲'), { name: '聘某', holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency' }] }],
        'E2',
      ),
    ).toEqual([])
  })
})
