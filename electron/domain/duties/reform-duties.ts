import { OFF_QUOTA_KIND_NAMES } from '../../vocabulary/standing.ts'
import { REDEPLOYMENT_LIST, REFORM_CHECK_LIST, REGISTRATION_LIST } from '../../vocabulary/reform.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { indexSnapshot, postTitle } from '../model/snapshot-index.ts'
import type { Duty } from './duty.ts'

/* What a reform leaves to be done: each goes when the record it rests on says it is done. */

const RECORD_SOURCE = '登记时写明的日期'
const RUN_OFF_SOURCE = '登记的逐步消化计划'

function duty(parts: Pick<Duty, 'duty' | 'period' | 'title' | 'detail' | 'dueOn'> & Partial<Duty>): Duty {
  return { from: null, undated: null, personId: null, unitId: null, kind: 'book', source: RECORD_SOURCE, ...parts }
}

/** Competitions, redeployments, registrations, checks and the year's run-off that are not finished. */
export function reformDuties(snapshot: BookSnapshot): readonly Duty[] {
  return [
    ...competitionDuties(snapshot),
    ...redeploymentDuties(snapshot),
    ...registrationDuties(snapshot),
    ...checkDuties(snapshot),
    ...appointmentDuties(snapshot),
    ...runOffDuties(snapshot),
  ]
}

/** 报名截止 while nobody's result is known, 公示期满 while the result of the posting is not, and who was chosen and has not been seated. */
function competitionDuties(snapshot: BookSnapshot): readonly Duty[] {
  const index = indexSnapshot(snapshot)
  return snapshot.records.competition.flatMap((record): Duty[] => {
    const own = snapshot.records.candidacy.filter(({ code }) => code.trim() === record.code.trim())
    const place = `${record.code} ${index.unit(record.unitId ?? '')?.name ?? ''}“${record.post}”`
    const chosen = own.filter(({ result }) => result === 'chosen')
    const waiting = chosen.filter(
      ({ personId }) =>
        personId !== null &&
        !index
          .holdingsOf(personId)
          .some((holding) => index.unitOf(holding)?.id === record.unitId && postTitle(index, holding) === record.post),
    )
    const about = { duty: 'reform-competition', unitId: record.unitId } as const
    const names = waiting.map(({ personId }) => index.person(personId ?? '')?.name ?? '').join('、')
    return [
      ...(record.closesOn === null || own.some(({ result }) => result !== 'pending')
        ? []
        : [
            duty({
              ...about,
              period: `${record.id} closes ${record.closesOn}`,
              title: `${place}报名截止`,
              detail: `聘用 ${record.seats} 人，已报名 ${own.length} 人。截止后登记成绩和结果。`,
              from: record.validFrom,
              dueOn: record.closesOn,
            }),
          ]),
      ...(record.noticeTo === null || record.noticeResult !== null
        ? []
        : [
            duty({
              ...about,
              period: `${record.id} notice ${record.noticeTo}`,
              title: `${place}拟聘公示期满`,
              detail: '登记公示结果；无异议的办理任职。',
              from: record.noticeFrom,
              dueOn: record.noticeTo,
            }),
          ]),
      ...(waiting.length === 0 || record.noticeResult === null || record.noticeResult === 'upheld'
        ? []
        : [
            duty({
              ...about,
              period: `${record.id} appoint`,
              title: `${place}拟聘人员任职`,
              detail: `${names}已公示，还没有办理任职。`,
              from: record.noticeTo,
              dueOn: record.noticeTo,
            }),
          ]),
    ]
  })
}

function redeploymentDuties(snapshot: BookSnapshot): readonly Duty[] {
  const index = indexSnapshot(snapshot)
  return snapshot.records.redeployment
    .filter(({ settledOn }) => settledOn === null)
    .map((record) =>
      duty({
        duty: 'reform-redeployment',
        period: record.id,
        title: `${index.person(record.personId ?? '')?.name ?? '分流人员'}分流安置`,
        detail: `${REDEPLOYMENT_LIST[record.channel].title}${record.destination === null ? '' : `，${record.destination}`}。安置好以后登记完成日期和文件。`,
        from: record.validFrom,
        dueOn: record.settleBy,
        undated: record.settleBy === null ? '没有写计划安置日期' : null,
        personId: record.personId,
      }),
    )
}

const REGISTRATION_STEPS = [
  ['appliedOn', '提交申请'],
  ['acceptedOn', '受理'],
  ['approvedOn', '核准'],
  ['certifiedOn', '领（缴）证书'],
] as const

function registrationDuties(snapshot: BookSnapshot): readonly Duty[] {
  const index = indexSnapshot(snapshot)
  return snapshot.records.registration.flatMap((record): Duty[] => {
    const next = REGISTRATION_STEPS.find(([step]) => record[step] === null)
    if (next === undefined) return []
    return [
      duty({
        duty: 'reform-registration',
        period: record.id,
        title: `${index.unit(record.unitId ?? '')?.name ?? ''}${REGISTRATION_LIST[record.matter].title}`,
        detail: `下一步：${next[1]}。`,
        from: record.validFrom,
        dueOn: record.dueOn,
        undated: record.dueOn === null ? '没有写办结期限' : null,
        unitId: record.unitId,
      }),
    ]
  })
}

function checkDuties(snapshot: BookSnapshot): readonly Duty[] {
  return snapshot.records.reformCheck
    .filter(({ verdict, fixedOn }) => verdict !== 'passed' && fixedOn === null)
    .map((record) =>
      duty({
        duty: 'reform-check',
        period: record.id,
        title: `${REFORM_CHECK_LIST[record.stage].title}发现的问题整改`,
        detail: record.problem ?? '登记整改完成日期。',
        from: record.validFrom,
        dueOn: record.fixBy,
        undated: record.fixBy === null ? '没有写整改期限' : null,
      }),
    )
}

/** 任前公示 whose result is not written down. */
function appointmentDuties(snapshot: BookSnapshot): readonly Duty[] {
  const index = indexSnapshot(snapshot)
  return snapshot.records.appointmentNotice
    .filter(({ result }) => result === null)
    .map((record) =>
      duty({
        duty: 'appointment-notice',
        period: record.id,
        title: `${index.person(record.personId ?? '')?.name ?? ''}拟任${record.post}任前公示期满`,
        detail: '登记公示结果；无异议的办理任职。',
        from: record.validFrom,
        dueOn: record.noticeTo,
        personId: record.personId,
      }),
    )
}

/** A year's plan that is not met yet: due when the year ends. */
function runOffDuties({ runOffPlans, offQuotaHistory, asOf }: BookSnapshot): readonly Duty[] {
  const year = Number(asOf.slice(0, 4))
  return runOffPlans
    .filter((plan) => plan.year === year)
    .flatMap((plan): Duty[] => {
      const gone = new Set(
        offQuotaHistory
          .filter(
            (holding) =>
              holding.offQuotaKind === plan.kind &&
              holding.validTo !== null &&
              holding.validTo.startsWith(String(year)) &&
              holding.validTo <= asOf,
          )
          .map(({ personId }) => personId),
      ).size
      if (gone >= plan.amount) return []
      return [
        duty({
          duty: 'reform-run-off',
          period: `${plan.kind} ${year}`,
          title: `${year} 年${OFF_QUOTA_KIND_NAMES[plan.kind]}消化`,
          detail: `计划 ${plan.amount} 人，已消化 ${gone} 人，还差 ${plan.amount - gone} 人。`,
          dueOn: `${year}-12-31`,
          source: RUN_OFF_SOURCE,
        }),
      ]
    })
}
