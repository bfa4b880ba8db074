import type { ApiError } from '../../api/client.ts'
import { ErrorLine } from '../../ui/states.tsx'

/** Why the last step did not happen. Having stopped it herself is news, not an error. */
export function OutcomeLine({ error }: { readonly error: ApiError | null }) {
  if (error?.code === 'cancelled')
    return (
      <p className="proof-nothing" role="status">
        {error.message}
      </p>
    )
  return <ErrorLine error={error} />
}
