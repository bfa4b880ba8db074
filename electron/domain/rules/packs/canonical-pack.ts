/** JSON with the keys of every object sorted and no white space: what the checksum of a pack file is taken over. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, own]) => own !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
    return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonicalJson(own)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
