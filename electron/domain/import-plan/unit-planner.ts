import type { PlainDate } from '../model/plain-date.ts'
import type { UnitKind } from '../model/unit.ts'
import type { BookState, StateUnit } from './book-state.ts'
import type { ChangeCounts } from './import-plan.ts'
import type { WriteDraft } from './planned-writes.ts'

export interface PlannedUnit {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly isNew: boolean
  /** Found by a 加挂牌子, not by its own name. */
  readonly byNameplate: boolean
}

export interface NewUnitFacts {
  readonly name: string
  readonly kind: UnitKind
  readonly managingBody: string | null
  readonly documentNumber: string | null
  readonly validFrom: PlainDate
}

/** Finds and sets up the units the rows speak of. */
export interface UnitPlanner {
  readonly find: (name: string) => PlannedUnit | null
  readonly create: (facts: NewUnitFacts) => PlannedUnit
  /** Id of the basis document with this number, new or known. */
  readonly document: (number: string) => string
  readonly existing: (unitId: string) => StateUnit | undefined
  readonly nameOf: (unitId: string) => string
  readonly markUpdated: (unitId: string) => void
  readonly counts: () => ChangeCounts
}

export function createUnitPlanner(state: BookState, draft: WriteDraft): UnitPlanner {
  const known = new Map(state.units.map((unit) => [unit.id, unit]))
  const byName = new Map<string, PlannedUnit>()
  for (const unit of state.units)
    for (const plate of unit.nameplates)
      byName.set(plate, { id: unit.id, name: unit.name, kind: unit.kind, isNew: false, byNameplate: true })
  for (const unit of state.units)
    byName.set(unit.name, { id: unit.id, name: unit.name, kind: unit.kind, isNew: false, byNameplate: false })
  const names = new Map(state.units.map((unit) => [unit.id, unit.name]))
  const documents = new Map(state.documents)
  const seen = new Set<string>()
  const updated = new Set<string>()

  const document = (number: string): string => {
    const found = documents.get(number)
    if (found !== undefined) return found
    const id = `+d${draft.documents.length + 1}`
    draft.documents.push({ id, number })
    documents.set(number, id)
    return id
  }
  const add = (facts: NewUnitFacts, parentId: string | null): PlannedUnit => {
    const id = `+u${draft.units.length + 1}`
    const documentId = facts.documentNumber === null ? null : document(facts.documentNumber)
    draft.units.push({
      id,
      parentId,
      name: facts.name,
      kind: facts.kind,
      managingBody: facts.managingBody,
      sortOrder: state.nextSortOrder + draft.units.length,
      documentId,
      validFrom: facts.validFrom,
    })
    const unit: PlannedUnit = { id, name: facts.name, kind: facts.kind, isNew: true, byNameplate: false }
    byName.set(facts.name, unit)
    names.set(id, facts.name)
    return unit
  }
  let root = state.units.find((unit) => unit.kind === 'township' && unit.parentId === null)?.id ?? null

  return {
    find: (name) => {
      const unit = byName.get(name) ?? null
      if (unit !== null && !unit.isNew) seen.add(unit.id)
      return unit
    },
    create: (facts) => {
      root ??= add(
        {
          name: state.bookName,
          kind: 'township',
          managingBody: null,
          documentNumber: null,
          validFrom: facts.validFrom,
        },
        null,
      ).id
      // The township is at least as old as its oldest unit.
      const first = draft.units[0]
      if (first !== undefined && first.id === root && facts.validFrom < first.validFrom)
        draft.units[0] = { ...first, validFrom: facts.validFrom }
      return byName.get(facts.name) ?? add(facts, root)
    },
    document,
    existing: (unitId) => known.get(unitId),
    nameOf: (unitId) => names.get(unitId) ?? '',
    markUpdated: (unitId) => void updated.add(unitId),
    counts: () => ({
      added: draft.units.length,
      updated: updated.size,
      unchanged: [...seen].filter((id) => !updated.has(id)).length,
    }),
  }
}
