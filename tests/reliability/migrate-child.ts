import { writeSync } from 'node:fs'
import { openCore } from '../kit/open-core.ts'

/* Opens a book of an older version, which copies it and brings it to today; killed in the middle of it. */

const [folder = '', path = ''] = process.argv.slice(2)
const open = openCore(folder)
writeSync(1, 'begin\n')
await open.call('book.open', { path })
writeSync(1, 'ack opened\n')
process.exit(0)
