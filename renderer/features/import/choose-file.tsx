import { BlankButton } from '../../parts/blank-button.tsx'
import { SHEET_FILES } from '../../parts/stage-file.ts'
import { Button } from '../../ui/button.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { OutcomeLine } from './outcome-line.tsx'
import type { Import } from './use-import.ts'

/** The workbook she has, by button or dropped here; or the sample, to see how it goes. */
export function ChooseFile({ run }: { readonly run: Import }) {
  const { error } = run.state
  return (
    <div className="choose-file">
      <DropPlace
        words="把花名册拖到这里"
        note="Excel、WPS、网页导出的表和 .csv 都行，可以一次放几个，不用先整理。也可以在 WPS 里选中单元格复制，到这里按 Ctrl+V。"
        label="选择花名册文件"
        accept={SHEET_FILES}
        testId="import-file"
        onFiles={(files) => void run.chooseFiles(files)}
      >
        <Button onClick={() => void run.chooseSample()} data-testid="import-sample">
          用示例花名册试一下
        </Button>
        <BlankButton kind="roster" />
      </DropPlace>
      <OutcomeLine error={error} />
      <ul className="choose-notes">
        <li>先预览：哪些新增、哪些更新、哪些被拒绝、为什么，都标在表边上。确认以前什么也不写。</li>
        <li>确认后要么全部写入，要么一行也不动；写入前自动留一份校验过的备份。</li>
        <li>
          身份证号那一列请设成“文本”格式：按数字存的身份证号，末几位已经被表格软件改掉了，程序会拒绝并说明是哪一行。
        </li>
        <li>同一份表再导一次，不会重复登记。</li>
      </ul>
    </div>
  )
}
