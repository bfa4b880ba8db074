import type { Holding, Person } from '../../model/person.ts'
import type { Unit } from '../../model/unit.ts'
import { rememberText } from '../../model/remember-text.ts'
import { postTitle, type SnapshotIndex } from '../../model/snapshot-index.ts'

/** 主要负责人 of one unit. */
export interface Head {
  readonly person: Person
  readonly unit: Unit
  readonly holding: Holding
}

const HEAD = /主任(?!科员)|[所站队局庭院]长|负责人/

/** People who head a unit by a holding in force, 主职 or not: told by the title, which has no 副. */
export function headsOf(index: SnapshotIndex, belongs: (unit: Unit) => boolean): readonly Head[] {
  return index.present.flatMap(({ person, holdings }) =>
    holdings.flatMap((holding): readonly Head[] => {
      const unit = index.unitOf(holding)
      return unit !== undefined && isHead(postTitle(index, holding)) && belongs(unit) ? [{ person, unit, holding }] : []
    }),
  )
}

const isHead = rememberText((title) => HEAD.test(title) && !title.includes('副'))
