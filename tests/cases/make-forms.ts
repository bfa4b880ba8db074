import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bookFile, bookTruth } from './forms-book.ts'
import { countForms } from './forms-counts.ts'
import { listForms, type Form } from './forms-lists.ts'
import { bookFile as secondBook, bookTruth as secondTruth } from './forms2-book.ts'
import { secondCountForms } from './forms2-counts.ts'
import { secondListForms } from './forms2-lists.ts'
import { bookFile as thirdBook, bookTruth as thirdTruth } from './forms3-book.ts'
import { thirdCountForms } from './forms3-counts.ts'
import { thirdListForms } from './forms3-lists.ts'
import { bookFile as fourthBook, bookTruth as fourthTruth } from './forms4-book.ts'
import { fourthCountForms } from './forms4-counts.ts'
import { fourthListForms } from './forms4-lists.ts'
import { fifthForms } from './forms5-again.ts'
import { sixthForms } from './forms6-unseen.ts'
import { seventhForms } from './forms7-unseen.ts'
import { eighthForms } from './forms8-unseen.ts'
import { bookFile as ninthBook, bookTruth as ninthTruth } from './forms9-book.ts'
import { ninthCountForms } from './forms9-counts.ts'
import { ninthListForms } from './forms9-lists.ts'
import { ninthRestForms } from './forms9-rest.ts'

/* Writes `forms/` to `forms-9/` anew: node tests/cases/make-forms.ts. The same bytes every time. */

async function writeSet(name: string, book: Buffer, truth: unknown, forms: readonly Form[]): Promise<void> {
  const folder = join(import.meta.dirname, name)
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (/^([STUVWXYZ]\d\d-|book\.)/.test(file)) rmSync(join(folder, file))
  writeFileSync(join(folder, 'book.xlsx'), book)
  writeFileSync(join(folder, 'book.truth.json'), `${JSON.stringify(truth, null, 1)}\n`)
  for (const form of forms) {
    writeFileSync(join(folder, form.truth.file), await form.bytes)
    writeFileSync(join(folder, `${form.truth.form}.truth.json`), `${JSON.stringify(form.truth)}\n`)
  }
}

await writeSet('forms', bookFile(), bookTruth, [...listForms, ...countForms])
await writeSet('forms-2', secondBook(), secondTruth, [...secondListForms, ...secondCountForms])
await writeSet('forms-3', thirdBook(), thirdTruth, [...thirdListForms, ...thirdCountForms])
await writeSet('forms-4', fourthBook(), fourthTruth, [...fourthListForms, ...fourthCountForms])
await writeSet('forms-5', fourthBook(), fourthTruth, fifthForms)
await writeSet('forms-6', fourthBook(), fourthTruth, sixthForms)
await writeSet('forms-7', fourthBook(), fourthTruth, seventhForms)
await writeSet('forms-8', fourthBook(), fourthTruth, eighthForms)
await writeSet('forms-9', ninthBook(), ninthTruth, [...ninthListForms, ...ninthCountForms, ...ninthRestForms])
