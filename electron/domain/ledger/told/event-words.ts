import type { EventCommon } from '../planning/pieces.ts'

/** The event with what it did in words at the head of its note: the chronicle tells it, with the numbers, long after. */
export function withWords<E extends EventCommon>(event: E, words: string): E {
  const own = event.note?.trim() ?? ''
  return { ...event, note: own === '' ? words : `${words}；${own}` }
}
