import type { QueryHandlers } from '../context.ts'
import { countFigures } from './count-figures.ts'
import { explainFigure } from './explain-figure.ts'
import { readFigures } from './read-figures.ts'
import { readChronicle } from './read-chronicle.ts'
import { readUnits } from './read-units.ts'

export const UNITS_QUERIES = {
  'figures.read': readFigures,
  'figures.count': countFigures,
  'figure.explain': explainFigure,
  'units.read': readUnits,
  'unit.chronicle': readChronicle,
} satisfies Partial<QueryHandlers>
