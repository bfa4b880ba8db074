import type { Output } from '../../contract/operations.ts'
import { isCentral, isVerbatim, lawOf } from '../../domain/rules/citation.ts'
import { LAW_TEXTS } from '../../domain/law/law-texts.ts'
import { adoptedLawsOf } from '../../domain/ledger/snapshot/decided-here.ts'
import { RULES } from '../../domain/rules/registry.ts'
import { weightOf, type Ground } from '../../domain/rules/weight-in-force.ts'
import { readLocalPacks, readPackChoice, readSettings } from '../../store/pack-store.ts'
import type { QueryContext } from '../context.ts'
import { findPack } from './find-pack.ts'
import { ADOPTED_LAW_SETTING } from '../../domain/model/adopted-law.ts'

/** Every source as it binds this book: adopted or not, and what each rule that stands on it weighs here. */
export async function readLawBase(_: object, { db }: QueryContext): Promise<Output<'law.base'>> {
  const { packId } = await readPackChoice(db)
  const adopted = adoptedLawsOf(await readSettings(db, ADOPTED_LAW_SETTING))
  const ground: Ground = {
    inForce: findPack(packId, await readLocalPacks(db)),
    adopted: new Set(adopted.map(({ law }) => law)),
  }
  const rules = RULES.filter(({ pack }) => pack === null || pack === ground.inForce?.base.id).map((rule) => ({
    rule,
    weight: weightOf(rule, ground),
  }))
  return {
    pack: { id: packId, title: ground.inForce?.pack.title ?? packId },
    laws: LAW_TEXTS.map((law) => {
      const own = adopted.find((one) => one.law === law.id)
      return {
        id: law.id,
        binds:
          own !== undefined
            ? 'adopted'
            : law.packId !== null && law.packId === ground.inForce?.base.id
              ? 'pack'
              : isCentral({ law: law.id, article: null, clause: '' })
                ? 'central'
                : law.tier === 'national'
                  ? 'national'
                  : 'elsewhere',
        adoption: own === undefined ? null : { ...own },
        rules: rules.flatMap(({ rule, weight }) =>
          rule.sources
            .filter((citation) => citation.law === law.id)
            .map((citation) => ({
              id: rule.id,
              title: rule.title,
              severity: weight.severity,
              fullSeverity: rule.severity,
              article: citation.article,
              clause: citation.clause,
              verbatim: isVerbatim(citation),
              deciding: weight.deciding === citation,
              others: rule.sources
                .filter((other) => other.law !== law.id)
                .map((other) => ({ lawId: other.law, title: lawOf(other).title, article: other.article })),
            })),
        ),
      }
    }),
  }
}
