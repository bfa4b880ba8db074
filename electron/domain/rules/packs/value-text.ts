import type { PackParameter } from './rule-pack.ts'

/** A parameter's value in words: `9 名`, `甲、乙`, `大 60 名、中 50 名`. */
export function valueText({ value, unit }: Pick<PackParameter, 'value' | 'unit'>): string {
  const measured = (amount: number) => (unit === null ? String(amount) : `${amount} ${unit}`)
  if (value === null) return '文件没有给出'
  if (typeof value === 'number') return measured(value)
  if (typeof value === 'string') return value
  if (isList(value)) return value.join('、') + (unit === null ? '' : ` ${unit}`)
  return Object.entries(value)
    .map(([name, amount]) => `${name} ${measured(amount)}`)
    .join('、')
}

function isList(value: NonNullable<PackParameter['value']>): value is readonly string[] {
  return Array.isArray(value)
}
