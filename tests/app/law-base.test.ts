import { expect, it } from 'vitest'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { adoptLaw, releaseLaw } from '../../electron/app/packs/adopt-law.ts'
import { readLawBase } from '../../electron/app/packs/read-law-base.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { OFFICE, withOffice } from '../kit/office-full.ts'

/* A source of another place: a hint, until the township goes by it with a paper of its own. */

const LEAVER = { name: '卫一', unit: OFFICE, birth: '1984-03-03' }
/** 出编 on a day long before it was typed in. */
const late = (book: OpenBook) =>
  addEvent(
    { event: { type: 'exit', on: '2026-10-09', person: '卫一', cause: '32', proofs: ['辞职申请', '单位研究意见'] } },
    makeContext(book, { operation: 'event.add' }),
  )
const weight = async (book: OpenBook, rule: string) =>
  (await runCheck({}, makeContext(book))).findings.find((finding) => finding.rule === rule)
const adopt = (book: OpenBook, law: string) =>
  adoptLaw(
    { law, documentNumber: '宜编办〔2026〕3号', documentTitle: '关于编制核销的通知', issuer: '宜县编委办' },
    makeContext(book, { operation: 'law.adopt' }),
  )

it('adopting a source gives its rules their weight; undoing and laying it aside take it away again', () =>
  withOffice(
    0,
    async (book) => {
      await late(book)
      expect(await weight(book, 'F1')).toMatchObject({ severity: 'info' })
      const { seq } = await adopt(book, 'tengzhou-2013-11')
      expect(await weight(book, 'F1')).toMatchObject({ severity: 'warning' })
      const row = (await readLawBase({}, makeContext(book))).laws.find(({ id }) => id === 'tengzhou-2013-11')
      expect(row).toMatchObject({
        binds: 'adopted',
        adoption: { documentNumber: '宜编办〔2026〕3号', issuer: '宜县编委办' },
      })
      await undoEntry({ seq }, makeContext(book, { operation: 'entry.undo' }))
      expect(await weight(book, 'F1')).toMatchObject({ severity: 'info' })
      await adopt(book, 'tengzhou-2013-11')
      await releaseLaw({ law: 'tengzhou-2013-11' }, makeContext(book, { operation: 'law.release' }))
      expect(await weight(book, 'F1')).toMatchObject({ severity: 'info' })
    },
    [LEAVER],
  ))

it('what binds everywhere, what is not here and what was not adopted are refused', () =>
  withOffice(0, async (book) => {
    await expect(adopt(book, 'civil-servant-law')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(adopt(book, 'nowhere')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(
      releaseLaw({ law: 'luyang-secondment' }, makeContext(book, { operation: 'law.release' })),
    ).rejects.toMatchObject({ code: 'invalid_input' })
  }))

it('every rule that runs stands under each of its sources, and names the others', () =>
  withOffice(0, async (book) => {
    const { laws } = await readLawBase({}, makeContext(book))
    const roster = laws.find(({ id }) => id === 'strict-control-2007')?.rules.find(({ id }) => id === 'C1')
    expect(roster).toMatchObject({ severity: 'error', deciding: true, verbatim: true })
    expect(roster?.others.map(({ lawId }) => lawId)).toEqual(['jiangxi-plan'])
    expect(laws.find(({ id }) => id === 'jiangxi-plan')?.rules.some(({ id }) => id === 'C1')).toBe(true)
    expect(laws.find(({ id }) => id === 'accountability-rules')?.rules).toEqual([])
  }))
