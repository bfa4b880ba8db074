import type { LocalPackDraft, PackDetailView } from '../../../electron/contract/pack-shapes.ts'

/** A pack as it would be saved again unchanged: own thresholds, rules that are weighed otherwise or off. */
export function draftOf(pack: PackDetailView): LocalPackDraft {
  return {
    ...(pack.local ? { id: pack.id } : {}),
    basePackId: pack.basePackId,
    title: pack.title,
    locality: pack.locality,
    note: pack.note,
    date: pack.date,
    packFrom: pack.packFrom,
    parameters: Object.fromEntries(
      pack.parameters.flatMap(({ name, own, value, document, documentNumber, date, clause }) =>
        own && value !== null
          ? [
              [
                name,
                {
                  value,
                  document: document === documentNumber ? null : document,
                  documentNumber: documentNumber ?? '',
                  date: date ?? '',
                  clause,
                },
              ],
            ]
          : [],
      ),
    ),
    rules: Object.fromEntries(
      pack.ruleList.flatMap(({ id, severity, baseSeverity, off }) =>
        severity === baseSeverity && off === null
          ? []
          : [[id, { severity: severity === baseSeverity ? null : severity, off: off === null ? null : off.reason }]],
      ),
    ),
  }
}

/** The draft with one threshold put in, or (null) taken back to the shipped pack's. */
export function withParameter(
  draft: LocalPackDraft,
  name: string,
  own: LocalPackDraft['parameters'][string] | null,
): LocalPackDraft {
  const { [name]: _, ...others } = draft.parameters
  return { ...draft, parameters: own === null ? others : { ...others, [name]: own } }
}

/** The draft with one rule weighed or switched. */
export function withRule(draft: LocalPackDraft, id: string, own: LocalPackDraft['rules'][string]): LocalPackDraft {
  const { [id]: _, ...others } = draft.rules
  return { ...draft, rules: own.severity === null && own.off === null ? others : { ...others, [id]: own } }
}

type Value = LocalPackDraft['parameters'][string]['value']
type Shape = PackDetailView['parameters'][number]['shape']

/** A value as it is typed: one name a line, `名称 数` a line. */
export function valueLines(value: Value | null): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  return Array.isArray(value)
    ? value.join('\n')
    : Object.entries(value)
        .map(([name, amount]) => `${name} ${amount}`)
        .join('\n')
}

/** What was typed as a value of the shape; null where it is none. */
export function typedValue(text: string, shape: Shape): Value | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return null
  switch (shape) {
    case 'number':
      return /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text.trim()) : null
    case 'text':
      return text.trim()
    case 'list':
      return lines
    case 'numbers': {
      const pairs = lines.map((line) => /^(.*\S)\s+(\d{1,6})$/.exec(line))
      return pairs.every((pair) => pair !== null)
        ? Object.fromEntries(pairs.map((pair) => [pair[1] ?? '', Number(pair[2])]))
        : null
    }
  }
}
