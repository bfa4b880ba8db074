/**
 * What is made of a thing and of a few parts beside it, kept with the thing: neither ever changes, so the same parts give the same answer,
 * and the same object. Whoever compares two books then sees at once what an entry has not touched.
 */
export function madeOf<Thing extends object, Parts extends readonly unknown[], Made>(
  make: (thing: Thing, ...parts: Parts) => Made,
): (thing: Thing, ...parts: Parts) => Made {
  const kept = new WeakMap<Thing, { readonly parts: Parts; readonly made: Made }>()
  return (thing, ...parts) => {
    const known = kept.get(thing)
    if (known?.parts.length === parts.length && known.parts.every((part, place) => part === parts[place]))
      return known.made
    const made = make(thing, ...parts)
    kept.set(thing, { parts, made })
    return made
  }
}
