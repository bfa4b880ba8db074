/** SQLite takes a path of 511 bytes; a copy's is longer than its book's by its folder and its time. A Chinese character is three. */
const LONGEST_PATH_BYTES = 400

/** @throws an error as the system's own for a name too long: SQLite would only say that it cannot open the file. */
export function refuseLongPath(path: string): void {
  if (Buffer.byteLength(path) > LONGEST_PATH_BYTES)
    throw Object.assign(new Error('path too long'), { code: 'ENAMETOOLONG', path })
}
