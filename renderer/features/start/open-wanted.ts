import { onHostEvent } from '../../api/client.ts'
import { goTo } from '../../text/paths.ts'
import { isFormPending } from '../../ui/pending-form.ts'

/** A book opened in the file manager while the program runs: the start screen opens it. Where a form waits to be written down it asks first. */
export function openWhatIsWanted(): void {
  onHostEvent((event) => {
    if (event.type === 'openWanted') goTo('start', { open: event.path, ...(isFormPending() ? { ask: '1' } : {}) })
  })
}
