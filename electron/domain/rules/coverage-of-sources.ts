import { PACK_IDS, type PlacePackId } from './packs/pack-ids.ts'
/*
 * Where each clause of the collected sources lives in the product. `rule`: a rule of its own; `covered`: said by another rule, so that one
 * fact is not flagged twice; `engine`: built into a figure or a list; `gate`: refused before it is saved; `form`: a text that is printed.
 */

export interface ClausePlace {
  readonly id: string
  readonly how: 'rule' | 'covered' | 'engine' | 'gate' | 'form'
  /** The id of the rule, else the file that does it, from the top of the product. */
  readonly where: string
}

/** E to I: entry, exit, 在岗, 借调, report. */
const ENTRY_TO_REPORT_CLAUSES: readonly ClausePlace[] = [
  ...asRules('E1', 'E2', 'E3', 'E4'),
  { id: 'E5', how: 'engine', where: 'electron/domain/quota/figures.ts' },
  ...asRules('F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'),
  { id: 'F8', how: 'engine', where: 'electron/domain/retirement/statutory-retirement.ts' },
  ...asRules('F9'),
  { id: 'F10', how: 'gate', where: 'electron/domain/ledger/events/restore.ts' },
  ...asRules('F11'),
  ...asRules('G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10'),
  ...asRules('H1', 'H2', 'H3', 'H4', 'H5', 'H6'),
  { id: 'I1', how: 'form', where: 'electron/domain/notice/notice-texts.ts' },
  ...asRules('I2', 'I3', 'I4'),
  { id: 'I5', how: 'covered', where: 'I2' },
]

/** A to D: quota, use of 编制, who belongs on the list, identity. */
const QUOTA_TO_IDENTITY_CLAUSES: readonly ClausePlace[] = asRules(
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'B6',
  'B7',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
)

/** Clauses that are checked the same everywhere; A to D: quota, use of 编制, who belongs, identity. */
export const NATIONAL_CLAUSES: readonly ClausePlace[] = [...QUOTA_TO_IDENTITY_CLAUSES, ...ENTRY_TO_REPORT_CLAUSES]

/** Clauses of laws and regulations that every pack may add. */
export const LAW_CLAUSES: readonly ClausePlace[] = [
  { id: 'RN-01', how: 'covered', where: 'B1' },
  { id: 'RN-02', how: 'covered', where: 'A1' },
  { id: 'RN-03', how: 'covered', where: 'D8' },
  ...asRules('RN-04'),
  { id: 'RN-05', how: 'covered', where: 'RN-04' },
  { id: 'RN-06', how: 'covered', where: 'RN-04' },
  ...asRules('RN-07', 'RN-08'),
  { id: 'RN-09', how: 'engine', where: 'electron/domain/roster/split-roster.ts' },
]

/** Clauses with a rule of their own: `numbered('R000-', 1, 2)` is R000-01, R000-02. */
function numbered(prefix: string, ...numbers: readonly number[]): readonly ClausePlace[] {
  return numbers.map((number) => {
    const id = `${prefix}${String(number).padStart(2, '0')}`
    return { id, how: 'rule', where: id }
  })
}

const JIANGXI_CLAUSES: readonly ClausePlace[] = numbered(
  'R000-',
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  16,
  17,
  18,
  19,
  20,
)

const MASKED_COUNTY_2022_CLAUSES: readonly ClausePlace[] = [
  ...numbered('R001-', 1, 2, 3, 4, 5),
  { id: 'R001-06', how: 'engine', where: 'electron/domain/rules/masked-county-2022/organ-setting.ts' },
  ...numbered('R001-', 7, 8, 9, 10),
  { id: 'R001-11', how: 'covered', where: 'A14' },
  ...numbered('R001-', 12, 13, 14, 15, 16, 17, 18),
]

const LINGWU_2018_CLAUSES: readonly ClausePlace[] = numbered('R002-', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)

/** Clauses of the documents behind the packs, by pack. */
export const PACK_CLAUSES: Readonly<Record<PlacePackId, readonly ClausePlace[]>> = {
  [PACK_IDS.jiangxiTownship]: JIANGXI_CLAUSES,
  [PACK_IDS.maskedCounty2022]: MASKED_COUNTY_2022_CLAUSES,
  [PACK_IDS.lingwu2018]: LINGWU_2018_CLAUSES,
  [PACK_IDS.yunnan2011]: [],
  [PACK_IDS.chenzhou]: [],
}

/** Every clause of every source. */
export const CLAUSES: readonly ClausePlace[] = [
  ...NATIONAL_CLAUSES,
  ...LAW_CLAUSES,
  ...Object.values(PACK_CLAUSES).flat(),
]

function asRules(...ids: readonly string[]): readonly ClausePlace[] {
  return ids.map((id) => ({ id, how: 'rule', where: id }))
}
