import { useEffect, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { NameHeader } from './name-header.tsx'
import { OutcomeLine } from './outcome-line.tsx'
import { ACCEPTED } from './read-file.ts'
import type { Import } from './use-import.ts'

/** The workbook she has, by button or dropped here; or the sample, to see how it goes. */
export function ChooseFile({ run }: { readonly run: Import }) {
  const picker = useRef<HTMLInputElement>(null)
  const { over, handlers } = useDrop((file) => void run.chooseFile(file))
  const { error } = run.state
  return (
    <div className="choose-file">
      <div className={over ? 'drop-place drop-place-over' : 'drop-place'} {...handlers}>
        <p className="drop-words">{over ? '松开就开始读' : '把花名册拖到这里'}</p>
        <p className="quiet">.xlsx、.xls、.csv 都行，不用先整理：标题行、两层表头、小计合计、落款都认得。</p>
        <div className="drop-buttons">
          <Button look="main" onClick={() => picker.current?.click()}>
            选择文件…
          </Button>
          <Button onClick={() => void run.chooseSample()} data-testid="import-sample">
            用示例花名册试一下
          </Button>
        </div>
        <input
          ref={picker}
          type="file"
          accept={ACCEPTED}
          className="visually-hidden"
          tabIndex={-1}
          aria-label="选择花名册文件"
          data-testid="import-file"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) void run.chooseFile(file)
            event.target.value = ''
          }}
        />
      </div>
      <OutcomeLine error={error} />
      {error?.code === 'no_roster_found' && <NameHeader run={run} />}
      <ul className="choose-notes">
        <li>先预览：哪些新增、哪些更新、哪些被拒绝、为什么，都标在表边上。确认以前什么也不写。</li>
        <li>确认后要么全部写入，要么一行也不动；写入前自动留一份校验过的备份。</li>
        <li>身份证号那一列请设成“文本”格式：按数字存的身份证号，末几位已经被表格软件改掉了，程序会拒绝并说明是哪一行。</li>
        <li>同一份表再导一次，不会重复登记。</li>
      </ul>
    </div>
  )
}

/** The place takes the file; beside it nothing happens, where a browser would leave the page and open the file. */
function useDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault()
    document.addEventListener('dragover', stay)
    document.addEventListener('drop', stay)
    return () => {
      document.removeEventListener('dragover', stay)
      document.removeEventListener('drop', stay)
    }
  }, [])
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer.files[0]
      if (file !== undefined) onFile(file)
    },
  }
  return { over, handlers }
}
