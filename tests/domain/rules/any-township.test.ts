import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { natureOfCategory } from '../../../electron/domain/model/quota-category.ts'
import { natureOfUnit } from '../../../electron/domain/model/unit.ts'
import { mixedUseRule } from '../../../electron/domain/rules/national/b1-mixed-use.ts'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import {
  crowd,
  findingsOf,
  run,
  runSnapshot,
  seat,
  seated,
  type HoldingSpec,
  type PersonSpec,
  type RunResult,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'
import { randomTownship } from '../../kit/random-township.ts'

/* What must hold of the older rules whatever the township looks like, each told by a recount that shares nothing with the rule. */

const OFFICE = { name: '党政办', quotas: { administrative: 4 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const subjects = (result: RunResult, rule: string) => findingsOf(result, rule).map((finding) => finding.personId)

interface Recount {
  readonly found: unknown
  readonly expected: unknown
}

/** The smallest township in which the two differ, with both; null where none of a hundred does. */
function counterexample(recount: (result: RunResult) => Recount): (Recount & { readonly spec: SnapshotSpec }) | null {
  const { counterexample: spec } = fc.check(
    fc.property(randomTownship, (own) => {
      const { found, expected } = recount(run(own))
      return isDeepStrictEqual(found, expected)
    }),
  )
  return spec === null ? null : { spec: spec[0], ...recount(run(spec[0])) }
}

const holdingsOf = ({ snapshot }: RunResult, personId: string) =>
  snapshot.holdings.filter((holding) => holding.personId === personId)
/** 主职 before 兼任: the row by which somebody is counted. */
const countedOf = (result: RunResult, personId: string) =>
  ['substantive', 'concurrent'].flatMap((kind) =>
    holdingsOf(result, personId).filter((own) => own.kind === kind && own.occupiesQuota && own.category !== null),
  )[0]
const unitOf = ({ snapshot }: RunResult, postId: string | null) =>
  snapshot.units.find((unit) => unit.id === snapshot.posts.find((post) => post.id === postId)?.unitId)

describe('of any township', () => {
  test('a wrong recount is found out, in the smallest township that shows it', () => {
    expect(counterexample((result) => ({ found: findingsOf(result, 'C4').length, expected: 0 }))).toMatchObject({
      found: 1,
      expected: 0,
    })
  })

  test('A2: no line without A1, and none where the whole is over too', () => {
    expect(
      counterexample((result) => {
        const whole = (key: 'quota' | 'actual') => result.figures.lines.reduce((sum, line) => sum + line[key], 0)
        const hidden = result.figures.lines
          .filter((line) => line.over > 0)
          .filter((line) => {
            const same = result.figures.lines.filter((other) => other.category === line.category)
            const sum = (key: 'quota' | 'actual') => same.reduce((total, other) => total + other[key], 0)
            return sum('actual') <= sum('quota') || whole('actual') <= whole('quota')
          })
        return {
          found: findingsOf(result, 'A2').map((finding) => [finding.unitId, finding.facts['超编']]),
          expected: hidden.map((line) => [line.unitId, line.over]),
        }
      }),
    ).toBeNull()
  })

  test('A3: exactly the categories with more than a quarter vacant', () => {
    expect(
      counterexample((result) => {
        const staffed = result.snapshot.people.some((person) => countedOf(result, person.id) !== undefined)
        const short = result.figures.totals.filter((total) => staffed && total.vacancy > total.quota / 4)
        return {
          found: findingsOf(result, 'A3').map((finding) => [finding.facts['核定'], finding.facts['空编']]),
          expected: short.map((total) => [total.quota, total.vacancy]),
        }
      }),
    ).toBeNull()
  })

  test('B1: everybody counted on the other side, without a number for it in the unit', () => {
    expect(
      counterexample((result) => {
        const mixed = result.snapshot.people.filter((person) => {
          const counted = countedOf(result, person.id)
          const unit = unitOf(result, counted?.postId ?? null)
          if (
            counted === undefined ||
            unit === undefined ||
            counted.category === null ||
            result.snapshot.quotas.some((entry) => entry.unitId === unit.id && entry.category === counted.category)
          )
            return false
          return ![natureOfUnit(unit.kind), 'either'].includes(natureOfCategory(counted.category))
        })
        return { found: new Set(subjects(result, 'B1')), expected: new Set(mixed.map((person) => person.id)) }
      }),
    ).toBeNull()
  })

  test('C1: in each line as many as remain over once those off the sheet are gone', () => {
    expect(
      counterexample((result) => {
        const off = new Set(
          result.findings.filter((finding) => finding.effect === 'eligibility').map((finding) => finding.personId),
        )
        const left = result.figures.lines.map((line) =>
          Math.max(0, line.personIds.filter((id) => !off.has(id)).length - line.quota),
        )
        return { found: findingsOf(result, 'C1').length, expected: left.reduce((sum, number) => sum + number, 0) }
      }),
    ).toBeNull()
  })

  test('C2: a way in that is none, or a post that nobody can place', () => {
    expect(
      counterexample((result) => {
        const improper = result.snapshot.people.filter((person) => {
          const own = holdingsOf(result, person.id)
          const counted = countedOf(result, person.id)
          return counted === undefined
            ? own.every((holding) => ['substantive', 'concurrent', 'secondedOut'].includes(holding.kind))
            : counted.entryRoute === '无手续'
        })
        return { found: subjects(result, 'C2'), expected: improper.map((person) => person.id) }
      }),
    ).toBeNull()
  })

  test.each([
    ['C3', 'secondedIn'],
    ['C4', 'offQuota'],
    ['C7', 'attached'],
  ] as const)('%s: one word for every %s row, heavy only where it claims 编制', (rule, kind) => {
    expect(
      counterexample((result) => {
        const rows = result.snapshot.holdings.filter((holding) => holding.kind === kind)
        return {
          found: findingsOf(result, rule).map((finding) => [finding.personId, finding.effect]),
          expected: rows.map((holding) => [holding.personId, holding.occupiesQuota ? 'eligibility' : 'none']),
        }
      }),
    ).toBeNull()
  })

  test('D1: whoever has a number somebody else has too', () => {
    expect(
      counterexample((result) => {
        const number = (person: RunResult['snapshot']['people'][number]) => person.idNumber ?? person.disputedIdNumber
        const shared = result.snapshot.people.filter(
          (person) =>
            number(person) !== null &&
            result.snapshot.people.filter((other) => number(other) === number(person)).length > 1,
        )
        return { found: new Set(subjects(result, 'D1')), expected: new Set(shared.map((person) => person.id)) }
      }),
    ).toBeNull()
  })

  test('D7: whoever is counted and has a 兼任 beside it', () => {
    expect(
      counterexample((result) => {
        const twice = result.snapshot.people.filter((person) => {
          const counted = countedOf(result, person.id)
          return (
            counted !== undefined &&
            holdingsOf(result, person.id).some((holding) => holding.kind === 'concurrent' && holding.id !== counted.id)
          )
        })
        return { found: subjects(result, 'D7'), expected: twice.map((person) => person.id) }
      }),
    ).toBeNull()
  })
})

describe('A4 to the day', () => {
  const spec = (expiresOn: string | null, validFrom = '2026-01-01', validTo: string | null = null): SnapshotSpec => ({
    units: [OFFICE],
    people: crowd(4, '甲', '党政办'),
    approvals: [
      {
        id: '核准1',
        unitId: '党政办',
        category: 'administrative',
        amount: 1,
        number: '用编1号',
        expiresOn,
        personId: null,
        validFrom,
        validTo,
      },
    ],
  })

  test('an approval counts on its last day and on its first, not after and not before', () => {
    expect(texts(spec('2026-11-22'), 'A4')).toHaveLength(1)
    expect(texts(spec('2026-11-21'), 'A4')).toEqual([])
    expect(texts(spec(null, '2026-11-22'), 'A4')).toHaveLength(1)
    expect(texts(spec(null, '2026-11-23'), 'A4')).toEqual([])
    expect(texts(spec(null, '2026-01-01', '2026-11-22'), 'A4')).toEqual([])
  })

  test('of any numbers: exactly where people and promises together are more than the seats, and there is a promise', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(3), (people, promised) => {
        const approvals = promised === 0 ? [] : [{ ...spec(null).approvals![0]!, amount: promised }]
        expect(
          findingsOf(run({ units: [OFFICE], people: crowd(people, '甲', '党政办'), approvals }), 'A4').map(
            (finding) => finding.facts,
          ),
        ).toEqual(
          promised > 0 && people + promised > 4
            ? [{ 核定: 4, 实有: people, 已核准未到位: promised, 允许溢出: 0, 可用: 4 - people - promised }]
            : [],
        )
      }),
    )
  })

  test('within what is allowed above: says so', () => {
    const tolerances = [
      {
        id: '溢出',
        unitId: '党政办',
        category: null,
        amount: 1,
        percent: null,
        documentNumber: '山编〔2026〕1号',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]
    expect(texts({ ...spec(null), tolerances }, 'A4')).toEqual([
      '党政办 行政编制核定 4 名，实有 4 名，已核准未到位 1 名，合计多出 1 名（在允许溢出 1 名以内）：因用编核准而没有可用编制，核准的人员到位后将超编。',
    ])
  })
})

describe('A5, A13, A14 of any numbers', () => {
  test('A5: total and parts, with the difference', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (total, parts) => {
        const units = [
          { name: '山溪乡', kind: 'township' as const, ceilings: { institution: total } },
          { name: '农服中心', kind: 'institution' as const, quotas: { institution: parts } },
        ]
        expect(findingsOf(run({ units }), 'A5').map((finding) => finding.facts)).toEqual(
          total === parts ? [] : [{ 核定总数: total, 分项合计: parts, 相差: Math.abs(total - parts) }],
        )
      }),
    )
  })

  test('A5: the township’s leadership number alone, or its units’ alone, is not compared', () => {
    const leadership = { amount: 8, chief: null, deputy: null }
    expect(texts({ units: [{ name: '山溪乡', kind: 'township', leadership }] }, 'A5')).toEqual([])
    expect(texts({ units: [{ name: '班子', leadership }] }, 'A5')).toEqual([])
  })

  test('A13: over exactly beyond the number; the unit may be gone from the book', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (amount, holders) => {
        const people = Array.from({ length: holders }, (_, at) => ({
          name: `甲${at}`,
          rank: at % 2 === 0 ? '一级主任科员' : '二级主任科员',
          holdings: [seat('党政办')],
        }))
        const rankQuotas = [
          {
            id: '职级',
            unitId: '党政办',
            pool: '一级和二级主任科员',
            amount,
            documentNumber: '山编〔2026〕5号',
            validFrom: '2026-01-01',
            validTo: null,
          },
        ]
        expect(
          findingsOf(run({ units: [OFFICE], people, rankQuotas }), 'A13').map((finding) => [
            finding.unitId,
            finding.facts,
          ]),
        ).toEqual(holders > amount ? [['党政办', { 核定: amount, 现有: holders, 超职数: holders - amount }]] : [])
      }),
    )
  })

  test('A13: 占编职级 consumes, 享受职级 does not', () => {
    const rankQuotas = [
      {
        id: '职级',
        unitId: '党政办',
        pool: '一级和二级主任科员',
        amount: 0,
        documentNumber: '山编〔2026〕5号',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]
    const person = (occupiedRank: string | null): PersonSpec => ({
      name: '甲',
      rank: '一级主任科员',
      holdings: [seat('党政办', 'administrative', { occupiedRank })],
    })
    expect(texts({ units: [OFFICE], people: [person(null)], rankQuotas }, 'A13')).toHaveLength(1)
    expect(texts({ units: [OFFICE], people: [person('四级主任科员')], rankQuotas }, 'A13')).toEqual([])
  })

  test('A14: over exactly beyond the number of its own kind', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (amount, hired) => {
        const people = Array.from({ length: hired + 1 }, (_, at): PersonSpec => ({
          name: `聘${at}`,
          holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: at === hired ? 'agency' : 'selfHired' }],
        }))
        const offQuotaControls = [
          {
            id: '控',
            kind: 'selfHired' as const,
            amount,
            documentNumber: '山编〔2026〕8号',
            validFrom: '2026-01-01',
            validTo: null,
          },
        ]
        expect(
          findingsOf(run({ units: [OFFICE], people, offQuotaControls }), 'A14').map((finding) => finding.facts),
        ).toEqual(hired > amount ? [{ 控制数: amount, 实有: hired, 超出: hired - amount }] : [])
      }),
    )
  })
})

describe('A15 whose end is not on record', () => {
  test('says so and asks for it', () => {
    const spec = (validTo: string | null): SnapshotSpec => ({
      units: [OFFICE],
      people: crowd(5, '甲', '党政办'),
      tolerances: [
        {
          id: '溢出',
          unitId: null,
          category: null,
          amount: null,
          percent: 25,
          documentNumber: '山编〔2026〕1号',
          validFrom: '2026-01-01',
          validTo,
        },
      ],
    })
    expect(findingsOf(run(spec(null)), 'A15')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        facts: { 核定: 4, 实有: 5, 超编: 1, 允许溢出: 1 },
        remedy: '补登允许溢出的截止日，按计划消化超编。',
        text: '党政办 行政编制过渡期超编 1 名：核定 4 名，实有 5 名，允许溢出 1 名（山编〔2026〕1号，没有规定截止日）。',
      }),
    ])
    expect(findingsOf(run(spec('2027-01-01')), 'A15')[0]?.remedy).toBe('在过渡期满前消化超编；过渡期满即按超编处理。')
  })
})

describe('who belongs, at the edges', () => {
  test('B1: a line that names somebody the book does not have says nothing', () => {
    const { snapshot, figures } = run({ units: [OFFICE], people: [seated('甲', '党政办', 'institution')] })
    const check = (personIds: readonly string[]) =>
      mixedUseRule.check({
        snapshot,
        figures: { ...figures, misplaced: [{ unitId: '党政办', category: 'institution', personIds }] },
        index: indexSnapshot(snapshot),
        parameters: {},
        standing: { ineligible: new Set(), overQuota: [] },
      })
    expect(check(['甲']).map((flag) => flag.facts)).toEqual([{ 机构: '党政办', 编制类型: '事业编制', 本机构核定: 0 }])
    expect(check(['不在册'])).toEqual([])
  })

  test('C1: without an 入编时间 the order is that of the rows, and is said so', () => {
    const people = [
      seated('甲', '党政办'),
      seated('乙', '党政办', 'administrative', { enteredOn: null, validFrom: '2026-01-01' }),
    ]
    expect(findingsOf(run({ units: [{ name: '党政办', quotas: { administrative: 1 } }], people }), 'C1')).toEqual([
      expect.objectContaining({
        personId: '乙',
        facts: { 核定: 1, 实有: 2, 超编: 1 },
        remedy: '消化超编后自动回到在编名单；认为应是别人的，可指定超编人员并写明理由。',
        text: '党政办 行政编制核定 1 名，实有 2 名，超编 1 名；乙列为超编（没有入编时间，按登记先后排在最后）。',
      }),
    ])
  })

  test('C2: what can be placed nowhere, in its own words', () => {
    const say = (holdings: readonly HoldingSpec[]) =>
      texts({ units: [OFFICE], people: [{ name: '某', holdings }] }, 'C2')
    expect(say([{ unit: '党政办', kind: 'substantive', title: '科员' }])).toEqual([
      '某在党政办 科员任职，没有登记占用编制，也不是借入、挂职或编外人员，无法认定为在编。',
    ])
    expect(say([{ kind: 'secondedOut', counterpart: '县局' }])).toEqual([
      '某只登记了借出，没有登记占用编制，也不是借入、挂职或编外人员，无法认定为在编。',
    ])
    expect(
      say([
        { unit: '党政办', kind: 'concurrent', title: '会计' },
        { kind: 'secondedOut', counterpart: '县局' },
      ]),
    ).toEqual(['某在党政办 会计任职，没有登记占用编制，也不是借入、挂职或编外人员，无法认定为在编。'])
    expect(
      say([
        { unit: '党政办', kind: 'concurrent' },
        { unit: '党政办', kind: 'attached' },
      ]),
    ).toEqual([])
    expect(say([seat('林业站')])).toEqual(['某所任岗位或所在机构已不在册，编制没有着落。'])
    expect(say([seat('党政办', 'administrative', { entryRoute: ' 无手续 ' })])).toEqual([
      '某（党政办 干事）进入形式为“无手续”，不是合法的进人渠道。',
    ])
    expect(say([seat('党政办', 'administrative', { entryRoute: null })])).toEqual([])
  })

  test('C3: a guest of a unit the book no longer has', () => {
    const result = run({
      units: [OFFICE],
      people: [
        {
          name: '某',
          holdings: [
            { unit: '林业站', title: '', kind: 'secondedIn', occupiesQuota: true, category: 'administrative' },
          ],
        },
      ],
    })
    expect(findingsOf(result, 'C3')).toEqual([
      expect.objectContaining({
        unitId: null,
        personId: '某',
        effect: 'eligibility',
        text: '某（（已撤销机构））是借入人员，却登记为占用编制：编制在原单位，本乡镇不计。',
        remedy: '取消占编标记：借入人员的编制在原单位，临时聘用人员没有编制。',
      }),
    ])
  })

  test('C4, C7: what to do about a row that claims 编制, and about one that does not', () => {
    const remedies = (holding: HoldingSpec, rule: string) =>
      findingsOf(
        run({ units: [OFFICE], people: [{ name: '某', holdings: [{ unit: '党政办', ...holding }] }] }),
        rule,
      ).map((finding) => finding.remedy)
    const claims = { occupiesQuota: true, category: 'administrative' } as const
    expect(remedies({ kind: 'offQuota', offQuotaKind: 'agency', ...claims }, 'C4')).toEqual([
      '取消占编标记，列入编外台账。',
    ])
    expect(remedies({ kind: 'attached', ...claims }, 'C7')).toEqual(['取消占编标记：挂职人员由派出单位计编。'])
    expect(remedies({ kind: 'attached' }, 'C7')).toEqual(['无须处理。'])
    expect(
      texts({ units: [OFFICE], people: [{ name: '某', holdings: [{ unit: '党政办', kind: 'attached' }] }] }, 'C7'),
    ).toEqual(['某（党政办 干事）是挂职人员，挂职期间人事关系留在原单位，本乡镇不计。'])
  })

  test('D1: somebody with a post and no seat is told by that post', () => {
    const number = '362201198506159918'
    const people: readonly PersonSpec[] = [
      {
        name: '甲',
        idNumber: number,
        holdings: [{ unit: '党政办', title: '护林员', kind: 'offQuota', offQuotaKind: 'selfHired' }],
      },
      { name: '乙', idNumber: null, disputedIdNumber: number.toLowerCase(), holdings: [seat('党政办')] },
    ]
    expect(
      findingsOf(run({ units: [OFFICE], people }), 'D1').map(({ unitId, text, remedy, facts }) => ({
        unitId,
        text,
        remedy,
        facts,
      })),
    ).toEqual([
      {
        unitId: '党政办',
        text: '甲（党政办 护林员）与乙登记为同一个身份证号。查清之前都不列入公示名单。',
        remedy: '核对两人身份证原件，确定号码是谁的，在“身份证号争议处理”中登记。',
        facts: { 同号人数: 2 },
      },
      {
        unitId: '党政办',
        text: '乙（党政办 干事）与甲登记为同一个身份证号，号码已先搁置。查清之前都不列入公示名单。',
        remedy: '核对两人身份证原件，确定号码是谁的，在“身份证号争议处理”中登记。',
        facts: { 同号人数: 2 },
      },
    ])
  })

  test('a leader whose post the book no longer has leads no unit', () => {
    const result = run({
      units: [
        { name: '班子', leadership: { amount: 1, chief: null, deputy: null } },
        { name: '农服中心', leadership: { amount: 0, chief: null, deputy: null } },
      ],
      people: [{ name: '甲', holdings: [seat('农服中心', 'administrative', { leadership: 'chief' })] }],
    })
    expect(findingsOf(result, 'A9')).toHaveLength(1)
    expect(findingsOf(runSnapshot({ ...result.snapshot, posts: [] }), 'A9')).toEqual([])
  })
})
