import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'

/* The inbox over the sample township, through the one door every command takes: explained, come back, cured, taken back. */

const folder = temporaryFolder()
let today = '2026-11-22'
let core: Core

beforeAll(async () => {
  const clock = { now: () => `${today}T02:00:00.000Z`, today: () => today }
  core = createCore({
    dataFolder: folder.path,
    excel: createExcelPort(),
    log: openLog(folder.path),
    appVersion: '0',
    clock,
  })
  await call('book.openSample', {})
})
afterAll(async () => {
  await core.close()
  folder.dispose()
})

async function call<K extends OperationName>(name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.message}`)
  return reply.value as Output<K>
}
const inbox = (asOf?: string) => call('findings.read', asOf === undefined ? {} : { asOf })
const stateOf = async (key: string, asOf?: string) => (await inbox(asOf)).findings.find((one) => one.key === key)?.state
async function keyOf(rule: string, person: string): Promise<string> {
  const found = (await inbox()).findings.find((one) => one.rule === rule && one.person === person)
  if (found === undefined) throw new Error(`no ${rule} on ${person}`)
  return found.key
}

it('an explained finding counts on in the check, carries who, why and until, and is open again the day after', async () => {
  const before = await call('check.run', {})
  const key = await keyOf('E2', '严宏图')
  await call('finding.explain', {
    keys: [key],
    reason: '批件在县档案馆，已申请调阅',
    by: '党政办主任',
    documentNumber: '山党政函〔2026〕5号',
    until: '2026-12-31',
  })
  const after = await call('check.run', {})
  expect(after.counts).toEqual(before.counts)
  expect(after.findings.find((one) => one.key === key)).toMatchObject({
    state: 'explained',
    explanation: {
      by: '党政办主任',
      reason: '批件在县档案馆，已申请调阅',
      documentNumber: '山党政函〔2026〕5号',
      until: '2026-12-31',
    },
  })
  expect([
    await stateOf(key, '2026-11-21'),
    await stateOf(key, '2026-12-31'),
    await stateOf(key, '2027-01-01'),
  ]).toEqual(['open', 'explained', 'open'])
  expect((await inbox('2027-01-01')).findings.find((one) => one.key === key)?.lapsed).toMatchObject({
    until: '2026-12-31',
  })
  const [entry] = (await call('history.read', { limit: 1 })).entries
  expect(entry).toMatchObject({
    title: '说明问题',
    text: '说明问题 E2（严宏图），至 2026-12-31',
    document: '山党政函〔2026〕5号',
  })
  // Ctrl+Z takes it back like anything else, Ctrl+Y says it again.
  await call('journal.undo', {})
  expect(await stateOf(key)).toBe('open')
  await call('journal.redo', {})
  expect(await stateOf(key)).toBe('explained')
})

it('is opened again by hand, with what was said kept', async () => {
  const key = await keyOf('E2', '严宏图')
  await call('finding.reopen', { keys: [key], reason: '档案馆回函：查无此件' })
  const found = (await inbox()).findings.find((one) => one.key === key)
  expect(found).toMatchObject({
    state: 'open',
    history: [{ kind: 'explained' }, { kind: 'reopened', reason: '档案馆回函：查无此件' }],
  })
  expect((await inbox()).counts.explained).toBe(0)
})

it('one over-quota line is one finding; explained by the key of any of its rules, and opened again, as a whole', async () => {
  const line = async () =>
    (await inbox()).findings.filter((one) => one.unit === '党政综合办公室' && one.personId === null)
  const [fact, ...others] = await line()
  expect(others).toEqual([])
  expect([fact?.rule, ...(fact?.alsoBy ?? []).map((other) => other.rule)]).toEqual(['A1', 'A2', 'R000-06'])
  const plan = fact?.alsoBy.find((other) => other.rule === 'R000-06')
  expect(plan).toMatchObject({
    title: '各办公室、人武部、纪委的核定编制',
    source: { document: '深化乡镇机构改革工作实施方案' },
  })
  const before = (await inbox()).counts
  const done = await call('finding.explain', { keys: [plan?.key ?? '', fact?.key ?? ''], reason: '正在消化' })
  expect(done.explained).toBe(1)
  expect(await line()).toMatchObject([
    { state: 'explained', explanation: { reason: '正在消化' }, history: [{ kind: 'explained' }] },
  ])
  expect((await inbox()).counts).toMatchObject({ open: before.open - 1, explained: before.explained + 1 })
  await call('finding.reopen', { keys: [fact?.alsoBy[0]?.key ?? ''], reason: '县里要求今年消化' })
  expect(await line()).toMatchObject([{ state: 'open', history: [{ kind: 'explained' }, { kind: 'reopened' }] }])
  const { findings, counts } = await call('check.run', {})
  expect(findings).toHaveLength(counts.error + counts.warning + counts.info)
})

it('refuses what is not there, a day gone by, an empty reason, and writes nothing', async () => {
  const { entries } = await call('book.status', {})
  const key = await keyOf('E2', '严宏图')
  await expect(call('finding.explain', { keys: [key, 'E2~person:nobody'], reason: '因' })).rejects.toThrow(
    /finding_gone/,
  )
  await expect(call('finding.explain', { keys: [key], reason: '因', until: '2026-11-21' })).rejects.toThrow(
    /invalid_input.*2026-11-21 已过/,
  )
  await expect(call('finding.explain', { keys: [key], reason: ' ' })).rejects.toThrow(/invalid_input/)
  await expect(call('finding.reopen', { keys: [key], reason: '因' })).rejects.toThrow(/finding_not_explained/)
  expect((await call('book.status', {})).entries).toBe(entries)
})

it('what its cure puts right is cured by that entry, readable with its clause; taking the entry back opens it again', async () => {
  const found = (await inbox()).findings.find((one) => one.rule === 'E2' && one.person === '严宏图')
  expect(found?.cures[0]).toMatchObject({
    kind: 'person',
    form: 'correct',
    field: 'entryDocumentNumber',
    label: '补登入编依据',
  })
  const done = await call('person.correct', {
    personId: found?.personId ?? '',
    changes: { entryDocumentNumber: '山人发〔2009〕31号' },
    reason: '县档案馆复印件',
  })
  const after = await inbox()
  expect(after.findings.some((one) => one.key === found?.key)).toBe(false)
  expect(after.cured.find((one) => one.key === found?.key)).toMatchObject({
    rule: 'E2',
    person: '严宏图',
    text: found?.text,
    entry: { seq: done.seq, title: '更正人员信息' },
    history: [{ kind: 'explained' }, { kind: 'reopened' }],
    source: { documentNumber: '厅字〔2007〕2号', note: expect.stringContaining('二手文本') as string },
  })
  expect(after.counts.cured).toBeGreaterThan(0)
  await call('journal.undo', { seq: done.seq })
  expect(await stateOf(found?.key ?? '')).toBe('open')
  expect((await inbox()).cured.some((one) => one.key === found?.key)).toBe(false)
  const redone = await call('journal.redo', {})
  expect((await inbox()).cured.find((one) => one.key === found?.key)?.entry?.seq).toBe(redone.seq)
})

it('an event cures too, and one state asked for is all that is told', async () => {
  const { people } = await call('roster.read', {})
  const retiree = people.find((person) => person.name === '郎婷')?.personId ?? ''
  const key = await keyOf('F7', '郎婷')
  const done = await call('event.add', {
    event: {
      type: 'exit',
      on: '2026-11-22',
      person: retiree,
      cause: '31',
      proofs: ['退休审批表'],
      document: { number: '山人社退〔2026〕2号' },
    },
  })
  expect((await call('findings.read', { state: 'cured' })).cured.find((one) => one.key === key)?.entry).toMatchObject({
    seq: done.seq,
    title: '出编',
    documentNumber: '山人社退〔2026〕2号',
  })
  const open = await call('findings.read', { state: 'open' })
  expect([open.cured, open.findings.every((one) => one.state === 'open')]).toEqual([[], true])
  expect(await call('book.verify', {})).toMatchObject({ ok: true })
})

it('a finding that goes with the calendar is cured by no entry', async () => {
  // F1 looks at exits of the last year: registered late, it is found, and next year it is history.
  const { people } = await call('roster.read', {})
  await call('event.add', {
    event: {
      type: 'exit',
      on: '2026-10-12',
      person: people.find((person) => person.name === '许小芹')?.personId ?? '',
      cause: '37',
    },
  })
  const late = (await inbox()).findings.find((one) => one.rule === 'F1' && one.person === '许小芹')
  await call('finding.explain', { keys: [late?.key ?? ''], reason: '县里十一月才批', until: '2026-12-31' })
  today = '2027-12-01'
  const later = await inbox()
  expect(later.findings.some((one) => one.key === late?.key)).toBe(false)
  expect(later.cured.find((one) => one.key === late?.key)).toMatchObject({
    entry: null,
    text: null,
    person: '许小芹',
    history: [{ reason: '县里十一月才批' }],
  })
  today = '2026-11-22'
})
