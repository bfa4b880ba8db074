import { readResidentId } from '../identity/resident-id.ts'
import type { StatePerson } from './book-state.ts'
import type { CellChange } from './import-notes.ts'
import type { PersonMatch } from './match-people.ts'
import type { RosterRow } from './read-roster-row.ts'

export interface NumberClaim {
  readonly idNumber: string | null
  readonly disputedIdNumber: string | null
}

/**
 * Decides whose an ID number is. A number has one owner; whoever else's row bears it gets it set aside as disputed (D1) until the originals
 * are seen.
 */
export interface NumberDesk {
  /** For somebody new to the book. */
  readonly claim: (row: RosterRow, personId: string) => NumberClaim
  /** For somebody known by name, unit and kind under another number or none. Returns the columns to set and adds to `changes`. */
  readonly correct: (row: RosterRow, person: StatePerson, changes: CellChange[]) => Partial<NumberClaim>
}

interface Owner {
  readonly personId: string
  readonly name: string
  readonly where: string
}

/** 18 digits of which the last proves the others. */
function isProved(number: string): boolean {
  return readResidentId(number).verdict === 'valid'
}

export function createNumberDesk(
  people: readonly StatePerson[],
  rows: readonly RosterRow[],
  matches: ReadonlyMap<RosterRow, PersonMatch>,
): NumberDesk {
  const owners = new Map<string, Owner>()
  for (const person of people)
    if (person.idNumber !== null)
      owners.set(person.idNumber, { personId: person.id, name: person.name, where: '编制本里' })
  // Asked only of people the book knows.
  const inFile =
    people.length === 0
      ? new Set<string | null>()
      : new Set(rows.filter((row) => matches.get(row)?.by !== 'standing').map((row) => row.idNumber))

  const dispute = (row: RosterRow, owner: Owner) =>
    row.reader.note(
      'warning',
      'idNumber',
      `第 ${row.row} 行 身份证号：与${owner.where}的${owner.name}相同，号码先作为争议号码搁置，两人都不上公示表。请核对两人的原件。`,
    )

  return {
    claim: (row, personId) => {
      const number = row.idNumber
      if (number === null) return { idNumber: null, disputedIdNumber: null }
      const owner = owners.get(number)
      if (owner !== undefined) {
        dispute(row, owner)
        return { idNumber: null, disputedIdNumber: number }
      }
      owners.set(number, { personId, name: row.name, where: `第 ${row.row} 行` })
      return { idNumber: number, disputedIdNumber: null }
    },
    correct: (row, person, changes) => {
      const number = row.idNumber
      if (number === null) return {}
      const owner = owners.get(number)
      const own = person.idNumber ?? person.disputedIdNumber
      if (own !== null && own !== number && isProved(own) && !isProved(number)) {
        row.reader.note(
          'warning',
          'idNumber',
          `第 ${row.row} 行 身份证号：表中的号码校验不通过，编制本里的通过，保持编制本里的。请核对原件。`,
        )
        return {}
      }
      if (owner === undefined && (own === null || !inFile.has(own))) {
        owners.set(number, { personId: person.id, name: row.name, where: `第 ${row.row} 行` })
        changes.push({ column: row.reader.letters('idNumber'), before: own, after: number })
        if (own !== null)
          row.reader.note('warning', 'idNumber', '身份证号与编制本里的不同，将改为表中的号码。请核对原件。')
        return { idNumber: number, disputedIdNumber: null }
      }
      if (own === null && owner !== undefined) {
        dispute(row, owner)
        changes.push({ column: row.reader.letters('idNumber'), before: null, after: number })
        return { disputedIdNumber: number }
      }
      row.reader.note(
        'warning',
        'idNumber',
        '表中的身份证号登记在别人名下，编制本里此人的号码保持不变。请核对原件后改正表格。',
      )
      return {}
    },
  }
}
