import { titleIn, type CodeList } from '../../vocabulary/code-list.ts'
import { UNIT_LEVEL_LIST } from '../../vocabulary/establishment.ts'
import { POSITION_LEVEL_LIST } from '../../vocabulary/people.ts'
import type { RecordOf } from '../model/records.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { FormFacts } from './form.ts'
import { bureauFunding, fundingText } from './form-words.ts'

/* What the 资料 of a unit or person add to a form. What is not on record prints empty. */

/** A code's word; a word written in place of a code stays. */
function named(list: CodeList, code: string | null | undefined): string {
  return code === null || code === undefined ? '' : titleIn(list, code)
}

export function unitLevel(facts: FormFacts, unitId: string): string {
  return named(UNIT_LEVEL_LIST, facts.snapshot.records.unitProfile.find((own) => own.unitId === unitId)?.level)
}

/** 经费形式: the unit's own on record, else what its categories say. */
export function unitFunding(
  facts: FormFacts,
  unitId: string | null,
  categories: readonly (QuotaCategory | null)[],
): string {
  const known =
    unitId === null ? null : (facts.snapshot.records.unitProfile.find((own) => own.unitId === unitId)?.funding ?? null)
  return known === null ? fundingText(categories) : bureauFunding(known)
}

export function personFile(facts: FormFacts, personId: string): RecordOf<'personFile'> | undefined {
  return facts.index.fileOf(personId)
}

export function personGrade(facts: FormFacts, personId: string): RecordOf<'personGrade'> | undefined {
  return facts.index.gradeOf(personId)
}

/** 乡科级正职; '' where not on record. */
export function positionLevel(facts: FormFacts, personId: string): string {
  return named(POSITION_LEVEL_LIST, personGrade(facts, personId)?.positionLevel)
}
