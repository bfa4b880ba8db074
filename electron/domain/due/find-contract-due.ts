import { addDays, inForceOn, type PlainDate } from '../model/plain-date.ts'
import { isInstitutionStaff } from '../model/quota-category.ts'
import type { RecordOf } from '../model/records.ts'
import { dateText, unitIdOf } from '../rules/wording.ts'
import { lastDayOfTerm, monthsText } from './count-period.ts'
import { NOTHING_DUE, type DueFact, type DueFinder, type DueInput } from './due.ts'
import { contractTermSource } from './due-sources.ts'

/** 聘用合同期满: the contract of each 事业 person that runs longest; one that has run out without another is told as run out. */
export const findContractDue: DueFinder = (input) => {
  const { records } = input.snapshot
  const contracts = Map.groupBy(records.contract, ({ personId }) => personId)
  return ({ person, counted }) => {
    const category = counted?.category ?? null
    if (category === null || !isInstitutionStaff(category)) return NOTHING_DUE
    const due = contractDue(person.id, contracts.get(person.id) ?? [], input)
    return due === null ? NOTHING_DUE : [due]
  }
}

function contractDue(personId: string, own: readonly RecordOf<'contract'>[], input: DueInput): DueFact | null {
  const subject = {
    kind: 'contract' as const,
    personId,
    unitId: unitIdOf(input.index, personId),
    what: 'contract',
    title: '聘用合同期满',
    obstacles: [],
    source: contractTermSource,
  }
  const ends = own.map((contract) => ({ contract, end: endOf(contract) }))
  const running = ends.filter(({ contract }) => inForceOn(contract, input.snapshot.asOf))
  // 长期合同, or one until retirement: nothing falls due.
  if (running.some(({ end }) => end === null)) return null
  const last = ends.toSorted((left, right) => compareEnd(left.end, right.end)).at(-1)
  if (last === undefined || last.end === null) return { ...subject, on: null, steps: [], lacks: ['聘用合同的起止日期'] }
  const { contract, end } = last
  return {
    ...subject,
    on: end,
    steps: [
      contract.validTo === null
        ? `${dateText(contract.validFrom)}起 ${monthsText(Math.round((contract.years ?? 0) * 12))}，到 ${dateText(end)}止`
        : `${dateText(contract.validFrom)}至 ${dateText(end)}（合同写明的止日）`,
      ...(running.length === 0 ? ['期满后没有登记续订的合同'] : []),
    ],
    lacks: [],
  }
}

/** The last day; null where it has none. */
function endOf({ validFrom, validTo, years }: RecordOf<'contract'>): PlainDate | null {
  if (validTo !== null) return addDays(validTo, -1)
  return years === null || years <= 0 ? null : lastDayOfTerm(validFrom, Math.round(years * 12))
}

function compareEnd(left: PlainDate | null, right: PlainDate | null): number {
  if (left === right) return 0
  return (left ?? '') < (right ?? '') ? -1 : 1
}
