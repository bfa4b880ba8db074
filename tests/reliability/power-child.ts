import { writeSync } from 'node:fs'
import { openBookFile } from '../../electron/store/open.ts'
import { addPeople } from '../store/invented-township.ts'

/* Writes a book, entry after entry, says each that was acknowledged, and ends without closing: its calls to the system are what the parent wants. */

const [path = '', entries = '0', level = 'FULL', password] = process.argv.slice(2)
const book = await openBookFile(path, { password })
// Only for the control: what the product sets is FULL.
if (level !== 'FULL') book.raw.pragma(`synchronous = ${level}`)
// Often folded into the file, so that crashes fall into that too.
book.raw.pragma('wal_autocheckpoint = 40')
for (let number = 1; number <= Number(entries); number += 1) {
  const { entry } = await addPeople(book, `n${number}`, 1 + (number % 4))
  writeSync(1, `ack ${entry.seq}\n`)
}
process.kill(process.pid, 'SIGKILL')
