import type { Sex } from '../../vocabulary/people.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import { readResidentId } from './resident-id.ts'

/* 出生年月 and 性别 on record go first; a number that is right in itself says both where nothing else does. */

interface Identity {
  readonly birth: MonthOrDate | null
  readonly sex: Sex | null
  readonly idNumber: string | null
}

/** 出生年月 of record, else that of a valid ID number; null: neither is known. */
export function knownBirth({ birth, idNumber }: Omit<Identity, 'sex'>): MonthOrDate | null {
  return birth ?? fromNumber(idNumber)?.birth ?? null
}

/** 性别 of record, else that of a valid ID number; null: neither is known. */
export function knownSex({ sex, idNumber }: Omit<Identity, 'birth'>): Sex | null {
  return sex ?? fromNumber(idNumber)?.sex ?? null
}

function fromNumber(idNumber: string | null) {
  if (idNumber === null) return null
  const reading = readResidentId(idNumber)
  return reading.verdict === 'invalid' ? null : reading
}
