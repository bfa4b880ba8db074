import type { Output } from '../../contract/operations.ts'
import { LAW_TEXTS } from '../../domain/law/law-texts.ts'
import { placeOf } from '../../domain/law/cite-laws.ts'
import { RULES } from '../../domain/rules/registry.ts'

/** Every text of law that ships, each with the rules that stand on it. */
export function readLaws(): Output<'laws.read'> {
  const cited = RULES.flatMap(({ id, title, sources }) =>
    sources.map((citation) => ({ law: citation.law, rule: { id, title, article: placeOf(citation).article } })),
  )
  return {
    laws: LAW_TEXTS.map((law) => ({
      ...law,
      also: [...law.also],
      sources: [...law.sources],
      replaces: [...law.replaces],
      passages: law.passages.map((passage) => ({ ...passage })),
      rules: cited.filter((one) => one.law === law.id).map(({ rule }) => rule),
    })),
  }
}
