import type { z } from 'zod'

/**
 * Operations by name. `kind` says what one needs: `host`: no book; `query`: reads the open book; `command`: one transaction and one
 * journal entry; `county`: the open 主管本. The same schema checks the form, the call and the reply's type.
 */
export type OperationTable = Record<
  string,
  { readonly kind: OperationKind; readonly title: string; readonly input: z.ZodType; readonly output: z.ZodType }
>
export type OperationKind = 'host' | 'query' | 'command' | 'county'
