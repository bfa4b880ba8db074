import { pageMap } from '../ui/page-memory.ts'

/* People marked in a list wait here for the screen where the same thing is registered for all of them. */

const chosen = pageMap<'people', readonly string[]>()

/** Notes whom she has marked. */
export function choosePeople(personIds: readonly string[]): void {
  chosen.set('people', personIds)
}

/** Whom she marked last in this book; nobody at first. */
export function chosenPeople(): readonly string[] {
  return chosen.get('people') ?? []
}
