import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { readOffQuota } from '../../electron/app/people/read-off-quota.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { EventInput } from '../../electron/contract/events.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

const document = { number: '山编〔2026〕8号' }
const add = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))

it('编外台账: control numbers, people, and the run-off by year', () =>
  withTownship(async (book) => {
    const staff = (name: string, birth: string, offQuotaKind: 'selfHired' | 'purchasedService') => ({
      name,
      birth,
      offQuotaKind,
      kind: 'offQuota' as const,
      unit: '农业综合服务中心',
      title: '护林员',
    })
    const [, , gone] = await seatPeople(book, [
      staff('购某', '1990-01-01', 'purchasedService'),
      staff('自某', '1966-08-01', 'selfHired'),
      staff('走某', '1985-01-01', 'selfHired'),
      { name: '编某', unit: '财政所', category: 'institution', birth: '1970-01-01' },
    ])
    await add(book, { type: 'offQuotaControl.set', on: '2026-11-01', document, kind: 'purchasedService', amount: 0 })
    await add(book, { type: 'runOff.plan', on: '2026-11-01', document, kind: 'selfHired', year: 2026, amount: 1 })
    await add(book, { type: 'offQuota.end', on: '2026-11-10', document, person: gone! })
    const ledger = await readOffQuota({}, makeContext(book))
    expect(OPERATIONS['offQuota.read'].output.parse(ledger)).toEqual(ledger)
    expect(ledger.kinds).toEqual([
      { kind: 'selfHired', title: '自聘', control: null, document: null, actual: 1, over: 0 },
      { kind: 'purchasedService', title: '政府购买服务', control: 0, document: document.number, actual: 1, over: 1 },
    ])
    expect(ledger.people.map((person) => [person.name, person.unit, person.post, person.kind, person.retires])).toEqual(
      [
        ['购某', '农业综合服务中心', '护林员', 'purchasedService', '2053-01'],
        ['自某', '农业综合服务中心', '护林员', 'selfHired', '2027-01'],
      ],
    )
    const own = ledger.plan.filter((row) => row.kind === 'selfHired')
    expect(own.slice(0, 2)).toEqual([
      { year: 2026, kind: 'selfHired', planned: 1, retiring: 0, left: 1, remaining: 1 },
      { year: 2027, kind: 'selfHired', planned: null, retiring: 1, left: 0, remaining: 0 },
    ])
    expect(own).toHaveLength(10)
    const { findings } = await runCheck({}, makeContext(book))
    expect(findings.filter((finding) => finding.rule === 'A14').map((finding) => finding.facts)).toEqual([
      { 控制数: 0, 实有: 1, 超出: 1 },
    ])
  }))

it('as of an earlier day: who was there then', () =>
  withTownship(async (book) => {
    const [gone] = await seatPeople(book, [
      { name: '走某', unit: '财政所', birth: '1985-01-01', kind: 'offQuota', offQuotaKind: 'agency' },
    ])
    await add(book, { type: 'offQuota.end', on: '2026-11-10', document, person: gone! })
    const on = async (asOf: string) =>
      (await readOffQuota({ asOf }, makeContext(book))).people.map((person) => person.name)
    expect([await on('2026-11-09'), await on('2026-11-10')]).toEqual([['走某'], []])
  }))

it('a late 出编 with papers missing is found by F1 and F2, and named although the person is gone', () =>
  withTownship(async (book) => {
    const [leaves] = await seatPeople(book, [
      { name: '退某', unit: '财政所', category: 'institution', birth: '1966-08-01' },
    ])
    await add(book, {
      type: 'exit',
      on: '2026-10-08',
      document,
      person: leaves!,
      cause: '32',
      proofs: ['辞职申请', '单位研究意见'],
    })
    const found = async () =>
      (await runCheck({}, makeContext(book))).findings
        .filter((finding) => finding.rule === 'F1' || finding.rule === 'F2')
        .map((finding) => [finding.rule, finding.person, finding.unit])
    expect(await found()).toEqual([['F1', '退某', '财政所']])
  }))
