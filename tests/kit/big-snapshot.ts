import type { BookSnapshot } from '../../electron/domain/model/book-snapshot.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import { buildSnapshot, recordOf, seat, type PersonSpec, type UnitSpec } from './snapshot.ts'

const SEATS = 25
const AWAY = 100

/**
 * A county's worth of people in one snapshot, everybody with the records rules read: three courses, two reviews, a grade, a contract or
 * service, pay; one in a hundred lent out, away, in discipline, working elsewhere. Invented people, the same in every run.
 */
export function bigSnapshot(people: number, packId: string): BookSnapshot {
  const units = Array.from({ length: Math.ceil(people / SEATS) }, (_, place): UnitSpec => {
    const institution = place % 2 === 1
    return {
      name: `机构${place}`,
      kind: place === 0 ? 'leadership' : institution ? 'institution' : 'office',
      quotas: institution ? { institution: SEATS } : { administrative: SEATS },
    }
  })
  const specs = Array.from({ length: people }, (_, place): PersonSpec => {
    const unit = units[Math.floor(place / SEATS)]
    const institution = unit?.kind === 'institution'
    const rare = place % AWAY
    return {
      name: `人${place}`,
      sex: place % 3 === 0 ? '女' : '男',
      // Nobody past retirement, and no two of one number: a day comes round with another sequence.
      birth: addDays('1973-01-01', place % 5_999),
      rank: place % 40 === 0 ? '四级主任科员' : null,
      holdings: [
        seat(unit?.name ?? '机构0', institution ? 'institution' : 'administrative', {
          title: place < 11 ? '副乡长' : '干事',
          ...(place < 11 ? { leadership: 'deputy' as const } : {}),
          ...(rare === 5 ? { entryCause: '21' } : {}),
        }),
        ...(rare === 1
          ? [{ kind: 'secondedOut' as const, counterpart: '区某局', validFrom: '2026-01-01', dueOn: '2026-12-31' }]
          : []),
        ...(rare === 2 ? [{ unit: '机构0', title: '委员', kind: 'concurrent' as const }] : []),
      ],
    }
  })
  const all = specs.map((spec, place) => ({ personId: spec.name, place }))
  const some = all.filter(({ place }) => place % AWAY === 3)
  return buildSnapshot({
    packId,
    packFrom: '2024-01-01',
    units,
    people: specs,
    absences: all
      .filter(({ place }) => place % AWAY === 4)
      .map(({ personId }) => ({
        id: `离-${personId}`,
        personId,
        kind: 'sickLeave' as const,
        documentNumber: null,
        dueOn: null,
        validFrom: '2026-01-01',
        validTo: null,
      })),
    changes: all
      .filter(({ place }) => place % 10 === 0)
      .map(({ personId }, place) => ({
        id: `事${place}`,
        type: 'rank.promote',
        on: '2026-05-01',
        recordedOn: '2026-05-20',
        personId,
        unitId: null,
        otherUnitId: null,
        category: null,
        cause: null,
        documentNumber: null,
        correction: false,
      })),
    personChanges: all
      .filter(({ place }) => place % 10 === 0)
      .map(({ personId }) => ({
        id: `变-${personId}`,
        personId,
        from: '2026-05-01',
        recordedOn: '2026-05-20',
        followsAnother: true,
      })),
    records: {
      township: [
        recordOf('township', {
          population: 60_000,
          areaKm2: 500,
          townshipClass: '大',
          townshipType: 'town',
          termFrom: '2021-09-01',
          termTo: null,
        }),
      ],
      unitProfile: units.map((unit) =>
        recordOf(
          'unitProfile',
          {
            level: unit.kind === 'institution' ? '111' : '109',
            funding: 'full',
            dispatched: false,
            outsideLimit: false,
            duties: null,
          },
          { unitId: unit.name },
        ),
      ),
      training: all.flatMap(({ personId }) =>
        [1, 2, 3].map((turn) =>
          recordOf(
            'training',
            { title: `培训${turn}`, organiser: '县委党校', trainingKind: 'general', days: 4, hours: null },
            { id: `训${turn}-${personId}`, personId, validFrom: `2026-0${turn}-10` },
          ),
        ),
      ),
      annualReview: all.flatMap(({ personId }) =>
        [2024, 2025].map((year) =>
          recordOf(
            'annualReview',
            { year, result: 'competent' },
            { id: `核${year}-${personId}`, personId, validFrom: `${year}-12-20` },
          ),
        ),
      ),
      personGrade: all.map(({ personId, place }) =>
        recordOf(
          'personGrade',
          {
            personClass: Math.floor(place / SEATS) % 2 === 1 ? '7' : '1',
            positionLevel: place < 11 ? '0142' : '0150',
            postGrade: Math.floor(place / SEATS) % 2 === 1 ? '管理九级' : null,
            rankSince: null,
          },
          { personId },
        ),
      ),
      contract: all
        .filter(({ place }) => Math.floor(place / SEATS) % 2 === 1)
        .map(({ personId }) =>
          recordOf(
            'contract',
            { number: null, years: 3, firstEmployment: false },
            { personId, validFrom: '2025-01-01', validTo: '2028-01-01' },
          ),
        ),
      townshipService: all
        .slice(0, 40)
        .map(({ personId }) => recordOf('townshipService', { place: '某乡' }, { personId, validFrom: '2018-01-01' })),
      payStatus: all.map(({ personId }) => recordOf('payStatus', { paid: true, source: null }, { personId })),
      workplace: some.map(({ personId }) =>
        recordOf(
          'workplace',
          { place: '区某局', inTownship: false, worksInUnitId: null, servesPublic: false },
          { personId, validFrom: '2026-09-01' },
        ),
      ),
      dutyMatter: some.map(({ personId }) =>
        recordOf(
          'dutyMatter',
          { matter: 'absentWithoutLeave', days: 20, consecutiveDays: 16, payAdjusted: null },
          { personId, validFrom: '2026-09-01' },
        ),
      ),
    },
  })
}
