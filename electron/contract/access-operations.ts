import { z } from 'zod'
import { ROLE_NAMES, type Role } from '../vocabulary/access.ts'
import type { OperationTable } from './operation-table.ts'
import { nothing, ok } from './operation-parts.ts'
import { requiredText } from './shapes.ts'

/* Who uses the book, and how it is locked. Host operations: the file of keys lies beside the book, and some of them write the book anew. */

const password = z.string().max(200)
const role = z.enum(ROLE_NAMES as [Role, ...Role[]])
const roles = z.array(role).min(1, '请至少选一个角色')
const member = z.object({ id: z.string(), name: z.string(), roles: z.array(role), active: z.boolean() })

const access = z.object({
  encrypted: z.boolean(),
  /** Its people are named, each with a password of their own. */
  named: z.boolean(),
  locked: z.boolean(),
  me: member.nullable(),
  /** Empty while locked. */
  people: z.array(member),
})
/** `code`: what stands on the recovery sheet; shown once, to be printed. */
const withSheet = z.object({ access, code: z.string() })

export const ACCESS_OPERATIONS = {
  'access.read': { kind: 'host', title: '用户和密码', input: nothing, output: access },
  /** Names the first person, who manages the book, and encrypts it under a password of her own. */
  'access.protect': {
    kind: 'host',
    title: '设密码',
    input: z.strictObject({
      name: requiredText,
      password,
      roles: roles.optional(),
      /** The present password of a book that has one without named people. */ present: password.optional(),
    }),
    output: withSheet,
  },
  /** Takes the passwords away: the file is written in the clear again; the people stay named in what they did. */
  'access.unprotect': { kind: 'host', title: '取消密码', input: z.strictObject({ password }), output: access },
  'access.addPerson': {
    kind: 'host',
    title: '增加用户',
    input: z.strictObject({ name: requiredText, password, roles, mine: password }),
    output: access,
  },
  /** Roles, or no longer a user (`active` false); `password`: a new one for who has forgotten it. `mine`: the manager's own. */
  'access.changePerson': {
    kind: 'host',
    title: '改动用户',
    input: z.strictObject({
      personId: z.string(),
      roles: roles.optional(),
      active: z.boolean().optional(),
      password: password.optional(),
      mine: password,
    }),
    output: access,
  },
  'access.changePassword': {
    kind: 'host',
    title: '改自己的密码',
    input: z.strictObject({ present: password, next: password }),
    output: ok,
  },
  /** The recovery sheet once more. */
  'access.sheet': { kind: 'host', title: '恢复单', input: z.strictObject({ mine: password }), output: withSheet },
  /** Forgotten password: opens the book with the sheet and gives the named manager a new one. */
  'access.recover': {
    kind: 'host',
    title: '用恢复单打开',
    input: z.strictObject({ path: requiredText, code: requiredText, name: requiredText, password }),
    output: access,
  },
  /** The password once more, for what asks it again (`rights`). */
  'access.confirm': { kind: 'host', title: '再输密码', input: z.strictObject({ mine: password }), output: ok },
  'access.lock': { kind: 'host', title: '锁定', input: nothing, output: access },
  'access.unlock': {
    kind: 'host',
    title: '解锁',
    input: z.strictObject({ password, person: requiredText.optional() }),
    output: access,
  },
} as const satisfies OperationTable
