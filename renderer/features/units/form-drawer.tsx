import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { FormGrid } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

interface FormDrawerProps {
  readonly title: string
  readonly busy: boolean
  readonly error: { readonly message: string } | null
  readonly onClose: () => void
  readonly onSubmit: () => void
  /** What will be true after saving, in one sentence. */
  readonly sentence: ReactNode
  readonly children: ReactNode
}

/** A form beside the sheet it changes: fields, the arithmetic, then 登记. */
export function FormDrawer({ title, busy, error, onClose, onSubmit, sentence, children }: FormDrawerProps) {
  return (
    <Drawer title={title} label={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <FormGrid>{children}</FormGrid>
        {sentence !== null && (
          <p className="arithmetic" role="status">
            {sentence}
          </p>
        )}
        <ErrorLine error={error} />
        <div className="form-buttons">
          <Button type="submit" look="main" busy={busy}>
            登记
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Drawer>
  )
}
