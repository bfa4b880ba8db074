import '../../parts/access.css'
import { useEffect, useState } from 'react'
import { onHostEvent } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

/** Whether the program is locked: nothing of the book is to be seen, and what was half filled in stays. */
export function useLocked(): boolean {
  const access = useQuery('access.read', {})
  const { refetch } = access
  useEffect(() => onHostEvent((event) => event.type === 'locked' && refetch()), [refetch])
  return access.data?.locked === true
}

/** Over everything while locked. */
export function LockScreen() {
  const unlock = useCommand('access.unlock')
  const [password, setPassword] = useState('')
  const [person, setPerson] = useState('')
  const asksName = unlock.error?.code === 'person_required'
  return (
    <div className="lock">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void unlock
            .run({ password, ...(person.trim() === '' ? {} : { person: person.trim() }) })
            .then(() => setPassword(''))
        }}
      >
        <h1>已锁定</h1>
        <p className="quiet">填到一半的内容还在。换人用，也在这里输他的密码。</p>
        {asksName && <TextInput aria-label="姓名" placeholder="姓名" value={person} onChange={setPerson} />}
        <TextInput type="password" aria-label="密码" value={password} onChange={setPassword} autoFocus />
        <ErrorLine error={unlock.error} />
        <Button type="submit" look="main" busy={unlock.busy}>
          解锁
        </Button>
      </form>
    </div>
  )
}
