import type { ListedPersonView } from '../../../electron/contract/shapes.ts'
import { codesOf, type CodeList } from '../../../electron/vocabulary/code-list.ts'
import type { Catalogue } from '../../../electron/vocabulary/catalogue.ts'
import { TYPED_FIELDS, type PersonField } from '../../../electron/vocabulary/person-fields.ts'
import { effectWord, statusLook, withoutName } from '../../text/words.ts'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import { Tag } from '../../ui/tag.tsx'

/** Points on paper → pixels of a screen's column. */
const SCREEN = 1.5
const CHARACTER = 14
const HEAD_PADDING = 46

/** What the screen shows of some fields in a way of its own; any other field of the catalogue needs nothing here. */
const LOOKS: Partial<Readonly<Record<PersonField, Partial<SheetColumn<ListedPersonView>>>>> = {
  unit: { title: '机构', width: 142 },
  name: {
    width: 78,
  },
  post: {
    title: '岗位',
    width: 144,
    look: (person) => (
      <span title={postTitle(person)}>
        {person.post}
        {person.concurrent.length > 0 && <span className="quiet">（兼）</span>}
      </span>
    ),
  },
  category: { width: 102 },
  enteredOn: { width: 102 },
  entryRoute: { title: '渠道', width: 80 },
  entryDocument: { title: '文号', width: 158 },
  politicalStatus: { width: 102 },
  education: { width: 92 },
  status: {
    title: '状态',
    width: 76,
    look: (person) => <Tag look={statusLook(person)}>{person.status}</Tag>,
  },
}

/** 提示 stands beside the fields: what the rules say of the person. */
export const FLAGS = 'flags'

export interface RosterDoors {
  readonly catalogue: Catalogue
  /** The day shown is today, and nobody looks at what was believed then. */
  readonly mayType: boolean
  /** Offices by their place in the plan. */
  readonly unitOrder: ReadonlyMap<string, number>
  /** Opens what changes a cell that is not typed over; null: the person's page. */
  readonly onOpen: (person: ListedPersonView, field: PersonField | null) => void
}

/** A column for each field, and 提示. */
export function rosterColumns(
  fields: readonly PersonField[],
  doors: RosterDoors,
): readonly SheetColumn<ListedPersonView>[] {
  return [
    ...fields.map((field) => columnOf(field, doors)),
    {
      key: FLAGS,
      title: '提示',
      width: 320,
      text: (person) =>
        person.flags
          .filter(({ severity }) => severity !== 'info')
          .map(({ text }) => text)
          .join('；'),
      look: (person) => <Flags person={person} />,
      rank: (person) => -person.flags.length,
    },
  ]
}

function columnOf(
  field: PersonField,
  { catalogue, mayType, onOpen, unitOrder }: RosterDoors,
): SheetColumn<ListedPersonView> {
  const { title, width, kind, codes, masked } = catalogue.entry(field)
  return {
    key: field,
    title,
    width: Math.max(width * SCREEN, title.length * CHARACTER + HEAD_PADDING),
    align: kind === 'number' ? 'right' : 'left',
    number: kind === 'number',
    text: (person) => person.fields[field] ?? '',
    typed: mayType && TYPED_FIELDS.some((one) => one === field),
    ...(codes === undefined ? {} : { choices: codesOf(codes).map((code) => codes[code]?.title ?? code) }),
    ...(masked === true ? { masked } : {}),
    ...orderOf(field, codes, unitOrder),
    open: (person) => onOpen(person, field),
    ...(field === 'name'
      ? {
          look: (person) => (
            <button
              type="button"
              className="cells-door"
              data-door=""
              tabIndex={-1}
              onClick={() => onOpen(person, null)}
            >
              {person.name}
            </button>
          ),
        }
      : {}),
    ...LOOKS[field],
  }
}

/** Offices as they stand in the plan; a coded field as its list goes, which for ranks and titles is from the top down. */
function orderOf(
  field: PersonField,
  codes: CodeList | undefined,
  unitOrder: ReadonlyMap<string, number>,
): Partial<SheetColumn<ListedPersonView>> {
  const last = Number.MAX_SAFE_INTEGER
  if (field === 'unit') return { order: { title: '按机构次序', rank: (person) => unitOrder.get(person.unit) ?? last } }
  if (codes === undefined) return {}
  const places = new Map(codesOf(codes).map((code, place) => [codes[code]?.title ?? code, place]))
  return { order: { title: '按规定次序', rank: (person) => places.get(person.fields[field] ?? '') ?? last } }
}

/** The order of the offices, as the core lists their people. */
export function unitOrderOf(people: readonly ListedPersonView[]): ReadonlyMap<string, number> {
  return new Map([...new Set(people.map(({ unit }) => unit))].map((unit, place) => [unit, place]))
}

function Flags({ person }: { readonly person: ListedPersonView }) {
  const flags = person.flags.filter((flag) => flag.severity !== 'info')
  if (flags.length === 0)
    return <span className="quiet">{person.secondedTo === null ? '' : `借至${person.secondedTo}`}</span>
  return (
    <span className="flags" title={flags.map((flag) => flag.text).join('\n')}>
      <Tag
        look={
          flags.some((flag) => flag.effect === 'eligibility' || flag.effect === 'overQuota') ? 'outline-red' : 'amber'
        }
      >
        {effectWord(flags[0]?.effect ?? 'none')}
      </Tag>{' '}
      {withoutName(flags[0]?.text ?? '', person.name)}
    </span>
  )
}

function postTitle(person: ListedPersonView): string {
  const concurrent = person.concurrent.map((one) => `${one.unit}${one.post}`).join('、')
  return concurrent === '' ? person.post : `${person.post}，兼任 ${concurrent}`
}
