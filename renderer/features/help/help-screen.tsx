import './help.css'
import { KeyTables } from '../../parts/key-tables.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/form.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { printOnly } from '../../ui/print.ts'
import { setParams, useRoute } from '../../ui/route.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { FieldsPart } from './fields-part.tsx'
import { FiveLists } from './five-lists.tsx'
import { fieldsThatFit, fits, jobsThatFit, lawsThatFit, type HelpPart } from './help-parts.ts'
import { JobsPart } from './jobs-part.tsx'
import { LawsPart } from './laws-part.tsx'
import { Limits, ShapeLegend } from './legend.tsx'
import { RulesTable } from './rules-table.tsx'

const PARTS: readonly (readonly [HelpPart, string])[] = [
  ['jobs', '怎么办事'],
  ['fields', '每一格的意思'],
  ['laws', '法规原文'],
  ['rules', '核查规则'],
  ['signs', '名单、标记、键盘'],
]

/** The manual: how each job is done, what every field means, the laws word for word, the rules, the signs. Searched and printed offline. */
export function HelpScreen() {
  const { part: asked, q = '', job, law, article } = useRoute().params
  const part = PARTS.find(([name]) => name === asked)?.[0] ?? 'jobs'
  const laws = useQuery('laws.read', {}).data?.laws ?? []
  const rules = useQuery('rules.read', {}).data?.rules ?? []
  const jobs = jobsThatFit(q)
  const fields = fieldsThatFit(q)
  const hits = lawsThatFit(laws, q)
  const ruled = rules.filter(({ id, title, source }) =>
    fits([id, title, source.document, source.article ?? '', source.clause].join(' '), q),
  )
  const counts: Readonly<Partial<Record<HelpPart, number>>> = {
    jobs: jobs.flatMap((chapter) => chapter.jobs).length,
    fields: fields.length,
    laws: hits.length,
    rules: ruled.length,
  }
  const tabs = PARTS.map(([value, label]) => {
    const count = counts[value]
    return { value, label, ...(count === undefined ? {} : { count }) }
  })
  return (
    <Page
      title="帮助"
      fill
      note={
        <TextInput
          type="search"
          width={260}
          aria-label="在帮助里找"
          placeholder="在手册、字段、法规、规则里找"
          value={q}
          onChange={(text) => setParams({ q: text, job: null, article: null }, { replace: true })}
        />
      }
      actions={<Button onClick={() => printOnly('help')}>打印本页…</Button>}
    >
      <Tabs<HelpPart>
        label="帮助"
        tabs={tabs}
        value={part}
        onChange={(next) => setParams({ part: next === 'jobs' ? null : next, job: null, law: null, article: null })}
      />
      <div
        key={part}
        className={part === 'laws' ? 'help-body help-body-laws' : 'help-body'}
        data-print-part="help"
        // What scrolls without a link in it must still scroll by keyboard; a law scrolls in its own sheet.
        {...(part === 'laws' ? {} : { tabIndex: 0, role: 'region', 'aria-label': titleOf(part) })}
      >
        {part === 'jobs' && <JobsPart chapters={jobs} wanted={job} />}
        {part === 'fields' && <FieldsPart fields={fields} />}
        {part === 'laws' && <LawsPart hits={hits} chosen={law} article={article} query={q} />}
        {part === 'rules' && (
          <Sheet title="核查规则" note="每条规则都写明出处；阈值因地而异的，随规则包">
            <RulesTable rules={ruled} />
          </Sheet>
        )}
        {part === 'signs' && <Signs />}
      </div>
    </Page>
  )
}

const titleOf = (part: HelpPart): string => PARTS.find(([name]) => name === part)?.[1] ?? ''

function Signs() {
  return (
    <>
      <Sheet title="五张名单" note="每个人只在一张名单上，也一定在其中一张上；公示只列在编名单">
        <FiveLists />
      </Sheet>
      <div className="help-pair">
        <Sheet title="状态的字和形" note="屏幕上、纸上都一样，黑白打印也分得清">
          <ShapeLegend />
        </Sheet>
        <Sheet title="键盘">
          <KeyTables />
        </Sheet>
      </div>
      <Sheet title="台账的校验值能证明什么，不能证明什么">
        <Limits />
      </Sheet>
    </>
  )
}
