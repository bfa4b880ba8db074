import { randomUUID } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { makePackage } from '../../electron/app/county/make-package.ts'
import { makeReceipt } from '../../electron/app/county/make-receipt.ts'
import { receivePackages } from '../../electron/app/county/receive.ts'
import { takeReceipt } from '../../electron/app/county/take-receipt.ts'
import { closeCountyFile, openCountyFile } from '../../electron/store/county/county-book.ts'
import { writeFileWhole } from '../../electron/store/durable-file.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { makeContext } from '../kit/context.ts'
import { countyContext } from '../kit/county.ts'

/* One step between a township and its county on real files, to be killed in the middle of it; `ack` only after it was acknowledged. */

const [job = '', path = '', ...rest] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

async function inBook(
  operation: 'package.make' | 'receipt.take',
  work: (context: ReturnType<typeof makeContext>) => Promise<unknown>,
) {
  const book = await openBookFile(path)
  const context = makeContext(book, { operation })
  say('begin')
  await work(Object.assign(context, { newId: randomUUID }))
  say(`ack ${job}`)
  await closeBookFile(book)
}

async function inCounty(work: (context: ReturnType<typeof countyContext>) => Promise<unknown>) {
  const county = await openCountyFile(path)
  say('begin')
  await work(countyContext(county))
  say(`ack ${job}`)
  closeCountyFile(county)
}

const JOBS: Readonly<Record<string, () => Promise<void>>> = {
  make: () => inBook('package.make', (context) => makePackage({ folder: rest[0] }, context)),
  /** Under a passphrase, and over the book the township had before. */
  makeLocked: () =>
    inBook('package.make', (context) => makePackage({ folder: rest[0], lock: { passphrase: rest[1] ?? '' } }, context)),
  receiveOther: () =>
    inCounty((context) =>
      receivePackages({ files: [{ path: rest[0] ?? '' }], passphrase: rest[1] ?? '', overOther: true }, context),
    ),
  receive: () => inCounty((context) => receivePackages({ files: rest.map((file) => ({ path: file })) }, context)),
  answer: () =>
    inCounty(async (context) => {
      const events = JSON.parse(readFileSync(rest[2] ?? '', 'utf8')) as never
      const { base64 } = await makeReceipt({ township: rest[0] ?? '', items: { events } }, context)
      writeFileWhole(rest[1] ?? '', Buffer.from(base64, 'base64').toString('utf8'))
    }),
  take: () =>
    inBook('receipt.take', (context) => {
      const file = rest[0] ?? ''
      return takeReceipt({ fileId: context.stage(basename(file), readFileSync(file)) }, context)
    }),
}

try {
  await JOBS[job]?.()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.exitCode = 3
}
