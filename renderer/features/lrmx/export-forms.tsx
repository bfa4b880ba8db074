import { useState } from 'react'
import { rosterList, ROSTER_LIST_TITLES, type RosterListName } from '../../../electron/contract/shapes.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Select } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

const LISTS = rosterList.options.map((list) => ({ value: list as string, label: ROSTER_LIST_TITLES[list] }))

/** Forms of a whole list, as one .zip for the organisation department's editor. */
export function ExportForms() {
  const [list, setList] = useState<RosterListName>('in-quota')
  const [today, setToday] = useState(false)
  const make = useCommand('lrmx.export')
  const run = async () => {
    const done = await make.run({ list, today, archive: true })
    if (done === null || done.archive === null) return
    saveFile(done.archive.fileName, done.archive.base64, 'application/zip')
    toastSaved(`导出任免审批表 ${done.files.length} 份，含身份证号，请妥善保管`)
  }
  return (
    <Sheet title="导出任免审批表" note="导入过的表照原样写回，只动编制本里改过的地方；没有表的人新做一份">
      <div className="lrmx-export">
        <Select
          width={180}
          aria-label="名单"
          value={list}
          onChange={(value) => setList(rosterList.parse(value))}
          choices={LISTS}
        />
        <Checkbox checked={today} onChange={setToday} label="填表时间、计算年龄时间改为今天" />
        <Button busy={make.busy} onClick={() => void run()}>
          导出 .lrmx（压缩包）
        </Button>
      </div>
      <ErrorLine error={make.error} />
    </Sheet>
  )
}
