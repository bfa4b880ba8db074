import type { CardTargetView } from '../../../electron/contract/card-operations.ts'

/** The list with one item put in another's place. */
export function withItem<T>(items: readonly T[], place: number, item: T): readonly T[] {
  return items.map((one, at) => (at === place ? item : one))
}

export function withoutItem<T>(items: readonly T[], place: number): readonly T[] {
  return items.filter((_, at) => at !== place)
}

/** The list with an item moved up (-1) or down (1); at an end it stays. */
export function movedItem<T>(items: readonly T[], place: number, step: -1 | 1): readonly T[] {
  const [item, other] = [items[place], items[place + step]]
  if (item === undefined || other === undefined) return items
  return withItem(withItem(items, place, other), place + step, item)
}

/** A system more, with a name of its own and nothing but the person's. */
export function freshTarget(targets: readonly CardTargetView[]): CardTargetView {
  const free = (word: (count: number) => string, taken: readonly string[]) => {
    let count = 1
    while (taken.includes(word(count))) count += 1
    return word(count)
  }
  return {
    id: free(
      (count) => `own-${count}`,
      targets.map(({ id }) => id),
    ),
    title: free(
      (count) => `新系统${count === 1 ? '' : count}`,
      targets.map(({ title }) => title),
    ),
    who: 'everybody',
    events: ['entry', 'exit'],
    columns: [{ title: '姓名', field: 'name', format: null }],
  }
}
