import { NUMBER_PENDING } from '../../../electron/vocabulary/document-number.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentRecord, LedgerChange } from '../../../electron/domain/model/book-snapshot.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import type { QuotaEntry } from '../../../electron/domain/model/quota.ts'
import {
  buildSnapshot,
  findingsOf,
  quotaEntry,
  recordOf,
  run,
  runSnapshot,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

const OFFICE: UnitSpec = { name: '党政办' }
const NUMBER = '山编办〔2006〕12号'
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const entry = (amount: number, more: Partial<QuotaEntry> = {}) => quotaEntry({ unitId: '党政办', amount, ...more })
const document = (more: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id: NUMBER,
  number: NUMBER,
  title: '三定方案',
  issuingBody: '山溪县委编办',
  issuedOn: '2006-10-20',
  recordedOn: '2006-11-02',
  ...more,
})
const change = (type: string, on: string, documentNumber: string | null = '山编办〔2026〕3号'): LedgerChange => ({
  id: type,
  type,
  on,
  recordedOn: on,
  personId: null,
  unitId: '党政办',
  otherUnitId: null,
  category: 'administrative',
  cause: null,
  documentNumber,
  correction: false,
})

describe('A6 台账平衡', () => {
  const ended = (day: string, more: Partial<QuotaEntry> = {}) => entry(5, { validTo: day, ...more })
  const found = (quotas: readonly QuotaEntry[], more: Partial<SnapshotSpec> = {}) =>
    findingsOf(run({ units: [OFFICE], quotas, ...more }), 'A6')

  test('a number that stops without a word: opening, decrease and close by figures', () => {
    expect(found([ended('2026-06-01')])).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: null,
        facts: { 期初: 5, 减少: 5, 期末: 0, 日期: '2026-06-01' },
        text: '党政办 行政编制期初 5 名（山编办〔2006〕12号），2026年6月1日减 5 名，没有登记依据；期末 0 名与增减对不上。',
        remedy: '补登这次核减的文号、日期和发文机关；登记错的，撤销后重登。',
      }),
    ])
    expect(found([ended('2026-06-01', { role: 'ceiling', unitId: '已撤' })])[0]?.text).toContain(
      '（已撤销机构） 行政编制总数期初 5 名',
    )
  })

  test.each(['quota.decrease', 'quota.transfer', 'unit.merge', 'unit.abolish'])(
    '%s of that day with its document is the basis',
    (type) => {
      expect(found([ended('2026-06-01')], { changes: [change(type, '2026-06-01')] })).toEqual([])
      expect(found([ended('2026-06-01')], { changes: [change(type, '2026-06-01', null)] })).toHaveLength(1)
      expect(found([ended('2026-06-01')], { changes: [change(type, '2026-06-02')] })).toHaveLength(1)
    },
  )

  test('an increase is no basis for a decrease', () => {
    expect(found([ended('2026-06-01')], { changes: [change('quota.increase', '2026-06-01')] })).toHaveLength(1)
  })

  test('another number from the same day on is the basis; of another unit, category or role it is not', () => {
    const next = (more: Partial<QuotaEntry> = {}) =>
      entry(3, { validFrom: '2026-06-01', documentNumber: '山编办〔2026〕3号', ...more })
    expect(found([ended('2026-06-01'), next()])).toEqual([])
    expect(found([ended('2026-06-01'), next({ validFrom: '2026-06-02' })])).toHaveLength(1)
    expect(found([ended('2026-06-01'), next({ category: 'worker' })])).toHaveLength(1)
    expect(found([ended('2026-06-01'), next({ role: 'ceiling' })])).toHaveLength(1)
    expect(found([ended('2026-06-01'), next({ unitId: '经发办' })])).toHaveLength(1)
  })

  test('nothing to lose, not ended yet, still running, or older than what the snapshot remembers: silent', () => {
    expect(
      found([
        entry(0, { validTo: '2026-06-01' }),
        ended('2026-11-23', { category: 'worker' }),
        entry(2, { category: 'other' }),
      ]),
    ).toEqual([])
    expect(found([ended('2026-11-22')])).toHaveLength(1)
    expect(found([ended('2024-11-22')])).toHaveLength(1)
    expect(found([ended('2024-11-21')])).toEqual([])
  })

  test('a 文号 that is still 待补: one warning for all the lines that wait for it', () => {
    expect(found([entry(5, { documentNumber: NUMBER_PENDING })])).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        text: '台账有 1 条核定数文号待补：党政办 行政编制 5 名。',
        remedy: '对照本乡镇的方案（批文）补登文号、日期和发文机关；补登前，公示不写文号。',
      }),
    ])
  })

  test('no 文号 at all: the number and its day', () => {
    expect(found([entry(5, { documentNumber: ' ' })])).toEqual([
      expect.objectContaining({
        severity: 'error',
        unitId: '党政办',
        text: '党政办 行政编制 5 名（2006年11月1日起）没有登记依据文号。',
        remedy: '对照批文补登文号、日期和发文机关。',
        facts: { 核定: 5, 生效日: '2006-11-01' },
      }),
    ])
    const leadershipQuotas = [
      {
        id: '职数',
        unitId: '党政办',
        amount: 8,
        chief: null,
        deputy: null,
        documentNumber: '',
        validFrom: '2006-11-01',
        validTo: null,
      },
    ]
    expect(findingsOf(runSnapshot({ ...buildSnapshot({ units: [OFFICE] }), leadershipQuotas }), 'A6')[0]?.text).toBe(
      '党政办 领导职数 8 名（2006年11月1日起）没有登记依据文号。',
    )
  })

  test('a document without its date or its issuer: a warning, once however many numbers stand on it', () => {
    const quotas = [entry(5), entry(2, { category: 'worker' })]
    const say = (more: Partial<DocumentRecord>) => found(quotas, { documents: [document(more)] })
    expect(say({})).toEqual([])
    expect(say({ issuedOn: null })).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        unitId: null,
        text: '山编办〔2006〕12号没有登记发文日期；台账有 2 条核定数以它为依据。',
        remedy: '照原件补登，并附上扫描件。',
        facts: { 文号: NUMBER, 依据它的核定数: 2 },
      }),
    ])
    expect(say({ issuingBody: null })[0]?.text).toContain('没有登记发文机关；')
    expect(say({ issuedOn: null, issuingBody: null })[0]?.text).toContain('没有登记发文日期、发文机关；')
    expect(say({ number: '另文', issuedOn: null })).toEqual([])
  })

  test('of any run of numbers, each from the day the last one ends: in balance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }), (amounts) => {
        const day = (at: number) => addDays('2026-01-01', at * 20)
        expect(
          found(
            amounts.map((amount, at) =>
              entry(amount, { validFrom: day(at), validTo: at + 1 < amounts.length ? day(at + 1) : null }),
            ),
          ),
        ).toEqual([])
      }),
    )
  })
})

describe('A7, A8 against a total somebody else holds', () => {
  const total = (
    basis: 'bureau' | 'baseline',
    amount: number,
    category: 'administrative' | 'institution' = 'administrative',
    documentNumber: string | null = null,
  ) => recordOf('referenceTotal', { basis, category, amount }, { documentNumber })
  const spec = (own: number, records: ReturnType<typeof total>[], ceiling?: number): SnapshotSpec => ({
    units: [
      { name: '山溪乡', kind: 'township', ...(ceiling === undefined ? {} : { ceilings: { administrative: ceiling } }) },
      { name: '党政办', quotas: { administrative: own } },
    ],
    records: { referenceTotal: records },
  })

  test('A7: equal is silent, one more or one less is sent back', () => {
    expect(texts(spec(23, [total('bureau', 23)]), 'A7')).toEqual([])
    expect(findingsOf(run(spec(24, [total('bureau', 23)])), 'A7')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        facts: { 编制类型: '行政编制', 核定总数: 24, 县编办台账: 23, 相差: 1 },
        text: '行政编制核定总数 24 名，县编办台账 23 名，多 1 名；上报数据将不予接收。',
        remedy: '与编办对账：本地漏登批文的补登核定编制，台账有误的请编办更正后改登台账数。',
      }),
    ])
    expect(texts(spec(22, [total('bureau', 23)]), 'A7')).toEqual([
      '行政编制核定总数 22 名，县编办台账 23 名，少 1 名；上报数据将不予接收。',
    ])
  })

  test('A7: the approved total where there is one; a category the book does not have is 0; a baseline is none of its business', () => {
    expect(texts(spec(22, [total('bureau', 23)], 23), 'A7')).toEqual([])
    expect(texts(spec(22, [total('bureau', 28, 'institution')]), 'A7')).toEqual([
      '事业编制核定总数 0 名，县编办台账 28 名，少 28 名；上报数据将不予接收。',
    ])
    expect(texts(spec(22, [total('baseline', 23)]), 'A7')).toEqual([])
    expect(texts(spec(22, []), 'A7')).toEqual([])
  })

  test('a total of 事业编制 covers what is split by 经费形式, a part with a total of its own within it or beside it; 参公 is none of it', () => {
    const both = (whole: number, own: number | null) => [
      recordOf('referenceTotal', { basis: 'bureau', category: 'institution', amount: whole }),
      ...(own === null
        ? []
        : [recordOf('referenceTotal', { basis: 'bureau', category: 'institutionSelf', amount: own })]),
    ]
    const split = {
      units: [
        {
          name: '农业站',
          kind: 'institution' as const,
          quotas: {
            institution: 2,
            institutionFull: 20,
            institutionPartial: 3,
            institutionSelf: 3,
            institutionCivilService: 9,
          },
        },
      ],
    }
    expect(texts({ ...split, records: { referenceTotal: both(28, null) } }, 'A7')).toEqual([])
    expect(texts({ ...split, records: { referenceTotal: both(25, 3) } }, 'A7')).toEqual([])
    expect(texts({ ...split, records: { referenceTotal: both(28, 3) } }, 'A7')).toEqual([])
    expect(texts({ ...split, records: { referenceTotal: both(27, null) } }, 'A7')).toEqual([
      '事业编制核定总数 28 名，县编办台账 27 名，多 1 名；上报数据将不予接收。',
    ])
    // The approved total on record is the whole already.
    const approved = {
      units: [{ name: '山溪乡', kind: 'township' as const, ceilings: { institution: 28 } }, ...split.units],
      records: { referenceTotal: both(28, null) },
    }
    expect(texts(approved, 'A7')).toEqual([])
  })

  test('A8: at the baseline and below silent, one more is an increase', () => {
    expect(texts(spec(23, [total('baseline', 23)]), 'A8')).toEqual([])
    expect(texts(spec(22, [total('baseline', 23)]), 'A8')).toEqual([])
    expect(texts(spec(24, [total('bureau', 23)]), 'A8')).toEqual([])
    expect(findingsOf(run(spec(24, [total('baseline', 23, 'administrative', '山编〔2020〕1号')])), 'A8')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        facts: { 编制类型: '行政编制', 基数: 23, 现核定: 24, 增加: 1 },
        text: '行政编制基数 23 名（2020年1月1日起，山编〔2020〕1号），现核定 24 名，增加 1 名；这一期间只能减少，不能增加。',
        remedy: '核对增加编制的批文；基数已经调整的，登记新的基数和文号。',
      }),
    ])
    expect(texts(spec(24, [total('baseline', 23)]), 'A8')[0]).toContain('基数 23 名（2020年1月1日起），现核定 24 名')
  })

  test('of any two numbers: A7 speaks when they differ, A8 when ours is the larger', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (own, theirs) => {
        expect(texts(spec(own, [total('bureau', theirs), total('baseline', theirs)]), 'A7')).toHaveLength(
          own === theirs ? 0 : 1,
        )
        expect(texts(spec(own, [total('bureau', theirs), total('baseline', theirs)]), 'A8')).toHaveLength(
          own > theirs ? 1 : 0,
        )
      }),
    )
  })
})

describe('B7 whose document it is', () => {
  const spec = (more: Partial<DocumentRecord>, number = '农发〔2020〕3号'): SnapshotSpec => ({
    units: [OFFICE, { name: '经发办' }],
    quotas: [
      entry(5, { documentNumber: number }),
      entry(2, { documentNumber: number, category: 'worker' }),
      entry(1, { unitId: '经发办', documentNumber: number }),
    ],
    documents: [document({ number, ...more })],
  })

  test("a business department's word is no basis", () => {
    expect(findingsOf(run(spec({ issuingBody: '县农业农村局' })), 'B7')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        facts: { 文号: '农发〔2020〕3号', 发文机关: '县农业农村局', 核定数: 3 },
        text: '农发〔2020〕3号由县农业农村局发文，不是机构编制文件；以它核定的有党政办、经发办，共 3 条。',
        remedy: '换登机构编制部门（编办、编委）的批文；没有批文的，报编办处理。',
      }),
    ])
  })

  test.each([
    '县委编办',
    '区机构编制委员会办公室',
    '中共山溪县委',
    '山溪县人民政府',
    '县委、县政府',
    '县委组织部、县委编办',
  ])('%s may', (issuingBody) => {
    expect(texts(spec({ issuingBody }), 'B7')).toEqual([])
  })

  test.each(['县委组织部', '县政府农业局', '市农业厅', '县林业总站', '县卫生健康委', '县水务所'])(
    '%s may not',
    (issuingBody) => {
      expect(texts(spec({ issuingBody }), 'B7')).toHaveLength(1)
    },
  )

  test('a 文号 of the 编办 speaks for itself; an unknown issuer is not judged; nor is a document no number stands on', () => {
    expect(texts(spec({ issuingBody: '县农业农村局' }, '山编办〔2020〕3号'), 'B7')).toEqual([])
    expect(texts(spec({ issuingBody: null }), 'B7')).toEqual([])
    expect(texts({ ...spec({ issuingBody: '县农业农村局' }), quotas: [entry(5)] }, 'B7')).toEqual([])
  })

  test('领导职数 of a unit that is gone', () => {
    const leadershipQuotas = [
      {
        id: '职数',
        unitId: '林业站',
        amount: 1,
        chief: null,
        deputy: null,
        documentNumber: '林发〔2020〕1号',
        validFrom: '2020-01-01',
        validTo: null,
      },
    ]
    const snapshot = {
      ...buildSnapshot({
        units: [OFFICE],
        documents: [document({ number: '林发〔2020〕1号', issuingBody: '县林业局' })],
      }),
      leadershipQuotas,
    }
    expect(findingsOf(runSnapshot(snapshot), 'B7').map((finding) => finding.text)).toEqual([
      '林发〔2020〕1号由县林业局发文，不是机构编制文件；以它核定的有（已撤销机构），共 1 条。',
    ])
  })

  test('of any department name before 局: never a basis', () => {
    fc.assert(
      fc.property(fc.constantFrom('农业', '林业', '财政', '县政府', '县委', '市委农村工作'), (name) => {
        expect(texts(spec({ issuingBody: `${name}局` }), 'B7')).toHaveLength(1)
      }),
    )
  })
})
