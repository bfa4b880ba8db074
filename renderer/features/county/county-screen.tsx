import { COUNTY_LEVEL_NAMES } from '../../../electron/vocabulary/county.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'
import { CountyCompare } from './county-compare.tsx'
import { CountyForms } from './county-forms.tsx'
import { CountyFindings } from './county-findings.tsx'
import { CountyPeople } from './county-people.tsx'
import { CountyStart } from './county-start.tsx'
import { CountyTotals } from './county-totals.tsx'
import { CountyGuard, HandUp } from './county-upkeep.tsx'
import { ReceiveFiles } from './receive-files.tsx'
import { TownshipSheet } from './township-sheet.tsx'
import { TownshipTable } from './township-table.tsx'
import './county.css'

const TABS = [
  { value: 'townships', label: '乡镇' },
  { value: 'totals', label: '汇总' },
  { value: 'receive', label: '收件' },
  { value: 'findings', label: '问题' },
  { value: 'compare', label: '前后对照' },
  { value: 'forms', label: '报表' },
] as const
type TabName = (typeof TABS)[number]['value']

/** 主管本: what the townships handed in, added up, looked into and answered. Without an open one, the way to it. */
export function CountyScreen() {
  const status = useQuery('county.status', {})
  return (
    <Answer query={status} rows={8}>
      {(county) => (county.open ? <CountyDesk county={county} /> : <CountyStart />)}
    </Answer>
  )
}

/** Null: everything; what nobody of ours wrote into the address is nothing. */
function regionIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}

function CountyDesk({ county }: { readonly county: Output<'county.status'> }) {
  const { params } = useRoute()
  const tab: TabName = TABS.find(({ value }) => value === params['tab'])?.value ?? 'townships'
  const { township, names } = params
  const region = regionIn(params['region'])
  const copyKey = async () => {
    const { publicKey } = county
    if (publicKey === null) toastRefused('这个主管本没有公钥，乡镇请用约定的口令加密')
    else if (await copyText(publicKey)) toastSaved('公钥已复制，发给乡镇加密用')
    else toastRefused(`没有复制上，请照抄：${publicKey}`)
  }
  return (
    <Page
      title={county.name ?? '主管本'}
      fill={(tab === 'townships' || tab === 'forms') && township === undefined}
      note={
        <span>
          {county.level === null ? '' : COUNTY_LEVEL_NAMES[county.level]}主管本　{county.townships} 个乡镇，
          {county.people} 人
        </span>
      }
      actions={
        <span className="county-line">
          <Button look="quiet" onClick={() => void copyKey()}>
            复制编办公钥
          </Button>
          <a href={hrefTo('start')}>回到开始</a>
        </span>
      }
    >
      <Tabs
        label="主管本"
        value={tab}
        onChange={(next) => setParams({ tab: next, township: null, names: null })}
        tabs={TABS}
      />
      {township !== undefined ? (
        <TownshipSheet township={township} />
      ) : tab === 'totals' ? (
        <>
          <CountyTotals key={region} region={region} />
          <HandUp county={county} />
          <CountyGuard />
        </>
      ) : tab === 'receive' ? (
        <ReceiveFiles />
      ) : tab === 'findings' ? (
        <CountyFindings />
      ) : tab === 'forms' ? (
        <CountyForms />
      ) : tab === 'compare' ? (
        <CountyCompare today={county.today} />
      ) : (
        <TownshipTable region={region} />
      )}
      {names !== undefined && <CountyPeople asked={names} />}
    </Page>
  )
}
