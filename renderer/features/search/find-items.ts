import type { Output } from '../../../electron/contract/operations.ts'
import { NOTICE_STAGE_NAMES } from '../../../electron/vocabulary/notices.ts'
import { POST_STATE_NAMES } from '../../../electron/vocabulary/standing.ts'
import { SCREEN_NAMES, SCREENS, type ScreenName } from '../../text/screens.ts'
import { prepareWords, type FindTexts, type FindWords } from './find-words.ts'

/* Everything one box can find, made ready once: people, units, posts, what can be done, papers. */

/** The groups of the list, in the order they stand where nothing fits better than anything else. */
export const FIND_GROUPS = {
  person: '人员',
  unit: '机构',
  action: '功能',
  post: '岗位',
  document: '依据文件',
  notice: '公示',
  form: '报表',
  manual: '怎么办',
  law: '法规',
} as const
export type FindGroup = keyof typeof FIND_GROUPS

/** Where an entry opens: a person's page over the present screen, or a screen with its parameters. */
export type FindTarget =
  | { readonly person: string }
  | { readonly screen: ScreenName; readonly params: Readonly<Record<string, string>> }

export interface FindItem {
  readonly key: string
  readonly group: FindGroup
  readonly title: string
  /** What tells it from another of the same name. */
  readonly detail: string
  /** A word at the end of the line: 已离开, 已撤销, 公示中. */
  readonly mark: string
  readonly words: FindWords
  readonly target: FindTarget
}

type Told = Omit<FindItem, 'words'> & { readonly texts: Partial<FindTexts> }

/** An entry with its words made ready. */
export function itemOf({ texts, ...item }: Told): FindItem {
  return { ...item, words: prepareWords({ title: item.title, ...texts }) }
}

/** What can be done, from the screens' own declarations. */
export function actionItems(): readonly FindItem[] {
  return SCREEN_NAMES.flatMap((screen) => {
    const { title, words, actions, under } = SCREENS[screen]
    const above = under === screen ? '' : SCREENS[under].title
    return [
      itemOf({
        key: `screen ${screen}`,
        group: 'action',
        title,
        detail: above,
        mark: '',
        target: { screen, params: {} },
        texts: { also: words },
      }),
      ...actions.map((action) =>
        itemOf({
          key: `action ${screen} ${action.title}`,
          group: 'action',
          title: action.title,
          detail: [title, action.hint ?? ''].filter((text) => text !== '').join('　'),
          mark: '',
          target: { screen, params: action.params },
          texts: { also: [action.hint ?? '', ...(action.words ?? [])] },
        }),
      ),
    ]
  })
}

/** The bureau's forms, each opened on its paper. */
export function formItems(forms: Output<'report.list'>['forms']): readonly FindItem[] {
  return forms.map(({ id, title, about, due }) =>
    itemOf({
      key: `form ${id}`,
      group: 'form',
      title,
      detail: about,
      mark: '',
      target: { screen: 'reports', params: { form: id } },
      texts: { details: [about, due] },
    }),
  )
}

/** What the book itself holds. */
export function bookItems(index: Output<'find.index'>): readonly FindItem[] {
  const shared = sharedNames(index.people)
  return [
    ...index.people.map((person) => personItem(person, shared.has(person.name))),
    ...index.units.map(unitItem),
    ...index.posts.map(postItem),
    ...index.documents.map(documentItem),
    ...index.notices.map(noticeItem),
  ]
}

type Of<K extends 'people' | 'units' | 'posts' | 'documents' | 'notices'> = Output<'find.index'>[K][number]

/** Names that more than one bears. */
function sharedNames(people: readonly Of<'people'>[]): ReadonlySet<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()]
  for (const { name } of people) (once.has(name) ? twice : once).add(name)
  return twice
}

/** A leaver has no page of today: their whole story is the history that names them, by name where only one bears it. */
function personItem(
  { personId, name, unit, post, standing, idTail, leftOn, comesOn }: Of<'people'>,
  shared: boolean,
): FindItem {
  const here = leftOn === null && comesOn === null
  const place = [unit, post].filter((text) => text !== '').join(' ')
  return itemOf({
    key: `person ${personId}`,
    group: 'person',
    title: name,
    detail: idTail === null ? place : `${place}　尾号 ${idTail}`,
    mark: leftOn !== null ? `已离开 ${leftOn.slice(0, 7)}` : comesOn !== null ? `${comesOn} 到岗` : standing,
    target: here
      ? { person: personId }
      : { screen: 'journal', params: { tab: 'history', who: shared ? personId : name } },
    texts: { details: [unit, post, standing], tail: idTail },
  })
}

function unitItem({ unitId, name, also, endedOn }: Of<'units'>): FindItem {
  return itemOf({
    key: `unit ${unitId}`,
    group: 'unit',
    title: name,
    detail: also.length === 0 ? '' : `又名 ${also.join('、')}`,
    mark: endedOn === null ? '' : `已撤销 ${endedOn.slice(0, 7)}`,
    target: { screen: 'units', params: endedOn === null ? { unit: unitId } : { chronicle: unitId } },
    texts: { also },
  })
}

function postItem({ postId, title, unit, state, holder }: Of<'posts'>): FindItem {
  return itemOf({
    key: `post ${postId}`,
    group: 'post',
    title: title,
    detail: [unit, holder ?? ''].filter((text) => text !== '').join('　'),
    mark: holder !== null ? '' : state === 'inUse' ? '空缺' : POST_STATE_NAMES[state],
    target: { screen: 'units', params: { view: 'posts', q: title, in: unit } },
    texts: { details: [unit] },
  })
}

function documentItem({ documentId, number, title, issuer, issuedOn }: Of<'documents'>): FindItem {
  return itemOf({
    key: `document ${documentId}`,
    group: 'document',
    title: number,
    detail: [title ?? '', issuer ?? ''].filter((text) => text !== '').join('　'),
    mark: issuedOn ?? '',
    target: { screen: 'journal', params: { tab: 'documents', q: number } },
    texts: { also: title === null ? [] : [title], details: [issuer ?? '', issuedOn ?? ''] },
  })
}

function noticeItem({ noticeId, number, postedOn, stage }: Of<'notices'>): FindItem {
  return itemOf({
    key: `notice ${noticeId}`,
    group: 'notice',
    title: number,
    detail: `${postedOn} 张贴`,
    mark: NOTICE_STAGE_NAMES[stage],
    target: { screen: 'notice', params: { view: 'issued', notice: noticeId } },
    texts: { also: ['公示'], details: [postedOn, NOTICE_STAGE_NAMES[stage]] },
  })
}
