import { openExplain } from '../text/paths.ts'
import { Tag } from '../ui/tag.tsx'

interface FigureDoorProps {
  /** Empty: the township's total of the category. */
  readonly unitId: string
  readonly category: string
  readonly value: number
  readonly kind: 'quota' | 'actual' | 'reserved' | 'vacancy' | 'over'
  /** Said to a screen reader: "党政办 行政编制 超编". */
  readonly label: string
}

/** The word a figure carries in its tag. */
const WORDS: Readonly<Partial<Record<FigureDoorProps['kind'], string>>> = { over: '超', vacancy: '空', reserved: '核' }

/** A figure that opens to its origin. Over and vacant carry their word and shape. */
export function FigureDoor({ unitId, category, value, kind, label }: FigureDoorProps) {
  const open = () => openExplain(unitId, category)
  const word = value > 0 ? WORDS[kind] : undefined
  return (
    <button
      type="button"
      className={value === 0 && kind !== 'quota' && kind !== 'actual' ? 'figure zero' : 'figure'}
      aria-label={`${label} ${word === undefined ? value : `${word} ${value}`}，看来由`}
      onClick={open}
    >
      {value > 0 && kind === 'over' ? (
        <Tag look="solid-red">超 {value}</Tag>
      ) : value > 0 && kind === 'vacancy' ? (
        <Tag look="outline">空 {value}</Tag>
      ) : value > 0 && kind === 'reserved' ? (
        <Tag look="hatched">核 {value}</Tag>
      ) : (
        value
      )}
    </button>
  )
}
