import { useEffect, useState } from 'react'
import { call, onPasswordAgain, toApiError, type ApiError } from '../../api/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

interface Asked {
  readonly why: string
  readonly answer: (yes: boolean) => void
}

/** Where the window asks for her password once more before whole numbers leave the house. Once, in the shell. */
export function PasswordQuestion() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [password, setPassword] = useState('')
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(
    () =>
      onPasswordAgain(
        (why) =>
          new Promise((resolve) =>
            setAsked({
              why,
              answer: (yes) => {
                setAsked(null)
                setPassword('')
                setError(null)
                resolve(yes)
              },
            }),
          ),
      ),
    [],
  )
  if (asked === null) return null
  const confirm = async () => {
    try {
      await call('access.confirm', { mine: password })
      asked.answer(true)
    } catch (cause) {
      setError(toApiError(cause))
    }
  }
  return (
    <Dialog
      title="再输一次密码"
      onClose={() => asked.answer(false)}
      confirm={{ label: '继续', onConfirm: () => void confirm() }}
    >
      <p>{asked.why}</p>
      <TextInput type="password" aria-label="您的密码" value={password} onChange={setPassword} autoFocus />
      <ErrorLine error={error} />
    </Dialog>
  )
}
