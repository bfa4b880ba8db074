import { useEffect, useRef } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { CheckViews } from '../../parts/check-views.tsx'
import { LawBody } from '../../parts/law-body.tsx'
import { LawHead } from '../../parts/law-head.tsx'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { LAW_LEVEL_NAMES, LAW_TIER_NAMES } from '../../../electron/vocabulary/laws.ts'
import { TextInput } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AdoptLaw } from './adopt-law.tsx'
import {
  BINDS_WORDS,
  LAW_FILTER_WORDS,
  LAW_FILTERS,
  lawRows,
  placesWith,
  type LawFilter,
  type LawRow,
} from './law-base.ts'
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
        <>
          {base.data !== undefined && (
            <SeenListButtons
              title={filter === 'all' ? '法规依据' : `法规依据：${LAW_FILTER_WORDS[filter]}`}
              note={q === '' ? '' : `含“${q}”的`}
              seen={() => seenLaws(lawRows(laws, base.data?.laws ?? [], filter, q))}
            />
          )}
          <TextInput
            type="search"
            width={260}
            aria-label="在法规依据里找"
            placeholder="题名、文号、机关或原文里的字"
            value={q}
            onChange={(text) => setParams({ q: text, law: null }, { replace: true })}
          />
        </>
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
              <Sources rows={rows} chosen={law} pack={pack.title} words={q} />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

/** The list as it goes on paper. */
function seenLaws(rows: readonly LawRow[]) {
  return {
    columns: [
      { title: '文件', width: 300 },
      { title: '文号', width: 130 },
      { title: '层级', width: 110 },
      { title: '制定机关', width: 160 },
      { title: '执行', width: 110 },
      { title: '规则', width: 60, number: true },
    ],
    rows: rows.map(({ law, standing }) => [
      law.title,
      law.number ?? '',
      [LAW_TIER_NAMES[law.tier], LAW_LEVEL_NAMES[law.level]].filter(Boolean).join(' · '),
      law.issuer,
      BINDS_WORDS[standing.binds],
      String(standing.rules.length),
    ]),
  }
}

function Sources({
  rows,
  chosen,
  pack,
  words,
}: {
  readonly rows: readonly LawRow[]
  readonly chosen: string | undefined
  readonly pack: string
  readonly words: string
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
            <Found count={placesWith(law, words).size} />
          </button>
        ))}
      </nav>
      <SourceSheet key={`${shown.law.id} ${words}`} row={shown} pack={pack} words={words} />
    </div>
  )
}

function Found({ count }: { readonly count: number }) {
  return count === 0 ? null : <span>原文 {count} 处</span>
}

/** The source, at the first paragraph that has the words looked for. */
function SourceSheet({ row, pack, words }: { readonly row: LawRow; readonly pack: string; readonly words: string }) {
  const { law, standing } = row
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    sheet.current?.querySelector('[data-asked]')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div className="law-sheet" ref={sheet} tabIndex={0} role="region" aria-label={law.title}>
      <LawHead law={law} />
      <AdoptLaw key={law.id} row={row} pack={pack} />
      <StandingRules standing={standing} />
      <h3 className="law-part">原文</h3>
      <LawBody law={law} article={undefined} marked={placesWith(law, words)} />
    </div>
  )
}
