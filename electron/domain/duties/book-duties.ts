import { RETIREMENT_ARRANGEMENT_NAMES } from '../../vocabulary/retirement.ts'
import { ABSENCE_KIND_NAMES } from '../../vocabulary/standing.ts'
import { endOfWorkingDays } from '../calendar/working-days.ts'
import { EXIT_CAUSE_NAMES } from '../ledger/sentences/cause-names.ts'
import { termWord } from '../ledger/sentences/term-word.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Holding } from '../model/person.ts'
import { inForceOn, type PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { objectionFigures } from '../notice/objection-figures.ts'
import { openSeats } from '../quota/open-seats.ts'
import { expectedRetirement } from '../retirement/expected-retirement.ts'
import { indexSnapshot, postTitle, type SnapshotIndex } from '../model/snapshot-index.ts'
import { placeName, unitIdOf } from '../rules/wording.ts'
import type { Duty } from './duty.ts'
import { dayInMonth } from './duty-dates.ts'
import { duty } from './book-duty.ts'
import { taskDuties } from './task-duties.ts'

/* Duties that follow from what the book holds; each goes when the fact it rests on does. */

const EXIT_WORKING_DAYS = 10
const TERM_SOURCE = '省委组织部等四部门关于规范借调工作的通知：期满返回或续批（期限由各地规定）'
const EXIT_SOURCE = '滕州市机构编制委员会办公室 2013 年通知：自发生之日起 10 个工作日内核销'
const RETIREMENT_SOURCE = '国务院关于渐进式延迟法定退休年龄的办法；公务员法第九十二条、事业单位人事管理条例第三十六条'

/**
 * Every duty of the book, dated ones and those without a day, in no order. `asked`: days that are asked about; of retirements, one a person,
 * only those are told.
 */
export function bookDuties(snapshot: BookSnapshot, asked: (day: PlainDate) => boolean = () => true): readonly Duty[] {
  const index = indexSnapshot(snapshot)
  return [
    ...noticeDuties(snapshot),
    ...termDuties(snapshot, index),
    ...absenceDuties(snapshot, index),
    ...approvalDuties(snapshot, index),
    ...exitDuties(snapshot),
    ...retirementDuties(snapshot, index, asked),
    ...taskDuties(snapshot),
  ]
}

/** What hangs without end falls due never, what is closed no more. */
function noticeDuties({ notices, objections }: BookSnapshot): readonly Duty[] {
  return notices
    .filter((notice) => notice.closedOn === null && notice.endsOn !== null)
    .map((notice) => {
      const open = objectionFigures(objections, { noticeId: notice.id }).open
      const objected = open === 0 ? '' : `还有 ${open} 件异议没有办结。`
      return duty({
        duty: 'notice-end',
        period: notice.id,
        title: `${notice.number}公示期满`,
        detail: `${objected}取下公示，登记异议情况（收到、办结、更正各几件），留存现场照片。`,
        from: notice.postedOn,
        dueOn: notice.endsOn,
        source: '公示期以发布时写明的为准；期满须能报出异议件数',
      })
    })
}

/** 借出 借入 挂职 with a planned end, and 计划消化 of somebody over quota. */
function termDuties({ holdings, asOf }: BookSnapshot, index: SnapshotIndex): readonly Duty[] {
  return holdings.flatMap((holding) => {
    const { dueOn } = holding
    const name = index.person(holding.personId)?.name
    if (dueOn === null || name === undefined || !inForceOn(holding, asOf)) return []
    const subject = {
      period: `${holding.id} ${dueOn}`,
      dueOn,
      personId: holding.personId,
      unitId: unitIdOf(index, holding.personId),
    }
    if (holding.overlapAllowed) {
      return [
        duty({
          ...subject,
          duty: 'term-end',
          title: `${name}交接期满`,
          detail: `${placeName(index, holding)}与前任的交接到这天为止，届时前任应已免职或调整。`,
          source: '登记任职时写明的交接结束日',
        }),
      ]
    }
    if (holding.kind === 'substantive' || holding.kind === 'concurrent') {
      return [
        duty({
          ...subject,
          duty: 'over-quota-plan',
          title: `${name}计划消化`,
          detail: `${placeName(index, holding)}超编进人时登记的计划消化日期，届时应已调整或出编。`,
          source: '登记入编时写明的计划消化日期',
        }),
      ]
    }
    return [
      duty({
        ...subject,
        duty: 'term-end',
        title: `${name}${termWord(holding)}期满`,
        detail: `${termPlace(holding, index)}。期满登记返回，或凭批准文件登记续延。`,
        source: TERM_SOURCE,
      }),
    ]
  })
}

function termPlace(holding: Holding, index: SnapshotIndex): string {
  const place = holding.counterpart ?? '（单位未登记）'
  return holding.kind === 'secondedOut'
    ? `${termWord(holding)}到${place}`
    : `来自${place}，在${placeName(index, holding)}`
}

function absenceDuties({ absences }: BookSnapshot, index: SnapshotIndex): readonly Duty[] {
  return absences.flatMap((absence) => {
    const name = index.person(absence.personId)?.name
    if (absence.dueOn === null || name === undefined) return []
    return [
      duty({
        duty: 'absence-end',
        period: `${absence.id} ${absence.dueOn}`,
        title: `${name}${ABSENCE_KIND_NAMES[absence.kind]}期满`,
        detail: '返岗的登记返岗；还不能返岗的，补批准手续。',
        dueOn: absence.dueOn,
        personId: absence.personId,
        unitId: unitIdOf(index, absence.personId),
        source: '登记离岗时写明的期限',
      }),
    ]
  })
}

function approvalDuties(snapshot: BookSnapshot, index: SnapshotIndex): readonly Duty[] {
  const open = openSeats(snapshot)
  return snapshot.approvals.flatMap((approval) => {
    const left = open(approval)
    if (approval.expiresOn === null || left === 0) return []
    return [
      duty({
        duty: 'approval-expires',
        period: approval.id,
        title: `用编核准${approval.number}到期`,
        detail: `${index.unit(approval.unitId)?.name ?? ''} ${QUOTA_CATEGORY_NAMES[approval.category]}还有 ${left} 名没有到位，过期不能再用。`,
        dueOn: approval.expiresOn,
        personId: approval.personId,
        unitId: approval.unitId,
        source: '核准文件写明的有效期',
      }),
    ]
  })
}

/** Working days of a year whose holidays are not known are not guessed. */
function exitDuties({ exits, holidays }: BookSnapshot): readonly Duty[] {
  return exits.map((exit) => {
    const end = endOfWorkingDays(exit.on, EXIT_WORKING_DAYS, holidays)
    const cause = exit.cause === null ? '出编' : (EXIT_CAUSE_NAMES[exit.cause] ?? '出编')
    return duty({
      duty: 'exit-report',
      period: exit.id,
      title: `${exit.personName}出编核销`,
      detail: `${exit.on} ${cause}。带证明材料到编办办理核销，停发工资。`,
      from: exit.on,
      personId: exit.personId,
      unitId: exit.unitId,
      source: EXIT_SOURCE,
      ...('missingYear' in end
        ? { dueOn: null, undated: `没有 ${end.missingYear} 年的放假安排，10 个工作日的截止日算不出` }
        : { dueOn: end.endsOn }),
    })
  })
}

function retirementDuties(
  { asOf }: BookSnapshot,
  index: SnapshotIndex,
  asked: (day: PlainDate) => boolean,
): readonly Duty[] {
  return index.present.flatMap(({ person, counted }) => {
    if (counted === undefined) return []
    const expected = expectedRetirement(person, counted, postTitle(index, counted))
    // Whose month has gone by is a finding (F7), not a date to come.
    if (expected.kind !== 'known' || expected.month < asOf.slice(0, 7) || !asked(lastDay(expected.month))) return []
    const basis =
      expected.recorded || expected.arranged !== null ? '' : '原法定退休年龄为推定，须组织（人社）部门核定。'
    return [
      duty({
        duty: 'retirement',
        period: `${person.id} ${expected.month}`,
        title: `${person.name}到龄退休`,
        detail:
          `${placeName(index, counted)}，` +
          (expected.arranged === null
            ? '法定退休时间'
            : `${RETIREMENT_ARRANGEMENT_NAMES[expected.arranged.kind]}，退休时间`) +
          ` ${expected.month}。办理退休审批和出编。${basis}`,
        from: `${expected.month}-01`,
        dueOn: lastDay(expected.month),
        personId: person.id,
        unitId: unitIdOf(index, person.id),
        source: RETIREMENT_SOURCE,
      }),
    ]
  })
}

function lastDay(month: string): PlainDate {
  return dayInMonth(month, 31)
}
