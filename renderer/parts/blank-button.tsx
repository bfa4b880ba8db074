import type { BlankKind } from '../../electron/contract/blank-operations.ts'
import { useCommand } from '../api/use-command.ts'
import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { ErrorLine } from '../ui/states.tsx'

/** An empty workbook with drop-downs, for those who would rather fill one in than type here. */
export function BlankButton({ kind }: { readonly kind: BlankKind }) {
  const blank = useCommand('blank.file')
  const save = async () => {
    const file = await blank.run({ kind })
    if (file !== null) saveFile(file.fileName, file.base64)
  }
  return (
    <>
      <Button busy={blank.busy} onClick={() => void save()} data-testid="blank-file">
        下载空白表（带下拉选项）
      </Button>
      <ErrorLine error={blank.error} />
    </>
  )
}
