import type { PublicPerson } from './public-person.ts'

/*
 * Two people of one name. Another office tells them apart on every sheet; in one office their 编制卡号 does, else their sex.
 * Never digits of an ID number.
 */

type Named = Pick<PublicPerson, 'personId' | 'unitId' | 'unitName' | 'name' | 'post' | 'sex' | 'cardNumber'>

/** Names of people who share one with somebody in their own office, as the sheet writes them, by person. */
export function distinctNames(people: readonly Named[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const namesakes of namesakesOf(people)) {
    const mark = markThatDiffers(namesakes)
    if (mark !== null) for (const person of namesakes) names.set(person.personId, `${person.name}（${mark(person)}）`)
  }
  return names
}

/** `党政综合办公室 张伟`: people nobody can tell apart on the sheet, once a pair. */
export function indistinctNames(people: readonly Named[]): readonly string[] {
  return namesakesOf(people)
    .filter(
      (namesakes) =>
        markThatDiffers(namesakes) === null && new Set(namesakes.map((person) => person.post)).size < namesakes.length,
    )
    .map(([first]) => (first === undefined ? '' : `${first.unitName} ${first.name}`))
}

function namesakesOf(people: readonly Named[]): readonly (readonly Named[])[] {
  return [...Map.groupBy(people, (person) => `${person.unitId} ${person.name}`).values()].filter(
    (group) => group.length > 1,
  )
}

function markThatDiffers(namesakes: readonly Named[]): ((person: Named) => string) | null {
  const differs = (value: (person: Named) => string) =>
    namesakes.every((person) => value(person) !== '') && new Set(namesakes.map(value)).size === namesakes.length
  if (differs((person) => person.cardNumber)) return (person) => `编制卡${person.cardNumber}`
  if (differs((person) => person.sex)) return (person) => person.sex
  return null
}
