import { useState } from 'react'
import type { PackDetailView } from '../../../electron/contract/pack-shapes.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { setParams } from '../../ui/route.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { ChoosePack } from './choose-pack.tsx'
import { ExportPack } from './export-pack.tsx'
import { HeadForm } from './head-form.tsx'
import { ParameterTable } from './parameter-table.tsx'
import { RuleTable } from './rule-table.tsx'

type View = 'parameters' | 'rules'

/** One pack: its thresholds with their documents, its rules, and what can be done with it. */
export function PackDetail({ packId }: { readonly packId: string }) {
  const pack = useQuery('pack.read', { pack: packId })
  return (
    <Answer query={pack} rows={12}>
      {(data) => <Detail pack={data} />}
    </Answer>
  )
}

function Detail({ pack }: { readonly pack: PackDetailView }) {
  const [view, setView] = useState<View>('parameters')
  const [open, setOpen] = useState<'choose' | 'head' | 'copy' | null>(null)
  const close = () => setOpen(null)
  const tabs = [
    { value: 'parameters', label: '参数', count: pack.parameters.length },
    { value: 'rules', label: '规则', count: pack.ruleList.length },
  ] as const
  return (
    <Sheet
      title={pack.title}
      note={
        pack.local
          ? `本地规则包，依据“${pack.base}”`
          : [pack.locality, pack.date].filter((part) => part !== '').join(' · ')
      }
      actions={
        <>
          {!pack.inForce && (
            <Button look="main" onClick={() => setOpen('choose')}>
              换用…
            </Button>
          )}
          {pack.local && <Button onClick={() => setOpen('head')}>名称与说明</Button>}
          <Button onClick={() => setOpen('copy')}>另存为本地规则包</Button>
          {pack.local && <ExportPack packId={pack.id} />}
          {pack.local && !pack.inForce && <RemovePack pack={pack} />}
        </>
      }
    >
      {pack.note !== '' && <p className="packs-note">{pack.note}</p>}
      {!pack.local && (
        <p className="quiet packs-note">随程序的规则包不能改动。要改门槛、停用规则，先另存为本地规则包。</p>
      )}
      <Tabs label="规则包内容" tabs={tabs} value={view} onChange={setView} />
      {view === 'parameters' ? <ParameterTable pack={pack} /> : <RuleTable pack={pack} />}
      {open === 'choose' && <ChoosePack pack={pack} onClose={close} />}
      {open === 'head' && <HeadForm pack={pack} copy={false} onClose={close} />}
      {open === 'copy' && <HeadForm pack={pack} copy onClose={close} />}
    </Sheet>
  )
}

function RemovePack({ pack }: { readonly pack: PackDetailView }) {
  const remove = useCommand('pack.remove')
  const act = async () => {
    if ((await remove.run({ pack: pack.id })) === null) return
    toastSaved(`删除“${pack.title}”`)
    setParams({ pack: null })
  }
  return (
    <>
      <Button busy={remove.busy} onClick={() => void act()}>
        删除
      </Button>
      <ErrorLine error={remove.error} />
    </>
  )
}
