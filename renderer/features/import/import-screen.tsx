import './import.css'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { Page } from '../../ui/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ConfirmImport } from './confirm-import.tsx'
import { ImportDone } from './import-done.tsx'
import { usePastedFiles } from './paste-files.ts'
import { PreviewImport } from './preview-import.tsx'
import { useImport } from './use-import.ts'
import type { Import, Step } from './use-import.ts'
import { Working } from './working.tsx'

const STEPS: readonly (readonly [Step, string])[] = [
  ['choose', '选择文件'],
  ['preview', '预览'],
  ['confirm', '确认'],
  ['result', '结果'],
]

/** Brings a workbook in: choose, proof-read, confirm, see what came of it. Nothing is written before the confirmation. */
export function ImportScreen() {
  const run = useImport()
  const { state } = run
  const take = (files: readonly File[]) => void run.chooseFiles(files)
  useHandedFiles('import', take)
  usePastedFiles(take)
  return (
    <Page title="导入花名册" note={<Steps step={state.step} />} fill={state.step === 'preview'}>
      {state.work !== null && state.step !== 'preview' ? (
        <Working run={run} work={state.work} />
      ) : (
        <StepView run={run} />
      )}
    </Page>
  )
}

function StepView({ run }: { readonly run: Import }) {
  const { step, preview, result, file } = run.state
  if (step === 'preview' && preview !== null && file !== null)
    return <PreviewImport run={run} preview={preview} file={file} />
  if (step === 'confirm' && preview !== null) return <ConfirmImport run={run} preview={preview} />
  if (step === 'result' && result !== null) return <ImportDone result={result} run={run} />
  return <ChooseFile run={run} />
}

function Steps({ step }: { readonly step: Step }) {
  const here = STEPS.findIndex(([name]) => name === step)
  return (
    <ol className="import-steps" aria-label="步骤">
      {STEPS.map(([name, title], index) => (
        <li
          key={name}
          aria-current={name === step ? 'step' : undefined}
          className={index < here ? 'import-step-done' : undefined}
        >
          {index + 1} {title}
        </li>
      ))}
    </ol>
  )
}
