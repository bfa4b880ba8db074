import { openBookFile } from '../../electron/store/open.ts'
import { addPeople } from './invented-township.ts'

/* Opens the book named on the command line and keeps it. Says `open`, then adds one person for every line it is sent and says `added`. */

const book = await openBookFile(process.argv[2] ?? '')
process.stdout.write('open\n')
let batch = 0
process.stdin.on('data', () => {
  batch += 1
  void addPeople(book, `held${batch}`, 1).then(() => process.stdout.write('added\n'))
})
