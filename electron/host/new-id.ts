import { randomBytes } from 'node:crypto'

/*
 * Ids as RFC 9562 has them in version 7: the moment in front, then a count within it, then what nobody can guess. Rows that are made together
 * lie together in the file and in each of its indexes, so an import of thousands goes to the end of them and not to every page.
 */

/** Random bytes fetched at a time. */
const FETCHED = 10 * 400
const COUNTS = 0x1000

let bytes = Buffer.alloc(0)
let place = 0
let moment = 0
let count = 0

/** A new id, larger than every one given before by this program. */
export function newId(): string {
  if (place >= bytes.length) {
    bytes = randomBytes(FETCHED)
    place = 0
  }
  const now = Date.now()
  if (now > moment) {
    moment = now
    // A random beginning below the middle: two programs that begin in the same moment do not count alike.
    count = bytes.readUInt16BE(place) % (COUNTS / 2)
  } else {
    count += 1
    if (count === COUNTS) {
      moment += 1
      count = 0
    }
  }
  const random = bytes.toString('hex', place + 2, place + 10)
  place += 10
  const time = moment.toString(16).padStart(12, '0')
  const variant = '89ab'.charAt(Number.parseInt(random.charAt(0), 16) % 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
}
