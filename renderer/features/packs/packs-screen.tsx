import { useState } from 'react'
import type { PackSummaryView } from '../../../electron/contract/pack-shapes.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { CheckViews } from '../../parts/check-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Tag } from '../../ui/tag.tsx'
import { HolidayYears } from './holiday-years.tsx'
import { ImportPack } from './import-pack.tsx'
import { PackDetail } from './pack-detail.tsx'
import './packs.css'

const TABS = [
  { value: 'packs', label: '规则包' },
  { value: 'holidays', label: '放假安排' },
] as const

/** Which rules and thresholds the book is checked by, and the calendars working days are counted in. */
export function PacksScreen() {
  const tab = useRoute().params['tab'] === 'holidays' ? 'holidays' : 'packs'
  return (
    <Page title="核查" note={<CheckViews current="packs" />}>
      <Tabs
        label="规则包与放假安排"
        tabs={TABS}
        value={tab}
        onChange={(next) => setParams({ tab: next === 'packs' ? null : next })}
      />
      {tab === 'holidays' ? <HolidayYears /> : <Packs />}
    </Page>
  )
}

function Packs() {
  const list = useQuery('packs.read', {})
  const wanted = useRoute().params['pack']
  const [importing, setImporting] = useState<File | 'ask' | null>(null)
  useHandedFiles('packs', ([file]) => setImporting(file ?? null))
  return (
    <Answer query={list} rows={10}>
      {({ packs, inForce }) => {
        const chosen = packs.find((pack) => pack.id === wanted)?.id ?? inForce
        return (
          <div className="packs">
            <nav className="sheet packs-list" aria-label="规则包">
              {packs.map((pack) => (
                <PackLine key={pack.id} pack={pack} current={pack.id === chosen} />
              ))}
              <div className="packs-import">
                <Button onClick={() => setImporting('ask')}>导入规则包…</Button>
              </div>
            </nav>
            <PackDetail key={chosen} packId={chosen} />
            {importing !== null && (
              <ImportPack given={importing === 'ask' ? undefined : importing} onClose={() => setImporting(null)} />
            )}
          </div>
        )
      }}
    </Answer>
  )
}

function PackLine({ pack, current }: { readonly pack: PackSummaryView; readonly current: boolean }) {
  return (
    <button
      type="button"
      className="packs-line"
      aria-current={current ? 'true' : undefined}
      onClick={() => setParams({ pack: pack.id })}
    >
      <span className="packs-title">{pack.title}</span>
      <span className="quiet">{[pack.locality, pack.date].filter((part) => part !== '').join(' · ')}</span>
      <span className="packs-tags">
        {pack.inForce && <Tag look="ink">正在使用</Tag>}
        {pack.local && <Tag look="outline">本地</Tag>}
        {pack.masked > 0 && (
          // Only the pack in force leaves something unasked for it; of the others it is told, not shouted.
          <Tag look={pack.inForce ? 'amber' : 'plain'}>缺 {pack.masked} 个数</Tag>
        )}
        {pack.off > 0 && <Tag look="dashed">停用 {pack.off} 条</Tag>}
      </span>
    </button>
  )
}
