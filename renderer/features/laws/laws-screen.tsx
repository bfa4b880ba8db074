import { useQuery } from '../../api/use-query.ts'
import { CheckViews } from '../../parts/check-views.tsx'
import { LawBody } from '../../parts/law-body.tsx'
import { LawHead } from '../../parts/law-head.tsx'
import { LAW_LEVEL_NAMES, LAW_TIER_NAMES } from '../../../electron/vocabulary/laws.ts'
import { TextInput } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AdoptLaw } from './adopt-law.tsx'
import { BINDS_WORDS, LAW_FILTER_WORDS, LAW_FILTERS, lawRows, type LawFilter, type LawRow } from './law-base.ts'
import { StandingRules } from './standing-rules.tsx'
import '../../parts/laws.css'
import './laws-screen.css'

/** 法规依据: every source, what stands on it and how far it binds here; a source of another place is adopted here. */
export function LawsScreen() {
  const { filter: asked, q = '', law } = useRoute().params
  const filter = LAW_FILTERS.find((one) => one === asked) ?? 'all'
  const laws = useQuery('laws.read', {}).data?.laws ?? []
  const base = useQuery('law.base', {})
  return (
    <Page
      title="核查"
      fill
      note={<CheckViews current="laws" />}
      actions={
        <TextInput
          type="search"
          width={260}
          aria-label="在法规依据里找"
          placeholder="题名、文号、机关或原文里的字"
          value={q}
          onChange={(text) => setParams({ q: text, law: null }, { replace: true })}
        />
      }
    >
      <Answer query={base} rows={8}>
        {({ laws: standing, pack }) => {
          const rows = lawRows(laws, standing, filter, q)
          return (
            <>
              <Tabs<LawFilter>
                label="法规依据"
                tabs={LAW_FILTERS.map((value) => ({
                  value,
                  label: LAW_FILTER_WORDS[value],
                  count: lawRows(laws, standing, value, q).length,
                }))}
                value={filter}
                onChange={(next) => setParams({ filter: next === 'all' ? null : next, law: null })}
              />
              <Sources rows={rows} chosen={law} pack={pack.title} />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Sources({
  rows,
  chosen,
  pack,
}: {
  readonly rows: readonly LawRow[]
  readonly chosen: string | undefined
  readonly pack: string
}) {
  const shown = rows.find(({ law }) => law.id === chosen) ?? rows[0]
  if (shown === undefined) return <EmptyState text="没有这样的文件。换个说法再找，或看“全部”。" />
  return (
    <div className="laws">
      <nav className="laws-list" aria-label="文件">
        {rows.map(({ law, standing }) => (
          <button
            key={law.id}
            type="button"
            data-testid="law-row"
            aria-current={law.id === shown.law.id ? 'true' : undefined}
            onClick={() => setParams({ law: law.id })}
          >
            <strong>{law.title}</strong>
            <span className="quiet">
              {[LAW_TIER_NAMES[law.tier], LAW_LEVEL_NAMES[law.level], law.number ?? ''].filter(Boolean).join(' · ')}
            </span>
            <span className="quiet">
              {BINDS_WORDS[standing.binds]} · {standing.rules.length} 条规则
            </span>
          </button>
        ))}
      </nav>
      <div className="law-sheet" key={shown.law.id} tabIndex={0} role="region" aria-label={shown.law.title}>
        <LawHead law={shown.law} />
        <AdoptLaw key={shown.law.id} row={shown} pack={pack} />
        <StandingRules standing={shown.standing} />
        <h3 className="law-part">原文</h3>
        <LawBody law={shown.law} article={undefined} marked={new Set()} />
      </div>
    </div>
  )
}
