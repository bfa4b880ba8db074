/** Who points at whom: file or folder → the ones it imports. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>

/** Groups of more than one that can all be reached from each other (Tarjan), each sorted; empty where the arrows make no circle. */
export function circles(arrows: Arrows): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const waiting = new Set<string>()
  const found: (readonly string[])[] = []

  function visit(node: string): void {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    stack.push(node)
    waiting.add(node)
    for (const next of arrows.get(node) ?? []) {
      if (!order.has(next)) visit(next)
      else if (!waiting.has(next)) continue
      lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0))
    }
    if (lowest.get(node) !== order.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    for (const each of group) waiting.delete(each)
    if (group.length > 1) found.push(group.sort())
  }

  for (const node of arrows.keys()) if (!order.has(node)) visit(node)
  return found
}

/** Arrows between pairs, without the ones that stay where they are. */
export function arrowsOf(pairs: Iterable<readonly [string, string]>): Arrows {
  const arrows = new Map<string, Set<string>>()
  for (const [from, to] of pairs) {
    if (from === to) continue
    const known = arrows.get(from) ?? new Set()
    arrows.set(from, known.add(to))
  }
  return arrows
}
