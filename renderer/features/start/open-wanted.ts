import { onHostEvent } from '../../api/client.ts'
import { goTo } from '../../text/paths.ts'

/** A book opened in the file manager while the program runs: the start screen offers it, for what is half filled in another goes with that one. */
export function openWhatIsWanted(): void {
  onHostEvent((event) => {
    if (event.type === 'openWanted') goTo('start', { open: event.path })
  })
}
