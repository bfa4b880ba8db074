import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { LocalPack, LocalParameter, LocalRule } from '../../model/local-pack.ts'
import { madeOf } from '../../model/made-of.ts'
import { packById } from './index.ts'
import type { PackParameter, PackParameters, RulePack } from './rule-pack.ts'

/** The pack a book is checked by: a shipped one, or a shipped one under a local one. */
export interface PackInForce {
  /** Title, locality and parameters as they apply. */
  readonly pack: RulePack
  /** The shipped pack whose rules run. */
  readonly base: RulePack
  /** What the locality says of single rules; empty for a shipped pack. */
  readonly rules: Readonly<Record<string, LocalRule>>
  /** Names of the parameters that are the locality's own. */
  readonly own: ReadonlySet<string>
}

/** The pack of a book on a day; undefined for one this version does not know, or that rests on one it does not know. */
export function packInForce(snapshot: Pick<BookSnapshot, 'book' | 'localPack'>): PackInForce | undefined {
  const { localPack } = snapshot
  return localPack === null ? shippedPack(snapshot.book.packId) : localPackInForce(localPack)
}

/** A shipped pack as it would be in force. */
export function shippedPack(id: string): PackInForce | undefined {
  const pack = packById(id)
  return pack === undefined ? undefined : asShipped(pack)
}

const asShipped = madeOf((pack: RulePack): PackInForce => ({ pack, base: pack, rules: {}, own: new Set() }))

/** A local pack over its base. A parameter the base does not have is of no rule and is left out. */
export const localPackInForce = madeOf((local: LocalPack): PackInForce | undefined => {
  const base = packById(local.basePackId)
  if (base === undefined) return undefined
  const own = Object.keys(local.parameters).filter((name) => base.parameters[name] !== undefined)
  const { id, title, locality, date, note, packFrom } = local
  return {
    pack: {
      ...base,
      id,
      title,
      locality,
      date,
      note,
      packFrom,
      parameters: overlaid(base.parameters, local.parameters),
    },
    base,
    rules: local.rules,
    own: new Set(own),
  }
})

function overlaid(base: PackParameters, local: LocalPack['parameters']): PackParameters {
  return Object.fromEntries(Object.entries(base).map(([name, parameter]) => [name, underLocal(parameter, local[name])]))
}

/** The document is the locality's; where it did not quote it, the clause of the shipped pack is not its clause. */
function underLocal(parameter: PackParameter, local: LocalParameter | undefined): PackParameter {
  if (local === undefined) return parameter
  return {
    ...parameter,
    value: local.value,
    document: local.document ?? local.documentNumber,
    documentNumber: local.documentNumber,
    date: local.date,
    clause: local.clause,
  }
}
