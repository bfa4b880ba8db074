/** The place of each thing of a list by its key; of a key that comes again the last. Made without a pair for each. */
export function placesOf<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (let place = 0; place < things.length; place += 1) {
    const thing = things[place]
    if (thing !== undefined) places.set(keyOf(thing), place)
  }
  return places
}
