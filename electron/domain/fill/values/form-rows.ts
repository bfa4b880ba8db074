import { ABSENCE_KIND_NAMES } from '../../../vocabulary/standing.ts'
import { isJoinedField } from '../form-fields.ts'
import { titleLevel } from '../level-words.ts'
import { yesOrNo } from './yes-no.ts'
import { readResidentId } from '../../identity/resident-id.ts'
import { valueText, type FillValue } from '../fill-request.ts'
import type { FieldFormat } from '../../../vocabulary/templates.ts'
import { dateValue, lacksDay, textValue } from './value-formats.ts'
import { expectedRetirement } from '../../retirement/expected-retirement.ts'
import { addDays, type MonthOrDate, type PlainDate } from '../../model/plain-date.ts'
import { postTitle } from '../../views/roster-person-view.ts'
import type { RosterEntry } from '../../model/finding.ts'
import type { BookView } from '../../views/book-view.ts'
import { peopleRows, type FilledColumn, type FilledRow } from './person-rows.ts'

/* A person's row on a superior's form: the catalogue's fields, what forms write together, and a day where the ID number knows one. */

export interface FormRow {
  readonly values: FilledRow
  /** Places in the row whose format asks for a day the book does not know. */
  readonly withoutDay: readonly number[]
}

/** One row a person, in the order given. */
export function formRows(
  view: BookView,
  columns: readonly FilledColumn[],
  entries: readonly RosterEntry[],
): readonly FormRow[] {
  const plain = peopleRows(view, columns, entries)
  const township = view.state.snapshot.units.find((unit) => unit.kind === 'township')?.name ?? null
  return entries.map((entry, place) => {
    const one = (field: string, format: FieldFormat | null = null): FillValue =>
      peopleRows(view, [{ field, format }], [entry])[0]?.[0] ?? null
    const withoutDay: number[] = []
    const values = columns.map(({ field, format }, index): FillValue => {
      const value = plain[place]?.[index] ?? null
      if (!isJoinedField(field)) {
        const birth = field === 'birth' ? birthOf(view, entry, format) : null
        // Eight digits of which six are known are not written.
        const unknown = value === null && format !== null && one(field, 'dot') !== null && lacksDay('2000-01', format)
        if (birth === undefined || (unknown && field !== 'birth')) withoutDay.push(index)
        return birth ?? value
      }
      switch (field) {
        case 'unitPost':
          return joined([one('unit'), one('post')], '')
        case 'educationDegree':
          return joined([one('education'), one('degree')], '、')
        case 'fullTimeEducationDegree':
          return joined([one('fullTimeEducation'), one('fullTimeDegree')], '、')
        case 'inServiceEducationDegree':
          return joined([one('inServiceEducation'), one('inServiceDegree')], '、')
        case 'dutyState':
          return textValue(awayOf(view, entry) ?? '在岗')
        case 'absence':
          return textValue(awayOf(view, entry))
        case 'absenceSince':
        case 'absenceUntil': {
          const { from, until } = absentOf(view, entry)
          const day = field === 'absenceSince' ? from : until
          if (lacksDay(day, format)) withoutDay.push(index)
          return dateValue(day, format)
        }
        case 'titleLevel':
          return textValue(titleWord(textOf(one('professionalTitle'))))
        case 'isMember':
        case 'isMinority':
        case 'isInPost':
        case 'isLent':
        case 'isOnDuty':
        case 'isLeader':
        case 'isOver':
          return textValue(yesOrNo(view, entry.personId, field))
        case 'anyGrade': {
          const rank = one('rank')
          // Clerks without 事业岗位等级 keep it as 职级; a 公务员's own 职级 is no grade of a post.
          return one('postGrade') ?? (/管理|专业技术|技术工|普通工/u.test(textOf(rank)) ? rank : null)
        }
        case 'quotaUnit':
          return textValue(homeOf(view, entry)) ?? one('unit')
        case 'actualUnit':
          return one('secondedTo') ?? one('unit')
        case 'usingUnit':
          return entry.list === 'seconded' ? one('unit') : one('secondedTo')
        case 'homeUnit':
          return textValue(homeOf(view, entry))
        case 'secondedSince':
        case 'secondedUntil': {
          const { from, until } = stayOf(view, entry)
          const day = field === 'secondedSince' ? from : until
          if (lacksDay(day, format)) withoutDay.push(index)
          return dateValue(format === null && wholeMonths(from, until) ? (day?.slice(0, 7) ?? null) : day, format)
        }
        case 'secondedPeriod': {
          const { from, until } = stayOf(view, entry)
          const [start = '', end = ''] = [from, until].map((day) =>
            textOf(dateValue(format === null ? (day?.slice(0, 7) ?? null) : day, format)),
          )
          return start === '' && end === '' ? null : textValue(`${start}—${end}`)
        }
        case 'retiresOn': {
          const month = retirementOf(view, entry)
          if (lacksDay(month, format)) withoutDay.push(index)
          return dateValue(month, format)
        }
        case 'formOfWork':
          return one('category')
        case 'ownTownship':
          return textValue(township)
        case 'postRank':
          return joined([one('post'), one('rank')], '、')
        case 'birthAge':
          return withAge(birthOf(view, entry, format) ?? one('birth', format), one('age'))
      }
    })
    return { values, withoutDay }
  })
}

/** Where a borrowed or 挂职 person comes from; null for everybody else. */
function homeOf(view: BookView, { list, holdingId }: RosterEntry): string | null {
  return list === 'seconded' ? (view.holding(holdingId)?.counterpart ?? null) : null
}

/** 正高级 … 初级; null for none, and for words nobody can place. */
function titleWord(title: string): string | null {
  const level = titleLevel(title)
  return level === null || level === '无' ? null : level.endsWith('高') ? `${level}级` : level
}

/** Why somebody is not at their post: 病休, 借出 and the like; null: they are. */
function awayOf(view: BookView, { personId, secondedOutHoldingId }: RosterEntry): string | null {
  const absence = view.state.snapshot.absences.find((one) => one.personId === personId)
  if (absence !== undefined) return ABSENCE_KIND_NAMES[absence.kind]
  return secondedOutHoldingId === null ? null : '借出'
}

function absentOf(
  view: BookView,
  entry: RosterEntry,
): { readonly from: MonthOrDate | null; readonly until: MonthOrDate | null } {
  const absence = view.state.snapshot.absences.find(({ personId }) => personId === entry.personId)
  if (absence === undefined) return stayOf(view, entry)
  return { from: absence.validFrom, until: absence.dueOn ?? lastDayOf(absence.validTo) }
}

/** From when and until when somebody is lent, borrowed or 挂职. */
function stayOf(
  view: BookView,
  { list, holdingId, secondedOutHoldingId }: RosterEntry,
): { readonly from: MonthOrDate | null; readonly until: MonthOrDate | null } {
  const holding = view.holding(secondedOutHoldingId ?? (list === 'seconded' ? holdingId : ''))
  // A list without dates begins with the day it was reported for: only a stay whose end is known has a beginning that is.
  const until = holding?.dueOn ?? lastDayOf(holding?.validTo ?? null)
  return { from: until === null ? null : (holding?.validFrom ?? null), until }
}

/** From the first day of a month to the last of another: it was told in months. */
const wholeMonths = (from: MonthOrDate | null, until: MonthOrDate | null): boolean =>
  (from?.endsWith('-01') ?? false) && until?.length === 10 && addDays(until, 1).endsWith('-01')

/** The last day of a range that ends before `end`. */
function lastDayOf(end: PlainDate | null): PlainDate | null {
  return end === null ? null : addDays(end, -1)
}

function retirementOf(view: BookView, entry: RosterEntry): MonthOrDate | null {
  const [person, holding] = [view.index.person(entry.personId), view.holding(entry.holdingId)]
  if (person === undefined || holding === undefined) return null
  const expected = expectedRetirement(person, holding, postTitle(view, holding))
  return expected.kind === 'known' ? expected.month : null
}

function textOf(value: FillValue): string {
  return value === null ? '' : valueText(value)
}

function joined(values: readonly FillValue[], between: string): FillValue {
  const texts = values.map(textOf).filter((text) => text !== '')
  return texts.length === 0 ? null : { kind: 'text', text: texts.join(between) }
}

function withAge(birth: FillValue, age: FillValue): FillValue {
  const text = textOf(birth)
  if (text === '') return null
  return { kind: 'text', text: age === null ? text : `${text}（${textOf(age)}岁）` }
}

/**
 * The birth with the ID number's day where the form asks for a day and the month of record is the same; undefined: a day is asked for and
 * nobody knows it; null: nothing to add.
 */
function birthOf(view: BookView, entry: RosterEntry, format: FieldFormat | null): FillValue | undefined {
  const person = view.index.person(entry.personId)
  const idNumber = person?.idNumber ?? null
  const number = idNumber === null ? null : readResidentId(idNumber)
  const recorded = person?.birth ?? null
  const birth =
    recorded === null
      ? (number?.birth ?? null)
      : recorded.length === 7 && number?.birth?.startsWith(recorded) === true
        ? number.birth
        : recorded
  if (lacksDay(birth, format)) return undefined
  // Where no day is asked for the month of record stays what it is.
  return lacksDay(recorded, format) || recorded === null ? dateValue(birth, format) : null
}
