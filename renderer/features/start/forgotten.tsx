import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { newPasswordProblem } from '../../parts/new-password.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { enterBook } from './enter-book.ts'

/** The recovery sheet instead of the password: opens the book, and sets a new one. */
export function Forgotten({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const recover = useCommand('access.recover')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState({ first: '', again: '' })
  const [tried, setTried] = useState(false)
  const problem = newPasswordProblem(password, [name])
  const submit = async () => {
    setTried(true)
    if (problem !== null) return
    if ((await recover.run({ path, code, name: name.trim(), password: password.first })) !== null) enterBook('overview')
  }
  return (
    <Dialog
      title="用恢复单打开"
      onClose={onClose}
      confirm={{ label: '打开并设新密码', onConfirm: () => void submit(), busy: recover.busy }}
    >
      <div className="start-passwords">
        <div className="start-row">
          <TextInput
            aria-label="恢复单上的号码"
            placeholder="恢复单上的号码"
            value={code}
            onChange={setCode}
            autoFocus
          />
        </div>
        <div className="start-row">
          <TextInput aria-label="您的姓名" placeholder="您的姓名" value={name} onChange={setName} />
        </div>
        <TextInput
          type="password"
          aria-label="新密码"
          placeholder="新密码"
          value={password.first}
          onChange={(first) => setPassword((now) => ({ ...now, first }))}
        />
        <TextInput
          type="password"
          aria-label="再输一次新密码"
          placeholder="再输一次新密码"
          value={password.again}
          onChange={(again) => setPassword((now) => ({ ...now, again }))}
        />
        {tried && problem !== null && <p className="field-error">{problem}</p>}
        <ErrorLine error={recover.error} />
      </div>
    </Dialog>
  )
}
