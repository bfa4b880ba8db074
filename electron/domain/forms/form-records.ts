import type { RecordOf } from '../model/records.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { FormFacts } from './form.ts'
import { fundingText } from './form-words.ts'

/* What the 资料 of a unit or person add to a form. What is not on record prints empty. */

/** 机构级别 ZB03, the part a township meets. */
const LEVELS: Readonly<Record<string, string>> = { '107': '县处级', '108': '副县处级', '109': '乡科级', '110': '副乡科级', '111': '股级', '999': '其他' }
const FUNDING = { full: '全额拨款', partial: '差额补贴', self: '经费自理', enterprise: '企业化管理' } as const
/** 职务层次 ZB09, the township part. */
const POSITION_LEVELS: Readonly<Record<string, string>> = { '0131': '县处级正职', '0132': '县处级副职', '0141': '乡科级正职', '0142': '乡科级副职', '0150': '科员', '0160': '办事员', '0198': '试用期人员', '0199': '其他' }

/** A code's word; a word written in place of a code stays. */
function named(names: Readonly<Record<string, string>>, code: string | null | undefined): string {
  return code === null || code === undefined ? '' : (names[code] ?? code)
}

export function unitLevel(facts: FormFacts, unitId: string): string {
  return named(LEVELS, facts.snapshot.records.unitProfile.find((own) => own.unitId === unitId)?.level)
}

/** 经费形式: the unit's own on record, else what its categories say. */
export function unitFunding(facts: FormFacts, unitId: string | null, categories: readonly (QuotaCategory | null)[]): string {
  const known = unitId === null ? null : (facts.snapshot.records.unitProfile.find((own) => own.unitId === unitId)?.funding ?? null)
  return known === null ? fundingText(categories) : FUNDING[known]
}

export function personFile(facts: FormFacts, personId: string): RecordOf<'personFile'> | undefined {
  return facts.snapshot.records.personFile.find((own) => own.personId === personId)
}

export function personGrade(facts: FormFacts, personId: string): RecordOf<'personGrade'> | undefined {
  return facts.snapshot.records.personGrade.find((own) => own.personId === personId)
}

/** 乡科级正职; '' where not on record. */
export function positionLevel(facts: FormFacts, personId: string): string {
  return named(POSITION_LEVELS, personGrade(facts, personId)?.positionLevel)
}
