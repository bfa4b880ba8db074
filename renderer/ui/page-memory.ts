/*
 * What the page remembers beside its screens (half-filled forms first of all, then scroll, order, the cell it was left at) belongs
 * to the book it was made in. With another book open, or the same one restored, it goes: a draft of one township never appears in
 * another. Every such memory is declared here or resets itself on a change of book; a test looks for others.
 */

const maps = new Set<{ readonly clear: () => void }>()

/** A map that is emptied when another book is opened; for the top of a module. */
export function pageMap<K, V>(): Map<K, V> {
  const map = new Map<K, V>()
  maps.add(map)
  return map
}

/** Another book is open: nothing remembered is about it. */
export function forgetPageMemory(): void {
  for (const map of maps) map.clear()
}
