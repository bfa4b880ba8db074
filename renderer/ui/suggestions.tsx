/** More than this nobody reads through: one letter more brings the rest. */
const OFFERED = 60

/** What is offered below a field of free text (`<input list={id}>`): of a list that may be thousands long, the first that hold what is typed. */
export function Suggestions({
  id,
  typed,
  options,
}: {
  readonly id: string
  readonly typed: string
  readonly options: readonly { readonly value: string; readonly note?: string }[]
}) {
  return (
    <datalist id={id}>
      {fitting(options, typed).map(({ value, note }) => (
        <option key={value} value={value}>
          {note}
        </option>
      ))}
    </datalist>
  )
}

/** The first that hold the words, in their order, each once. */
function fitting<O extends { readonly value: string; readonly note?: string }>(
  options: readonly O[],
  typed: string,
): readonly O[] {
  const words = options.length <= OFFERED ? '' : typed.trim()
  const found = new Map<string, O>()
  for (const option of options) {
    if (option.value.includes(words) || option.note?.includes(words) === true) found.set(option.value, option)
    if (found.size === OFFERED) break
  }
  return [...found.values()]
}
