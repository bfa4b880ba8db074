import '../../parts/access.css'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { ROLE_NAMES, ROLES, type Role } from '../../../electron/vocabulary/access.ts'
import type { BookStatus } from '../../api/book.tsx'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { newPasswordProblem } from '../../parts/new-password.ts'
import { showRecoverySheet } from '../../parts/recovery-sheet.tsx'

type Access = Output<'access.read'>
type Member = Access['people'][number]
type Doing = 'protect' | 'unprotect' | 'add' | 'mine' | 'sheet' | { readonly change: Member }

/** 用户和密码: who uses the book, what each may do, and the recovery sheet. */
export function BookPeople({ book }: { readonly book: BookStatus }) {
  const query = useQuery('access.read', {})
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <Sheet title="用户和密码">
      <Answer query={query} rows={3}>
        {(access) => (
          <div className="backup-people">
            {access.named ? (
              <People access={access} onChange={(change) => setDoing({ change })} />
            ) : (
              <Unnamed access={access} />
            )}
            <div className="access-actions">
              {access.named ? (
                <>
                  {access.me?.roles.includes('manager') === true && (
                    <>
                      <Button onClick={() => setDoing('add')}>增加用户</Button>
                      <Button onClick={() => setDoing('sheet')}>重打恢复单</Button>
                      <Button onClick={() => setDoing('unprotect')}>取消密码</Button>
                    </>
                  )}
                  <Button onClick={() => setDoing('mine')}>改我的密码</Button>
                  <Button onClick={() => void call('access.lock', {})}>现在锁定</Button>
                </>
              ) : (
                <Button look="main" onClick={() => setDoing('protect')}>
                  设密码
                </Button>
              )}
            </div>
          </div>
        )}
      </Answer>
      {doing === 'protect' && <Protect book={book} asksPresent={book.encrypted} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'protect' && <Change doing={doing} book={book} onClose={() => setDoing(null)} />}
    </Sheet>
  )
}

function Unnamed({ access }: { readonly access: Access }) {
  return (
    <p>
      {access.encrypted
        ? '这本编制本有一个公用密码：台账上分不清是谁做的。可以改成每人一个密码。'
        : '没有设密码：拿到这个文件的人都能打开，里面有姓名、身份证号。设了密码整个文件加密，每人一个密码，台账写明是谁做的。'}
    </p>
  )
}

function People({ access, onChange }: { readonly access: Access; readonly onChange: (member: Member) => void }) {
  const manages = access.me?.roles.includes('manager') === true
  return (
    <table className="grid" aria-label="用户">
      <thead>
        <tr>
          <th>姓名</th>
          <th>角色</th>
          <th>可以做什么</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {access.people.map((member) => (
          <tr key={member.id}>
            <td>
              {member.name}
              {member.id === access.me?.id && '（您）'}
              {!member.active && '（已停用）'}
            </td>
            <td>{member.roles.map((role) => ROLES[role].title).join('、')}</td>
            <td>{member.roles.map((role) => ROLES[role].may).join('；')}</td>
            <td>
              {manages && (
                <Button look="link" onClick={() => onChange(member)}>
                  改动
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Passwords {
  readonly first: string
  readonly again: string
}
const NO_PASSWORD: Passwords = { first: '', again: '' }

function NewPassword({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: Passwords
  readonly onChange: (next: Passwords) => void
}) {
  return (
    <>
      <TextInput
        type="password"
        aria-label={label}
        placeholder={label}
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
      />
      <TextInput
        type="password"
        aria-label="再输一次"
        placeholder="再输一次"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
      />
    </>
  )
}

function Protect({
  book,
  asksPresent,
  onClose,
}: {
  readonly book: BookStatus
  readonly asksPresent: boolean
  readonly onClose: () => void
}) {
  const protect = useCommand('access.protect')
  const [name, setName] = useState('')
  const [present, setPresent] = useState('')
  const [password, setPassword] = useState(NO_PASSWORD)
  const [tried, setTried] = useState(false)
  const problem = name.trim() === '' ? '请写上您的姓名。' : newPasswordProblem(password, [name, book.name ?? ''])
  const submit = async () => {
    setTried(true)
    if (problem !== null) return
    const done = await protect.run({
      name: name.trim(),
      password: password.first,
      ...(asksPresent ? { present } : {}),
    })
    if (done === null) return
    onClose()
    await showRecoverySheet({ book: book.name ?? '', day: book.today, code: done.code })
  }
  return (
    <Dialog
      title="设密码"
      onClose={onClose}
      confirm={{ label: '设密码', onConfirm: () => void submit(), busy: protect.busy }}
    >
      <div className="access-form">
        <p className="quiet">
          整个文件加密。您是第一个用户，兼经办和管理，之后可以再加人。以前的备份没有加密，确认不再需要后请自己删去。
        </p>
        {asksPresent && (
          <TextInput
            type="password"
            aria-label="现在的密码"
            placeholder="现在的密码"
            value={present}
            onChange={setPresent}
          />
        )}
        <TextInput aria-label="您的姓名" placeholder="您的姓名" value={name} onChange={setName} />
        <NewPassword label="密码" value={password} onChange={setPassword} />
        {tried && problem !== null && <p className="field-error">{problem}</p>}
        <ErrorLine error={protect.error} />
      </div>
    </Dialog>
  )
}

const TITLES = { unprotect: '取消密码', add: '增加用户', mine: '改我的密码', sheet: '重打恢复单' } as const

function Change({
  doing,
  book,
  onClose,
}: {
  readonly doing: Exclude<Doing, 'protect'>
  readonly book: BookStatus
  readonly onClose: () => void
}) {
  const member = typeof doing === 'object' ? doing.change : null
  const operations = {
    unprotect: useCommand('access.unprotect'),
    add: useCommand('access.addPerson'),
    mine: useCommand('access.changePassword'),
    sheet: useCommand('access.sheet'),
    change: useCommand('access.changePerson'),
  }
  const running = operations[typeof doing === 'object' ? 'change' : doing]
  const [mine, setMine] = useState('')
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(member?.roles ?? ['clerk'])
  const [active, setActive] = useState(member?.active ?? true)
  const [password, setPassword] = useState(NO_PASSWORD)
  const [tried, setTried] = useState(false)
  const wantsPassword = doing === 'add' || doing === 'mine' || (member !== null && password.first !== '')
  const problem = wantsPassword ? newPasswordProblem(password, [name, book.name ?? '']) : null
  const submit = async () => {
    setTried(true)
    if (problem !== null) return
    if (doing === 'unprotect' && (await operations.unprotect.run({ password: mine })) === null) return
    if (
      doing === 'add' &&
      (await operations.add.run({ name: name.trim(), password: password.first, roles: [...roles], mine })) === null
    )
      return
    if (doing === 'mine' && (await operations.mine.run({ present: mine, next: password.first })) === null) return
    if (
      member !== null &&
      (await operations.change.run({
        personId: member.id,
        roles: [...roles],
        active,
        mine,
        ...(password.first === '' ? {} : { password: password.first }),
      })) === null
    )
      return
    if (doing === 'sheet') {
      const sheet = await operations.sheet.run({ mine })
      if (sheet === null) return
      onClose()
      await showRecoverySheet({ book: book.name ?? '', day: book.today, code: sheet.code })
      return
    }
    toastSaved('已改好')
    onClose()
  }
  return (
    <Dialog
      title={typeof doing === 'object' ? `用户 ${doing.change.name}` : TITLES[doing]}
      onClose={onClose}
      confirm={{ label: '确定', onConfirm: () => void submit(), busy: running.busy, danger: doing === 'unprotect' }}
    >
      <div className="access-form">
        {doing === 'unprotect' && <p>取消以后，拿到这个文件的人都能打开。用户的名字留在台账里。</p>}
        {doing === 'add' && <TextInput aria-label="姓名" placeholder="姓名" value={name} onChange={setName} />}
        {(doing === 'add' || member !== null) && <Roles value={roles} onChange={setRoles} />}
        {member !== null && (
          <Checkbox checked={!active} onChange={(off) => setActive(!off)} label="停用：不能再打开，名字留在台账里" />
        )}
        {doing !== 'unprotect' && doing !== 'sheet' && (
          <NewPassword
            label={member === null ? '新密码' : '新密码（忘了才换，不换就空着）'}
            value={password}
            onChange={setPassword}
          />
        )}
        <TextInput
          type="password"
          aria-label={doing === 'mine' ? '现在的密码' : '您自己的密码'}
          placeholder={doing === 'mine' ? '现在的密码' : '您自己的密码'}
          value={mine}
          onChange={setMine}
        />
        {tried && problem !== null && <p className="field-error">{problem}</p>}
        <ErrorLine error={running.error} />
      </div>
    </Dialog>
  )
}

function Roles({
  value,
  onChange,
}: {
  readonly value: readonly Role[]
  readonly onChange: (next: readonly Role[]) => void
}) {
  return (
    <fieldset>
      <legend>角色</legend>
      <div className="access-roles">
        {ROLE_NAMES.map((role) => (
          <Checkbox
            key={role}
            checked={value.includes(role)}
            onChange={(on) => onChange(on ? [...value, role] : value.filter((other) => other !== role))}
            label={`${ROLES[role].title}：${ROLES[role].may}`}
          />
        ))}
      </div>
    </fieldset>
  )
}
