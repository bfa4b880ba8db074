import type { UnitKind } from '../../vocabulary/establishment.ts'
import type { Dated } from './plain-date.ts'
import type { Nature } from './quota-category.ts'

export { UNIT_KINDS, UNIT_KIND_NAMES, type UnitKind } from '../../vocabulary/establishment.ts'

/** 加挂牌子 with the document that allows it. */
export interface Nameplate extends Dated {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly documentNumber: string | null
}

/** A unit as it is on the snapshot's day. */
export interface Unit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: UnitKind
  /** 人财物归属, e.g. 区财政局 for a 财政所; null: the township itself. */
  readonly managingBody: string | null
  readonly sortOrder: number
  readonly nameplates: readonly string[]
  readonly validFrom: string
}

/** 机关 or 事业单位: decides which 编制 the unit may use. */
export function natureOfUnit(kind: UnitKind): Nature {
  return kind === 'institution' ? 'institution' : 'organ'
}
