import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OPERATIONS, type OperationName } from '../../electron/contract/operations.ts'
import { RIGHTS, WHILE_LOCKED } from '../../electron/contract/rights.ts'
import { ROLE_NAMES, type Role } from '../../electron/vocabulary/access.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'
import { sayRow } from '../reliability/say-row.ts'

/* R18: people with a password each, and what each may do: asked in the one door. */

/** Operations asked: as somebody with a role, while locked. */
const asked = { pairs: 0 }
const NAMES = Object.keys(OPERATIONS) as OperationName[]

/** Operations that were refused to these roles and should not be, or the other way round. */
function otherThanTold(refused: readonly string[], rights: typeof RIGHTS, roles: readonly Role[]): readonly string[] {
  return NAMES.filter((name) => {
    const right = rights[name]
    const may = right === 'anybody' || right === 'signedIn' || right.some((one) => roles.includes(one))
    return refused.includes(name) === may
  })
}

const MINE = '竹筏与灯塔7'
const OTHERS: Readonly<Record<Exclude<Role, 'manager'>, string>> = {
  clerk: '石桥下的鹭鸶',
  reviewer: '第三格抽屉里',
  viewer: '雨后晒谷子啊',
}
let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore
let path: string
let up = 1000

beforeEach(async () => {
  folder = temporaryFolder()
  up = 1000
  open = openCore(folder.path, { uptime: () => up })
  ;({ path } = await smallTownship(open))
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

const reopen = async (typed: { readonly password?: string; readonly person?: string }) => {
  await open.core.close()
  open = openCore(folder.path, { uptime: () => up })
  return open.reply('book.open', { path, ...typed })
}
const protect = () => open.call('access.protect', { name: '王管理', password: MINE })
const journal = async () => (await open.call('journal.read', {})).entries

describe('the first password', () => {
  it('encrypts the book of today with all that is in it; only it opens the book, and the journal names the person', async () => {
    const before = await open.call('figures.read', {})
    const { access, code } = await protect()
    expect(access).toMatchObject({ encrypted: true, named: true, me: { name: '王管理', roles: ['clerk', 'manager'] } })
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(await open.call('figures.read', {})).toEqual(before)
    expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
    await open.call('duty.dates', { dates: { monthlyDay: '25' }, reason: '县里通知' })
    expect((await journal())[0]).toMatchObject({ actor: '王管理' })
    expect(await reopen({})).toMatchObject({ error: { code: 'password_required' } })
    expect(await reopen({ password: '不是这个密码' })).toMatchObject({ error: { code: 'wrong_password' } })
    expect(await reopen({ password: MINE })).toMatchObject({ ok: true })
    // The wrong try before is in the journal.
    expect((await journal())[0]?.summary).toContain('1 次密码不对')
  })

  it('lost with every file of keys: the sheet still opens the book, and gives a new one', async () => {
    const { code } = await protect()
    await open.core.close()
    rmSync(path.replace('.dingbian', '.钥匙'))
    rmSync(join(path.replace('.dingbian', '.备份'), '试验乡.钥匙'), { force: true })
    open = openCore(folder.path, { uptime: () => up })
    expect(await open.reply('book.open', { path, password: MINE })).toMatchObject({ ok: false })
    const slip = code.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))
    const again = { path, name: '王管理', password: '芦苇荡里的船' }
    expect(await open.reply('access.recover', { ...again, code: slip })).toMatchObject({
      error: { code: 'recovery_code_wrong' },
    })
    expect(
      await open.call('access.recover', { ...again, code: code.toLowerCase().replaceAll('-', ' ') }),
    ).toMatchObject({
      me: { name: '王管理' },
    })
    expect(await reopen({ password: '芦苇荡里的船' })).toMatchObject({ ok: true })
    expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
  })

  it('is taken away again, and changed without touching the book', async () => {
    await protect()
    const bytes = readFileSync(path)
    await open.call('access.changePassword', { present: MINE, next: '芦苇荡里的船' })
    expect(readFileSync(path).subarray(0, 4096).equals(bytes.subarray(0, 4096))).toBe(true)
    expect(await reopen({ password: MINE })).toMatchObject({ error: { code: 'wrong_password' } })
    expect(await reopen({ password: '芦苇荡里的船' })).toMatchObject({ ok: true })
    await open.call('access.unprotect', { password: '芦苇荡里的船' })
    expect(await reopen({})).toMatchObject({ ok: true })
    expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
  })

  it('opens the copies, too, after a restore; a book of one password keeps opening with it', async () => {
    await protect()
    const copy = await open.call('backup.create', {})
    await open.call('backup.restore', { path: copy.path })
    expect(await open.call('access.read', {})).toMatchObject({ me: { name: '王管理' } })
    await open.call('book.close', {})
    await open.call('book.create', { name: '老乡', path: join(folder.path, '老.dingbian'), password: MINE })
    path = join(folder.path, '老.dingbian')
    expect(await reopen({ password: MINE })).toMatchObject({ ok: true, value: { encrypted: true } })
    expect(await open.call('access.read', {})).toMatchObject({ named: false })
  })
})

describe('four people, four passwords', () => {
  beforeEach(async () => {
    await protect()
    for (const [role, password] of Object.entries(OTHERS))
      await open.call('access.addPerson', { name: `某${role}`, password, roles: [role as Role], mine: MINE })
  })

  it('each comes in with her own and does what her role may, and nothing else, whatever is asked', async () => {
    for (const role of ROLE_NAMES) {
      const password = role === 'manager' ? MINE : OTHERS[role]
      expect(await reopen({ password })).toMatchObject({ ok: true })
      const { me } = await open.call('access.read', {})
      const refused: string[] = []
      for (const name of NAMES) {
        // An input no schema takes: a right is asked before the input is looked at, and nothing is done.
        const reply = await open.reply(name, { nonsense: true })
        asked.pairs += 1
        if (!reply.ok && reply.error.code === 'right_missing') refused.push(name)
      }
      const roles = me?.roles ?? []
      expect(otherThanTold(refused, RIGHTS, roles)).toEqual([])
      // Control: another table would be told.
      const other = { ...RIGHTS, 'backup.restore': ['viewer'], 'units.read': [] } as typeof RIGHTS
      expect(otherThanTold(refused, other, roles)).toContain('units.read')
      expect(refused.includes('backup.restore')).toBe(role !== 'manager')
      expect(refused.includes('event.add')).toBe(role === 'reviewer' || role === 'viewer')
    }
  })

  it('a password is given anew by the manager, a person no longer comes in, the last manager stays', async () => {
    const { people } = await open.call('access.read', {})
    const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? ''
    const change = (personId: string, more: object) =>
      open.reply('access.changePerson', { personId, mine: MINE, ...more })
    expect(await change(idOf('某clerk'), { password: '换了一个新的呀' })).toMatchObject({ ok: true })
    expect(await change(idOf('某viewer'), { active: false })).toMatchObject({ ok: true })
    expect(await change(idOf('王管理'), { roles: ['clerk'] })).toMatchObject({ error: { code: 'member_last_manager' } })
    expect(await reopen({ password: OTHERS.viewer })).toMatchObject({ error: { code: 'wrong_password' } })
    expect(await reopen({ password: '换了一个新的呀', person: '某clerk' })).toMatchObject({ ok: true })
    expect(await reopen({ password: '换了一个新的呀', person: '某reviewer' })).toMatchObject({ ok: false })
  })

  it('locked, nothing is answered until a password is typed, and the book stays open', async () => {
    await open.core.lock?.()
    for (const name of NAMES) {
      if (WHILE_LOCKED.has(name)) continue
      expect(await open.reply(name, {})).toMatchObject({ ok: false, error: { code: 'locked' } })
      asked.pairs += 1
    }
    expect(await open.call('access.read', {})).toMatchObject({ locked: true, me: null, people: [] })
    expect(await open.reply('access.unlock', { password: '不是这个密码' })).toMatchObject({ ok: false })
    expect(await open.call('access.unlock', { password: OTHERS.reviewer })).toMatchObject({
      me: { name: '某reviewer' },
    })
    expect(await open.reply('event.add', {})).toMatchObject({ error: { code: 'right_missing' } })
  })

  it('a wrong password typed where it is asked again is in the journal, too', async () => {
    expect(await open.reply('access.confirm', { mine: '不是这个密码' })).toMatchObject({ ok: false })
    expect(await open.reply('access.changePerson', { personId: 'x', mine: '也不是这个呀' })).toMatchObject({
      ok: false,
    })
    await open.call('access.confirm', { mine: MINE })
    expect((await journal())[0]).toMatchObject({ summary: '再输密码前有 2 次不对', actor: '王管理' })
    await open.call('access.confirm', { mine: MINE })
    expect((await journal())[0]?.summary).toBe('再输密码前有 2 次不对')
  })

  it('the tries are counted there as at the door, whatever is restarted', async () => {
    for (let times = 0; times < 5; times += 1) await open.reply('access.confirm', { mine: `不是第${times}个呀` })
    expect(await open.reply('access.confirm', { mine: MINE })).toMatchObject({ error: { code: 'too_many_tries' } })
    expect(await reopen({ password: MINE })).toMatchObject({ error: { code: 'too_many_tries' } })
    up += 16 * 60
    expect(await reopen({ password: MINE })).toMatchObject({ ok: true })
    expect((await journal())[0]?.summary).toContain('5 次密码不对')
  })

  it('two people given passwords at once both come in', async () => {
    const added = [
      ['甲同事', '田埂上的白鹭'],
      ['乙同事', '水库边的野菊'],
    ] as const
    await Promise.all(
      added.map(([name, password]) => open.call('access.addPerson', { name, password, roles: ['viewer'], mine: MINE })),
    )
    for (const [person, password] of added) expect(await reopen({ password, person })).toMatchObject({ ok: true })
  })

  it('a password easily guessed is refused with the reason, wherever one is given', async () => {
    const refused = (why: string) => ({
      error: { code: 'password_weak', details: { why: expect.stringContaining(why) } },
    })
    const weak = [
      ['12345678', '顺序'],
      ['password', '常见'],
      ['        ', '空格'],
      ['短短', '太短'],
      ['试验乡的编制本', '试验'],
    ] as const
    for (const [password, why] of weak) {
      const person = { name: '丁同事', password, roles: ['viewer'], mine: MINE }
      expect(await open.reply('access.addPerson', person)).toMatchObject(refused(why))
      const own = { present: MINE, next: password }
      expect(await open.reply('access.changePassword', own)).toMatchObject(refused(why))
      const { people } = await open.call('access.read', {})
      const other = { personId: people.find(({ name }) => name === '某clerk')?.id, password, mine: MINE }
      expect(await open.reply('access.changePerson', other)).toMatchObject(refused(why))
    }
    expect(await reopen({ password: OTHERS.clerk })).toMatchObject({ ok: true })
  })

  it('whatever takes whole numbers out of the house, restores or erases asks again; who is a user, too, with every act', async () => {
    up += 3600
    for (const name of [
      'adhoc.file',
      'backup.restore',
      'bureau.file',
      'handoverPack.make',
      'inspectionPack.make',
      'lrmx.export',
      'package.make',
      'person.erase',
      'report.file',
      'template.fill',
    ])
      expect([name, await open.reply(name, {})]).toMatchObject([name, { error: { code: 'password_again' } }])
    for (const name of ['access.addPerson', 'access.changePerson', 'access.sheet', 'access.unprotect'])
      expect([name, await open.reply(name, {})]).toMatchObject([name, { error: { code: 'invalid_input' } }])
    expect(await open.reply('access.sheet', { mine: '不是这个密码' })).toMatchObject({
      error: { code: 'wrong_password' },
    })
    // Control: what is shown on the screen alone does not ask.
    expect(await open.reply('roster.read', {})).toMatchObject({ ok: true })
  })

  it('nobody asks anything for a quarter of an hour: the book is locked', async () => {
    const events: object[] = []
    await open.core.close()
    open = openCore(folder.path, { uptime: () => up, idleMs: 40 })
    await open.call('book.open', { path, password: MINE })
    open.core.onEvent((event) => void events.push(event))
    await expect.poll(() => events).toContainEqual({ type: 'locked', locked: true })
    expect(await open.reply('roster.read', {})).toMatchObject({ error: { code: 'locked' } })
  })

  it('what gives whole numbers away asks the password again after a while', async () => {
    const file = { form: 'roster' }
    up += 3600
    expect(await open.reply('report.file', file)).toMatchObject({ error: { code: 'password_again' } })
    await open.call('access.confirm', { mine: MINE })
    expect(await open.reply('report.file', file)).not.toMatchObject({ error: { code: 'password_again' } })
  })
})

it('the file of keys names nobody', async () => {
  await protect()
  const file = path.replace('.dingbian', '.钥匙')
  expect(existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).not.toContain('王管理')
})

it('审核 signs what another has drafted, in her own name, never her own draft', async () => {
  await protect()
  await open.call('access.addPerson', {
    name: '李审核',
    password: OTHERS.reviewer,
    roles: ['reviewer', 'clerk'],
    mine: MINE,
  })
  const content = { layout: 'tree', from: '2026-11-23', days: 5, phone: '0794-1234567' } as const
  const sign = () => open.reply('notice.signDraft', { content, step: 'checked', by: '别的名字', on: '2026-11-22' })
  await open.call('notice.saveDraft', { content })
  expect(await sign()).toMatchObject({ error: { code: 'right_missing' } })
  await reopen({ password: OTHERS.reviewer })
  expect(await sign()).toMatchObject({ ok: true })
  expect((await open.call('notice.draft', {})).draft).toMatchObject({ checked: { by: '李审核', stands: true } })
  const own = { ...content, days: 6 }
  await open.call('notice.saveDraft', { content: own })
  expect(await open.reply('notice.signDraft', { content: own, step: 'checked', by: '李审核' })).toMatchObject({
    error: { code: 'own_draft' },
  })
})

it('every operation was asked as every role, and while locked', () => {
  expect(asked.pairs).toBe(NAMES.length * ROLE_NAMES.length + NAMES.filter((name) => !WHILE_LOCKED.has(name)).length)
  sayRow({ row: 'R18', done: asked.pairs, seed: null, control: 'failed-as-it-must' })
})
