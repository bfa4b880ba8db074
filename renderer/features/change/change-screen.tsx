import { goTo } from '../../text/paths.ts'
import { Page } from '../../ui/page.tsx'
import { useRoute } from '../../ui/route.ts'
import { Tabs } from '../../ui/tabs.tsx'
import type { Tab } from '../../ui/tabs.tsx'
import { CardDesk } from './card-desk.tsx'
import { ChangeSheet } from './change-sheet.tsx'
import { DocumentList } from './document-list.tsx'
import { EventChooser } from './event-chooser.tsx'
import { EventForm } from './event-form.tsx'
import { isForMany } from './many-event-cells.ts'
import { ManyEvents } from './many-events.tsx'
import { isEventType } from '../../text/event-groups.ts'
import { HistoryList } from './history-list.tsx'
import { OffQuotaLedger } from './off-quota-ledger.tsx'
import './change.css'

type Part = 'register' | 'history' | 'cards' | 'sheet' | 'documents' | 'off-quota'

const TABS: readonly Tab<Part>[] = [
  { value: 'register', label: '登记' },
  { value: 'history', label: '历史' },
  { value: 'cards', label: '变动卡' },
  { value: 'sheet', label: '增减变动表' },
  { value: 'documents', label: '依据文件' },
  { value: 'off-quota', label: '编外台账' },
]

/** 变动: write down what happened, look back at what was, and the sheets that come of it. */
export function ChangeScreen() {
  const { params } = useRoute()
  const part =
    TABS.find((tab) => tab.value === params['tab'])?.value ?? (params['entry'] === undefined ? 'register' : 'history')
  return (
    <Page title="变动" fill>
      <Tabs label="变动" tabs={TABS} value={part} onChange={(tab) => goTo('journal', { tab })} />
      <ChangePart part={part} />
    </Page>
  )
}

function ChangePart({ part }: { readonly part: Part }) {
  switch (part) {
    case 'register':
      return <Register />
    case 'history':
      return <HistoryList />
    case 'cards':
      return <CardDesk />
    case 'sheet':
      return <ChangeSheet />
    case 'documents':
      return <DocumentList />
    case 'off-quota':
      return <OffQuotaLedger />
  }
}

/** The event chosen is in the address, with what another screen already knows of it. */
function Register() {
  // `who`, not `person`: that one opens the person's page over any screen.
  const { params } = useRoute()
  const { event, many, who: person, tab: _tab, person: _page, explain: _figure, entry: _entry, ...fields } = params
  if (!isEventType(event))
    return (
      <EventChooser
        forMany={many !== undefined}
        onChoose={(type) => goTo('journal', { tab: 'register', event: type, many })}
      />
    )
  if (many !== undefined && isForMany(event))
    return <ManyEvents key={event} type={event} onLeave={() => goTo('journal', { tab: 'register', many })} />
  // Every other parameter is a field of the form: unit, category, post, cause…
  const given = { ...fields, person }
  return (
    <EventForm
      key={JSON.stringify([event, given])}
      type={event}
      given={given}
      onLeave={() => goTo('journal', { tab: 'register' })}
    />
  )
}
