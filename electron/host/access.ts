import type { Input, OperationName, Output } from '../contract/operations.ts'
import { OPERATIONS } from '../contract/operations.ts'
import { ASKS_AGAIN, RIGHTS, WHILE_LOCKED } from '../contract/rights.ts'
import { passwordWeakness, ROLES, type Role } from '../vocabulary/access.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import { createBackup, backupFolderOf } from '../store/backup.ts'
import {
  entranceBySheet,
  newSecret,
  rawKey,
  recoveryCode,
  removeSlot,
  setSlot,
  wrongBeforeRight,
  type Entrance,
} from '../store/book-key.ts'
import { commitCommand } from '../store/journal.ts'
import { readMembers, writeMember, type Member } from '../store/member-store.ts'
import { openBookFile, type OpenBook } from '../store/open.ts'
import { rekeyBook } from '../store/rekey.ts'
import { nobody, type Session, type SignedIn } from './session.ts'

/* Who is at the program: signing in and out, the lock, and the people of a book with their passwords. */

/** How long a password typed again holds for what asks it again. */
const TYPED_HOLDS_SECONDS = 5 * 60
const FIRST_ROLES: readonly Role[] = ['clerk', 'manager']

/** @throws `locked`, `right_missing`, `password_again` */
export function requireRight(session: Session, operation: OperationName): void {
  const { signedIn, locked, typedAt } = session.access
  if (signedIn === null) return
  if (locked && !WHILE_LOCKED.has(operation)) throw new Refusal('locked')
  const right = RIGHTS[operation]
  if (right !== 'anybody' && right !== 'signedIn' && !right.some((role) => signedIn.me.roles.includes(role)))
    throw new Refusal('right_missing', {
      operation: OPERATIONS[operation].title,
      roles: titles(right, '或'),
      mine: titles(signedIn.me.roles, '、'),
    })
  if (ASKS_AGAIN.has(operation) && session.uptime() - typedAt > TYPED_HOLDS_SECONDS) throw new Refusal('password_again')
}

function titles(roles: readonly Role[], between: string): string {
  return roles.map((role) => ROLES[role].title).join(between)
}

/** Says who has come in, once the book is open. @throws `wrong_password` where the slot is of nobody in the book. */
export async function signIn(session: Session, book: OpenBook, entrance: Entrance): Promise<void> {
  const before = session.access.signedIn
  Object.assign(session.access, nobody())
  if (entrance.secret !== null) {
    const members = await readMembers(book.db)
    const me = members.find((member) => member.id === entrance.personId && member.active)
    if (me !== undefined) enter(session, me, entrance.secret)
    else if (before !== null && members.length > 0) {
      // A copy from before she was a user was restored: she stays one.
      enter(session, before.me, entrance.secret)
      await keep(session, book, before.me, `恢复后仍由${before.me.name}使用`)
    } else if (members.some((member) => member.active)) throw new Refusal('wrong_password')
  }
  if (entrance.wrongBefore > 0) await note(session, book, `打开前有 ${entrance.wrongBefore} 次密码不对`, 'book.open')
}

function enter(session: Session, me: Member, secret: Buffer): void {
  Object.assign(session.access, { signedIn: { me, secret }, locked: false, typedAt: session.uptime() })
}

async function note(session: Session, book: OpenBook, summary: string, operation: string): Promise<void> {
  const { entry } = await commitCommand(
    book.db,
    { recordedAt: session.clock.now(), actor: session.actor, operation, summary },
    () => Promise.resolve(),
  )
  session.changed(entry.seq)
}

async function keep(session: Session, book: OpenBook, member: Member, summary: string): Promise<void> {
  const recordedAt = session.clock.now()
  const { entry } = await commitCommand(
    book.db,
    { recordedAt, actor: session.actor, operation: 'access.changePerson', summary },
    (tx, journal) => writeMember(tx, journal, member, recordedAt),
  )
  session.changed(entry.seq)
}

function opened(session: Session): OpenBook {
  const book = session.book()
  if (book === null) throw new Refusal('no_book')
  return book
}

function signedIn(session: Session): SignedIn {
  const { signedIn: who } = session.access
  if (who === null) throw new Refusal('not_protected')
  return who
}

export async function readAccess(session: Session): Promise<Output<'access.read'>> {
  const book = session.book()
  const { signedIn: who, locked } = session.access
  return {
    encrypted: book?.encrypted ?? false,
    named: who !== null,
    locked,
    me: who === null || locked ? null : { ...who.me, roles: [...who.me.roles] },
    people:
      book === null || locked
        ? []
        : (await readMembers(book.db)).map((member) => ({ ...member, roles: [...member.roles] })),
  }
}

/** @throws `password_weak` */
async function refuseWeak(session: Session, password: string, name: string): Promise<void> {
  const book = session.book()
  const township = book === null ? [] : await book.db.selectFrom('book').select('name').execute()
  const why = passwordWeakness(password, [name, ...township.map((row) => row.name)])
  if (why !== null) throw new Refusal('password_weak', { why })
}

/** Her own password, typed again. @throws `wrong_password`, `too_many_tries` */
async function requireMine(session: Session, password: string): Promise<SignedIn> {
  const who = signedIn(session)
  const book = opened(session)
  const wrongBefore = await wrongBeforeRight(book.path, who.secret, who.me.id, password, session.uptime())
  if (wrongBefore === null) throw new Refusal('wrong_password')
  session.access.typedAt = session.uptime()
  if (wrongBefore > 0) await note(session, book, `再输密码前有 ${wrongBefore} 次不对`, 'access.confirm')
  return who
}

export async function protectBook(input: Input<'access.protect'>, session: Session): Promise<Output<'access.protect'>> {
  const book = opened(session)
  if (session.access.signedIn !== null) throw new Refusal('already_protected')
  if (book.encrypted && input.present !== book.password) throw new Refusal('wrong_password')
  await refuseWeak(session, input.password, input.name)
  const secret = newSecret()
  const me: Member = { id: session.newId(), name: input.name, roles: input.roles ?? FIRST_ROLES, active: true }
  if (!me.roles.includes('manager')) throw new Refusal('member_last_manager')
  const { path, password: from } = book
  await createBackup(book, { reason: '设密码前', folder: backupFolderOf(path), at: session.clock.now() })
  // The slot first: a book under a key nobody has would be a book nobody opens.
  await setSlot(path, secret, { ...me, password: input.password })
  await session.swap(() => Promise.resolve(null), { copy: false })
  try {
    await rekeyBook(path, from, rawKey(secret))
  } catch (error) {
    await session.swap(() => openBookFile(path, { password: from }))
    throw error
  }
  await session.swap(() => openBookFile(path, { password: rawKey(secret) }))
  await keep(session, opened(session), me, `设了密码，${me.name}为${titles(me.roles, '、')}`)
  // Into the folder of copies too, which the first copy has made by now.
  await setSlot(path, secret, { ...me, password: input.password })
  enter(session, me, secret)
  return { access: await readAccess(session), code: recoveryCode(secret) }
}

export async function unprotectBook(
  input: Input<'access.unprotect'>,
  session: Session,
): Promise<Output<'access.unprotect'>> {
  const { secret } = await requireMine(session, input.password)
  const book = opened(session)
  await createBackup(book, { reason: '取消密码前', folder: backupFolderOf(book.path), at: session.clock.now() })
  await note(session, book, '取消了密码，编制本不再加密', 'access.unprotect')
  await session.swap(() => Promise.resolve(null), { copy: false })
  const key = rawKey(secret)
  try {
    await rekeyBook(book.path, key, undefined)
  } catch (error) {
    await session.swap(() => openBookFile(book.path, { password: key }))
    throw error
  }
  await session.swap(() => openBookFile(book.path))
  Object.assign(session.access, nobody())
  return readAccess(session)
}

export async function addPerson(input: Input<'access.addPerson'>, session: Session): Promise<Output<'access.read'>> {
  const { secret } = await requireMine(session, input.mine)
  const book = opened(session)
  if ((await readMembers(book.db)).some((member) => member.name === input.name))
    throw new Refusal('member_name_taken', { name: input.name })
  await refuseWeak(session, input.password, input.name)
  const member: Member = { id: session.newId(), name: input.name, roles: input.roles, active: true }
  await keep(session, book, member, `增加用户${member.name}：${titles(member.roles, '、')}`)
  await setSlot(book.path, secret, { ...member, password: input.password })
  return readAccess(session)
}

export async function changePerson(
  input: Input<'access.changePerson'>,
  session: Session,
): Promise<Output<'access.read'>> {
  const who = await requireMine(session, input.mine)
  const book = opened(session)
  const members = await readMembers(book.db)
  const known = members.find((member) => member.id === input.personId)
  if (known === undefined) throw new Refusal('member_unknown')
  const next: Member = { ...known, roles: input.roles ?? known.roles, active: input.active ?? known.active }
  const after = members.map((member) => (member.id === next.id ? next : member))
  if (!after.some((member) => member.active && member.roles.includes('manager')))
    throw new Refusal('member_last_manager')
  if (input.password !== undefined) await refuseWeak(session, input.password, next.name)
  const said = [
    input.active === false ? '不再使用' : input.active === true && !known.active ? '重新使用' : '',
    input.roles === undefined ? '' : titles(next.roles, '、'),
    input.password === undefined ? '' : '换了密码',
  ].filter((part) => part !== '')
  await keep(session, book, next, `用户${next.name}：${said.join('，')}`)
  if (!next.active) removeSlot(book.path, who.secret, next.id)
  else if (input.password !== undefined) await setSlot(book.path, who.secret, { ...next, password: input.password })
  if (next.id === who.me.id) session.access.signedIn = { ...who, me: next }
  return readAccess(session)
}

export async function changePassword(
  input: Input<'access.changePassword'>,
  session: Session,
): Promise<Output<'access.changePassword'>> {
  const { me, secret } = await requireMine(session, input.present)
  await refuseWeak(session, input.next, me.name)
  const book = opened(session)
  await setSlot(book.path, secret, { ...me, password: input.next })
  await note(session, book, `${me.name}换了密码`, 'access.changePassword')
  return { ok: true }
}

export async function showSheet(input: Input<'access.sheet'>, session: Session): Promise<Output<'access.sheet'>> {
  const { secret, me } = await requireMine(session, input.mine)
  await note(session, opened(session), `${me.name}重打了恢复单`, 'access.sheet')
  return { access: await readAccess(session), code: recoveryCode(secret) }
}

/** The sheet opens the book; the named person becomes its manager again, with a new password. */
export async function recoverBook(input: Input<'access.recover'>, session: Session): Promise<Output<'access.read'>> {
  const entrance = entranceBySheet(input.path, input.code)
  const why = passwordWeakness(input.password, [input.name])
  if (why !== null) throw new Refusal('password_weak', { why })
  await session.swap(() => openBookFile(input.path, { password: entrance.password }))
  const book = opened(session)
  const known = (await readMembers(book.db)).find((member) => member.name === input.name)
  const me: Member = {
    id: known?.id ?? session.newId(),
    name: input.name,
    roles: [...new Set<Role>([...(known?.roles ?? FIRST_ROLES), 'manager'])],
    active: true,
  }
  const secret = entrance.secret
  if (secret === null) throw new Refusal('recovery_code_wrong')
  enter(session, me, secret)
  await keep(session, book, me, `${me.name}用恢复单打开，换了密码`)
  if (entrance.wrongBefore > 0) await note(session, book, `此前有 ${entrance.wrongBefore} 次密码不对`, 'book.open')
  await setSlot(book.path, secret, { ...me, password: input.password })
  return readAccess(session)
}

export async function confirmPassword(
  input: Input<'access.confirm'>,
  session: Session,
): Promise<Output<'access.confirm'>> {
  await requireMine(session, input.mine)
  return { ok: true }
}

export function lock(session: Session): Promise<Output<'access.read'>> {
  if (session.access.signedIn !== null && session.book() !== null) {
    session.access.locked = true
    session.access.typedAt = -Infinity
    session.tellLocked(true)
  }
  return readAccess(session)
}

/** Her own password, or that of another user, who then is the one at the program. */
export async function unlock(input: Input<'access.unlock'>, session: Session): Promise<Output<'access.read'>> {
  const entrance = await session.entrance(opened(session).path, input)
  const book = opened(session)
  const me = (await readMembers(book.db)).find((member) => member.id === entrance.personId && member.active)
  if (me === undefined || entrance.secret === null) throw new Refusal('wrong_password')
  enter(session, me, entrance.secret)
  session.tellLocked(false)
  if (entrance.wrongBefore > 0)
    await note(session, book, `解锁前有 ${entrance.wrongBefore} 次密码不对`, 'access.unlock')
  return readAccess(session)
}
