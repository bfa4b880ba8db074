import * as fc from 'fast-check'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import type { HoldingSpec, PersonSpec, SnapshotSpec, UnitSpec } from './snapshot.ts'

/* Townships nobody would draw up by hand: for what must hold of any of them. */

const UNIT_NAMES = ['党政办', '经发办', '农服中心', '财政所'] as const
const CATEGORIES: readonly QuotaCategory[] = ['administrative', 'worker', 'institution', 'institutionSelf', 'other']

const category = fc.constantFrom(...CATEGORIES)
const unitName = fc.constantFrom(...UNIT_NAMES)
const month = fc.constantFrom('1998-07', '2005-03', '2011-09', '2020-12-05', '2026-11')

const units: fc.Arbitrary<readonly UnitSpec[]> = fc.tuple(
  ...UNIT_NAMES.map((name, position) =>
    fc
      .dictionary(category, fc.integer({ min: 0, max: 3 }), { maxKeys: 3 })
      .map((quotas): UnitSpec => ({ name, kind: position < 2 ? 'office' : 'institution', quotas })),
  ),
)

const entry = fc.record({
  enteredOn: fc.option(month),
  entryRoute: fc.constantFrom('考试录用', '公开招聘', '无手续', null),
  entryDocumentNumber: fc.constantFrom('山编办〔2008〕1号', null),
})

const substantive = fc
  .tuple(unitName, category, fc.boolean(), entry)
  .map(([unit, own, occupiesQuota, facts]): HoldingSpec => ({
    unit,
    category: own,
    kind: 'substantive',
    occupiesQuota,
    ...facts,
  }))
const concurrent = fc.tuple(unitName, fc.option(category), fc.boolean()).map(([unit, own, occupies]): HoldingSpec => ({
  unit,
  kind: 'concurrent',
  category: own,
  occupiesQuota: occupies && own !== null,
}))
const setApart = fc
  .tuple(unitName, fc.constantFrom('secondedIn' as const, 'attached' as const, 'offQuota' as const), fc.boolean())
  .map(([unit, kind, claims]): HoldingSpec => ({
    unit,
    kind,
    offQuotaKind: kind === 'offQuota' ? 'selfHired' : null,
    category: claims ? 'administrative' : null,
    occupiesQuota: claims,
  }))
const secondedOut: fc.Arbitrary<HoldingSpec> = fc.constant({ kind: 'secondedOut', counterpart: '县农业农村局' })

const holdings: fc.Arbitrary<readonly HoldingSpec[]> = fc.oneof(
  { weight: 6, arbitrary: substantive.map((own) => [own]) },
  { weight: 2, arbitrary: fc.tuple(substantive, concurrent).map((own) => [...own]) },
  { weight: 1, arbitrary: fc.tuple(substantive, secondedOut).map((own) => [...own]) },
  { weight: 2, arbitrary: setApart.map((own) => [own]) },
  { weight: 1, arbitrary: fc.oneof(concurrent, secondedOut).map((own) => [own]) },
)

const person = fc.record({
  holdings,
  birth: fc.constantFrom('1964-03', '1966-08', '1975-05', '1985-06', '1999-02-11'),
  sex: fc.constantFrom('男' as const, '女' as const, null),
  disputed: fc.boolean(),
})

/** Up to 24 people in four units, with every kind of holding, row that claims too much, and missing fact. */
export const randomTownship: fc.Arbitrary<SnapshotSpec> = fc
  .tuple(units, fc.array(person, { maxLength: 24 }), fc.constantFrom('none', 'seed-000'))
  .map(([ownUnits, people, packId]) => ({
    packId,
    packFrom: packId === 'none' ? null : '2006-11-01',
    units: ownUnits,
    people: people.map(({ disputed, ...facts }, position): PersonSpec => ({
      name: `甲${position}`,
      ...facts,
      ...(disputed && position > 0 && position % 7 === 0
        ? { idNumber: null, disputedIdNumber: '362201198506159918' }
        : {}),
    })),
  }))
