import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { acceptTheirs } from './accept-theirs.ts'
import { recordPay } from './record-pay.ts'
import { readComparison } from './read-comparison.ts'
import { refuseTheirs } from './refuse-theirs.ts'

export const COMPARE_QUERIES = {
  'compare.read': readComparison,
} satisfies Partial<QueryHandlers>

export const COMPARE_COMMANDS = {
  'compare.accept': acceptTheirs,
  'compare.refuse': refuseTheirs,
  'compare.pay': recordPay,
} satisfies Partial<CommandHandlers>
