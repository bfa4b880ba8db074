/*
 * A list whose posts or units the superior has printed: 党委书记, 镇长 … with the names still to be written. Each row takes whoever it is about;
 * what could be several people is left empty and said.
 */

export interface PrintedKey {
  /** 0-based. */
  readonly row: number
  readonly text: string
}

export interface KeyedPerson {
  readonly personId: string
  readonly name: string
  readonly key: string
}

export interface KeyedRows {
  readonly placed: readonly { readonly row: number; readonly personId: string }[]
  /** Rows that stay empty, and why. */
  readonly open: readonly { readonly row: number; readonly why: string }[]
}

/** Rows of a post: whoever holds it by that name, else whoever holds it among others (党委副书记、镇长). People and rows of one name must be as many. */
export function placeByPost(keys: readonly PrintedKey[], people: readonly KeyedPerson[]): KeyedRows {
  return place(keys, people, (text, free) => {
    const exact = free.filter(({ key }) => key === text)
    return exact.length > 0 ? exact : free.filter(({ key }) => key.split(/[、，,；;兼]/u).includes(text))
  })
}

/** Rows of a unit: its people one a row, where they all find room. */
export function placeByUnit(keys: readonly PrintedKey[], people: readonly KeyedPerson[]): KeyedRows {
  return place(keys, people, (text, free) => free.filter(({ key }) => key === text))
}

function place(
  keys: readonly PrintedKey[],
  people: readonly KeyedPerson[],
  match: (text: string, free: readonly KeyedPerson[]) => readonly KeyedPerson[],
): KeyedRows {
  const placed: { row: number; personId: string }[] = []
  const open: { row: number; why: string }[] = []
  const taken = new Set<string>()
  // Posts named as they are go first: 党委副书记 is not 党委副书记、镇长 while somebody is only that.
  const groups = [...Map.groupBy(keys, ({ text }) => text)].toSorted(
    ([left], [right]) => Number(named(right, people)) - Number(named(left, people)),
  )
  for (const [text, rows] of groups) {
    const found = match(
      text,
      people.filter(({ personId }) => !taken.has(personId)),
    )
    const room = found.length <= rows.length
    for (const [at, { row }] of rows.entries()) {
      const person = room ? found[at] : undefined
      if (person !== undefined) {
        taken.add(person.personId)
        placed.push({ row, personId: person.personId })
      } else
        open.push({
          row,
          why: room
            ? `名单里没有“${text}”的人，这一行没有填`
            : `“${text}”有 ${found.length} 人（${found
                .slice(0, 3)
                .map(({ name }) => name)
                .join('、')}${found.length > 3 ? ' 等' : ''}），表里只有 ${rows.length} 行，没有填`,
        })
    }
  }
  return { placed: placed.toSorted((a, b) => a.row - b.row), open: open.toSorted((a, b) => a.row - b.row) }
}

function named(text: string, people: readonly KeyedPerson[]): boolean {
  return people.some(({ key }) => key === text)
}
