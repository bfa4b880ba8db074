import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { NumberInput, Select, TextInput } from '../../ui/form.tsx'
import { withMapping } from './import-options.ts'
import type { Import } from './use-import.ts'

type Purpose = 'roster' | 'quotas'

/** No heading was recognised: she says which sheet and which row, and the columns can then be named one by one in the preview. */
export function NameHeader({ run }: { readonly run: Import }) {
  const [sheet, setSheet] = useState('Sheet1')
  const [purpose, setPurpose] = useState<Purpose>('roster')
  const [row, setRow] = useState<number | undefined>(1)
  const ready = sheet.trim() !== '' && row !== undefined && row > 0
  return (
    <form
      className="name-header"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void run.correct(withMapping(run.state.options, sheet.trim(), { purpose, headerRow: row }))
      }}
    >
      <span>工作表</span>
      <TextInput aria-label="工作表名称" value={sheet} onChange={setSheet} width={140} />
      <span>是</span>
      <Select aria-label="工作表用途" value={purpose} onChange={setPurpose} width={120} choices={[{ value: 'roster', label: '人员花名册' }, { value: 'quotas', label: '机构编制' }]} />
      <span>，表头在第</span>
      <NumberInput aria-label="表头所在行" value={row} onChange={setRow} min={1} width={72} />
      <span>行</span>
      <Button type="submit" disabled={!ready}>
        按这个再读一次
      </Button>
    </form>
  )
}
