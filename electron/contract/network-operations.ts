import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { nothing } from './operation-parts.ts'

/* Whether the program has connected to anybody since it was started. */

export const NETWORK_OPERATIONS = {
  'network.read': {
    kind: 'host',
    title: '联网情况',
    input: nothing,
    /** Instants are UTC. `latest`: the newest last, as they were asked for (host:port). */
    output: z.object({
      since: z.string(),
      count: z.number().int(),
      latest: z.array(z.object({ to: z.string(), at: z.string() })),
    }),
  },
} as const satisfies OperationTable
