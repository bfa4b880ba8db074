import { expect, it } from 'vitest'
import { packedBytes, readZipDirectory } from '../../../electron/excel/zip-directory.ts'
import { zipFiles } from '../../../electron/domain/lrmx/zip-files.ts'

it('is an archive another reader opens, names and bytes as they went in', () => {
  const files = [
    { name: '季承平.lrmx', bytes: Buffer.from('<Person/>') },
    { name: '商婉容_2.lrmx', bytes: Buffer.alloc(0) },
  ]
  const zip = Buffer.from(zipFiles(files))
  const entries = readZipDirectory(zip, 10)
  expect(entries.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
  expect(entries.map((entry) => packedBytes(zip, entry).toString())).toEqual(['<Person/>', ''])
  // The check sum of "<Person/>" as any other program computes it.
  expect(zip.readUInt32LE(14)).toBe(0xa84da580)
})
